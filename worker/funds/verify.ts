import { and, asc, eq, gt, type SQL } from "drizzle-orm";
import type { Place } from "../http/door";
import type { Database } from "../tables/database";
import { type Entry, entry } from "../tables/dues";
import { after, type Balances } from "./accounts";
import { type Break, type Followed, follow, genesis, unfollowed } from "./chain";

/** How many entries one look follows: what a request's processor time allows. */
export const entriesALook = 250;

/** How many receipts and vouchers a look leaves behind it: 120-35. */
type Behind = { in: number; out: number };

/** Reads where a look begins from an address; the beginning for nonsense. */
export function behindOf(text: string | undefined): Behind {
	const parts = /^(\d{1,9})-(\d{1,9})$/.exec(text ?? "");
	return { in: Number(parts?.[1] ?? 0), out: Number(parts?.[2] ?? 0) };
}

const ofSeries = (place: Pick<Place, "id">, year: number, series: "in" | "out", more: SQL) =>
	and(eq(entry.organisation, place.id), eq(entry.year, year), eq(entry.series, series), more);

/**
 * The questions of a look: the next of each series by the key of their numbers, and the last of each before them. Together
 * they are the next of the chain, and what it goes on from.
 */
export function lookOf(db: Database, place: Pick<Place, "id">, year: number, behind: Behind) {
	const next = (series: "in" | "out") =>
		db
			.select()
			.from(entry)
			.where(ofSeries(place, year, series, gt(entry.number, behind[series])))
			.orderBy(asc(entry.number))
			.limit(entriesALook);
	const last = (series: "in" | "out") =>
		db
			.select({ position: entry.position, hash: entry.hash })
			.from(entry)
			.where(ofSeries(place, year, series, eq(entry.number, behind[series])));
	return [next("in"), next("out"), last("in"), last("out")] as const;
}

type Last = readonly { position: number; hash: string | null }[];
type Kept = { entries: number; head: string; balances: Balances };

/**
 * Follows the entries of a look from where it begins; where it reaches the end, that is held against the book: the last of
 * them must be its head, and, where all of them were looked at, their sums its balances.
 */
export async function looked(
	book: Kept,
	behind: Behind,
	ins: readonly Entry[],
	outs: readonly Entry[],
	last: readonly [Last, Last],
): Promise<{ broken: Break | null; checked: number; next: string | null }> {
	const [latest] = last.flat().toSorted((one, other) => other.position - one.position);
	const from: Followed = { head: latest?.hash ?? genesis, position: behind.in + behind.out, ...behind };
	const entries = [...ins, ...outs]
		.sort((one, other) => one.position - other.position)
		.slice(0, entriesALook);
	const { broken, so } = await follow(entries, from);
	if (broken) return { broken, checked: broken.position - 1, next: null };
	if (entries.length === entriesALook && so.position < book.entries)
		return { broken: null, checked: so.position, next: `${so.in}-${so.out}` };
	return { broken: endOf(entries, book, so, from), checked: so.position, next: null };
}

function endOf(entries: readonly Entry[], book: Kept, so: Followed, from: Followed): Break | null {
	const head = so.position === 0 ? "" : so.head;
	if (so.position !== book.entries || head !== book.head)
		return { id: entries.at(-1)?.id ?? null, position: so.position + 1, reason: "cut-off" };
	if (from.position > 0) return null;
	const sums = after({}, entries);
	const names = new Set([...Object.keys(sums), ...Object.keys(book.balances)]);
	const differs = [...names].some((name) => (sums[name] ?? 0) !== (book.balances[name] ?? 0));
	return differs ? { id: null, position: so.position, reason: "unbalanced" } : null;
}

/** A whole year at once, for whoever has all of it at hand. */
export const breakOf = async (entries: readonly Entry[], book: Kept): Promise<Break | null> => {
	const { broken, so } = await follow(entries, unfollowed);
	return broken ?? endOf(entries, book, so, unfollowed);
};
