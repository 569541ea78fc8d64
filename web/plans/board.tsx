import type { Child } from "hono/jsx";
import type { ItemState } from "../../worker/plans/plan";
import { type PlanState, planStates } from "../../worker/plans/rules";
import { Masthead } from "../layout/masthead";
import { Shell } from "../layout/shell";
import type { Page, View } from "../layout/view";
import { Empty } from "../parts/empty";
import { DayField } from "../parts/field";
import { Files } from "../parts/files";
import { Filters } from "../parts/filters";
import { ErrorSummary } from "../parts/form";
import { formatDay, formatNumber } from "../parts/format";
import { Heading } from "../parts/heading";
import { Mark } from "../parts/mark";
import { fieldOf, problemsOf } from "../parts/mistakes";
import { type Column, Register } from "../parts/table";
import { paths, withQuery } from "../paths";
import type { PlanBoardFacts, PlanBoardRowFacts as Row } from "./board-facts";
import { words } from "./board-words";
import { PlanStanding } from "./state";
import { words as planWords } from "./words";

/** Plans below a place: those that wait first, then a row each; each figure opens the rows behind it. */
export const PlanBoardPage = ({ facts, view }: Page<PlanBoardFacts>) => {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	const { year, whole, show } = facts;
	const here = paths.plansBelow(organisation);
	return (
		<Shell view={view} title={say.title(year)} here="activities">
			<Masthead
				title={say.title(year)}
				sub={[view.place?.name, whole && whole.units > 0 && say.units(whole.units), asOf(facts, view)]}
				year={yearsAround(facts, view)}
				back={{ href: paths.home(organisation), label: say.back }}
			/>
			{whole === null || whole.units === 0 ? (
				<Empty {...say.none} />
			) : (
				<>
					<Waiting facts={facts} view={view} />
					<Filters
						label={say.tabs}
						language={view.language}
						tabs={(["filing", "progress"] as const).map((one) => ({
							href: withQuery(here, { year, show: one }),
							label: say.show[one],
							chosen: show === one,
						}))}
					/>
					<Register
						caption={say.show[show]}
						rows={facts.rows}
						columns={show === "filing" ? filing(facts, view) : progress(facts, view)}
						foot={footOf(facts, whole, view)}
					/>
					<p class="note">
						{facts.more && say.shown(facts.rows.length)} {say.note}
					</p>
					<p class="links">
						<Files href={withQuery(here, { year })} view={view} />
					</p>
				</>
			)}
			{((whole !== null && whole.units > 0) || Object.keys(facts.form.mistakes).length > 0) && (
				<Deadline facts={facts} view={view} />
			)}
		</Shell>
	);
};

function yearsAround({ year, show }: PlanBoardFacts, view: View) {
	const to = (other: number) => withQuery(paths.plansBelow(view.place?.id ?? ""), { year: other, show });
	const last = Number(view.today.slice(0, 4)) + 1;
	return { year, earlier: year > 2000 ? to(year - 1) : null, later: year < last ? to(year + 1) : null };
}

export function asOf({ day, time }: { day: string | null; time: string | null }, view: View): string | null {
	return day && words[view.language].asOf(`${formatDay(day, view.language, "short")} ${time}`);
}

/** The plans that wait for an answer, as they wait now. */
const Waiting = ({ facts: { waiting, moreWaiting }, view }: Page<PlanBoardFacts>) => {
	const say = words[view.language];
	if (waiting.length === 0) return <p class="note">{say.nobodyWaits}</p>;
	return (
		<section>
			<Heading note={say.waitingNote}>{say.waiting(waiting.length, moreWaiting)}</Heading>
			<ul class="rows named">
				{waiting.map((one) => (
					<li>
						<b>{one.name}</b>
						<small>
							{one.year}・{say.filedOn(one.filedOn)}
						</small>
						<a
							href={paths.planRound(one.organisation, one.year, one.round)}
							aria-label={`${say.answer} ${one.name}`}
						>
							{say.answer}
						</a>
					</li>
				))}
			</ul>
		</section>
	);
};

function nameOf(show: PlanBoardFacts["show"], year: number): Column<Row>["cell"] {
	return (row) => (
		<a
			href={
				row.units > 1
					? withQuery(paths.plansBelow(row.organisation), { year, show })
					: paths.plan(row.organisation, year)
			}
		>
			{row.name}
		</a>
	);
}

function filing(facts: PlanBoardFacts, view: View): Column<Row>[] {
	const say = words[view.language];
	const leads = facts.rows.some(({ units }) => units > 1);
	return [
		{ head: say.name, cell: nameOf("filing", facts.year) },
		{ head: say.state, cell: (row) => own(row, facts.year, view), tight: true, minor: leads },
		...(leads
			? [
					{
						head: say.plans,
						cell: (row: Row) => formatNumber(row.units, view.language),
						number: true,
						minor: true,
					},
					...(["overdue", "draft", "filed", "returned", "approved"] as const).map((state) => ({
						head: say[state],
						cell: (row: Row) => planFigure(row, state, facts, view),
						number: true,
						minor: state !== "overdue" && state !== "filed",
					})),
				]
			: []),
		{
			head: say.amended,
			cell: (row) => (row.amended === 0 ? "–" : formatNumber(row.amended, view.language)),
			number: true,
			minor: true,
		},
	];
}

/** How a row's own plan stands: a way to it. */
function own(row: Row, year: number, view: View): Child {
	const state = planStates.find((one) => one === row.state);
	if (!state) return "–";
	return (
		<a
			href={paths.plan(row.organisation, year)}
			aria-label={`${row.name} ${planWords[view.language].states[state]}`}
		>
			{state === "approved" ? (
				planWords[view.language].states.approved
			) : (
				<PlanStanding state={state} language={view.language} />
			)}
		</a>
	);
}

function progress(facts: PlanBoardFacts, view: View): Column<Row>[] {
	const say = words[view.language];
	return [
		{ head: say.name, cell: nameOf("progress", facts.year) },
		...(["done", "missed", "due", "dropped"] as const).map((state) => ({
			head: say[state],
			cell: (row: Row) => thingFigure(row, state, facts, view),
			number: true,
			minor: state === "due" || state === "dropped",
		})),
	];
}

function footOf(facts: PlanBoardFacts, whole: Row, view: View): Child[] {
	const say = words[view.language];
	if (facts.show === "progress")
		return [
			say.all,
			...(["done", "missed", "due", "dropped"] as const).map((state) =>
				thingFigure(whole, state, facts, view),
			),
		];
	const leads = facts.rows.some(({ units }) => units > 1);
	const states = ["overdue", "draft", "filed", "returned", "approved"] as const;
	return [
		say.all,
		"",
		...(leads
			? [
					formatNumber(whole.units, view.language),
					...states.map((state) => planFigure(whole, state, facts, view)),
				]
			: []),
		whole.amended === 0 ? "–" : formatNumber(whole.amended, view.language),
	];
}

const planFigure = (row: Row, state: PlanState, facts: PlanBoardFacts, view: View) =>
	figure(row, row[state], words[view.language][state], state === "overdue", (under) =>
		withQuery(paths.plansListed(view.place?.id ?? ""), { year: facts.year, state, under }),
	)(view);

const thingFigure = (row: Row, state: ItemState, facts: PlanBoardFacts, view: View) =>
	figure(row, row[state], words[view.language][state], state === "missed", (under) =>
		withQuery(paths.plannedListed(view.place?.id ?? ""), { year: facts.year, state, under }),
	)(view);

/** A count as a way to its rows; nothing is a dash, and what somebody must see to has a mark. */
const figure =
	(row: Row, count: number, label: string, marked: boolean, hrefOf: (under: string | null) => string) =>
	(view: View): Child => {
		if (count === 0) return "–";
		const text = formatNumber(count, view.language);
		return (
			<a
				class={marked ? "missed" : undefined}
				href={hrefOf(row.name === "" ? null : row.organisation)}
				aria-label={`${row.name} ${label} ${text}`.trim()}
			>
				{marked && <Mark shape="hollow" />} {text}
			</a>
		);
	};

/** The day by which those below file; whoever plans this place's year sets it. */
const Deadline = ({ facts: { year, deadline, form }, view }: Page<PlanBoardFacts>) => {
	const say = words[view.language];
	const field = fieldOf(form, view.language);
	const sets = view.place?.may.includes("plan the year");
	return (
		<section>
			<Heading>{say.deadline}</Heading>
			<p class="note">{deadline ? say.deadlineNow(deadline.day, deadline.name) : say.noDeadline}</p>
			{sets && (
				<form
					method="post"
					action={paths.planDeadline(view.place?.id ?? "")}
					data-once
					class="form"
					novalidate
				>
					<input type="hidden" name="id" value={form.id} />
					<input type="hidden" name="year" value={form.typed.year ?? String(year)} />
					<ErrorSummary problems={problemsOf(form, view.language)} language={view.language} />
					<DayField {...field("day")} label={say.deadlineField(year)} />
					<div class="actions">
						<button type="submit">{say.setDeadline}</button>
					</div>
				</form>
			)}
		</section>
	);
};
