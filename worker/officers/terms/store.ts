import { and, eq, type SQL, sql } from "drizzle-orm";
import { type Authorship, changedBefore, changeOf, changeWhere } from "../../changes/store";
import type { Place } from "../../http/door";
import { type Database, rows, run } from "../../tables/database";
import { holder, person } from "../../tables/ground";
import { term, termLength } from "../../tables/seats";
import type { Day } from "../../values/day";
import { newId } from "../../values/id";
import type { CouncilPost } from "../seats/rules";
import { ofCouncil, type TermRow } from "../seats/store";
import type { TermChange } from "./input";
import type { Elected } from "./rules";

/** How long terms last for a place's kind, ever. */
export function lengthsOf(db: Database, place: Pick<Place, "kind">) {
	return db
		.select({ fromDay: termLength.fromDay, years: termLength.years })
		.from(termLength)
		.where(eq(termLength.kind, place.kind));
}

/** A general election about to be kept. */
export type NewTerm = {
	number: number | null;
	day: Day;
	dueDay: Day;
	assembly: string | null;
	document: string | null;
};

/** Who was elected as a list of posts, and those of them whom nobody knew, each in JSON. */
export function writtenDown(elected: readonly Elected[]) {
	const everybody = elected.map((one) => ({ ...one, who: one.person ?? newId(), id: newId() }));
	// Somebody new who is elected into two posts is one person.
	const newcomers = new Map(everybody.filter((one) => !one.person).map((one) => [one.name, one.who]));
	const lines = everybody.map(({ id, post, person: known, name, who, fullTime }) => ({
		...{ id, post, person: known ?? newcomers.get(name) ?? who, full: fullTime ? 1 : 0 },
	}));
	const strangers = [...newcomers].map(([name, id]) => ({ id, name }));
	return { lines: JSON.stringify(lines), strangers: JSON.stringify(strangers) };
}

/** The statement that registers people whom nobody knew, where a condition holds. */
export function newPeople(db: Database, strangers: string, begun: SQL) {
	return run(
		db,
		sql`insert into person (id, name, made_from)
		select value ->> 'id', value ->> 'name', 'elected' from json_each(${strangers}) where ${begun}`,
	);
}

/** What is kept of an election: its day and number, how many seats it filled, and until when those it ends would have served. */
export function keptOf({ day, number }: Pick<NewTerm, "day" | "number">, seats: number, old: SQL): SQL {
	return sql`json_object('day', ${day}, 'number', cast(${number} as integer), 'seats', cast(${seats} as integer), 'ended',
		json((select json_group_array(json_array(id, to_day, ended_because)) from holder where ${old})))`;
}

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
	const { lines, strangers } = writtenDown(elected);
	const begun = sql`exists (select 1 from term where organisation = ${place.id} and id = ${by.id})`;
	const council = sql`organisation = ${place.id} and ${ofCouncil(sql`post`)}`;
	const old = sql`${council} and (to_day is null or to_day > ${day})`;
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
			{ ...by, subject: "council", act: "elected", details: keptOf(made, elected.length, old) },
			begun,
		),
		newPeople(db, strangers, begun),
		run(
			db,
			sql`delete from link where organisation = ${place.id} and ${begun}
				and made_by in (select person from holder where ${old})
				and made_by not in (select value ->> 'person' from json_each(${lines}))
				and made_by not in (select person from holder where organisation = ${place.id} and not ${ofCouncil(sql`post`)}
					and (to_day is null or to_day > ${day}))`,
		),
		run(
			db,
			sql`update holder set to_day = max(from_day, ${day}), ended_because = 'term-over'
			where ${old} and ${begun}`,
		),
		run(
			db,
			sql`insert into holder (organisation, id, person, post, from_day, made_by, term, full_time, how)
			select ${place.id}, value ->> 'id', value ->> 'person', value ->> 'post', ${day}, ${by.by}, ${by.id}, value ->> 'full', 'general'
			from json_each(${lines}) where ${begun}`,
		),
	]);
}

/** What the election under an id was made from, also when it was taken back since. */
export const electedBefore = (db: Database, place: Place, id: string) =>
	changedBefore(db, place, "council", id);

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
