import { and, eq, sql } from "drizzle-orm";
import { type Authorship, changeWhere } from "../../changes/store";
import type { Place } from "../../http/door";
import { recountYears } from "../../members/standing";
import { attendance, numbering, type Way } from "../../tables/activities";
import { type Database, rows, run } from "../../tables/database";
import { smallGroup } from "../../tables/people";
import { type Day, yearOf } from "../../values/day";
import { personWord } from "../../values/id";
import { recountHolders } from "../report/recount";
import { heldBy, hostOf } from "../report/store";
import { lastTaps, type Tap } from "./rules";

/** An activity whose roll is called: who put it down, its day and which half-day. */
export type Roll = { organisation: string; id: string; day: Day; session: number };

/** Whether an activity is there and was not cancelled. */
export const stands = (
	host: string,
	id: string,
) => sql`(exists (select 1 from activity where organisation = ${host} and id = ${id})
	and not exists (select 1 from cancellation where organisation = ${host} and activity = ${id}))`;

/** Those who belong to an organisation that holds the activity, on its day, as rows of `membership`. */
const onTheRoll = (place: Pick<Place, "id">, id: string) => sql`(select organisation, id, day from activity
	where organisation = ${hostOf(place, id)} and id = ${id}) as one
	cross join (select ${place.id} as id union select ${hostOf(place, id)} union
		select holder from co_holder where organisation = ${hostOf(place, id)} and activity = ${id}) as holder
	cross join membership on membership.organisation = holder.id and membership.from_day <= one.day
		and (membership.to_day is null or membership.to_day > one.day)`;

/**
 * The members of an activity's day, of all who hold it. Unsorted: reading by the key costs one row a member, the index by
 * name two.
 */
export function rosterOf(db: Database, place: Place, id: string, most: number) {
	return rows<{ id: string; name: string; sort: string; smallGroup: string | null }>(
		db,
		sql`select person.id, person.name, membership.sort, membership.small_group as smallGroup
		from ${onTheRoll(place, id)} cross join person on person.id = membership.person limit ${most}`,
	);
}

/** Who is marked as having come to a half-day. */
export function markedFor(db: Database, place: Place, id: string, session: number) {
	const { person, way, proxy } = attendance;
	return db
		.select({ person, way, proxy })
		.from(attendance)
		.where(and(heldBy(place, id, attendance), eq(attendance.session, session)));
}

/** The groups of a place, to narrow its roll down by. */
export const groupsOf = (db: Database, place: Place) =>
	db
		.select({ id: smallGroup.id, name: smallGroup.name })
		.from(smallGroup)
		.where(and(eq(smallGroup.organisation, place.id), sql`${smallGroup.toDay} is null`));

/**
 * Takes taps on names: of each name the latest counts, of those sent now and those that came before; see rules.ts. Only people
 * who ever belonged to an organisation that holds the activity, or below this place, can be marked, and only of an activity
 * that nobody took back or cancelled meanwhile.
 * @param place whose roll it is; it holds the activity, alone or with others
 */
export function takeTaps(
	db: Database,
	place: Place,
	{ organisation: host, id, day, session }: Roll,
	taps: readonly Tap[],
	way: Way,
	by: Authorship,
	today: Day,
) {
	const last = lastTaps(taps);
	const holds = stands(host, id);
	const details = {
		session,
		added: last.filter(({ came }) => came).length,
		removed: last.filter(({ came }) => !came).length,
	};
	const sent = JSON.stringify(last.map((tap) => [tap.person, tap.came, tap.proxy, tap.at, tap.id]));
	const words = last.map(({ person }) => personWord(person)).join(" OR ") || '"nobody"';
	const tapped = (
		came: boolean,
	) => sql`(select value ->> 0 as person, value ->> 2 as proxy, value ->> 3 as at, value ->> 4 as tap
		from json_each(${sent}) where value ->> 1 = cast(${came ? 1 : 0} as integer)) as tapped
		where (tapped.person in (select person from membership where organisation in
				(select ${host} union select holder from co_holder where organisation = ${host} and activity = ${id})
				and person in (select value ->> 0 from json_each(${sent})))
			or tapped.person in (select person from seek where seek match ${`(${words}) AND "o${place.id}"`}))
		and ${holds}`;
	const its = sql`organisation = ${host} and activity = ${id} and session = cast(${session} as integer)`;
	return db.batch([
		changeWhere(db, { id: host }, { ...by, subject: id, act: "attended", details }, holds),
		run(
			db,
			sql`insert into attendance (organisation, activity, session, person, way, proxy, at, tap)
			select ${host}, ${id}, cast(${session} as integer), tapped.person, ${way}, tapped.proxy, tapped.at, tapped.tap from ${tapped(true)}
				and not exists (select 1 from absence where ${its} and absence.person = tapped.person
					and (absence.at, absence.tap) > (tapped.at, tapped.tap))
			on conflict (organisation, activity, session, person) do update
				set way = excluded.way, proxy = excluded.proxy, at = excluded.at, tap = excluded.tap
				where (excluded.at, excluded.tap) > (attendance.at, attendance.tap)`,
		),
		run(
			db,
			sql`insert into absence (organisation, activity, session, person, at, tap)
			select ${host}, ${id}, cast(${session} as integer), tapped.person, tapped.at, tapped.tap from ${tapped(false)}
			on conflict (organisation, activity, session, person) do update set at = excluded.at, tap = excluded.tap
				where (excluded.at, excluded.tap) > (absence.at, absence.tap)`,
		),
		run(
			db,
			sql`delete from attendance where ${its} and person in (select value ->> 0 from json_each(${sent}))
			and exists (select 1 from absence where absence.organisation = attendance.organisation and absence.activity = attendance.activity
				and absence.session = attendance.session and absence.person = attendance.person
				and (absence.at, absence.tap) > (attendance.at, attendance.tap))`,
		),
		cameAgain(db, host, id),
		recountHolders(
			db,
			{ id: host },
			id,
			yearOf(day),
			// Whether it was held rests on who came only where it was put down ahead.
			sql`exists (select 1 from activity where organisation = ${host} and id = ${id} and announced_on is not null)`,
		),
		// Whoever came is on the register no longer only by name.
		recountYears(db, place, today, day),
	]);
}

/** Makes the list of those who came anew from their rows; it isn't written where it stays as it was. */
function cameAgain(db: Database, host: string, id: string) {
	return run(
		db,
		sql`update activity set came = now.people from (select json_group_array(distinct person) as people from attendance
			where organisation = ${host} and activity = ${id}) as now
		where organisation = ${host} and id = ${id} and came <> now.people`,
	);
}

/** The numbers of an activity's sheet: whom each stands for. */
export function numberingOf(db: Database, place: Place, id: string) {
	return db
		.select({ people: numbering.people })
		.from(numbering)
		.where(heldBy(place, id, numbering));
}

/** Gives numbers to those who have none. Where somebody else did so since it was read, theirs stand. */
export function number(
	db: Database,
	host: Pick<Place, "id">,
	id: string,
	{ before, people }: { before: readonly string[]; people: readonly string[] },
	by: Authorship,
) {
	const details = { added: people.length - before.length };
	return db.batch([
		changeWhere(db, host, { ...by, subject: id, act: "numbered", details }, stands(host.id, id)),
		run(db, numbered(host.id, id, before, people)),
	]);
}

const numbered = (host: string, id: string, before: readonly string[], people: readonly string[]) =>
	sql`insert into numbering (organisation, activity, people)
		select ${host}, ${id}, ${JSON.stringify(people)} where ${stands(host, id)}
		on conflict (organisation, activity) do update set people = excluded.people where people = ${JSON.stringify(before)}`;

/** The names of some people, whoever they belong to. */
export function namesOf(db: Database, ids: readonly string[]) {
	return rows<{ id: string; name: string }>(
		db,
		sql`select id, name from person where id in (select value from json_each(${JSON.stringify(ids)}))`,
	);
}
