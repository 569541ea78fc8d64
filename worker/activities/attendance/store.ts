import { and, eq, sql } from "drizzle-orm";
import { type Authorship, changeWhere } from "../../changes/store";
import type { Place } from "../../http/door";
import { recountYears } from "../../members/standing";
import { activity } from "../../tables/activities";
import { type Database, run } from "../../tables/database";
import { membership, person } from "../../tables/ground";
import type { Day } from "../../values/day";
import { type Activity, its } from "../report/store";

/**
 * The organisation's members of an activity's day. Unsorted: reading by the key costs one row a member, the index by
 * name two.
 */
export function rosterOf(db: Database, place: Place, id: string, most: number) {
	return db
		.select({ id: person.id, name: person.name, sort: membership.sort })
		.from(activity)
		.innerJoin(membership, eq(membership.organisation, activity.organisation))
		.innerJoin(person, eq(person.id, membership.person))
		.where(
			and(
				its(place, id),
				sql`${membership.fromDay} <= ${activity.day}`,
				sql`(${membership.toDay} is null or ${membership.toDay} > ${activity.day})`,
			),
		)
		.limit(most);
}

/**
 * Marks who came and who, after all, didn't. Only people who ever belonged to this organisation can be marked, and only of
 * an activity that nobody took back meanwhile.
 */
export function markAttendance(
	db: Database,
	place: Place,
	{ id, day }: Pick<Activity, "id" | "day">,
	{ added, removed }: { added: readonly string[]; removed: readonly string[] },
	by: Authorship,
	today: Day,
) {
	const stands = sql`exists (select 1 from activity where organisation = ${place.id} and id = ${id})`;
	const at = Date.now();
	const details = { added: added.length, removed: removed.length };
	return db.batch([
		changeWhere(db, place, { ...by, subject: id, act: "attended", details }, stands),
		run(
			db,
			sql`insert into attendance (organisation, activity, session, person, way, at, tap)
			select distinct organisation, ${id}, 1, person, 'tap', ${at}, ${by.id} from membership
			where organisation = ${place.id} and person in (select value from json_each(${JSON.stringify(added)}))
				and ${stands}
			on conflict do nothing`,
		),
		run(
			db,
			sql`insert or replace into absence (organisation, activity, session, person, at, tap)
			select organisation, activity, session, person, ${at}, ${by.id} from attendance
			where organisation = ${place.id} and activity = ${id} and session = 1
				and person in (select value from json_each(${JSON.stringify(removed)}))`,
		),
		run(
			db,
			sql`delete from attendance where organisation = ${place.id} and activity = ${id} and session = 1
			and person in (select value from json_each(${JSON.stringify(removed)}))`,
		),
		run(
			db,
			sql`update activity set came = (select json_group_array(distinct person) from attendance
			where attendance.organisation = ${place.id} and attendance.activity = ${id})
			where organisation = ${place.id} and id = ${id}`,
		),
		// Whoever came is on the register no longer only by name.
		recountYears(db, place, today, day),
	]);
}
