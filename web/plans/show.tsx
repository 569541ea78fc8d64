import type { Child } from "hono/jsx";
import { isOpen } from "../../worker/plans/rules";
import { words as activityWords } from "../activities/words";
import { Masthead } from "../layout/masthead";
import { Shell } from "../layout/shell";
import type { Page, View } from "../layout/view";
import { Empty } from "../parts/empty";
import { Files } from "../parts/files";
import { formatAmount, formatDay } from "../parts/format";
import { Mark } from "../parts/mark";
import { type Column, Register } from "../parts/table";
import { paths, withQuery } from "../paths";
import { Amendments } from "./amendments";
import type { PlanFacts } from "./facts";
import { Rounds } from "./rounds";
import { PlanStanding } from "./state";
import { whenOf } from "./when";
import { words } from "./words";

type Item = PlanFacts["items"][number];

/** An organisation's plan of a year: what is to be done and what was, how it stands with the level above, what was changed since. */
export const PlanPage = ({ facts, view }: Page<PlanFacts>) => {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	const plans = view.place?.may.includes("plan the year") ?? false;
	const { year, state, items } = facts;
	return (
		<Shell view={view} title={say.title(year)} here="activities">
			<Masthead
				title={say.title(year)}
				sub={[
					view.place?.name,
					<PlanStanding
						state={state}
						language={view.language}
						{...(facts.isRoot && state === "approved" && { word: say.inForceState })}
					/>,
					facts.deadline && isOpen(state) && say.deadline(facts.deadline.day, facts.deadline.name),
				]}
				year={yearsAround(year, view)}
				back={{ href: paths.activities(organisation), label: say.back }}
			>
				{plans && state !== "filed" && (
					<a class="button" href={paths.planItemNew(organisation, year)}>
						{state === "approved" ? say.amendAdd : say.add}
					</a>
				)}
			</Masthead>
			{facts.form.conflict && (
				<div class="errors" role="alert">
					<p>{say.notAsShown}</p>
				</div>
			)}
			{items.length === 0 ? (
				<Nothing facts={facts} view={view} plans={plans} />
			) : (
				<>
					<Register
						caption={say.items}
						rows={items}
						columns={columnsOf(facts, view, plans)}
						foot={footOf(facts, view)}
					/>
					<p class="actions quiet">
						<Files href={paths.plan(organisation, year)} view={view} />
					</p>
					{plans && <Filing facts={facts} view={view} />}
				</>
			)}
			<Rounds facts={facts} view={view} />
			<Amendments facts={facts} view={view} />
		</Shell>
	);
};

function yearsAround(year: number, view: View) {
	const to = (other: number) => paths.plan(view.place?.id ?? "", other);
	const last = Number(view.today.slice(0, 4)) + 1;
	return { year, earlier: year > 2000 ? to(year - 1) : null, later: year < last ? to(year + 1) : null };
}

function columnsOf({ year, state }: PlanFacts, view: View, plans: boolean): Column<Item>[] {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	const kinds = activityWords[view.language].kinds;
	const opens = plans && state !== "filed";
	const title = (item: Item) =>
		opens && item.state !== "dropped" ? (
			<a href={paths.planItem(organisation, year, item.id)}>{item.title}</a>
		) : (
			item.title
		);
	return [
		{
			head: say.name,
			cell: (item) => (
				<>
					{title(item)}
					{item.comment && (
						<small class="said">
							{say.comment}：{item.comment}
						</small>
					)}
				</>
			),
		},
		{ head: say.when, cell: (item) => whenOf(item, view.language), tight: true },
		{ head: say.kind, cell: (item) => kinds[item.kind], minor: true },
		{ head: say.place, cell: (item) => item.place ?? "–", minor: true },
		{ head: say.helpers, cell: (item) => item.helpers ?? "–", minor: true },
		{
			head: say.budget,
			cell: (item) => (item.budget === null ? "–" : formatAmount(item.budget, view.language)),
			number: true,
			minor: true,
		},
		{ head: say.state, cell: (item) => became(item, view), tight: true },
	];
}

/** What became of an item: its day where it was held, a mark where somebody is needed, else the one link to do it. */
function became(item: Item, view: View): Child {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	if (item.activity !== null && item.heldOn)
		return (
			<a href={paths.activity(organisation, item.activity)}>
				<Mark shape={item.state === "done" ? "solid" : "hollow"} />{" "}
				{formatDay(item.heldOn, view.language, "short")}
			</a>
		);
	if (item.state === "dropped") return say.itemStates.dropped;
	const records = view.place?.may.includes("record activities");
	const past = item.state === "missed";
	const mark = <Mark shape="hollow" />;
	const href = withQuery(paths.activityNew(organisation), { item: item.id });
	if (!records)
		return past ? (
			<span class="missed">
				{mark} {say.itemStates.missed}
			</span>
		) : (
			say.itemStates.due
		);
	return past ? (
		<a class="missed" href={href} aria-label={`${item.title} ${say.itemStates.missed} ${say.record}`}>
			{mark} {say.record}
		</a>
	) : (
		<a href={href} aria-label={`${item.title} ${say.prepare}`}>
			{say.prepare}
		</a>
	);
}

function footOf({ items }: PlanFacts, view: View): Child[] {
	const say = words[view.language];
	const standing = items.filter(({ state }) => state !== "dropped");
	const budget = standing.reduce((sum, item) => sum + (item.budget ?? 0), 0);
	const done = standing.filter(({ state }) => state === "done").length;
	return [
		say.count(standing.length),
		...["", "", "", ""],
		formatAmount(budget, view.language),
		`${done} / ${standing.length}`,
	];
}

const Nothing = ({ facts, view, plans }: Page<PlanFacts> & { plans: boolean }) => {
	const say = words[view.language];
	if (!plans) return <Empty {...say.emptyToRead} />;
	const { year, lastYear, form } = facts;
	const action = paths.planStart(view.place?.id ?? "", year);
	return (
		<>
			<Empty {...say.empty} />
			<form method="post" action={action} data-once class="actions">
				<input type="hidden" name="id" value={form.id} />
				{lastYear > 0 && (
					<button type="submit" class="stamp" name="from" value="last-year">
						{say.fromLastYear(lastYear)}
					</button>
				)}
				<button type="submit" class={lastYear > 0 ? undefined : "stamp"} name="from" value="ready">
					{say.ready}
				</button>
			</form>
		</>
	);
};

/** Filing the plan, or taking it back before it is answered: the page's one stamp. */
const Filing = ({ facts: { year, state, isRoot, rounds, form }, view }: Page<PlanFacts>) => {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	const last = rounds[0];
	if (state === "approved") return null;
	if (state === "filed" && last)
		return (
			<form
				method="post"
				action={paths.planWithdrawal(organisation, year, last.round)}
				data-once
				class="actions"
			>
				<input type="hidden" name="id" value={form.id} />
				<button type="submit">{say.withdraw}</button>
				<span class="note">{say.withdrawNote}</span>
			</form>
		);
	return (
		<form
			method="post"
			action={paths.planRounds(organisation, year)}
			data-once
			data-confirm={say.fileConfirm}
			class="actions"
		>
			<input type="hidden" name="id" value={form.id} />
			<button type="submit" class="stamp">
				{isRoot ? say.decide : say.file(view.place?.parentName ?? "")}
			</button>
			<span class="note">{isRoot ? say.decideNote : say.fileNote}</span>
		</form>
	);
};
