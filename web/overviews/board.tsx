import type { Child } from "hono/jsx";
import type { View } from "../layout/view";
import { Files } from "../parts/files";
import { formatDay, formatNumber } from "../parts/format";
import { Heading } from "../parts/heading";
import { Mark } from "../parts/mark";
import { CellHead, IntervalCell, type Span, spanAround } from "../parts/plot";
import { type Column, Register } from "../parts/table";
import { Verdict } from "../parts/verdict";
import { paths, withQuery } from "../paths";
import type { BoardFacts } from "./home-facts";
import { words } from "./home-words";
import { Months } from "./months";

type Row = BoardFacts["rows"][number];
type Sums = NonNullable<BoardFacts["whole"]>;
type Score = Exclude<Row["score"], string>;
type BoardProps = { board: BoardFacts; year: number; view: View };

/** Those directly below, a row each. Quiet unless it needs someone: what is met has no mark. */
export const Board = ({ board, year, view }: BoardProps) => {
	const say = words[view.language];
	const { day, time, whole } = board;
	if (whole === null) return <p class="note">{say.notYet}</p>;
	return (
		<section class="board">
			<Heading note={say.asOf(`${formatDay(day, view.language, "short")} ${time}`)}>{say.below}</Heading>
			<Register
				caption={say.below}
				rows={board.rows}
				columns={columnsOf(board, year, view)}
				foot={sumsOf(board, whole, year, view)}
			/>
			<p class="actions quiet">
				<Files href={withQuery(paths.home(view.place?.id ?? ""), { year })} view={view} />
			</p>
			<p class="note">
				{board.more && say.shown(board.rows.length)} {say.boardNote} {board.watchesQuiet && say.quietNote}
			</p>
			{board.opens && (
				<p class="links">
					<a href={paths.tree(view.place?.id ?? "")}>{say.more}</a>
					<a href={withQuery(paths.plansBelow(view.place?.id ?? ""), { year })}>{say.plans}</a>
					<a href={paths.coverage(view.place?.id ?? "")}>{say.coverage}</a>
					<a href={hollowIn(view.place?.id ?? "", year)}>{say.hollow}</a>
				</p>
			)}
		</section>
	);
};

function columnsOf(board: BoardFacts, year: number, view: View): Column<Row>[] {
	const say = words[view.language];
	const number = (value: number) => formatNumber(value, view.language);
	const most = Math.max(...board.rows.flatMap(({ months }) => months), 0);
	const scores = board.rows.flatMap(({ score }) => (typeof score === "string" ? [] : [score]));
	const target = Math.max(...scores.map((score) => score.target), 0);
	const span =
		scores.length > 0
			? spanAround(
					scores.flatMap(({ lower, upper }) => [lower, upper]),
					target,
				)
			: null;
	const leads = board.rows.some(({ below }) => below > 0);
	return [
		{
			head: say.name,
			cell: (row) => (board.opens ? <a href={paths.home(row.organisation)}>{row.name}</a> : row.name),
		},
		...(leads ? [{ head: say.units, cell: (row: Row) => row.below, number: true, minor: true }] : []),
		{ head: say.members, cell: (row) => number(row.members), number: true, minor: true },
		...(board.watchesQuiet
			? [
					{
						head: say.quiet,
						cell: (row: Row) =>
							quietCell(row.quiet, board.opens && row.below > 0 ? hollowIn(row.organisation, year) : null),
						number: true,
					},
				]
			: []),
		{ head: say.held, cell: (row) => number(row.held), number: true, minor: true },
		{
			head: <span class="hidden">{say.months}</span>,
			cell: (row) => <Months months={row.months} most={most} label={say.byMonth(row.months)} />,
			minor: true,
		},
		{ head: say.duesPaid, cell: (row) => duesShare(row, view), number: true, minor: true },
		...(span ? [plotColumn(span, view)] : []),
		{ head: say.share, cell: (row) => scoreCell(row.score, view), number: true },
	];
}

function plotColumn(span: Span, view: View): Column<Row> {
	return {
		head: (
			<>
				<span class="hidden">{words[view.language].plot}</span>
				<CellHead span={span} />
			</>
		),
		cell: ({ score }) => typeof score !== "string" && <Plot score={score} span={span} />,
	};
}

const Plot = ({ score, span, total }: { score: Score; span: Span; total?: boolean }) => (
	<IntervalCell
		interval={score}
		verdict={score.verdict}
		target={score.target}
		span={span}
		{...(total && { total })}
	/>
);

/** The rows behind a figure of silent associations. */
const hollowIn = (organisation: string, year: number) => withQuery(paths.hollow(organisation), { year });

/** Silent associations are a task for somebody; none are nothing at all. */
function quietCell(quiet: number, opens: string | null): Child {
	if (quiet === 0) return "–";
	return (
		<span class="missed">
			<Mark shape="hollow" /> {opens === null ? quiet : <a href={opens}>{quiet}</a>}
		</span>
	);
}

function duesShare({ owing, paid }: { owing: number; paid: number }, view: View): string {
	return owing === 0 ? "–" : formatNumber((paid / owing) * 100, view.language, 1);
}

function scoreCell(score: Row["score"], view: View): Child {
	if (score === "none") return "–";
	if (score === "withheld") return <Verdict verdict="withheld" language={view.language} />;
	const share = formatNumber(score.share * 100, view.language, 1);
	return score.verdict === "met" ? (
		share
	) : (
		<Verdict verdict={score.verdict} word={share} language={view.language} />
	);
}

function sumsOf(board: BoardFacts, whole: Sums, year: number, view: View): Child[] {
	const number = (value: number) => formatNumber(value, view.language);
	const scored = board.rows.some(({ score }) => typeof score !== "string");
	return [
		words[view.language].all,
		...(board.rows.some(({ below }) => below > 0) ? [number(whole.below)] : []),
		number(whole.members),
		...(board.watchesQuiet
			? [quietCell(whole.quiet, board.opens ? hollowIn(view.place?.id ?? "", year) : null)]
			: []),
		number(whole.held),
		"",
		duesShare(whole, view),
		...(scored ? [""] : []),
		scoreCell(whole.score, view),
	];
}
