import { type SQL, sql } from "drizzle-orm";
import type { Place } from "../../http/door";
import { pathOn, stoodOn, within } from "../../organisations/then";
import { type Database, ours, rows } from "../../tables/database";
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

/** Those directly below with their sums, in one pass: whom somebody stands under is the step of their path below the place's. */
function foldedOf(place: Place, day: Day, today: Day, when: SQL): SQL {
	const its = (column: string) => sql`max(case when id = under then ${ours(column)} end)`;
	const counts = sql`id <> under and ${isCounted(sql`below`)} and mine`;
	return sql`select under as id, ${place.id} as parent, ${its("name")} as name, ${its("kind")} as kind, ${its("status")} as status,
			${its("practice")} as practice, ${its("now")} as now, ${its("had")} as had, count(case when ${counts} then 1 end) as below,
			coalesce(sum(case when ${counts} then had ->> 1 end), 0) as members,
			coalesce(sum(case when ${counts} then had ->> 2 end), 0) as women, count(case when not mine then 1 end) as elsewhere
		from (select steps.*, substr(rest, 1, instr(rest, '/') - 1) as under
			from (select one.*, ${within(sql`one.now`, place)} as mine, ${membersOn(sql`one.id`, day)} as had,
				substr(one.path, length(${pathOn(place, day, today)}) + 1) as rest from ${stoodOn(place, day, today)} where ${when}) as steps
			where rest <> '') as below
		group by under having name is not null`;
}
