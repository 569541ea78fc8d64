import * as v from "valibot";
import { intakeOutcomes } from "../../worker/tables/intakes";
import { Masthead } from "../layout/masthead";
import { Shell } from "../layout/shell";
import type { Page, View } from "../layout/view";
import { Files } from "../parts/files";
import { Filters } from "../parts/filters";
import { formatAmount, formatDay, formatFen } from "../parts/format";
import { Heading } from "../parts/heading";
import { Pager } from "../parts/pager";
import { type Column, Register } from "../parts/table";
import { paths, withQuery } from "../paths";
import { intakeTold, stateIn } from "./list";
import { words } from "./words";

const value = v.nullable(v.union([v.string(), v.number()]));
export const intakeFacts = v.object({
	intake: intakeTold,
	digest: v.string(),
	/** How its columns were read: what going on with the same file takes up again. */
	columns: v.string(),
	/** The numbers of the requests it has had. */
	chunks: v.array(v.number()),
	counts: v.array(v.object({ outcome: v.picklist(intakeOutcomes), n: v.number() })),
	show: v.nullable(v.picklist(intakeOutcomes)),
	rows: v.array(
		v.object({
			line: v.number(),
			outcome: v.picklist(intakeOutcomes),
			id: v.nullable(v.string()),
			name: v.nullable(v.string()),
			organisation: v.nullable(v.string()),
			organisationName: v.nullable(v.string()),
			before: v.nullable(v.record(v.string(), value)),
			/** Whether it still is where it came to. */
			still: v.boolean(),
			/** The entry of a line of money; amount in fen. */
			posted: v.nullable(
				v.object({
					...{ day: v.string(), amount: v.number(), series: v.picklist(["in", "out"]), number: v.number() },
				}),
			),
			/** Taken back, or why it wasn't; null as long as nobody tried. */
			undone: v.nullable(v.string()),
		}),
	),
	first: v.boolean(),
	next: v.nullable(v.string()),
});
type Facts = v.InferOutput<typeof intakeFacts>;
/** The room of the navigation that a file belongs to. */
export const rooms = { members: "members", organisations: "association", money: "dues" } as const;
const anews = { members: paths.intakeNew, organisations: paths.treeIntakeNew, money: paths.moneyIntakeNew };
export type Line = Facts["rows"][number];

/** One file brought in: who, when, what became of each line, and the ways on and back. */
export const IntakePage = ({ facts, view }: Page<Facts>) => {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	const { intake } = facts;
	const here = paths.intake(organisation, intake.id);
	return (
		<Shell view={view} title={intake.file} here={rooms[intake.what]}>
			<Masthead
				title={intake.file}
				sub={[formatDay(intake.day, view.language, "dotted"), intake.by, stateIn(intake, say)]}
				back={{ href: paths.intakes(organisation), label: say.earlier }}
			/>
			<NextStep facts={facts} view={view} />
			<Heading>{say.rows}</Heading>
			<Filters
				label={say.rows}
				language={view.language}
				tabs={[
					{ href: here, label: say.all, chosen: facts.show === null },
					...facts.counts.map(({ outcome, n }) => ({
						href: withQuery(here, { show: outcome }),
						label: say.outcomes[outcome],
						count: n,
						chosen: facts.show === outcome,
					})),
				]}
			/>
			<Register caption={say.rows} columns={columnsOf(facts, view)} rows={facts.rows} />
			<Pager
				shown={say.shown(facts.rows.length)}
				next={facts.next && withQuery(here, { show: facts.show, after: facts.next })}
				nextLabel={say.next}
				first={facts.first ? null : here}
				firstLabel={say.first}
			>
				<Files
					href={facts.show ? withQuery(here, { show: facts.show }) : here}
					total={intake.lines}
					view={view}
				/>
			</Pager>
		</Shell>
	);
};

/** What there is to do: go on, recount, or take it back. */
const NextStep = ({ facts: { intake }, view }: Page<Facts>) => {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	const anew = anews[intake.what];
	if (intake.state === "running")
		return (
			<div class="intake-next">
				<p>{say.goOnHint(intake.file)}</p>
				<div class="actions">
					<a class="button stamp" href={anew(organisation)}>
						{say.goOn}
					</a>
					{intake.done > 0 && <a href={paths.intakeUndo(organisation, intake.id)}>{say.undo}</a>}
				</div>
			</div>
		);
	if (intake.state === "counting")
		return (
			<form class="intake-next" method="post" action={paths.intakeFinish(organisation, intake.id)} data-once>
				<input type="hidden" name="from" value="0" />
				<p>{intake.what === "money" ? say.moneySettleHint : say.settleHint}</p>
				<div class="actions">
					<button type="submit" class="stamp">
						{intake.what === "money" ? say.moneySettle : say.settle}
					</button>
				</div>
			</form>
		);
	if (intake.state === "undone") return null;
	return (
		<p class="note">
			{intake.what === "money" ? say.moneyUndoHint : say.undoHint}{" "}
			<a href={paths.intakeUndo(organisation, intake.id)}>{say.undo}</a>
		</p>
	);
};

/** A line as the spreadsheet counts it; a table to the right of the first one has lines of its own. */
export const lineIn = (line: number, say: (typeof words)["zh"]) =>
	line > 100_000 ? say.beside(line % 100_000) : String(line);

function columnsOf(facts: Facts, view: View): Column<Line>[] {
	const say = words[view.language];
	const here = view.place?.id ?? "";
	const money = facts.intake.what === "money";
	const linked = (row: Line) =>
		({
			members: paths.member(row.organisation ?? "", row.id ?? ""),
			organisations: paths.home(row.id ?? ""),
			money: paths.entry(here, row.id ?? ""),
		})[facts.intake.what];
	const elsewhere = facts.rows.some(
		({ organisation }) => organisation !== null && organisation !== view.place?.id,
	);
	return [
		{ head: say.line, cell: (row) => lineIn(row.line, say), tight: true },
		{
			head: say.name,
			cell: (row) => (row.id && row.still ? <a href={linked(row)}>{row.name || say.unnamed}</a> : row.name),
		},
		...(money
			? [
					{
						head: say.when,
						cell: (row: Line) => formatDay(row.posted?.day ?? null, view.language, "dotted"),
						minor: true,
					},
					{
						head: say.amount,
						cell: (row: Line) => row.posted && formatAmount(row.posted.amount, view.language),
						number: true,
					},
				]
			: []),
		...(elsewhere && facts.intake.what === "members"
			? [{ head: say.organisation, cell: (row: Line) => row.organisationName, minor: true }]
			: []),
		{
			head: say.outcome,
			cell: (row) => (
				<>
					{say.outcomes[row.outcome]}
					{row.undone !== null && <small> · {undoneIn(row.undone, say)}</small>}
				</>
			),
		},
		money
			? { head: say.why, cell: (row) => whyIn(row, view) }
			: { head: say.before, cell: (row) => beforeIn(row, say), minor: true },
	];
}

/** Why a line of money was left for later after all. */
export function whyIn(row: Line, { language }: Pick<View, "language">): string {
	const say = words[language];
	const why = row.before?.why;
	if (typeof why !== "string") return "";
	const there = row.before?.there;
	return say.whys(why, typeof there === "number" ? formatFen(there, language) : "");
}

export function undoneIn(undone: string, say: (typeof words)["zh"]): string {
	const why = say.blocks[undone as keyof typeof say.blocks];
	return why ? `${say.stays}：${why}` : say.taken;
}

export function beforeIn(row: Line, say: (typeof words)["zh"]): string {
	if (!row.before) return "";
	if ("line" in row.before) return say.repeats(lineIn(Number(row.before.line), say));
	return Object.entries(row.before)
		.map(
			([field, before]) =>
				`${say.fields[field.startsWith("further.") ? "further" : field] ?? field} ${before ?? say.nothing}`,
		)
		.join("；");
}
