import { and, eq, isNull, sql } from "drizzle-orm";
import { type Authorship, changeOf, changeWhere } from "../../changes/store";
import type { Place } from "../../http/door";
import { type Database, named, rows, run } from "../../tables/database";
import { holder, membership, person } from "../../tables/ground";
import { term, termLength } from "../../tables/seats";
import type { Day } from "../../values/day";
import { newId } from "../../values/id";
import type { CouncilPost } from "../seats/rules";
import { ofCouncil, seatFree, type TermRow } from "../seats/store";
import type { ByElection, OfficerDeparture, TermChange } from "./input";
import type { Candidate, Elected } from "./rules";

/** The most people a list to choose from offers: a whole village, and then some. */
export const mostCandidates = 600;

/** How long terms last for a place's kind, ever. */
export function lengthsOf(db: Database, place: Pick<Place, "kind">) {
	return db
		.select({ fromDay: termLength.fromDay, years: termLength.years })
		.from(termLength)
		.where(eq(termLength.kind, place.kind));
}

/**
 * Members of today by name, who may be elected; whoever holds a post without being one may be as well.
 * @param names only those who bear one of these; everybody when left out
 */
export function membersToElect(
	db: Database,
	place: Pick<Place, "id">,
	today: Day,
	names?: readonly string[],
) {
	const { fromDay, toDay } = membership;
	return db
		.select({ id: person.id, name: person.name, birthYear: person.birthYear, telephone: person.telephone })
		.from(membership)
		.innerJoin(person, eq(person.id, membership.person))
		.where(
			and(
				eq(membership.organisation, place.id),
				sql`${fromDay} <= ${today} and (${toDay} is null or ${toDay} > ${today})`,
				isNull(person.erasedOn),
				names && sql`${person.name} in (select value from json_each(${JSON.stringify(names)}))`,
			),
		)
		.orderBy(membership.sort, membership.person)
		.limit(mostCandidates);
}

/** Members and holders together, each person once. */
export const everyCandidate = (members: readonly Candidate[], holders: readonly Holder[]): Candidate[] => [
	...new Map(
		[
			...members,
			...holders.map(({ person, name, birthYear, telephone }) => ({
				id: person,
				name,
				birthYear,
				telephone,
			})),
		].map((one) => [one.id, one]),
	).values(),
];

/** Who holds a post on a day or is to take one later. */
export function holdersOn(db: Database, place: Pick<Place, "id">, day: Day) {
	return db
		.select({
			id: holder.id,
			person: holder.person,
			name: person.name,
			birthYear: person.birthYear,
			telephone: person.telephone,
			post: holder.post,
			fromDay: holder.fromDay,
			toDay: holder.toDay,
			fullTime: holder.fullTime,
		})
		.from(holder)
		.innerJoin(person, eq(person.id, holder.person))
		.where(and(eq(holder.organisation, place.id), sql`(${holder.toDay} is null or ${holder.toDay} > ${day})`))
		.orderBy(holder.fromDay, holder.id);
}

export type Holder = Awaited<ReturnType<typeof holdersOn>>[number];

/** A general election about to be kept. */
export type NewTerm = {
	number: number | null;
	day: Day;
	dueDay: Day;
	assembly: string | null;
	document: string | null;
};

/**
 * A general election, all or nothing: the term, people nobody knew, the end of every post of the old council, the posts of the
 * new. The term's key stops a second copy; of two elections at once the second finds a term begun and writes nothing.
 */
export function electCouncil(
	db: Database,
	place: Place,
	made: NewTerm,
	elected: readonly Elected[],
	by: Authorship,
) {
	const { day } = made;
	const everybody = elected.map((one) => ({ ...one, who: one.person ?? newId(), id: newId() }));
	// Somebody new who is elected into two posts is one person.
	const newcomers = new Map(everybody.filter((one) => !one.person).map((one) => [one.name, one.who]));
	const lines = JSON.stringify(
		everybody.map(({ id, post, person: known, name, who, fullTime }) => ({
			...{ id, post, person: known ?? newcomers.get(name) ?? who, full: fullTime ? 1 : 0 },
		})),
	);
	const strangers = JSON.stringify([...newcomers].map(([name, id]) => ({ id, name })));
	const begun = sql`exists (select 1 from term where organisation = ${place.id} and id = ${by.id})`;
	const council = sql`organisation = ${place.id} and ${ofCouncil(sql`post`)}`;
	return db.batch([
		run(
			db,
			sql`insert into term (organisation, id, number, from_day, due_day, assembly, document, made_by, made_from)
			select ${place.id}, ${by.id}, cast(${made.number} as integer), ${day}, ${made.dueDay}, ${made.assembly}, ${made.document}, ${by.by}, ${by.madeFrom}
			where not exists (select 1 from term where organisation = ${place.id} and id <> ${by.id} and from_day >= ${day})`,
		),
		changeWhere(
			db,
			place,
			{ ...by, subject: "council", act: "elected", details: { day, seats: everybody.length } },
			begun,
		),
		run(
			db,
			sql`insert into person (id, name, made_from)
			select value ->> 'id', value ->> 'name', 'elected' from json_each(${strangers}) where ${begun}`,
		),
		run(
			db,
			sql`delete from link where organisation = ${place.id} and ${begun}
				and made_by in (select person from holder where ${council} and (to_day is null or to_day > ${day}))
				and made_by not in (select value ->> 'person' from json_each(${lines}))
				and made_by not in (select person from holder where organisation = ${place.id} and not ${ofCouncil(sql`post`)}
					and (to_day is null or to_day > ${day}))`,
		),
		run(
			db,
			sql`update holder set to_day = max(from_day, ${day}), ended_because = 'term-over'
			where ${council} and (to_day is null or to_day > ${day}) and ${begun}`,
		),
		run(
			db,
			sql`insert into holder (organisation, id, person, post, from_day, made_by, term, full_time, how)
			select ${place.id}, value ->> 'id', value ->> 'person', value ->> 'post', ${day}, ${by.by}, ${by.id}, value ->> 'full', 'general'
			from json_each(${lines}) where ${begun}`,
		),
	]);
}

/** What the term under an id was made from. */
export async function electedBefore(db: Database, place: Place, id: string): Promise<string | undefined> {
	const found = await db
		.select({ madeFrom: term.madeFrom })
		.from(term)
		.where(and(eq(term.organisation, place.id), eq(term.id, id)));
	return found[0]?.madeFrom;
}

/** Corrects what is known of a term, and keeps from what to what. */
export function changeTerm(db: Database, place: Place, before: TermRow, after: TermChange, by: Authorship) {
	const { number, assembly, document } = after;
	const dueDay = after.due_day ?? before.dueDay;
	const to = { number, dueDay, assembly, document };
	const from = {
		number: before.number,
		dueDay: before.dueDay,
		assembly: before.assembly,
		document: before.document,
	};
	return db.batch([
		changeOf(db, place, { ...by, subject: before.id, act: "changed", details: { from, to } }),
		db
			.update(term)
			.set(to)
			.where(and(eq(term.organisation, place.id), eq(term.id, before.id))),
	]);
}

/**
 * A by-election, only where the seat is free while it is written. `who` is a known person, or null for somebody new by the name.
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
		where organisation = ${place.id} and post = ${post} and person = ${id} and (to_day is null or to_day > ${day}))`;
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

/** A term with everybody elected into it, and who held a post until then and holds none now. */
export function termBatch(db: Database, place: Pick<Place, "id">, id: string) {
	const began = sql`(select from_day from term where organisation = ${place.id} and id = ${id})`;
	return [
		db
			.select({
				id: holder.id,
				person: holder.person,
				name: person.name,
				sex: person.sex,
				birthYear: person.birthYear,
				post: holder.post,
				fromDay: holder.fromDay,
				toDay: holder.toDay,
				fullTime: holder.fullTime,
				how: holder.how,
				again: sql<number>`exists (select 1 from holder as before where before.organisation = ${place.id}
					and before.person = ${holder.person} and before.post = ${holder.post} and before.to_day = ${holder.fromDay}
					and before.from_day < before.to_day)`.as("again"),
				letters: sql<number>`(select count(*) from letter where letter.organisation = ${place.id}
					and letter.holder = ${holder.id})`.as("letters"),
			})
			.from(holder)
			.innerJoin(person, eq(person.id, holder.person))
			.where(and(eq(holder.organisation, place.id), eq(holder.term, id)))
			.orderBy(holder.fromDay, holder.id),
		rows<{ name: string; post: CouncilPost }>(
			db,
			sql`select name, post from holder as ended join person on person.id = ended.person
			where organisation = ${place.id} and to_day = ${began} and from_day < to_day and ${ofCouncil(sql`post`)}
				and ended_because = 'term-over' and not exists (select 1 from holder as again
					where again.organisation = ${place.id} and again.term = ${id} and again.person = ended.person)
			order by name`,
		),
	] as const;
}
