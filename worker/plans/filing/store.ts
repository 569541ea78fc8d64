import { and, eq, type SQL, sql } from "drizzle-orm";
import type { Authorship } from "../../changes/store";
import type { Place } from "../../http/door";
import { type Database, rows, run } from "../../tables/database";
import { person } from "../../tables/ground";
import { type Outcome, planWaiting, review, submission } from "../../tables/plans";
import { isCounted } from "../../tables/tree";
import type { Day } from "../../values/day";
import { isDraft, isDropped, keptItem } from "../state";
import type { NewReview } from "./input";

/** A round of a plan, by its key. */
export type RoundKey = { year: number; round: number };

/**
 * Files a plan: what stands in it is kept as it is now, and it waits at the level above. At the root nobody stands above, so it
 * holds at once. Its key breaks where the plan is filed or approved already, has no item, or the form was sent before.
 */
export function filePlan(db: Database, place: Place, year: number, by: Authorship, today: Day) {
	const theirs = sql`organisation = ${place.id} and year = ${year}`;
	const last = sql`(select max(round) from submission where ${theirs})`;
	const good = sql`${isDraft(place, year)} and exists (select 1 from plan_item where ${theirs})
		and not exists (select 1 from submission where ${theirs} and id = ${by.id})`;
	const filed = sql`submission where ${theirs} and submission.id = ${by.id}`;
	return db.batch([
		run(
			db,
			sql`insert into submission (organisation, year, round, id, filed_on, items, made_by, made_from)
			select ${place.id}, ${year}, coalesce(${last}, 0) + 1, ${by.id}, ${today},
				(select json_group_array(json(kept)) from (select ${keptItem()} as kept from plan_item
					where plan_item.organisation = ${place.id} and plan_item.year = ${year} and not ${isDropped()}
					order by first_day, last_day, id)),
				${by.by}, case when ${good} then ${by.madeFrom} end`,
		),
		run(
			db,
			sql`insert into plan_waiting (above, organisation, year, round, filed_on)
			select one.parent, one.id, year, round, filed_on from organisation as one, ${filed}
				and one.id = ${place.id} and one.parent is not null`,
		),
		run(
			db,
			sql`insert into review (organisation, year, round, id, outcome, day, made_by, made_from)
			select organisation, year, round, submission.id, 'approved', filed_on, submission.made_by, submission.made_from
			from organisation as one, ${filed} and one.id = ${place.id} and one.parent is null`,
		),
	]);
}

/** What the submission under an id was made from, if it is of this place's plan. */
export async function filedBefore(
	db: Database,
	place: Place,
	year: number,
	id: string,
): Promise<string | undefined> {
	const found = await db
		.select({ madeFrom: submission.madeFrom })
		.from(submission)
		.where(and(eq(submission.organisation, place.id), eq(submission.year, year), eq(submission.id, id)));
	return found[0]?.madeFrom;
}

/** Ends a round: its key stops whoever comes second, and the batch with it. */
function endRound(
	db: Database,
	place: Place,
	{ year, round }: RoundKey,
	outcome: Outcome,
	note: string | null,
	by: Authorship,
	today: Day,
) {
	const { id, madeFrom } = by;
	return [
		db.insert(review).values({
			...{ organisation: place.id, year, round, id, outcome, day: today, note, madeBy: by.by, madeFrom },
		}),
		db.delete(planWaiting).where(
			and(
				// Whoever stands above may be another by now: the row lies under one that it ever stood under.
				sql`${planWaiting.above} in (select parent from stage where organisation = ${place.id} and parent is not null)`,
				eq(planWaiting.organisation, place.id),
				eq(planWaiting.year, year),
			),
		),
	] as const;
}

/** Withdraws a plan before anybody answered it. */
export const withdrawPlan = (db: Database, place: Place, key: RoundKey, by: Authorship, today: Day) =>
	db.batch(endRound(db, place, key, "withdrawn", null, by, today));

/** Approves a plan or returns it, with what is said of its items; of items that were not filed in that round nothing is kept. */
export function reviewPlan(
	db: Database,
	place: Place,
	key: RoundKey,
	{ outcome, note, comments }: NewReview,
	by: Authorship,
	today: Day,
) {
	return db.batch([
		...endRound(db, place, key, outcome, note, by, today),
		run(
			db,
			sql`insert into plan_comment (organisation, year, round, item, said)
			select ${place.id}, ${key.year}, ${key.round}, one.value ->> 'item', one.value ->> 'said'
			from json_each(${JSON.stringify(comments)}) as one
			where one.value ->> 'item' in (select filed.value ->> 'id' from submission, json_each(submission.items) as filed
				where organisation = ${place.id} and year = ${key.year} and round = ${key.round})
			on conflict do nothing`,
		),
	]);
}

/** What ended a round, by whom, and from which form. */
export function reviewOf(db: Database, place: Pick<Place, "id">, { year, round }: RoundKey) {
	return db
		.select({
			id: review.id,
			outcome: review.outcome,
			day: review.day,
			madeFrom: review.madeFrom,
			by: person.name,
		})
		.from(review)
		.leftJoin(person, eq(person.id, review.madeBy))
		.where(and(eq(review.organisation, place.id), eq(review.year, year), eq(review.round, round)));
}

/** The most plans that a list of waiting ones shows. */
export const mostWaiting = 20;

/**
 * The plans that wait for a place's answer, the earliest first; one more than a list shows. They are put into order before their
 * associations are looked up, so that those further down are read once and not twice.
 */
export function plansWaiting(db: Database, above: string, most = mostWaiting + 1) {
	return rows<{ organisation: string; name: string; year: number; round: number; filedOn: Day }>(
		db,
		sql`select organisation.id as organisation, organisation.name, waits.year, waits.round, waits.filedOn
		from (select organisation as id, year, round, filed_on as filedOn from plan_waiting
			where above = ${above} order by year, filed_on, organisation limit -1) as waits
		cross join organisation on organisation.id = waits.id where ${isCounted()}
		limit cast(${most} as integer)`,
	);
}

/** Plans that wait go along when an organisation moves under another: a statement for the batch that moves it. */
export const waitUnder = (db: Database, place: Pick<Place, "id">, from: string, to: string, holds: SQL) =>
	run(
		db,
		sql`update plan_waiting set above = ${to} where above = ${from} and organisation = ${place.id} and ${holds}`,
	);
