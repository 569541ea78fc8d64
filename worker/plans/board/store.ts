import { and, asc, eq, type SQL, sql } from "drizzle-orm";
import type { Place } from "../../http/door";
import { type Database, ours, rows, run } from "../../tables/database";
import { planBoard } from "../../tables/plans";
import { isCounted } from "../../tables/tree";
import { type Day, nowInSeconds } from "../../values/day";
import { type ItemState, itemStates } from "../plan";
import { type PlanState, planStates } from "../rules";
import { carriesOut, isDropped } from "../state";

/** How many rows a board shows, and a page of the rows behind a figure. */
export const rowsOfPlanBoard = 60;
export const pageOfPlans = 60;
/** How many a file of such a list holds. */
export const fileOfPlans = 3000;

/** The board of a place in a year: first the whole under no name, then a row each by name, and one more than are shown. */
export function planBoardOf(db: Database, place: Pick<Place, "id">, year: number) {
	const { parent: _, year: __, plans: ___, things: ____, ...figures } = planBoard;
	const { organisation, name, state, units, draft, overdue, filed, returned, approved } = figures;
	const { amended, done, missed, dropped, due, at } = figures;
	return db
		.select({
			...{ organisation, name, state, units, draft, overdue, filed, returned, approved },
			...{ amended, done, missed, dropped, due, at },
		})
		.from(planBoard)
		.where(and(eq(planBoard.parent, place.id), eq(planBoard.year, year)))
		.orderBy(asc(planBoard.name))
		.limit(rowsOfPlanBoard + 2);
}

export type PlanBoardRow = Awaited<ReturnType<typeof planBoardOf>>[number];

/** When a row of a board was made, and its name; nothing for what isn't directly below. */
export function planRowOf(db: Database, place: Pick<Place, "id">, year: number, under: string | null) {
	return db
		.select({ name: planBoard.name, at: planBoard.at })
		.from(planBoard)
		.where(
			and(
				eq(planBoard.parent, place.id),
				eq(planBoard.year, year),
				under ? eq(planBoard.organisation, under) : eq(planBoard.name, ""),
			),
		)
		.limit(1);
}

/** Which part of a list: how many lines come before, and how many follow at the most. */
export type Part = { from: number; most: number };

const partOf = (
	place: Pick<Place, "id">,
	year: number,
	column: "plans" | "things",
	state: string,
	under: string | null,
	{ from, most }: Part,
) => sql`from plan_board join json_each(plan_board.${ours(column)}, ${`$.${state}`}) as one
	where plan_board.parent = ${place.id} and plan_board.year = ${year} and plan_board.name <> ''
	${under ? sql`and plan_board.organisation = ${under}` : sql``}
	limit cast(${most + 1} as integer) offset cast(${from} as integer)`;

export type ListedPlan = {
	organisation: string;
	name: string;
	round: number | null;
	filedOn: Day | null;
	deadline: Day | null;
};

/** The plans behind a figure of a board, as they were counted. One more than asked for. */
export function plansListed(
	db: Database,
	place: Pick<Place, "id">,
	year: number,
	state: PlanState,
	under: string | null,
	part: Part,
) {
	return rows<ListedPlan>(
		db,
		sql`select one.value ->> 0 as organisation, one.value ->> 1 as name, one.value ->> 2 as round,
			one.value ->> 3 as filedOn, one.value ->> 4 as deadline ${partOf(place, year, "plans", state, under, part)}`,
	);
}

export type ListedThing = {
	organisation: string;
	name: string;
	item: string;
	title: string;
	firstDay: Day;
	lastDay: Day;
	activity: string | null;
};

/** The items behind a figure of a board, as they were counted. One more than asked for. */
export function thingsListed(
	db: Database,
	place: Pick<Place, "id">,
	year: number,
	state: ItemState,
	under: string | null,
	part: Part,
) {
	return rows<ListedThing>(
		db,
		sql`select one.value ->> 0 as organisation, one.value ->> 1 as name, one.value ->> 2 as item, one.value ->> 3 as title,
			one.value ->> 4 as firstDay, one.value ->> 5 as lastDay, one.value ->> 6 as activity
			${partOf(place, year, "things", state, under, part)}`,
	);
}

const columns = ours(
	"parent, year, name, organisation, state, units, draft, overdue, filed, returned, approved, amended, done, missed, dropped, due, plans, things, at",
);

/**
 * Makes the boards of plans of a year anew: of one place, or of every place that has others below it. Counts and lists come of one
 * select of the same plans and items; all of it happens in the database.
 */
export function renewPlanBoard(
	db: Database,
	year: number,
	today: Day,
	place: Pick<Place, "id" | "path"> | null,
) {
	const theirs = sql`year = ${year} and ${place ? sql`parent = ${place.id}` : sql`true`}`;
	const scope = place
		? sql`${isCounted()} and path > ${place.path} and path < substr(${place.path}, 1, length(${place.path}) - 1) || '0'`
		: isCounted();
	const under = place ? sql`child.parent = ${place.id}` : sql`child.parent is not null`;
	const steps = (path: SQL) => sql`json_each('["' || replace(rtrim(${path}, '/'), '/', '","') || '"]')`;
	const whole = place ? sql`${place.id}` : sql`plan_board.parent`;
	const sums = ours(
		["units", "draft", "overdue", "filed", "returned", "approved", "amended", ...itemStates]
			.map((one) => `coalesce(sum(${one}), 0)`)
			.join(", "),
	);
	return db.batch([
		run(db, sql`delete from plan_board where ${theirs}`),
		run(
			db,
			sql`insert into plan_board (${columns})
			with one as materialized (select id, path, name from organisation where ${scope}),
			plan as materialized (
				select one.id, one.path, one.name, last.round, last.filed_on, deadline.day as deadline,
					case when review.outcome in ('approved', 'returned') then review.outcome
						when last.round is not null and review.outcome is null then 'filed'
						when deadline.day < ${today} then 'overdue' else 'draft' end as state,
					(select count(*) from amendment where organisation = one.id and amendment.year = ${year}) as amended
				from one
				left join submission as last on last.organisation = one.id and last.year = ${year} and last.round =
					(select max(round) from submission as any_round where any_round.organisation = one.id and any_round.year = ${year})
				left join review on review.organisation = last.organisation and review.year = last.year and review.round = last.round
				left join plan_deadline as deadline on deadline.year = ${year} and deadline.organisation =
					(select step.value from ${steps(sql`one.path`)} as step
						join plan_deadline as above on above.organisation = step.value and above.year = ${year}
						where step.value <> one.id order by step.key desc limit 1)
			), thing as materialized (
				select organisation, plan_item.id, title, first_day, last_day, activity, one.path, one.name as place,
					case when activity is not null then 'done' when dropped then 'dropped'
						when last_day < ${today} then 'missed' else 'due' end as state
				from one cross join (select plan_item.*, ${isDropped()} as dropped,
					(select activity.id from activity where ${carriesOut()} and activity.day <= ${today} order by activity.day desc limit 1) as activity
					from plan_item where year = ${year}) as plan_item on plan_item.organisation = one.id
			), plans as (
				select child.parent as above, child.id as child, child.name as row_name,
					max(case when plan.id = child.id then plan.state end) as own, count(*) as units, sum(amended) as amended,
					${countsOf(planStates)},
					json_object(${listsOf(planStates, sql`json_array(plan.id, plan.name, round, filed_on, deadline)`, sql`plan.path`)}) as lists
				from plan cross join ${steps(sql`plan.path`)} as step cross join organisation as child on child.id = step.value
				where ${under} group by child.id
			), things as (
				select child.id as child, ${countsOf(itemStates)},
					json_object(${listsOf(
						itemStates,
						sql`json_array(thing.organisation, place, thing.id, title, first_day, last_day, activity)`,
						sql`last_day, thing.path`,
					)}) as lists
				from thing cross join ${steps(sql`thing.path`)} as step cross join organisation as child on child.id = step.value
				where ${under} group by child.id
			)
			select above, ${year}, row_name, plans.child, coalesce(own, ''), units, draft, overdue, filed, returned, approved, amended,
				coalesce(done, 0), coalesce(missed, 0), coalesce(dropped, 0), coalesce(due, 0), plans.lists,
				coalesce(things.lists, '{}'), ${nowInSeconds()}
			from plans left join things on things.child = plans.child`,
		),
		run(
			db,
			sql`insert into plan_board (${columns})
			select ${whole}, ${year}, '', ${whole}, '', ${sums}, '{}', '{}', ${nowInSeconds()}
			from plan_board where ${theirs} ${place ? sql`` : sql`group by parent`}`,
		),
	]);
}

/** How many rows are in each state, in columns named after them. */
const countsOf = (states: readonly string[]) =>
	sql.join(
		states.map((state) => sql`coalesce(sum(state = ${state}), 0) as ${ours(state)}`),
		sql`, `,
	);

/** The rows themselves by state, so that a list of one state passes over no other. */
const listsOf = (states: readonly string[], row: SQL, order: SQL) =>
	sql.join(
		states.map(
			(state) => sql`${state}, json_group_array(${row} order by ${order}) filter (where state = ${state})`,
		),
		sql`, `,
	);

/** Sets the day by which those below file their plans of a year. */
export const setDeadline = (db: Database, place: Pick<Place, "id">, year: number, day: Day) =>
	run(
		db,
		sql`insert into plan_deadline (organisation, year, day) values (${place.id}, ${year}, ${day})
		on conflict (organisation, year) do update set day = excluded.day`,
	);
