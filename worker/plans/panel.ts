/** What an association's home shows of plans: the year's own, what of it is near, and those below that wait for an answer. */
import { and, asc, eq, gte, lte, sql } from "drizzle-orm";
import type { Place } from "../http/door";
import { type Database, rows } from "../tables/database";
import { type Outcome, planItem } from "../tables/plans";
import { type Day, daysAfter, yearOf } from "../values/day";
import { plansWaiting } from "./filing/store";
import { type PlanState, planStateOn } from "./rules";
import { carriesOut, isApproved, isDropped } from "./state";

/** How far a home looks back at what was planned and not done, and ahead. */
const days = 30;

/** The most plans that a home counts; beyond it there are simply more. */
export const mostPlansWaiting = 9;

type Standing = {
	year: number;
	deadline: Day | null;
	round: number | null;
	filedOn: Day | null;
	outcome: Outcome | null;
};

/** How the plans of this year and the next stand: their last rounds, and the days by which they are due. */
function standings(db: Database, place: Pick<Place, "id" | "path">, today: Day) {
	const years = JSON.stringify([yearOf(today), yearOf(today) + 1]);
	const above = JSON.stringify(place.path.split("/").slice(0, -2));
	return rows<Standing>(
		db,
		sql`select asked.value as year, last.round, last.filed_on as filedOn, review.outcome,
			(select day from json_each(${above}) as up join plan_deadline on plan_deadline.organisation = up.value
				and plan_deadline.year = asked.value order by up.key desc limit 1) as deadline
		from json_each(${years}) as asked
		left join submission as last on last.organisation = ${place.id} and last.year = asked.value and last.round =
			(select max(round) from submission where organisation = ${place.id} and year = asked.value)
		left join review on review.organisation = last.organisation and review.year = last.year and review.round = last.round
		order by asked.value`,
	);
}

/** What an approved plan has within a month of today that nothing has carried out yet. */
function itemsNear(db: Database, place: Pick<Place, "id">, today: Day) {
	const year = yearOf(today);
	return db
		.select({
			id: planItem.id,
			title: planItem.title,
			firstDay: planItem.firstDay,
			lastDay: planItem.lastDay,
			keyDay: planItem.keyDay,
		})
		.from(planItem)
		.where(
			and(
				eq(planItem.organisation, place.id),
				eq(planItem.year, year),
				gte(planItem.firstDay, daysAfter(today, -days)),
				lte(planItem.firstDay, daysAfter(today, days)),
				sql`not exists (select 1 from activity where ${carriesOut()})`,
				sql`not ${isDropped()}`,
				isApproved(place, year),
			),
		)
		.orderBy(asc(planItem.firstDay))
		.limit(6);
}

/** The statements of the panel, for the batch of a home. */
export function panelRows(db: Database, place: Pick<Place, "id" | "path">, today: Day) {
	return [
		standings(db, place, today),
		itemsNear(db, place, today),
		plansWaiting(db, place.id, mostPlansWaiting + 1),
	] as const;
}

/** What of plans is missing on a day. */
export type PlanPanel = {
	/** The plans to be written: those that are due some day and not filed, and those that came back. */
	unfiled: { year: number; state: PlanState; deadline: Day | null }[];
	near: { id: string; title: string; firstDay: Day; lastDay: Day; keyDay: string | null }[];
	/** How many plans below wait for an answer, up to one more than are counted. */
	waiting: number;
};

export function planPanelOf(
	standing: readonly Standing[],
	near: PlanPanel["near"],
	waiting: readonly object[],
	today: Day,
): PlanPanel {
	const plans = standing.map(({ year, deadline, round, filedOn, outcome }) => ({
		year,
		deadline,
		state: planStateOn(today, round && filedOn ? [{ round, filedOn, outcome }] : [], deadline),
	}));
	return {
		unfiled: plans.filter(
			({ state, deadline }) =>
				state === "returned" || ((state === "draft" || state === "overdue") && deadline !== null),
		),
		near,
		waiting: waiting.length,
	};
}
