import { and, eq, sql } from "drizzle-orm";
import { type Authorship, changeWhere, isKept } from "../../changes/store";
import type { Place } from "../../http/door";
import { type Database, rows, run } from "../../tables/database";
import { volunteering } from "../../tables/training";
import type { Day } from "../../values/day";

/** The hours kept for an activity, in minutes, by person. */
export function hoursAt(db: Database, place: Place, { id, day }: { id: string; day: Day }) {
	return db
		.select({ person: volunteering.person, minutes: volunteering.minutes })
		.from(volunteering)
		.where(
			and(eq(volunteering.organisation, place.id), eq(volunteering.day, day), eq(volunteering.activity, id)),
		);
}

/** Keeps how long some of those who came helped; the same people again are corrected, since one helps an activity once. */
export function keepHours(
	db: Database,
	place: Place,
	{ id, day, title }: { id: string; day: Day; title: string },
	{ volunteer, hours: minutes }: { volunteer: readonly string[]; hours: number },
	by: Authorship,
) {
	return db.batch([
		changeWhere(
			db,
			place,
			{ ...by, subject: id, act: "volunteered", details: { people: volunteer.length, minutes } },
			sql`exists (select 1 from activity where organisation = ${place.id} and id = ${id})`,
		),
		run(
			db,
			sql`insert into volunteering (person, organisation, id, day, minutes, what, activity, made_by)
			select distinct person, organisation, activity, ${day}, cast(${minutes} as integer), ${title}, activity, ${by.by} from attendance
			where organisation = ${place.id} and activity = ${id}
				and person in (select value from json_each(${JSON.stringify(volunteer)})) and ${isKept(place, id, by.id)}
			on conflict (person, organisation, id) do update set minutes = excluded.minutes, day = excluded.day, what = excluded.what`,
		),
	]);
}

/** A year's hours of an organisation's volunteers, a line a person, those with most first. */
export function yearOfHours(db: Database, place: Place, year: number) {
	return rows<{ id: string; name: string; minutes: number; times: number }>(
		db,
		sql`select person.id as id, person.name as name, sum(minutes) as minutes, count(*) as times
		from volunteering join person on person.id = volunteering.person
		where volunteering.organisation = ${place.id} and day >= ${`${year}-01-01`} and day <= ${`${year}-12-31`}
		group by person.id order by minutes desc, person.name limit 1000`,
	);
}

/** Somebody's hours by year, wherever they helped, the latest first. */
export function hoursOf(db: Database, person: string) {
	return rows<{ year: number; minutes: number; times: number }>(
		db,
		sql`select cast(substr(day, 1, 4) as integer) as year, sum(minutes) as minutes, count(*) as times
		from volunteering where person = ${person} group by 1 order by 1 desc limit 20`,
	);
}
