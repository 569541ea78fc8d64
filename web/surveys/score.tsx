import type { View } from "../layout/view";
import { Figure, Figures } from "../parts/figure";
import { formatNumber, formatShare } from "../parts/format";
import { IntervalRuler } from "../parts/plot";
import { Verdict, verdictWord } from "../parts/verdict";
import type { FiguresFacts, ScoreFacts, WaveFacts } from "./facts";
import { words } from "./words";

/** A verdict's mark and word, and whether it is for reference only; a withheld one says so. */
export const ScoreVerdict = ({ score, view }: { score: ScoreFacts | null; view: View }) => (
	<>
		<Verdict verdict={score ? score.verdict.kind : "withheld"} language={view.language} />
		{score?.reference && <small> {words[view.language].reference}</small>}
	</>
);

/** The result as a headline: number, word, sentence, interval, and what could still settle it; then the ruler. */
export const Headline = ({ wave, score, view }: { wave: WaveFacts; score: ScoreFacts; view: View }) => {
	const say = words[view.language];
	const { verdict, share, lower, upper } = score;
	const separator = view.language === "zh" ? "。" : ". ";
	return (
		<section>
			<div class="headline">
				<p class={`result ${verdict.kind}`}>
					{formatNumber(share * 100, view.language, 1)}
					<small>%</small>
				</p>
				<div>
					<h2>
						<Verdict
							verdict={verdict.kind}
							language={view.language}
							word={sentenceCase(verdictWord(verdict.kind, view.language)) + separator}
						/>
						{sentenceOf(wave, score, view)}
					</h2>
					<p>
						{say.intervalSentence(formatShare(lower, view.language), formatShare(upper, view.language))}{" "}
						{verdict.kind === "open" && verdict.further !== null && say.further(verdict.further)}
						{score.reference && ` ${say.reference}${view.language === "zh" ? "。" : "."}`}
					</p>
				</div>
			</div>
			<IntervalRuler
				interval={score}
				verdict={verdict.kind}
				target={wave.target / 100}
				language={view.language}
			/>
		</section>
	);
};

const sentenceCase = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

function sentenceOf({ target }: WaveFacts, { verdict, share }: ScoreFacts, view: View): string {
	const { verdict: say } = words[view.language];
	if (verdict.kind !== "open") return say[verdict.kind](target);
	return share >= target / 100 ? say.openAbove(target) : say.openBelow(target);
}

/** The figures beside the share, on one line with the response rate. */
export const Beside = ({ figures, view }: { figures: FiguresFacts; view: View }) => {
	const say = words[view.language];
	const number = (value: number, decimals = 0) => formatNumber(value, view.language, decimals);
	const { answers, response, aware, participation, women, keyedIn } = figures;
	const shares = [
		{ label: say.aware, note: say.awareNote, share: aware },
		{ label: say.participation, share: participation },
		{ label: say.women, share: women },
		{ label: say.keyedIn, share: keyedIn?.count ? keyedIn : null },
	];
	return (
		<Figures cells>
			{response && (
				<Figure
					label={say.response}
					{...(response.slips ? {} : { note: say.responseNote(response.of) })}
					value={number(response.share * 100, 1)}
					unit="%"
				/>
			)}
			{answers !== null && (
				<Figure
					label={response?.slips ? say.heads.answers : say.answers}
					value={number(answers)}
					unit={response?.slips ? say.handedOut(response.of) : say.sheets}
				/>
			)}
			{shares.map(
				({ label, note, share }) =>
					share && (
						<Figure
							label={label}
							note={share.reference ? say.reference : note}
							value={number(share.share * 100, 1)}
							unit="%"
						/>
					),
			)}
		</Figures>
	);
};
