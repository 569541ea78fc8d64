import { and, desc, eq, lt, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import { type Authorship, changeOf } from "../changes/store";
import { recountFunds } from "../funds/standing";
import { lastNumber, paperColumns, recountPaid } from "../funds/store";
import type { Place } from "../http/door";
import { recountYears } from "../members/standing";
import { type Database, named, run } from "../tables/database";
import { collection, entry, rate } from "../tables/dues";
import { membership, nameNow, person, personNow } from "../tables/ground";
import { type Day, yearOf } from "../values/day";
import { newId } from "../values/id";
import type { NewCollection, NewRate } from "./input";
import type { Tick } from "./rules";

/** The most members one grid shows: a whole village, and then some. */
export const mostRows = 600;

/** An organisation's yearly rates, the latest first. */
export function ratesOf(db: Database, place: Place) {
	return db
		.select({ fromDay: rate.fromDay, amount: rate.amount })
		.from(rate)
		.where(eq(rate.organisation, place.id))
		.orderBy(desc(rate.fromDay))
		.limit(20);
}

/** Sets the rate from a day on; the same day again corrects it, and the change stays on record. */
export function setRate(db: Database, place: Place, { from_day: fromDay, amount }: NewRate, by: Authorship) {
	return db.batch([
		changeOf(db, place, { ...by, subject: "rate", act: "set", details: { from_day: fromDay, amount } }),
		db
			.insert(rate)
			.values({ organisation: place.id, fromDay, amount })
			.onConflictDoUpdate({ target: [rate.organisation, rate.fromDay], set: { amount } }),
	]);
}

/** Everybody who was a member on a day of the year, by name, with the years they have paid. */
export function payersOf(db: Database, place: Place, year: number) {
	return db
		.select({
			person: membership.person,
			name: person.name,
			kind: membership.kind,
			fromDay: membership.fromDay,
			toDay: membership.toDay,
			paid: membership.paid,
			carried: membership.carried,
			wentTo: membership.wentTo,
		})
		.from(membership)
		.innerJoin(person, eq(person.id, membership.person))
		.where(
			and(
				eq(membership.organisation, place.id),
				lt(membership.fromDay, `${year + 1}-01-01`),
				or(sql`${membership.toDay} is null`, sql`${membership.toDay} > ${`${year}-01-01`}`),
			),
		)
		.orderBy(membership.sort, membership.person)
		.limit(mostRows);
}

/** The memberships of those whose boxes were ticked, in this very organisation; others are not found. */
export function payersTicked(db: Database, place: Place, ticks: readonly Tick[]) {
	return db
		.select({
			person: membership.person,
			kind: membership.kind,
			fromDay: membership.fromDay,
			toDay: membership.toDay,
			paid: membership.paid,
			carried: membership.carried,
			wentTo: membership.wentTo,
		})
		.from(membership)
		.where(
			and(
				eq(membership.organisation, place.id),
				sql`${membership.person} in (select value from json_each(${JSON.stringify(ticks.map((tick) => tick.person))}))`,
			),
		);
}

type Owed = Tick & { amount: number };

/**
 * Collects dues: one receipt a member, numbered on, allocated to the ticked years, in one batch. The collection's key stops
 * a second copy; a member-year that somebody else collected meanwhile is left out by the statement itself.
 */
export function collect(
	db: Database,
	place: Place,
	typed: NewCollection,
	owed: readonly Owed[],
	by: { by: string; madeFrom: string },
	today: Day,
) {
	const { id, day, method } = typed;
	const year = yearOf(day);
	const receipts = new Map(owed.map(({ person }) => [person, newId()]));
	const lines = JSON.stringify(
		owed.map(({ person, year: of, amount }) => ({ p: person, y: of, a: amount, e: receipts.get(person) })),
	);
	const unpaid = sql`from json_each(${lines}) as line where not exists (select 1 from membership
		where organisation = ${place.id} and person = line.value ->> 'p' and json_extract(paid, '$."' || (line.value ->> 'y') || '"') is not null)`;
	return db.batch([
		db.insert(collection).values({
			organisation: place.id,
			id,
			day,
			year,
			first: sql`${lastNumber(place, year, "in")} + 1`,
			method,
			entries: [...receipts.values()],
			madeBy: by.by,
			madeFrom: by.madeFrom,
		}),
		run(
			db,
			sql`insert into entry (organisation, id, year, series, number, day, amount, kind, person, method, made_by, made_from)
			select ${place.id}, line.value ->> 'e', ${year}, 'in', ${lastNumber(place, year, "in")} + row_number() over (order by min(line.key)),
				${day}, sum(line.value ->> 'a'), 'dues', line.value ->> 'p', ${method}, ${by.by}, ${by.madeFrom} ${unpaid} group by line.value ->> 'e'`,
		),
		run(
			db,
			sql`insert into allocation (organisation, person, year, entry, amount)
			select ${place.id}, line.value ->> 'p', line.value ->> 'y', line.value ->> 'e', line.value ->> 'a' ${unpaid}`,
		),
		recountPaid(db, place, sql`(select value ->> 'p' from json_each(${lines}))`),
		recountFunds(db, place, year),
		recountYears(db, place, today, `${Math.min(year, ...owed.map((line) => line.year))}-01-01`),
	]);
}

/** What the collection under an id was made from. */
export async function collectedBefore(db: Database, place: Place, id: string): Promise<string | undefined> {
	const rows = await db
		.select({ madeFrom: collection.madeFrom })
		.from(collection)
		.where(and(eq(collection.organisation, place.id), eq(collection.id, id)));
	return rows[0]?.madeFrom;
}

/**
 * A collection's receipts, found by the numbers they were given in one statement; of a number that another collection took,
 * because somebody had paid meanwhile, the id tells.
 */
const itsReceipts = and(
	eq(entry.organisation, collection.organisation),
	eq(entry.year, collection.year),
	eq(entry.series, "in"),
	sql`${entry.number} >= ${collection.first} and ${entry.number} < ${collection.first} + json_array_length(${collection.entries})`,
	sql`instr(${collection.entries}, ${entry.id}) > 0`,
);

/** One collection with its receipts; nothing for a forged id. */
export async function collectionOf(db: Database, place: Place, id: string) {
	const mine = and(eq(collection.organisation, place.id), eq(collection.id, id));
	const [collections, receipts] = await db.batch([
		db
			.select({ id: collection.id, day: collection.day, method: collection.method })
			.from(collection)
			.where(mine),
		db
			.select({ id: entry.id, number: entry.number, amount: entry.amount, payer: nameNow.as("payer") })
			.from(collection)
			.innerJoin(entry, itsReceipts)
			.innerJoin(person, eq(person.id, entry.person))
			.where(mine)
			.orderBy(entry.number),
	]);
	return collections[0] && { ...collections[0], receipts };
}

/** Every receipt of a collection as its paper shows it, in the order of their numbers. */
export function receiptsOf(db: Database, place: Place, id: string) {
	const author = alias(person, "author");
	const later = alias(entry, "later");
	return db
		.select({
			...paperColumns,
			author: named(author.name, "author_name"),
			years: sql<string>`(select json_group_array(json_object('year', year, 'amount', amount)) from allocation
				where organisation = ${entry.organisation} and person = ${personNow} and entry = ${entry.id})`.as(
				"years",
			),
			reversalId: named(later.id, "reversal_id"),
			reversalDay: named(later.day, "reversal_day"),
			reversalPurpose: named(later.purpose, "reversal_purpose"),
		})
		.from(collection)
		.innerJoin(entry, itsReceipts)
		.innerJoin(person, eq(person.id, entry.person))
		.leftJoin(author, eq(author.id, entry.madeBy))
		.leftJoin(later, and(eq(later.organisation, place.id), eq(later.reverses, entry.id)))
		.where(and(eq(collection.organisation, place.id), eq(collection.id, id)))
		.orderBy(entry.number);
}
