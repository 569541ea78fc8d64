import { and, desc, eq, sql } from "drizzle-orm";
import { type Authorship, changeWhere } from "../../changes/store";
import type { Place } from "../../http/door";
import { type Database, named, run } from "../../tables/database";
import { holder, organisation, person } from "../../tables/ground";
import { letter, term } from "../../tables/seats";
import { type Day, yearOf } from "../../values/day";
import { newId } from "../../values/id";
import { postOrder } from "../seats/store";
import type { NewLetters } from "./input";

/** The most letters one act issues or one page prints. */
export const mostLetters = 60;
/** How many a page lists, and how many its file holds. */
export const listOfLetters = 25;
export const fileOfLetters = 3000;

/** Which letters: of one holder, of one term, one alone, or (none of these) the latest. */
export type Which = { holder?: string; term?: string; id?: string };

/** Letters and plaques of a place as their paper shows them, the latest first. */
export function lettersOf(db: Database, place: Pick<Place, "id">, which: Which, most = mostLetters) {
	return db
		.select({
			id: letter.id,
			kind: letter.kind,
			number: letter.number,
			year: letter.year,
			code: letter.code,
			issuedOn: letter.issuedOn,
			holder: letter.holder,
			name: person.name,
			post: holder.post,
			fromDay: holder.fromDay,
			toDay: holder.toDay,
			how: holder.how,
			dueDay: term.dueDay,
			termNumber: sql<number | null>`${term.number}`.as("term_number"),
			assembly: sql<string | null>`coalesce(${holder.assembly}, ${term.assembly})`.as("meeting"),
		})
		.from(letter)
		.leftJoin(holder, and(eq(holder.organisation, letter.organisation), eq(holder.id, letter.holder)))
		.leftJoin(person, eq(person.id, holder.person))
		.leftJoin(term, and(eq(term.organisation, letter.organisation), eq(term.id, holder.term)))
		.where(
			and(
				eq(letter.organisation, place.id),
				which.id ? eq(letter.id, which.id) : undefined,
				which.holder ? eq(letter.holder, which.holder) : undefined,
				which.term ? eq(holder.term, which.term) : undefined,
			),
		)
		.orderBy(desc(letter.year), desc(letter.number))
		.limit(most);
}

export type Letter = Awaited<ReturnType<typeof lettersOf>>[number];

/**
 * Issues letters, numbered on within their year: to one holder, or to all of a term who serve and have none. The first statement
 * carries the form's id; who got a letter meanwhile is passed over.
 */
export function issueLetters(db: Database, place: Place, wanted: NewLetters, by: Authorship, today: Day) {
	const year = yearOf(today);
	const fresh = JSON.stringify(Array.from({ length: mostLetters }, () => [newId(), newId()]));
	const last = sql`coalesce((select max(number) from letter
		where organisation = ${place.id} and kind = ${wanted.kind} and year = ${year}), 0)`;
	const chosen = wanted.holder ? sql`id = ${wanted.holder}` : sql`term = ${wanted.term}`;
	const without = sql`select id, from_day, post from holder where organisation = ${place.id} and ${chosen} and post <> 'owner'
		and (to_day is null or to_day > ${today})
		and not exists (select 1 from letter where letter.organisation = ${place.id} and letter.holder = holder.id)`;
	const condition = wanted.kind === "plaque" ? sql`true` : sql`exists (${without})`;
	const details = { kind: wanted.kind, holder: wanted.holder, term: wanted.term };
	const made = sql`${today}, ${by.by}, ${by.madeFrom}`;
	return db.batch([
		changeWhere(db, place, { ...by, subject: "letters", act: "issued", details }, condition),
		wanted.kind === "plaque"
			? run(
					db,
					sql`insert into letter (organisation, id, kind, number, year, code, issued_on, made_by, made_from)
					select ${place.id}, ${by.id}, 'plaque', ${last} + 1, ${year}, ${newId()}, ${made} where changes() = 1`,
				)
			: run(
					db,
					sql`insert into letter (organisation, id, kind, holder, number, year, code, issued_on, made_by, made_from)
					select ${place.id}, value ->> 0, 'letter', chosen.id, ${last} + chosen.place, ${year}, value ->> 1, ${made}
					from (select id, row_number() over (order by ${postOrder}, from_day, id) as place from (${without})) as chosen
					join json_each(${fresh}) on key = chosen.place - 1 where changes() = 1`,
				),
	]);
}

/** What a code on a letter or plaque confirms, and no more; nothing for a code that nobody was given, or of somebody erased. */
export function letterBehind(db: Database, code: string) {
	return db
		.select({
			kind: letter.kind,
			year: letter.year,
			number: letter.number,
			issuedOn: letter.issuedOn,
			organisation: named(organisation.name, "organisation_name"),
			stands: sql<number>`${organisation.status} in ('active', 'standardising')`.as("stands"),
			name: named(person.name, "person_name"),
			post: holder.post,
			fromDay: holder.fromDay,
			toDay: holder.toDay,
			dueDay: term.dueDay,
		})
		.from(letter)
		.innerJoin(organisation, eq(organisation.id, letter.organisation))
		.leftJoin(holder, and(eq(holder.organisation, letter.organisation), eq(holder.id, letter.holder)))
		.leftJoin(person, eq(person.id, holder.person))
		.leftJoin(term, and(eq(term.organisation, letter.organisation), eq(term.id, holder.term)))
		.where(and(eq(letter.code, code), eq(organisation.practice, false), sql`${person.erasedOn} is null`));
}
