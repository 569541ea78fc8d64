import type * as v from "valibot";
import type { View } from "../layout/view";
import { Heading } from "../parts/heading";
import { Register } from "../parts/table";
import { paths } from "../paths";
import type { signFacts, WaveFacts } from "./facts";
import type { MapNode } from "./map";
import { words } from "./signs-words";

type Sign = v.InferOutput<typeof signFacts>;

const sentenceOf = ({ kind, share, of }: Sign, { language }: View) => words[language].kinds[kind](share, of);

/** What somebody should look into at a unit, or at how many units below. */
export const Signs = ({ wave, view }: { wave: WaveFacts; view: View }) => {
	const say = words[view.language];
	const signs = wave.published?.signs ?? [];
	const flagged = wave.published?.flagged ?? 0;
	if (signs.length === 0 && flagged === 0) return null;
	return (
		<section>
			<Heading>{say.heading}</Heading>
			{signs.length > 0 && (
				<ul class="signs">
					{signs.map((sign) => (
						<li>{sentenceOf(sign, view)}</li>
					))}
				</ul>
			)}
			{flagged > 0 && (
				<p>
					{say.below(flagged)}{" "}
					<a href={`${paths.waveMap(view.place?.id ?? "", wave.id)}#signs`}>{say.open}</a>
				</p>
			)}
			<p class="note">{say.note}</p>
		</section>
	);
};

/** The units below at which somebody should look, each with the reason. */
export const SignsBelow = ({
	nodes,
	wave,
	view,
}: {
	nodes: readonly MapNode[];
	wave: string;
	view: View;
}) => {
	const say = words[view.language];
	const rows = nodes.filter(({ leads, signs }) => !leads && signs.length > 0);
	if (rows.length === 0) return null;
	return (
		<section id="signs">
			<Heading>{say.heading}</Heading>
			<Register
				caption={say.heading}
				columns={[
					{ head: say.unit, tight: true, cell: ({ id, name }) => <a href={paths.wave(id, wave)}>{name}</a> },
					{
						head: say.why,
						cell: ({ signs }) => signs.map((sign) => <p>{sentenceOf(sign, view)}</p>),
					},
				]}
				rows={rows}
			/>
			<p class="note">{say.note}</p>
		</section>
	);
};
