import type { View } from "../layout/view";
import { Files } from "../parts/files";
import { formatNumber, formatShare } from "../parts/format";
import { Heading } from "../parts/heading";
import { CellHead, EmptyCell, IntervalCell, type Span, spanAround } from "../parts/plot";
import { type Column, Register } from "../parts/table";
import { Verdict } from "../parts/verdict";
import { paths, withQuery } from "../paths";
import type { BelowFacts } from "./facts";
import { ScoreVerdict } from "./score";
import { words } from "./words";

type Unit = BelowFacts["units"][number];

type Comparison = Pick<BelowFacts, "target" | "units" | "total" | "more">;

type ForestProps = {
	facts: Comparison;
	view: View;
	/** Where a unit's own figures are. */
	to: (unit: string) => string;
	/** What is said of those that are withheld. */
	left: string;
	/** Where the same comes as a file. */
	file: string;
};

/** A year's organisations below, each share with its interval against the target; the total leaves out whoever is withheld. */
export const Below = ({ facts, view }: { facts: BelowFacts; view: View }) => (
	<Forest
		facts={facts}
		view={view}
		to={paths.surveys}
		left={words[view.language].below.left(facts.total.withheld)}
		file={withQuery(paths.surveys(view.place?.id ?? ""), { year: facts.year, list: "below" })}
	/>
);

/** Units below, each share with its interval against the target; the table is the plot. */
export const Forest = ({ facts, view, to, left, file }: ForestProps) => {
	const say = words[view.language].below;
	const { total, target, units } = facts;
	const scores = units.flatMap(({ share }) => (typeof share === "string" ? [] : [share]));
	const span = spanAround(
		scores.flatMap(({ lower, upper }) => [lower, upper]),
		target / 100,
	);
	const share = (of: number | null) => (of === null ? "–" : formatShare(of, view.language));
	return (
		<section class="forest">
			<Heading>{say.heading}</Heading>
			<Register
				caption={say.heading}
				columns={columnsOf(facts, span, view, to)}
				rows={units}
				{...(total.score ? { foot: footOf(facts, span, view) } : {})}
			/>
			<p class="note">
				{facts.more && `${say.more(units.length)} `}
				{scores.length > 0 && `${say.key(target)} `}
				{total.score && total.naive !== null && say.naive(share(total.naive), share(total.score.share))}{" "}
				{total.withheld > 0 && left} {scores.length > 0 && say.sampling}
			</p>
			<p class="actions quiet">
				<Files href={file} view={view} />
			</p>
		</section>
	);
};

function columnsOf({ target }: Comparison, span: Span, view: View, to: ForestProps["to"]): Column<Unit>[] {
	const say = words[view.language];
	return [
		{ head: say.below.unit, cell: (unit) => <a href={to(unit.id)}>{unit.name}</a> },
		{
			head: say.heads.answers,
			number: true,
			minor: true,
			cell: ({ share, slips }) =>
				typeof share === "string" ? "–" : say.answersOf(share.answered, slips || null),
		},
		{
			head: (
				<>
					<span class="hidden">{say.below.shares}</span>
					<CellHead span={span} />
				</>
			),
			cell: ({ share }) =>
				typeof share === "string" ? (
					<EmptyCell target={target / 100} span={span} />
				) : (
					<IntervalCell interval={share} verdict={share.verdict.kind} target={target / 100} span={span} />
				),
		},
		{
			head: say.heads.share,
			number: true,
			minor: true,
			cell: ({ share }) => (typeof share === "string" ? "–" : formatShare(share.share, view.language)),
		},
		{
			head: say.heads.interval,
			number: true,
			minor: true,
			cell: ({ share }) => (typeof share === "string" ? "–" : say.interval(share.lower, share.upper)),
		},
		{
			head: say.heads.verdict,
			cell: ({ share }) =>
				share === "none" ? (
					<small>{say.below.none}</small>
				) : (
					<ScoreVerdict score={share === "withheld" ? null : share} view={view} />
				),
		},
	];
}

function footOf({ total, target }: Comparison, span: Span, view: View) {
	const say = words[view.language];
	const { score } = total;
	if (!score) return [];
	return [
		say.below.total,
		total.slips > 0
			? say.answersOf(total.answered, total.slips)
			: formatNumber(total.answered, view.language),
		<IntervalCell interval={score} verdict={score.verdict} target={target / 100} span={span} total />,
		formatShare(score.share, view.language),
		say.interval(score.lower, score.upper),
		<Verdict verdict={score.verdict} language={view.language} />,
	];
}
