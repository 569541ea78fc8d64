import { and, eq, sql } from "drizzle-orm";
import { type Authorship, changeWhere } from "../../changes/store";
import type { Place } from "../../http/door";
import { leads } from "../../organisations/store";
import { type Database, named, run } from "../../tables/database";
import { holder, person } from "../../tables/ground";
import { term } from "../../tables/seats";
import type { Day } from "../../values/day";
import { newId } from "../../values/id";
import { seatFree } from "../seats/store";
import type { ByElection, OfficerDeparture } from "./input";

/**
 * A by-election, only where the seat is free while it is written, and never into a council before the last. `who` is a known person, or null for somebody new by the name.
 */
export function electOne(
	db: Database,
	place: Place,
	election: ByElection,
	who: { person: string | null; name: string },
	by: Authorship,
) {
	const { post, day, assembly, full_time: fullTime } = election;
	const id = who.person ?? newId();
	const free = sql`${seatFree(sql`${place.id}`, sql`${post}`, day)} and not exists (select 1 from holder
		where organisation = ${place.id} and post = ${post} and person = ${id} and (to_day is null or to_day > ${day}))
		and not exists (select 1 from term where organisation = ${place.id} and from_day > ${day})`;
	const details = { post, person: id, day, assembly };
	const first = changeWhere(db, place, { ...by, subject: "council", act: "by-elected", details }, free);
	const takes = run(
		db,
		sql`insert into holder (organisation, id, person, post, from_day, made_by, term, full_time, how, assembly)
		select ${place.id}, ${newId()}, ${id}, ${post}, ${day}, ${by.by},
			(select id from term where organisation = ${place.id} and from_day <= ${day} order by from_day desc limit 1),
			${fullTime ? 1 : 0}, 'by-election', ${assembly} where changes() = 1`,
	);
	if (who.person) return db.batch([first, takes]);
	return db.batch([
		first,
		run(
			db,
			sql`insert into person (id, name, made_from) select ${id}, ${who.name}, 'elected' where changes() = 1`,
		),
		takes,
	]);
}

/** One holding of a post with its person and term; none for a forged id. */
export function holdingOf(db: Database, place: Pick<Place, "id">, id: string, today: Day) {
	return db
		.select({
			id: holder.id,
			person: holder.person,
			name: person.name,
			post: holder.post,
			fromDay: holder.fromDay,
			toDay: holder.toDay,
			fullTime: holder.fullTime,
			how: holder.how,
			because: holder.endedBecause,
			assembly: sql<string | null>`coalesce(${holder.assembly}, ${term.assembly})`.as("meeting"),
			term: named(term.id, "term_id"),
			number: term.number,
			dueDay: term.dueDay,
			isMember: sql<number>`exists (select 1 from membership where membership.organisation = ${place.id}
				and membership.person = ${holder.person})`.as("is_member"),
			// A link to be somebody is only made for whom nobody else answers: no device of theirs, no post elsewhere.
			signsIn:
				sql<number>`exists (select 1 from session where session.person = ${holder.person} and expires_at > unixepoch())
				or exists (select 1 from holder as other where other.person = ${holder.person}
					and other.organisation <> ${place.id} and (other.to_day is null or other.to_day > ${today}))`.as(
					"signs_in",
				),
			posts:
				sql<string>`(select group_concat(other.post) from holder as other where other.person = ${holder.person}
				and other.organisation = ${place.id} and (other.to_day is null or other.to_day > ${today}))`.as(
					"posts",
				),
			leads: leads(sql`${place.id}`).as("leads"),
		})
		.from(holder)
		.innerJoin(person, eq(person.id, holder.person))
		.leftJoin(term, and(eq(term.organisation, holder.organisation), eq(term.id, holder.term)))
		.where(and(eq(holder.organisation, place.id), eq(holder.id, id)));
}

export type Holding = Awaited<ReturnType<typeof holdingOf>>[number];

/**
 * Ends a post on a day, which may lie ahead: until then it is held. The links that its holder made into this organisation are
 * void. Owners' posts stay, and one that has ended stays as it ended.
 */
export function endHolding(
	db: Database,
	place: Place,
	holding: Holding,
	departure: OfficerDeparture,
	by: Authorship,
	today: Day,
) {
	const { day, because } = departure;
	const open = sql`organisation = ${place.id} and id = ${holding.id} and post <> 'owner'
		and from_day <= ${day} and (to_day is null or to_day > ${today})`;
	return db.batch([
		changeWhere(
			db,
			place,
			{ ...by, subject: holding.id, act: "ended", details: { day, because } },
			sql`exists (select 1 from holder where ${open})`,
		),
		run(
			db,
			sql`update holder set to_day = ${day}, ended_because = ${because} where ${open} and changes() = 1`,
		),
		run(
			db,
			sql`delete from link where organisation = ${place.id} and made_by = ${holding.person} and changes() = 1`,
		),
	]);
}
