import { type SQL, sql } from "drizzle-orm";
import { type Authorship, changeWhere, isKept } from "../../changes/store";
import type { Place } from "../../http/door";
import { type Database, ours, rows, run } from "../../tables/database";
import type { Day } from "../../values/day";
import { ofCouncil, postOrder, type TermRow } from "../seats/store";
import type { BuiltOn, Elected, Returning } from "./rules";

type Within = Pick<Place, "id">;

/** A column of the term that would go, so that all is asked at once. */
const ofTerm = (place: Within, id: string, column: "from_day" | "entered_before") =>
	sql`(select ${ours(column)} from term where organisation = ${place.id} and id = ${id})`;

/** Until when those whom an election ended would have served, as it was kept: [holder, day, why]. */
const keptEnds = (place: Within, id: string) =>
	sql`(select details -> '$.ended' from change where organisation = ${place.id} and subject = 'council' and id = ${id})`;

/** Those whom an election ended and who still stand as it left them; before ends were kept, everybody whom it could have ended. */
function returns(place: Within, id: string): SQL {
	const ends = keptEnds(place, id);
	const began = ofTerm(place, id, "from_day");
	return sql`organisation = ${place.id} and ${ofCouncil(sql`post`)} and term is not ${id}
		and to_day = max(from_day, ${began}) and ended_because = 'term-over'
		and person not in (select id from person where id = holder.person and erased_on is not null)
		and (${ends} is null or id in (select value ->> 0 from json_each(${ends})))`;
}

const keptEnd = (place: Within, id: string, at: 1 | 2) =>
	sql`(select value ->> ${at === 1 ? sql`1` : sql`2`} from json_each(${keptEnds(place, id)}) where value ->> 0 = holder.id)`;

/** What builds on an election, a count each, as expressions. */
function countsOfBuilt(place: Within, id: string): Record<keyof BuiltOn, SQL> {
	const council = sql`organisation = ${place.id} and ${ofCouncil(sql`post`)}`;
	const began = ofTerm(place, id, "from_day");
	const enteredBefore = ofTerm(place, id, "entered_before");
	const next = sql`(select id from term where organisation = ${place.id} and from_day > ${began} order by from_day limit 1)`;
	const until = sql`coalesce((select min(from_day) from term where organisation = ${place.id} and from_day > ${began}), '9999')`;
	return {
		later: sql`(${next} is not ${enteredBefore})`,
		leaning: sql`(select count(*) from term where organisation = ${place.id} and entered_before = ${id})`,
		since: sql`(select count(*) from holder where ${council} and ${enteredBefore} is null and from_day >= ${began}
			and (to_day is null or to_day > from_day) and (term is not ${id} or how <> 'general'))`,
		letters: sql`(select count(*) from letter join holder on holder.organisation = letter.organisation and holder.id = letter.holder
			where letter.organisation = ${place.id} and holder.term = ${id})`,
		meetings: sql`(select count(*) from meeting join activity on activity.organisation = meeting.organisation and activity.id = meeting.id
			where meeting.organisation = ${place.id} and meeting.kind = 'council' and activity.day >= ${began} and activity.day < ${until})`,
		ended: sql`exists (select 1 from holder where organisation = ${place.id} and term = ${id} and ended_because = 'deregistered')`,
	};
}

/** What taking an election back would bring about: who was elected, who would serve again, what stands on it. */
export function wouldBring(db: Database, place: Within, id: string) {
	const built = countsOfBuilt(place, id);
	return [
		rows<Elected>(
			db,
			sql`select person, name, post, to_day as toDay from holder join person on person.id = holder.person
			where organisation = ${place.id} and term = ${id} and how = 'general' order by ${postOrder}, holder.from_day, holder.id`,
		),
		rows<Returning>(
			db,
			sql`select person, (select name from person where person.id = holder.person) as name, post,
				${keptEnd(place, id, 1)} as toDay
			from holder where ${returns(place, id)} order by ${postOrder}, from_day, id`,
		),
		rows<BuiltOn>(
			db,
			sql`select ${built.later} as later, ${built.leaning} as leaning, ${built.since} as since,
				${built.letters} as letters, ${built.meetings} as meetings, ${built.ended} as ended`,
		),
	] as const;
}

/**
 * Takes a general election back, all or nothing: whoever it ended holds their post again, for as long as they would have, those it
 * elected never held theirs, and the term is gone. People whom it alone made known lose their name. Nothing is written where
 * anything builds on it by then.
 */
export function takeElectionBack(
	db: Database,
	place: Place,
	term: TermRow,
	{ reason, by, today }: { reason: string; by: Authorship; today: Day },
) {
	const { id } = term;
	const kept = isKept(place, "council", by.id);
	const mine = sql`organisation = ${place.id} and term = ${id} and how = 'general'`;
	const built = Object.values(countsOfBuilt(place, id)).map((count) => sql`${count} = 0`);
	const good = sql`exists (select 1 from term where organisation = ${place.id} and id = ${id}) and ${sql.join(built, sql` and `)}`;
	const details = { day: term.fromDay, number: term.number, reason };
	return db.batch([
		changeWhere(db, place, { ...by, subject: "council", act: "election-withdrawn", details }, good),
		run(
			db,
			sql`update holder set to_day = ${keptEnd(place, id, 1)}, ended_because = ${keptEnd(place, id, 2)}
			where ${returns(place, id)} and ${kept}`,
		),
		// Links that those elected made, or that wait for them, lead nowhere any more.
		run(
			db,
			sql`delete from link where organisation = ${place.id} and ${kept} and (
				kind = 'post' and person in (select person from holder where ${mine})
				or made_by in (select person from holder where ${mine}) and made_by not in (select person from holder
					where organisation = ${place.id} and (term is not ${id} or how <> 'general') and (to_day is null or to_day > ${today})))`,
		),
		run(
			db,
			sql`update person set name = '' where made_from = 'elected' and ${kept} and id in (select person from holder where ${mine})
				and not exists (select 1 from membership where membership.person = person.id)
				and not exists (select 1 from holder where holder.person = person.id
					and (organisation <> ${place.id} or term is not ${id} or how <> 'general'))
				and not exists (select 1 from session where session.person = person.id)
				and not exists (select 1 from attendance where attendance.person = person.id)
				and not exists (select 1 from entry where entry.organisation = ${place.id} and entry.made_by = person.id)
				and not exists (select 1 from change where change.organisation = ${place.id} and change.by = person.id)
				and not exists (select 1 from trained_elsewhere where trained_elsewhere.person = person.id)
				and not exists (select 1 from person as gone where gone.same_as = person.id)`,
		),
		run(db, sql`delete from holder where ${mine} and ${kept}`),
		// Whoever was elected in mid-term within an earlier council belongs to the one before again.
		run(
			db,
			sql`update holder set term = (select id from term where organisation = ${place.id} and id <> ${id}
				and from_day <= holder.from_day order by from_day desc limit 1)
			where organisation = ${place.id} and term = ${id} and ${kept}`,
		),
		run(db, sql`delete from term where organisation = ${place.id} and id = ${id} and ${kept}`),
	]);
}
