import { and, asc, desc, eq, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import type { Place } from "../http/door";
import { type Database, named, rows } from "../tables/database";
import { person } from "../tables/ground";
import { amendment, planComment, planItem, review, submission } from "../tables/plans";
import type { Day } from "../values/day";
import { told } from "./item/rules";
import { carriesOut, isDropped } from "./state";

/** The most items that a plan may have: one for each week, and eight more. */
export const mostItems = 60;

/**
 * The items of a place's plan of a year in their order, each with whether it was dropped and the first activity that carries it out.
 */
export function itemsOf(db: Database, place: Pick<Place, "id">, year: number) {
	const carriedOut = sql`from activity indexed by activity_plan_item where ${carriesOut()} order by +activity.day limit 1`;
	return db
		.select({
			...told,
			dropped: sql<number>`${isDropped()}`.as("dropped"),
			// Both in one look: each costs three rows.
			carriedOut: sql<string | null>`(select json_array(activity.id, activity.day) ${carriedOut})`.as(
				"carried_out",
			),
		})
		.from(planItem)
		.where(and(eq(planItem.organisation, place.id), eq(planItem.year, year)))
		.orderBy(asc(planItem.firstDay), asc(planItem.lastDay), asc(planItem.id))
		.limit(mostItems);
}

/** The rounds of a plan, the latest first: who filed and who answered, without what was filed. */
export function roundsOf(db: Database, place: Pick<Place, "id">, year: number) {
	const reviewer = alias(person, "reviewer");
	return db
		.select({
			round: submission.round,
			filedOn: submission.filedOn,
			by: named(person.name, "filed_by"),
			outcome: review.outcome,
			reviewedOn: named(review.day, "reviewed_on"),
			reviewedBy: named(reviewer.name, "reviewed_by"),
			note: review.note,
		})
		.from(submission)
		.leftJoin(person, eq(person.id, submission.madeBy))
		.leftJoin(
			review,
			and(
				eq(review.organisation, submission.organisation),
				eq(review.year, submission.year),
				eq(review.round, submission.round),
			),
		)
		.leftJoin(reviewer, eq(reviewer.id, review.madeBy))
		.where(and(eq(submission.organisation, place.id), eq(submission.year, year)))
		.orderBy(desc(submission.round))
		.limit(20);
}

/** What was filed in a round. */
export function filedIn(db: Database, place: Pick<Place, "id">, year: number, round: number) {
	return db
		.select({ items: submission.items })
		.from(submission)
		.where(
			and(eq(submission.organisation, place.id), eq(submission.year, year), eq(submission.round, round)),
		);
}

/** What reviews of a plan said of its items, by round. */
export function commentsOf(db: Database, place: Pick<Place, "id">, year: number) {
	return db
		.select({ round: planComment.round, item: planComment.item, said: planComment.said })
		.from(planComment)
		.where(and(eq(planComment.organisation, place.id), eq(planComment.year, year)));
}

/** The changes of an approved plan, the latest first. */
export function amendmentsOf(db: Database, place: Pick<Place, "id">, year: number) {
	return db
		.select({
			id: amendment.id,
			item: amendment.item,
			act: amendment.act,
			day: amendment.day,
			reason: amendment.reason,
			before: amendment.before,
			after: amendment.after,
			by: person.name,
		})
		.from(amendment)
		.leftJoin(person, eq(person.id, amendment.madeBy))
		.where(and(eq(amendment.organisation, place.id), eq(amendment.year, year)))
		.orderBy(desc(amendment.day), desc(amendment.id))
		.limit(mostItems);
}

/** The ids of those above a place, as JSON. */
const above = ({ path }: Pick<Place, "path">) => JSON.stringify(path.split("/").slice(0, -2));

/** The day by which a place files its plan of a year, as the nearest above it set it. */
export function deadlineOf(db: Database, place: Pick<Place, "path">, year: number) {
	return rows<{ day: Day; name: string }>(
		db,
		sql`select plan_deadline.day, organisation.name from json_each(${above(place)}) as up
		join plan_deadline on plan_deadline.organisation = up.value and plan_deadline.year = ${year}
		join organisation on organisation.id = up.value order by up.key desc limit 1`,
	);
}

/** How many items a place had planned in a year. */
export function itemsIn(db: Database, place: Pick<Place, "id">, year: number) {
	return db
		.select({ items: sql<number>`count(*)`.as("items") })
		.from(planItem)
		.where(and(eq(planItem.organisation, place.id), eq(planItem.year, year)));
}
