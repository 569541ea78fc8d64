import * as v from "valibot";
import { Masthead } from "../layout/masthead";
import { Shell } from "../layout/shell";
import type { Page, View } from "../layout/view";
import { Files } from "../parts/files";
import { formatNumber, formatShare } from "../parts/format";
import { Heading } from "../parts/heading";
import { Point, percent } from "../parts/plot";
import { type Column, Register } from "../parts/table";
import { verdictWord } from "../parts/verdict";
import { paths } from "../paths";
import { scoreFacts, signFacts, waveLineFacts } from "./facts";
import { words } from "./map-words";
import { ScoreVerdict } from "./score";
import { SignsBelow } from "./signs";
import { words as surveys } from "./words";

/** The tree of a closed wave, parents before those below them. */
export const mapFacts = v.object({
	wave: v.omit(waveLineFacts, ["published"]),
	nodes: v.array(
		v.object({
			id: v.string(),
			name: v.string(),
			parent: v.nullable(v.string()),
			depth: v.number(),
			leads: v.boolean(),
			/** Null where it is withheld. */
			answers: v.nullable(v.number()),
			score: v.nullable(scoreFacts),
			signs: v.array(signFacts),
		}),
	),
	/** How many more there are than a map shows. */
	left: v.number(),
});
type Facts = v.InferOutput<typeof mapFacts>;
export type MapNode = Facts["nodes"][number];

/** A wave's whole tree by verdict: a point a unit, and the table of the same. */
export const MapPage = ({ facts, view }: Page<Facts>) => {
	const say = words[view.language];
	const { wave, nodes, left } = facts;
	const here = paths.waveMap(view.place?.id ?? "", wave.id);
	const units = nodes.filter(({ leads }) => !leads);
	const many = (verdict: string) =>
		units.filter(({ score }) => (score?.verdict.kind ?? "withheld") === verdict).length;
	return (
		<Shell view={view} title={say.title} here="satisfaction">
			<div class="stack">
				<Masthead
					title={say.title}
					sub={[view.place?.name, <span class="unbroken">{surveys[view.language].days(wave)}</span>]}
					back={{
						href: paths.wave(view.place?.id ?? "", wave.id),
						label: surveys[view.language].backToWave,
					}}
				/>
				<section>
					<Heading>
						{say.summary(many("met"), many("open"), many("missed"), many("withheld")).map((part) => (
							<>
								<span class="unbroken">{part}</span>
								<wbr />
							</>
						))}
					</Heading>
					{left > 0 && <p>{say.left(nodes.length, left)}</p>}
					<Plan nodes={nodes} view={view} />
					<p class="note">{say.note(wave.target)}</p>
				</section>
				<SignsBelow nodes={nodes} wave={wave.id} view={view} />
				<section class="tree-map">
					<Heading>{say.table}</Heading>
					<Register caption={say.table} columns={columnsOf(wave.id, view)} rows={nodes} />
					<p class="actions quiet">
						<Files href={here} total={nodes.length} view={view} />
					</p>
				</section>
			</div>
		</Shell>
	);
};

const across = 24;
const [labelHigh, lineHigh, gap] = [24, 20, 16];

/** A band for each node that leads others, its units as points whose shape is their verdict. */
const Plan = ({ nodes, view }: { nodes: readonly MapNode[]; view: View }) => {
	const bands = nodes
		.map((node) => ({ node, units: nodes.filter(({ parent, leads }) => parent === node.id && !leads) }))
		.filter(({ units }) => units.length > 0);
	let below = 0;
	const laid = bands.map((band) => {
		const top = below;
		below += labelHigh + Math.ceil(band.units.length / across) * lineHigh + gap;
		return { ...band, top };
	});
	return (
		<svg class="plot plan" height={below} aria-hidden="true">
			{laid.map(({ node, units, top }) => (
				<>
					<text class="target" x="0" y={top + 14}>
						{node.name}{" "}
						{node.score
							? `${formatShare(node.score.share, view.language)} ${verdictWord(node.score.verdict.kind, view.language)}`
							: verdictWord("withheld", view.language)}
					</text>
					{units.map((unit, at) => {
						const x = ((at % across) + 0.5) * (100 / across);
						const y = top + labelHigh + Math.floor(at / across) * lineHigh + 8;
						return unit.score ? (
							<g class={unit.score.verdict.kind}>
								<Point x={x} y={y} verdict={unit.score.verdict.kind} size={4.5} />
							</g>
						) : (
							<line class="base" x1={percent(x - 1)} x2={percent(x + 1)} y1={y} y2={y} />
						);
					})}
				</>
			))}
		</svg>
	);
};

function columnsOf(wave: string, view: View): Column<MapNode>[] {
	const [say, page] = [words[view.language], surveys[view.language]];
	return [
		{
			head: say.unit,
			cell: ({ id, name, depth }) => (
				<a class={`deep-${Math.min(depth, 3)}`} href={paths.wave(id, wave)}>
					{name}
				</a>
			),
		},
		{
			head: say.answers,
			...{ number: true, minor: true },
			cell: ({ answers }) => (answers === null ? "–" : formatNumber(answers, view.language)),
		},
		{
			head: page.heads.share,
			number: true,
			cell: ({ score }) => (score ? formatShare(score.share, view.language) : "–"),
		},
		{
			head: page.heads.interval,
			...{ number: true, minor: true },
			cell: ({ score }) => (score ? page.interval(score.lower, score.upper) : "–"),
		},
		{ head: page.heads.verdict, cell: ({ score }) => <ScoreVerdict score={score} view={view} /> },
	];
}
