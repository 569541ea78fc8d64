import { and, desc, eq, lt, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import { type Authorship, changeOf } from "../changes/store";
import { linesIn } from "../funds/accounts";
import { type Books, moneyAlong, postings, type Wanted } from "../funds/books";
import { recountPaid } from "../funds/paid";
import { blank, paperColumns } from "../funds/store";
import type { Place } from "../http/door";
import { type Along, recountYears } from "../members/standing";
import { activity } from "../tables/activities";
import { type Database, named, run } from "../tables/database";
import { collection, entry, type ForYear, rate } from "../tables/dues";
import { membership, nameNow, person } from "../tables/ground";
import { type Day, yearOf } from "../values/day";
import { newId } from "../values/id";
import type { Fen } from "../values/money";
import type { NewCollection, NewRate } from "./input";
import { openRound } from "./rounds";
import { sharedOut, type Tick } from "./rules";

/** The most members one grid shows: a whole village, and then some. */
export const mostRows = 600;

/** An organisation's yearly rates, the latest first. */
export function ratesOf(db: Database, place: Place) {
	return db
		.select({ fromDay: rate.fromDay, kind: rate.kind, amount: rate.amount })
		.from(rate)
		.where(eq(rate.organisation, place.id))
		.orderBy(desc(rate.fromDay), rate.kind)
		.limit(60);
}

/** Sets the rate from a day on; the same day again corrects it, and the change stays on record. Who has paid in full is told anew. */
export function setRate(db: Database, place: Place, typed: NewRate, by: Authorship, today: Day) {
	const { from_day: fromDay, amount } = typed;
	const kind = typed.kind ?? "every";
	return db.batch([
		changeOf(db, place, {
			...by,
			subject: "rate",
			act: "set",
			details: { from_day: fromDay, amount, ...(kind === "every" ? {} : { kind }) },
		}),
		db
			.insert(rate)
			.values({ organisation: place.id, fromDay, kind, amount })
			.onConflictDoUpdate({ target: [rate.organisation, rate.fromDay, rate.kind], set: { amount } }),
		recountPaid(
			db,
			place,
			sql`(select person from membership where organisation = ${place.id} and dues <> '{}')`,
			true,
		),
		recountYears(db, place, today, fromDay),
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
			dues: membership.dues,
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

/** The memberships of some people in this very organisation; others are not found. */
export function payersTicked(db: Database, place: Place, people: readonly string[]) {
	return db
		.select({
			person: membership.person,
			kind: membership.kind,
			fromDay: membership.fromDay,
			toDay: membership.toDay,
			paid: membership.paid,
			carried: membership.carried,
			dues: membership.dues,
			wentTo: membership.wentTo,
		})
		.from(membership)
		.where(
			and(
				eq(membership.organisation, place.id),
				sql`${membership.person} in (select value from json_each(${JSON.stringify(people)}))`,
			),
		);
}

type Owed = Tick & { amount: number };

type By = { by: string; madeFrom: string };

/** What a collection would post: one receipt a member, in the order in which they were ticked. */
export function receiptsFor(typed: NewCollection, owed: readonly Owed[], by: By): Wanted[] {
	return [...Map.groupBy(owed, ({ person }) => person)].map(([person, years]) =>
		receiptOf(typed, person, years, 0, by),
	);
}

/** What one payer brought for several members or years: one receipt, and what is left beyond is a gift. */
export function receiptFrom(typed: NewCollection, payer: string, owed: readonly Owed[], by: By): Wanted[] {
	const whole = owed.reduce((sum, { amount }) => sum + amount, 0);
	const { lines, gift } = sharedOut(owed, typed.received ?? whole);
	return lines.length > 0 || gift > 0 ? [receiptOf(typed, payer, lines, gift, by)] : [];
}

function receiptOf(
	{ day, method }: NewCollection,
	person: string,
	years: readonly Owed[],
	gift: Fen,
	by: By,
): Wanted {
	const dues = years.reduce((sum, { amount }) => sum + amount, 0);
	return {
		...blank,
		...{ id: newId(), series: "in", day, amount: dues + gift, kind: "dues", person, method },
		lines: linesIn(method, ["dues", dues], ["gift", gift]),
		years: years.map((one): ForYear => [one.person, one.year, one.amount]),
		...{ madeBy: by.by, madeFrom: by.madeFrom },
	};
}

/**
 * Collects dues onto the books as they were read: one receipt a member, numbered and chained on, allocated to the ticked
 * years, in one batch. The collection's key stops a second copy.
 */
export async function collect(
	db: Database,
	place: Place,
	books: Books,
	typed: NewCollection,
	receipts: readonly Wanted[],
	by: By,
	today: Day,
) {
	const { id, day, method } = typed;
	const year = yearOf(day);
	const first = (books.find((one) => one.year === year)?.receipts ?? 0) + 1;
	const kept = db.insert(collection).values({
		...{ organisation: place.id, id, day, year, first, method },
		entries: receipts.map((one) => one.id),
		round: openRound(place),
		madeBy: by.by,
		madeFrom: by.madeFrom,
	});
	const [one, ...others] = receipts;
	if (!one) return db.batch([kept]);
	const { statements } = await postings(db, place, books, [one, ...others], true);
	const along = moneyAlong(place, year);
	return db.batch([kept, ...statements, ...allocating(db, place, receipts, today, along)]);
}

/** The statements that allocate receipts to their members and years, and tell anew what each has paid; `along` the sums of their year. */
export function allocating(
	db: Database,
	place: Place,
	receipts: readonly Wanted[],
	today: Day,
	along?: Along,
) {
	const years = receipts.flatMap((one) => one.years);
	const since = [...years.map(([, of]) => of), ...receipts.map(({ day }) => yearOf(day))];
	return [
		run(
			db,
			sql`insert into allocation (organisation, person, year, entry, record, amount)
			select ${place.id}, value ->> 0, value ->> 1, value ->> 2, value ->> 0, value ->> 3
			from json_each(${JSON.stringify(receipts.flatMap((one) => one.years.map(([person, of, fen]) => [person, of, one.id, fen])))})`,
		),
		recountPaid(
			db,
			place,
			sql`(select value from json_each(${JSON.stringify([...new Set(years.map(([person]) => person))])}))`,
		),
		recountYears(db, place, today, `${Math.min(...since)}-01-01`, along),
	] as const;
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
			years: entry.years,
			activityTitle: named(activity.title, "activity_title"),
			reversalId: named(later.id, "reversal_id"),
			reversalDay: named(later.day, "reversal_day"),
			reversalPurpose: named(later.purpose, "reversal_purpose"),
		})
		.from(collection)
		.innerJoin(entry, itsReceipts)
		.innerJoin(person, eq(person.id, entry.person))
		.leftJoin(author, eq(author.id, entry.madeBy))
		.leftJoin(activity, and(eq(activity.organisation, entry.organisation), eq(activity.id, entry.activity)))
		.leftJoin(later, and(eq(later.organisation, place.id), eq(later.reverses, entry.id)))
		.where(and(eq(collection.organisation, place.id), eq(collection.id, id)))
		.orderBy(entry.number);
}
