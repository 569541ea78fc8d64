import { and, eq, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import type { Database } from "../tables/database";
import { book, entry } from "../tables/dues";
import { organisation } from "../tables/ground";
import { isWhole, markOf } from "./chain";

/**
 * What a printed receipt or voucher comes to when its code is scanned: whether it is in the books as printed, and whether the
 * chain goes on from it. A handful of rows, found by their keys; nothing of who paid.
 * @returns nothing for a code that no book knows
 */
export async function checkedPaper(db: Database, at: string, id: string, mark: string) {
	const next = alias(entry, "next");
	const later = alias(entry, "later");
	// Before an entry stand as many as its place says: so many of its own series, and the rest of the other.
	const others = sql`${entry.position} - ${entry.number} + 1`;
	const mine = and(eq(entry.organisation, at), eq(entry.id, id));
	const following = (series: SQL, number: SQL) =>
		db
			.select({ before: next.before })
			.from(entry)
			.innerJoin(
				next,
				and(
					eq(next.organisation, entry.organisation),
					eq(next.year, entry.year),
					sql`${next.series} = ${series}`,
					sql`${next.number} = ${number}`,
				),
			)
			.where(and(mine, sql`${next.position} = ${entry.position} + 1`));
	const [found, inSeries, inOther, places, reversals] = await db.batch([
		db.select().from(entry).where(mine),
		following(sql`${entry.series}`, sql`${entry.number} + 1`),
		following(sql`case ${entry.series} when 'in' then 'out' else 'in' end`, others),
		db
			.select({ name: organisation.name, head: book.head, entries: book.entries })
			.from(entry)
			.innerJoin(organisation, eq(organisation.id, entry.organisation))
			.innerJoin(book, and(eq(book.organisation, entry.organisation), eq(book.year, entry.year)))
			.where(mine),
		db
			.select({ day: later.day })
			.from(later)
			.where(and(eq(later.organisation, at), eq(later.reverses, id))),
	]);
	const [one, place] = [found[0], places[0]];
	if (!one?.hash || !place) return null;
	const goesOn =
		one.position === place.entries
			? place.head === one.hash
			: [...inSeries, ...inOther][0]?.before === one.hash;
	return {
		organisation: place.name,
		series: one.series,
		year: one.year,
		number: one.number,
		day: one.day,
		amount: one.amount,
		isReversal: one.kind === "reversal",
		years: [...new Set(one.years.map(([, year]) => year))].sort(),
		reversedOn: reversals[0]?.day ?? null,
		holds: markOf(one.hash) === mark && (await isWhole(one)) && goesOn,
	};
}
