import { and, desc, eq, sql } from "drizzle-orm";
import type { Place } from "../../http/door";
import type { Database } from "../../tables/database";
import { holder, person } from "../../tables/ground";
import { letter, term } from "../../tables/seats";

/** The most letters one page lists or prints. */
export const mostLetters = 60;

/** Which letters: of one holder, of one term, one alone, or (none of these) the latest. */
export type Which = { holder?: string; term?: string; id?: string };

/** Letters and plaques of a place as their paper shows them, the latest first. */
export function lettersOf(db: Database, place: Pick<Place, "id">, which: Which) {
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
		.limit(mostLetters);
}

export type Letter = Awaited<ReturnType<typeof lettersOf>>[number];
