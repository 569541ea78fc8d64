import type { SQL } from "drizzle-orm";
import { sql } from "drizzle-orm";
import type { Place } from "../http/door";

type Whose = Pick<Place, "id">;

/** A plan's last round waits for an answer, as a condition inside the statement that writes. */
export const isFiled = (place: Whose, year: number): SQL =>
	sql`exists (select 1 from submission as filed where filed.organisation = ${place.id} and filed.year = ${year}
		and not exists (select 1 from review where review.organisation = filed.organisation and review.year = filed.year
			and review.round = filed.round))`;

/** A plan is approved. */
export const isApproved = (place: Whose, year: number): SQL =>
	sql`exists (select 1 from review where organisation = ${place.id} and year = ${year} and outcome = 'approved')`;

/** Items may be written freely. */
export const isDraft = (place: Whose, year: number): SQL =>
	sql`(not ${isFiled(place, year)} and not ${isApproved(place, year)})`;

/** An item of an approved plan was dropped; `item` is the row of plan_item. */
export const isDropped = (item: SQL = sql`plan_item`): SQL =>
	sql`exists (select 1 from amendment where amendment.organisation = ${item}.organisation and amendment.year = ${item}.year
		and amendment.item = ${item}.id and amendment.act = 'dropped')`;

/** An activity (a row of `activity`) carries out an item (a row of `item`), unless it was cancelled. */
export const carriesOut = (item: SQL = sql`plan_item`): SQL =>
	sql`activity.organisation = ${item}.organisation and activity.plan_item = ${item}.id and not exists (select 1 from cancellation
		where cancellation.organisation = activity.organisation and cancellation.activity = activity.id)`;

/** A row of plan_item as JSON, as submissions and amendments keep it. */
export const keptItem = (item: SQL = sql`plan_item`): SQL =>
	sql`json_object('id', ${item}.id, 'kind', ${item}.kind, 'title', ${item}.title, 'firstDay', ${item}.first_day,
		'lastDay', ${item}.last_day, 'keyDay', ${item}.key_day, 'place', ${item}.place, 'budget', ${item}.budget,
		'helpers', ${item}.helpers)`;
