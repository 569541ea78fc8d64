import { type SQL, sql } from "drizzle-orm";
import { type Authorship, changeWhere } from "../../changes/store";
import type { Place } from "../../http/door";
import { type Database, rows, run } from "../../tables/database";
import type { Day } from "../../values/day";
import { ofCouncil, type TermRow } from "../seats/store";
import type { Elected } from "../terms/rules";
import { keptOf, type NewTerm, newPeople, writtenDown } from "../terms/store";

/** The council's meetings held from one day until another: who had a vote there is settled. */
const heldBetween = (place: Pick<Place, "id">, day: Day, until: SQL) =>
	sql`from meeting join activity on activity.organisation = meeting.organisation and activity.id = meeting.id
		where meeting.organisation = ${place.id} and meeting.kind = 'council' and activity.day >= ${day} and activity.day < ${until}`;

/**
 * How many meetings a council of those days held.
 * @param ends null for the next election on record
 */
export function meetingsBetween(db: Database, place: Pick<Place, "id">, day: Day, ends: Day | null) {
	const until = sql`coalesce(${ends}, (select min(from_day) from term where organisation = ${place.id} and from_day > ${day}))`;
	return rows<{ meetings: number }>(db, sql`select count(*) as meetings ${heldBetween(place, day, until)}`);
}

/**
 * Puts a term on record that was over before the next began, all or nothing: the term, people nobody knew, its posts from its day
 * until they ended. The council before it ends on its day. Nothing is written where another term lies in between by then, a
 * post would be held beyond its seats on any of those days, or the council of those days met.
 */
export function recordEarlier(
	db: Database,
	place: Place,
	made: NewTerm & { ends: Day; before: TermRow | null; next: TermRow },
	elected: readonly Elected[],
	by: Authorship,
) {
	const { day, ends, before, next } = made;
	const { lines, strangers } = writtenDown(elected);
	const begun = sql`exists (select 1 from term where organisation = ${place.id} and id = ${by.id})`;
	const council = sql`organisation = ${place.id} and ${ofCouncil(sql`post`)}`;
	const shortened = sql`from_day < ${day} and to_day = ${next.fromDay} and ended_because = 'term-over'`;
	const theirs = sql`organisation = ${place.id} and post = added.post`;
	const overfilled = sql`exists (
		select 1 from (select value ->> 'post' as post, count(*) as seats from json_each(${lines}) group by 1) as added
		join (select ${day} as day union select from_day from holder where ${council} and from_day > ${day} and from_day < ${ends}) as point
		where added.seats + (select count(*) from holder where ${theirs} and from_day <= point.day
				and (to_day is null or to_day > point.day) and not (${shortened} and to_day is not null))
			> (select seats from seat where kind = ${place.kind} and seat.post = added.post and from_day <= point.day
				order by from_day desc limit 1))`;
	const good = sql`exists (select 1 from term where organisation = ${place.id} and id = ${next.id} and from_day = ${next.fromDay})
		and not exists (select 1 from term where organisation = ${place.id} and from_day >= ${day} and from_day < ${next.fromDay})
		and (select id from term where organisation = ${place.id} and from_day < ${day} order by from_day desc limit 1) is ${before?.id ?? null}
		and not exists (select 1 ${heldBetween(place, day, sql`${ends}`)}) and not ${overfilled}`;
	return db.batch([
		run(
			db,
			sql`insert into term (organisation, id, number, from_day, due_day, assembly, document, entered_before, made_by, made_from)
			select ${place.id}, ${by.id}, cast(${made.number} as integer), ${day}, ${made.dueDay}, ${made.assembly}, ${made.document},
				${next.id}, ${by.by}, ${by.madeFrom} where ${good}`,
		),
		changeWhere(
			db,
			place,
			{
				...{ ...by, subject: "council", act: "elected-earlier" },
				details: keptOf(made, elected.length, sql`${council} and ${shortened}`),
			},
			begun,
		),
		newPeople(db, strangers, begun),
		run(db, sql`update holder set to_day = ${day} where ${council} and ${shortened} and ${begun}`),
		// Whoever was elected in mid-term in those days was elected into this council.
		run(
			db,
			sql`update holder set term = ${by.id} where ${council} and term is not null and how <> 'general'
				and from_day >= ${day} and from_day < ${next.fromDay} and ${begun}`,
		),
		run(
			db,
			sql`insert into holder (organisation, id, person, post, from_day, to_day, ended_because, made_by, term, full_time, how)
			select ${place.id}, value ->> 'id', value ->> 'person', value ->> 'post', ${day}, ${ends}, 'term-over', ${by.by}, ${by.id},
				value ->> 'full', 'general'
			from json_each(${lines}) where ${begun}`,
		),
	]);
}
