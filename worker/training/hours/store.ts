import { sql } from "drizzle-orm";
import { type Authorship, changeWhere, isKept } from "../../changes/store";
import type { Place } from "../../http/door";
import { type Database, rows, run } from "../../tables/database";
import { type Day, daysAfter } from "../../values/day";

/** Half-days follow on one another, at most ten of them now; hours that were kept before a day was mended may lie a little further. */
const longest = 20;

/** The hours kept for an activity, in minutes, by person. */
export function hoursAt(db: Database, place: Place, { id, day }: { id: string; day: Day }) {
	return rows<{ person: string; minutes: number }>(
		db,
		sql`select person, sum(minutes) as minutes from volunteering
		where organisation = ${place.id} and day >= ${day} and day <= ${daysAfter(day, longest)} and activity = ${id} group by person`,
	);
}

/** To how many half-days of an activity each came. */
export function halfDaysOf(db: Database, place: Place, id: string) {
	return rows<{ person: string; halfDays: number }>(
		db,
		sql`select person, count(*) as halfDays from attendance where organisation = ${place.id} and activity = ${id} group by person`,
	);
}

/**
 * Keeps how long some of those who came helped: a row for each half-day that they came to. The same people again are corrected, and
 * a half-day that they are no longer on the roll of goes.
 */
export function keepHours(
	db: Database,
	place: Place,
	{ id, day, title }: { id: string; day: Day; title: string },
	{ volunteer, hours: minutes }: { volunteer: readonly string[]; hours: number },
	by: Authorship,
) {
	const kept = isKept(place, id, by.id);
	const chosen = sql`(select value from json_each(${JSON.stringify(volunteer)}))`;
	const came = sql`from attendance as came left join activity_session as half on half.organisation = came.organisation
		and half.activity = came.activity and half.number = came.session
		where came.organisation = ${place.id} and came.activity = ${id} and came.person in ${chosen}`;
	/** The first half-day's row bears the activity's own id, as the only one's does. */
	const row = sql`case came.session when 1 then came.activity else came.activity || '-' || came.session end`;
	return db.batch([
		changeWhere(
			db,
			place,
			{ ...by, subject: id, act: "volunteered", details: { people: volunteer.length, minutes } },
			sql`exists (select 1 from activity where organisation = ${place.id} and id = ${id})`,
		),
		run(
			db,
			sql`delete from volunteering where person in ${chosen} and organisation = ${place.id} and activity = ${id}
			and (person, id) not in (select came.person, ${row} ${came}) and ${kept}`,
		),
		run(
			db,
			sql`insert into volunteering (person, organisation, id, day, minutes, what, activity, made_by)
			select came.person, came.organisation, ${row}, coalesce(half.day, ${day}), cast(${minutes} as integer), ${title}, came.activity, ${by.by}
			${came} and ${kept}
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

/** The most half-days that a person's page lists. */
export const mostHalfDays = 60;

/** The half-days on which somebody helped, wherever, the latest first; each says the sum of its year. */
export function hoursOf(db: Database, person: string) {
	return rows<{
		year: number;
		day: Day;
		what: string;
		organisation: string;
		minutes: number;
		ofYear: number;
	}>(
		db,
		sql`select cast(substr(day, 1, 4) as integer) as year, day, what, organisation.name as organisation, minutes,
			sum(minutes) over (partition by substr(day, 1, 4)) as ofYear
		from volunteering join organisation on organisation.id = volunteering.organisation
		where person = ${person} order by day desc, volunteering.id desc limit ${mostHalfDays}`,
	);
}
