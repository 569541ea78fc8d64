import { and, asc, eq, sql } from "drizzle-orm";
import { type Database, run } from "../tables/database";
import { book } from "../tables/dues";
import { hashesOf, unchained } from "./books";
import { chained } from "./chain";

/** How many entries one night gives their hashes: what its processor time allows. */
const entriesANight = 200;

/**
 * Chains books that were kept before there was a chain, some each night until none waits: the years whose entries were given
 * no hash yet. A year that is posted into before its night comes is chained with that.
 */
export async function chainWaiting(db: Database): Promise<void> {
	const waiting = await db
		.select({ organisation: book.organisation, year: book.year, entries: book.entries })
		.from(book)
		.where(and(eq(book.head, ""), sql`${book.entries} > 0`))
		.orderBy(asc(book.entries))
		.limit(20);
	let done = 0;
	for (const { organisation, year, entries } of waiting) {
		if (done > 0 && done + entries > entriesANight) return;
		done += entries;
		const late = await chained(await unchained(db, { id: organisation }, year), "");
		await db.batch([
			hashesOf(db, late),
			run(
				db,
				sql`update book set head = ${late.at(-1)?.hash ?? ""}
				where organisation = ${organisation} and year = ${year} and head = '' and entries = ${late.length}`,
			),
		]);
	}
}
