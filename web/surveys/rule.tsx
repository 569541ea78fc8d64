import type { View } from "../layout/view";
import { Heading } from "../parts/heading";
import { Check } from "./check";
import type { WaveFacts } from "./facts";
import { words } from "./words";

/** How a wave's figures are worked out and what they don't say, printed wherever they are. */
export const Rule = ({ wave, view }: { wave: WaveFacts; view: View }) => {
	const say = words[view.language];
	return (
		<section>
			<Heading>{say.rule}</Heading>
			<div class="prose rule">
				{sentencesOf(wave, view).map((sentence) => (
					<p>{sentence}</p>
				))}
				{wave.digest && (
					<p>
						{say.digest} <code>{wave.digest.slice(0, 16)}</code>
						<br />
						<small>{say.digestNote}</small>
					</p>
				)}
				<Check wave={wave} view={view} />
			</div>
		</section>
	);
};

/** The rule, sentence by sentence. */
export function sentencesOf(wave: WaveFacts, { language }: Pick<View, "language">): string[] {
	const say = words[language];
	const answered = wave.figures.score?.answered ?? 0;
	const outgrown = wave.adults !== null && wave.adults < answered;
	return [
		say.formula[wave.denominator],
		wave.figures.below.length > 0
			? say.formulaTree(wave.figures.units)
			: outgrown
				? say.formulaMore(wave.adults ?? 0, answered)
				: say.formulaInterval(wave.adults),
		say.formulaVerdict(wave.target),
		say.onlySampling,
		say.formulaAware,
		say.smallBases,
	];
}
