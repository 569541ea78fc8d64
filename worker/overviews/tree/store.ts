import { type SQL, sql } from "drizzle-orm";
import type { Place } from "../../http/door";
import { endOf, stoodOn, within } from "../../organisations/then";
import { type Database, rows } from "../../tables/database";
import { isCounted, membersOn } from "../../tables/tree";
import type { Day } from "../../values/day";
import type { FoldedRow, TreeRow } from "./rules";

/** A tree larger than this is folded: those directly below with their sums, each a way to its own tree. */
export const mostNodes = 600;

/**
 * A place and all that stood below it on a day, in one round trip: whole, or, where there is too much, those directly
 * below. Only one of the two has rows.
 */
export function treeOn(db: Database, place: Place, day: Day, today: Day) {
	const size = sql`(select count(*) from (select 1 from organisation
		where ${within(sql`path`, place)} limit ${mostNodes + 1}))`;
	return db.batch([
		rows<TreeRow>(
			db,
			sql`select one.*, ${membersOn(sql`one.id`, day)} as had from ${stoodOn(place, day, today)} where ${size} <= ${mostNodes}`,
		),
		rows<FoldedRow>(db, foldedOf(place, day, today, sql`${size} > ${mostNodes}`)),
		rows<{ had: string | null }>(db, sql`select ${membersOn(sql`${place.id}`, day)} as had`),
		rows<{ id: string; zh: string; en: string }>(db, sql`select id, zh, en from kind order by sort`),
	]);
}

function foldedOf(place: Place, day: Day, today: Day, when: SQL): SQL {
	const mine = within(sql`one.now`, place);
	const under = sql`one.id <> child.id and ${isCounted(sql`one`)} and ${mine}`;
	const had = (
		which: number,
	) => sql`(select value ->> ${sql.raw(String(which))} from membership_days, json_each(days)
		where membership_days.organisation = one.id and value ->> 0 <= ${day} limit 1)`;
	return sql`select child.id, child.parent, child.name, child.kind, child.status, child.practice, child.now,
			${membersOn(sql`child.id`, day)} as had, count(case when ${under} then 1 end) as below,
			coalesce(sum(case when ${under} then ${had(1)} end), 0) as members,
			coalesce(sum(case when ${under} then ${had(2)} end), 0) as women, count(case when not (${mine}) then 1 end) as elsewhere
		from ${stoodOn(place, day, today, sql`child`)}
		join ${stoodOn(place, day, today)} on one.path >= child.path and one.path < ${endOf(sql`child.path`)}
		where child.parent = ${place.id} and ${when} group by child.id`;
}
