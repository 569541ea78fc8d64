import * as v from "valibot";
import { intakeOutcomes } from "../../worker/tables/intakes";
import { Masthead } from "../layout/masthead";
import { Shell } from "../layout/shell";
import type { Page, View } from "../layout/view";
import { Files } from "../parts/files";
import { Filters } from "../parts/filters";
import { formatDay } from "../parts/format";
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
			/** Taken back, or why it wasn't; null as long as nobody tried. */
			undone: v.nullable(v.string()),
		}),
	),
	first: v.boolean(),
	next: v.nullable(v.string()),
});
type Facts = v.InferOutput<typeof intakeFacts>;
export type Line = Facts["rows"][number];

/** One file brought in: who, when, what became of each line, and the ways on and back. */
export const IntakePage = ({ facts, view }: Page<Facts>) => {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	const { intake } = facts;
	const here = paths.intake(organisation, intake.id);
	return (
		<Shell view={view} title={intake.file} here={intake.what === "members" ? "members" : "association"}>
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
	const anew = intake.what === "members" ? paths.intakeNew : paths.treeIntakeNew;
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
				<p>{say.settleHint}</p>
				<div class="actions">
					<button type="submit" class="stamp">
						{say.settle}
					</button>
				</div>
			</form>
		);
	if (intake.state === "undone") return null;
	return (
		<p class="note">
			{say.undoHint} <a href={paths.intakeUndo(organisation, intake.id)}>{say.undo}</a>
		</p>
	);
};

/** A line as the spreadsheet counts it; a table to the right of the first one has lines of its own. */
export const lineIn = (line: number, say: (typeof words)["zh"]) =>
	line > 100_000 ? say.beside(line % 100_000) : String(line);

function columnsOf(facts: Facts, view: View): Column<Line>[] {
	const say = words[view.language];
	const linked = (row: Line) =>
		facts.intake.what === "members"
			? paths.member(row.organisation ?? "", row.id ?? "")
			: paths.home(row.id ?? "");
	const elsewhere = facts.rows.some(
		({ organisation }) => organisation !== null && organisation !== view.place?.id,
	);
	return [
		{ head: say.line, cell: (row) => lineIn(row.line, say), tight: true },
		{
			head: say.name,
			cell: (row) => (row.id && row.still ? <a href={linked(row)}>{row.name}</a> : row.name),
		},
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
		{ head: say.before, cell: (row) => beforeIn(row, say), minor: true },
	];
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
