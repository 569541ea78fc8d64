import { type SQL, sql } from "drizzle-orm";
import type { Place } from "../http/door";
import { type Database, run } from "../tables/database";
import type { Day } from "../values/day";

/** The statement that ends today whoever leads a group, but for one who goes on. */
export function leaderEndOf(db: Database, place: Place, group: string, today: Day, goesOn = "") {
	return run(
		db,
		sql`update holder set to_day = ${today} where organisation = ${place.id} and post = 'group-leader'
			and part = ${group} and person <> ${goesOn} and (to_day is null or to_day > ${today})`,
	);
}

/** The statement that lets somebody lead a group from today on, where a condition holds and they don't lead it already. */
export function leaderBeginOf(
	db: Database,
	place: Place,
	leader: { id: string; person: string; group: string; by: string },
	today: Day,
	condition: SQL,
) {
	const { id, person, group, by } = leader;
	return run(
		db,
		sql`insert into holder (organisation, id, person, post, from_day, made_by, part, how)
		select ${place.id}, ${id}, ${person}, 'group-leader', ${today}, ${by}, ${group}, 'appointed'
		where ${condition} and not exists (select 1 from holder where organisation = ${place.id} and person = ${person}
			and post = 'group-leader' and part = ${group} and (to_day is null or to_day > ${today}))`,
	);
}
