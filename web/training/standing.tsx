import { standingOf } from "../../worker/training/rules";
import type { Language } from "../../worker/values/language";
import { Verdict } from "../parts/verdict";
import { words } from "./words";

type Figure = { owed: number; reached: number; target: number };

/** How a coverage stands, in mark and words: how many more it takes. */
export const StandingOf = ({ figure, language }: { figure: Figure; language: Language }) => {
	const say = words[language];
	const standing = standingOf(figure, figure.target);
	if (standing.kind === "nobody") return <>{say.nobodyOwes}</>;
	return standing.kind === "met" ? (
		<Verdict verdict="met" language={language} />
	) : (
		<Verdict verdict="missed" language={language} word={say.more(standing.more, figure.target)} />
	);
};

/** A coverage on its ruler: the part that was reached, and the target as an ink line. */
export const CoverageRuler = ({ figure }: { figure: Figure }) => {
	const share = figure.owed === 0 ? 0 : (100 * figure.reached) / figure.owed;
	const tenths = Array.from({ length: 11 }, (_, place) => place * 10);
	return (
		<svg class="coverage-ruler" aria-hidden="true">
			<rect class="all" x="0" y="17" width="100%" height="1" />
			<rect class="part" x="0" y="15" width={`${share.toFixed(1)}%`} height="4" />
			{tenths.map((at) => (
				<line x1={`${at}%`} x2={`${at}%`} y1="18" y2={at % 50 === 0 ? "24" : "21"} />
			))}
			<line class="target" x1={`${figure.target}%`} x2={`${figure.target}%`} y1="4" y2="24" />
		</svg>
	);
};
