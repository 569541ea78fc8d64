import { and, desc, eq, gte, lt, lte, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import type { Place } from "../http/door";
import { recountYears } from "../members/standing";
import { activity } from "../tables/activities";
import { type Database, named, run } from "../tables/database";
import { type Entry, entry, type ForYear, fundStanding } from "../tables/dues";
import { nameNow, person } from "../tables/ground";
import { type Day, yearOf } from "../values/day";
import { type Account, linesIn, linesOut, reversed } from "./accounts";
import { type Books, moneyAlong, postings, type Wanted } from "./books";
import type { NewEntry } from "./input";
import { recountPaid } from "./paid";
import { photographsOf } from "./photographs/store";

/** How many entries of a series one page shows. */
export const pageOfEntries = 60;

/** How many activities a form offers. */
const mostActivities = 100;

/** How many a file holds. */
export const fileOfEntries = 3000;

/** Entries as a form or a collection wants them, with what most of them lack. */
export const blank = {
	...{ purpose: null, person: null, party: null, method: null, reverses: null, years: [] },
	...{ activity: null, approver: null, fund: null },
} as const;

/** What a form wants posted. */
export function wantedBy(typed: NewEntry, by: { madeFrom: string; by: string }): Wanted {
	const { id, direction, what, day, amount, purpose, party, approver, activity, method, fund } = typed;
	const comes = direction === "income";
	return {
		...blank,
		...{ id, day, purpose, party, method, madeBy: by.by, madeFrom: by.madeFrom },
		series: comes ? "in" : "out",
		amount: comes ? amount : -amount,
		kind: what === "opening" ? "opening" : direction,
		lines: comes
			? linesIn(method, [what ?? "other-income", amount])
			: linesOut(method, what ?? "other-use", amount),
		approver: comes ? null : approver,
		activity: comes ? null : activity || null,
		fund: fund || null,
	};
}

/** Posts money that came in, or was used, onto the books as they were read. */
export async function post(db: Database, place: Place, books: Books, wanted: Wanted) {
	const { statements } = await postings(db, place, books, [wanted]);
	return db.batch(statements);
}

/** The activities of a year that money may have been used for, the latest first. */
export function activitiesOf(db: Database, place: Place, year: number) {
	return db
		.select({ id: activity.id, title: activity.title, day: activity.day })
		.from(activity)
		.where(
			and(
				eq(activity.organisation, place.id),
				gte(activity.day, `${year}-01-01`),
				lte(activity.day, `${year}-12-31`),
			),
		)
		.orderBy(desc(activity.day))
		.limit(mostActivities);
}

/** An activity of this very organisation by its id; nothing for a forged one. */
export function activityUnder(db: Database, place: Place, id: string) {
	return db
		.select({ id: activity.id })
		.from(activity)
		.where(and(eq(activity.organisation, place.id), eq(activity.id, id)));
}

/** What the entry under an id was made from. */
export async function postedBefore(db: Database, place: Place, id: string): Promise<string | undefined> {
	const rows = await db
		.select({ madeFrom: entry.madeFrom })
		.from(entry)
		.where(and(eq(entry.organisation, place.id), eq(entry.id, id)));
	return rows[0]?.madeFrom;
}

/** What reverses an entry: one of the opposite amount in the same series, dated today. */
export function reversalOf(
	original: Entry,
	how: { id: string; reason: string; today: Day; by: string; madeFrom: string },
): Wanted {
	const { series, amount, person, party, method, lines, years, activity, fund } = original;
	return {
		...blank,
		...{ id: how.id, day: how.today, series, amount: -amount, kind: "reversal", purpose: how.reason },
		...{ person, party, method, activity, fund, reverses: original.id, lines: reversed(lines) },
		years: years.map(([who, year, fen]) => [who, year, -fen]),
		...{ madeBy: how.by, madeFrom: how.madeFrom },
	};
}

/** The statements that post reversals of one day, and take the member-years of their receipts back with them. */
export async function reversing(
	db: Database,
	place: Place,
	books: Books,
	wanted: readonly [Wanted, ...Wanted[]],
) {
	const years = wanted.flatMap((one) => one.years);
	const { statements } = await postings(db, place, books, wanted, years.length > 0);
	const since = Math.min(yearOf(wanted[0].day), ...years.map(([, year]) => year));
	if (years.length === 0) return statements;
	const pairs = JSON.stringify(wanted.map(({ id, reverses }) => [id, reverses]));
	return [
		...statements,
		run(
			db,
			sql`insert into allocation (organisation, person, year, entry, record, amount)
			select organisation, person, year, pair.value ->> 0, record, -amount from allocation
			join json_each(${pairs}) as pair on pair.value ->> 1 = allocation.entry
			where organisation = ${place.id} and person in ${whoNow(years)}`,
		),
		recountPaid(db, place, whoNow(years)),
		recountYears(db, place, wanted[0].day, `${since}-01-01`, moneyAlong(place, yearOf(wanted[0].day))),
	] as const;
}

/** Posts a reversal, and takes the member-years of its receipt back with it. */
export const reverse = async (db: Database, place: Place, books: Books, wanted: Wanted) =>
	db.batch(await reversing(db, place, books, [wanted]));

/** Whom the persons of a receipt stand for today, as a parenthesised query. */
const whoNow = (years: readonly ForYear[]) =>
	sql`(select coalesce(same_as, id) from person where id in (select value from json_each(${JSON.stringify(years.map(([who]) => who))})))`;

/** The whole row of an entry; nothing for a forged id. */
export function wholeEntry(db: Database, place: Place, id: string) {
	return db
		.select()
		.from(entry)
		.where(and(eq(entry.organisation, place.id), eq(entry.id, id)));
}

/** What has reversed an entry. */
export function reversalUnder(db: Database, place: Place, of: string) {
	return db
		.select({ id: entry.id })
		.from(entry)
		.where(and(eq(entry.organisation, place.id), eq(entry.reverses, of)));
}

/** What an entry was for, from its lines. */
export const accountIn = sql<Account>`${entry.lines} ->> '$[1][0]'`;

/** What a list shows of an entry. */
const row = {
	id: entry.id,
	series: entry.series,
	number: entry.number,
	day: entry.day,
	amount: entry.amount,
	kind: entry.kind,
	purpose: entry.purpose,
	payer: nameNow.as("payer"),
	party: entry.party,
	method: entry.method,
	account: accountIn.as("account"),
};

/** What its paper shows besides. */
export const paperColumns = {
	...row,
	year: entry.year,
	position: entry.position,
	reverses: entry.reverses,
	approver: entry.approver,
	activity: entry.activity,
	fund: sql<
		string | null
	>`(select name from fund where fund.organisation = ${entry.organisation} and fund.id = ${entry.fund})`.as(
		"fund_name",
	),
	hash: entry.hash,
};

/** A year's entries of one series, the latest number first: one page below `before`, and one more. */
export function entriesOf(
	db: Database,
	place: Place,
	year: number,
	series: "in" | "out",
	before: number | null,
	most = pageOfEntries,
) {
	return db
		.select(row)
		.from(entry)
		.leftJoin(person, eq(person.id, entry.person))
		.where(
			and(
				eq(entry.organisation, place.id),
				eq(entry.year, year),
				eq(entry.series, series),
				before === null ? undefined : lt(entry.number, before),
			),
		)
		.orderBy(desc(entry.number))
		.limit(most + 1);
}

/** An entry with who posted it, what it reverses and what reversed it, the years its money was for, its activity and photographs. */
export async function entryOf(db: Database, place: Place, id: string) {
	const author = alias(person, "author");
	const mine = and(eq(entry.organisation, place.id), eq(entry.id, id));
	const [entries, reversals, photographs] = await db.batch([
		db
			.select({
				...paperColumns,
				years: entry.years,
				author: named(author.name, "author_name"),
				activityTitle: named(activity.title, "activity_title"),
			})
			.from(entry)
			.leftJoin(person, eq(person.id, entry.person))
			.leftJoin(author, eq(author.id, entry.madeBy))
			.leftJoin(activity, and(eq(activity.organisation, entry.organisation), eq(activity.id, entry.activity)))
			.where(mine),
		db
			.select({ id: entry.id, day: entry.day, purpose: entry.purpose })
			.from(entry)
			.where(and(eq(entry.organisation, place.id), eq(entry.reverses, id))),
		photographsOf(db, place, id),
	]);
	const known = entries[0];
	return known && { ...known, years: yearsOf(known.years), reversedBy: reversals[0] ?? null, photographs };
}

/** The years of a receipt with their amounts, whoever they were for. */
export function yearsOf(years: readonly ForYear[]): { year: number; amount: number }[] {
	const sums = new Map<number, number>();
	for (const [, year, fen] of years) sums.set(year, (sums.get(year) ?? 0) + fen);
	return [...sums].sort(([one], [other]) => one - other).map(([year, amount]) => ({ year, amount }));
}

/** The kept figures of an organisation's money, year by year up to and with this one. */
export function yearsOfFunds(db: Database, place: Place, year: number) {
	return db
		.select()
		.from(fundStanding)
		.where(and(eq(fundStanding.organisation, place.id), lte(fundStanding.year, year)))
		.orderBy(fundStanding.year);
}
