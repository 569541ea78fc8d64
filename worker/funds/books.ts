import { and, asc, eq, isNull, sql } from "drizzle-orm";
import type { Place } from "../http/door";
import type { Along } from "../members/standing";
import { type Database, ours, run } from "../tables/database";
import { book, entry, type Posted } from "../tables/dues";
import { type Day, yearOf } from "../values/day";
import type { Fen } from "../values/money";
import { after, atHand, type Balances, moneyIn, outgoing, sourcesOfMoney, together } from "./accounts";
import { chained, type Draft } from "./chain";

/** An organisation's books as they stand: every year's row, and the periods that are settled. */
export function booksOf(db: Database, place: Pick<Place, "id">) {
	return db
		.select({
			year: book.year,
			balances: book.balances,
			entries: book.entries,
			receipts: book.receipts,
			vouchers: book.vouchers,
			head: book.head,
			settled:
				sql<string>`(select json_group_array(period) from settlement where organisation = ${place.id})`.as(
					"settled",
				),
		})
		.from(book)
		.where(eq(book.organisation, place.id))
		.orderBy(book.year);
}
export type Books = Awaited<ReturnType<typeof booksOf>>;

/** The settled periods, months and years. */
export const settledOf = (books: Books): string[] => JSON.parse(books[0]?.settled ?? "[]") as string[];

/** Whether a day lies in a month or year that is settled. */
export const isSettled = (books: Books, day: Day) =>
	settledOf(books).some((period) => day.startsWith(period));

/** An entry to be posted, before it has its number and its place. */
export type Wanted = Omit<Draft, "organisation" | "year" | "number" | "position">;

/** Why nothing was posted: the period is settled, or there is less than that, with what there is. */
export type Refusal = { reason: "settled" } | { reason: "beyond"; there: Fen; wanted: Fen };

/** Why entries can't be posted; null where they can. */
export function refusalOf(books: Books, entries: readonly Wanted[]): Refusal | null {
	if (entries.some(({ day }) => isSettled(books, day))) return { reason: "settled" };
	return shortOf(together(books), entries);
}

/** What there is, where entries would use more than that; null where it is enough. */
export function shortOf(
	before: Balances,
	entries: readonly Pick<Wanted, "lines" | "amount" | "fund">[],
): Refusal | null {
	const then = after(before, entries);
	for (const { fund, amount } of entries) {
		const short = atHand(then, fund) < 0 ? atHand(before, fund) : moneyIn(then) < 0 ? moneyIn(before) : null;
		if (amount < 0 && short !== null) return { reason: "beyond", there: short, wanted: -amount };
	}
	return null;
}

const columns = [
	...[
		"organisation",
		"id",
		"year",
		"series",
		"number",
		"day",
		"amount",
		"kind",
		"purpose",
		"person",
		"party",
	],
	...[
		"method",
		"reverses",
		"made_by",
		"made_from",
		"lines",
		"position",
		"years",
		"activity",
		"approver",
		"fund",
	],
	...["salt", "words", "before", "hash"],
] as const;

const valuesOf = (one: Posted) => [
	...[one.organisation, one.id, one.year, one.series, one.number, one.day, one.amount, one.kind, one.purpose],
	...[one.person, one.party, one.method, one.reverses, one.madeBy, one.madeFrom, JSON.stringify(one.lines)],
	...[one.position, JSON.stringify(one.years), one.activity, one.approver, one.fund],
	...[one.salt, one.words, one.before, one.hash],
];

/**
 * The statements that post entries of one year, numbered on and chained onto the head as it was read. They break the whole
 * batch where somebody else took the number, moved the head or settled the period meanwhile, or where the money is gone.
 */
export async function postings(
	db: Database,
	place: Pick<Place, "id">,
	books: Books,
	wanted: readonly [Wanted, ...Wanted[]],
	/** Whether a recount in the same batch writes the year's sums along. */
	along = false,
) {
	const year = yearOf(wanted[0].day);
	const periods = JSON.stringify([
		...new Set(wanted.flatMap(({ day }) => [day.slice(0, 4), day.slice(0, 7)])),
	]);
	const known = books.find((one) => one.year === year);
	const so = known ?? { balances: {} as Balances, entries: 0, receipts: 0, vouchers: 0, head: "" };
	const late = so.entries > 0 && so.head === "" ? await chained(await unchained(db, place, year), "") : [];
	const head = late.at(-1)?.hash ?? so.head;
	const numbers = { in: so.receipts, out: so.vouchers };
	const drafts = wanted.map((one, index) => {
		numbers[one.series] += 1;
		return {
			...one,
			organisation: place.id,
			year,
			number: numbers[one.series],
			position: so.entries + index + 1,
		};
	});
	const posted = await chained(drafts, head);
	const left = after(so.balances, posted);
	const last = posted.at(-1)?.hash ?? head;
	const spends = wanted.some(({ amount }) => amount < 0);
	const money = sql`(select coalesce(sum(coalesce(balances ->> 'cash', 0) + coalesce(balances ->> 'bank', 0)), 0) from book where organisation = ${place.id})`;
	const setAside = sql`(select coalesce(sum(max(left, 0)), 0) from (select sum(value) as left from book, json_each(balances)
		where organisation = ${place.id} and key like 'fund:%' group by key))`;
	// Of money for one purpose, and of what is free, too: another year's book may be written at the same moment.
	const aside = [...Map.groupBy(wanted, ({ fund }) => fund)].flatMap(([fund, entries]) => {
		const spent = -entries.reduce((sum, { amount }) => sum + amount, 0);
		if (spent <= 0) return [];
		const there = fund
			? sql`(select coalesce(sum(balances ->> ${`fund:${fund}`}), 0) from book where organisation = ${place.id})`
			: sql`${money} - ${setAside}`;
		return [sql`and ${there} >= ${spent}`];
	});
	const good = sql`not exists (select 1 from settlement where organisation = ${place.id} and period in (select value from json_each(${periods})))
		and (${spends ? sql`${money} >= ${-wanted.reduce((sum, { amount }) => sum + amount, 0)}` : sql`true`}) ${sql.join(aside, sql` `)}`;
	const counts = [so.entries + posted.length, numbers.in, numbers.out] as const;
	return {
		posted,
		statements: [
			run(
				db,
				sql`insert into entry (${ours(columns.join(", "))})
				select ${ours(columns.map((_, place) => `value ->> ${place}`).join(", "))} from json_each(${JSON.stringify(posted.map(valuesOf))})`,
			),
			run(
				db,
				sql`insert into book (organisation, year, balances, entries, receipts, vouchers, head)
				values (${place.id}, ${year}, ${JSON.stringify(left)}, ${counts[0]}, ${counts[1]}, ${counts[2]},
					case when ${good} then ${last} end)
				on conflict (organisation, year) do update set balances = excluded.balances, entries = excluded.entries,
					receipts = excluded.receipts, vouchers = excluded.vouchers,
					head = case when book.head = ${so.head} and book.entries = ${so.entries} then excluded.head end`,
			),
			...(late.length > 0 ? [hashesOf(db, late)] : []),
			...(along ? [] : [keptMoney(db, place, year)]),
		] as const,
	};
}

/** The entries of a year that wait for their hashes, in the order of their places. */
export function unchained(db: Database, place: Pick<Place, "id">, year: number) {
	return db
		.select()
		.from(entry)
		.where(and(eq(entry.organisation, place.id), eq(entry.year, year), isNull(entry.hash)))
		.orderBy(asc(entry.position));
}

/** The statement that gives hashes to what was posted before there was a chain. */
export function hashesOf(db: Database, late: readonly Posted[]) {
	const lines = late.map(({ organisation, id, salt, words, before, hash }) => [
		...[organisation, id, salt, words, before, hash],
	]);
	return run(
		db,
		sql`update entry set salt = value ->> 2, words = value ->> 3, before = value ->> 4, hash = value ->> 5
		from json_each(${JSON.stringify(lines)}) where entry.organisation = value ->> 0 and entry.id = value ->> 1 and entry.hash is null`,
	);
}

const sumOf = (names: readonly string[]) =>
	sql.join(
		names.map((name) => sql`coalesce(balances ->> ${name}, 0)`),
		sql` + `,
	);

/** A year's sums, from its book. */
const sums = [
	{ name: "received", value: sql`-(${sumOf(sourcesOfMoney)})` },
	{ name: "used", value: sumOf(outgoing) },
	{ name: "dues", value: sql`-(${sumOf(["dues"])})` },
	{ name: "receipts", value: sql`receipts` },
	{ name: "vouchers", value: sql`vouchers` },
];

/** The same for a recount that writes them along with a year's other figures. */
export const moneyAlong = (place: Pick<Place, "id">, year: number): Along => ({
	year,
	columns: sums.map(({ name, value }) => ({
		name,
		value: sql`coalesce((select ${value} from book where organisation = ${place.id} and book.year = ${year}), 0)`,
	})),
});

/** The statement that keeps a year's sums beside its other figures, read from its book. */
export function keptMoney(db: Database, place: Pick<Place, "id">, year: number) {
	return run(
		db,
		sql`insert into standing (organisation, year, received, used, dues, receipts, vouchers)
		select organisation, year, ${sql.join(
			sums.map(({ value }) => value),
			sql`, `,
		)}
		from book where organisation = ${place.id} and year = ${year}
		on conflict (organisation, year) do update set received = excluded.received, used = excluded.used, dues = excluded.dues,
			receipts = excluded.receipts, vouchers = excluded.vouchers`,
	);
}
