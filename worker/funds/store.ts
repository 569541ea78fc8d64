import { and, desc, eq, lt, lte, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import type { Place } from "../http/door";
import { recountYears } from "../members/standing";
import { type Database, named, run } from "../tables/database";
import { allocation, entry, fundStanding } from "../tables/dues";
import { nameNow, person, personNow } from "../tables/ground";
import { type Day, yearOf } from "../values/day";
import type { NewEntry } from "./input";
import { recountFunds } from "./standing";

/** How many entries of a series one page shows. */
export const pageOfEntries = 60;

/** How many a file holds. */
export const fileOfEntries = 3000;

/** The next number of a series: one statement reads and uses it, so numbers neither repeat nor skip. */
export const lastNumber = (place: Place, year: number, series: "in" | "out") =>
	sql`coalesce((select max(number) from entry where organisation = ${place.id} and year = ${year} and series = ${series}), 0)`;

/** Posts money that came in, or was used. The entry's key stops a second copy. */
export function post(db: Database, place: Place, typed: NewEntry, by: { madeFrom: string; by: string }) {
	const { id, direction, day, amount, purpose, party, method } = typed;
	const year = yearOf(day);
	const [series, signed] = direction === "income" ? (["in", amount] as const) : (["out", -amount] as const);
	return db.batch([
		run(
			db,
			sql`insert into entry (organisation, id, year, series, number, day, amount, kind, purpose, party, method, made_by, made_from)
			select ${place.id}, ${id}, ${year}, ${series}, ${lastNumber(place, year, series)} + 1, ${day}, ${signed}, ${direction},
				${purpose}, ${party}, ${method}, ${by.by}, ${by.madeFrom}`,
		),
		recountFunds(db, place, year),
	]);
}

/** What the entry under an id was made from. */
export async function postedBefore(db: Database, place: Place, id: string): Promise<string | undefined> {
	const rows = await db
		.select({ madeFrom: entry.madeFrom })
		.from(entry)
		.where(and(eq(entry.organisation, place.id), eq(entry.id, id)));
	return rows[0]?.madeFrom;
}

/**
 * Reverses an entry: one of the opposite amount in the same series, dated today, that takes its member-years back with it.
 * An entry is reversed once at the most, and a reversal never: the database itself refuses the second.
 */
export function reverse(
	db: Database,
	place: Place,
	{ id: of, years }: { id: string; years: readonly { year: number }[] },
	how: { id: string; reason: string; today: Day; by: string; madeFrom: string },
) {
	const year = yearOf(how.today);
	const original = sql`from entry as original where organisation = ${place.id} and id = ${of} and kind <> 'reversal'`;
	const payer = sql`(select coalesce(same_as, id) from person where id = (select person ${original}))`;
	return db.batch([
		run(
			db,
			sql`insert into entry (organisation, id, year, series, number, day, amount, kind, purpose, person, party, method, reverses, made_by, made_from)
			select organisation, ${how.id}, ${year}, series,
				coalesce((select max(number) from entry where organisation = ${place.id} and year = ${year} and series = original.series), 0) + 1,
				${how.today}, -amount, 'reversal', ${how.reason}, person, party, method, id, ${how.by}, ${how.madeFrom} ${original}`,
		),
		run(
			db,
			sql`insert into allocation (organisation, person, year, entry, amount)
			select organisation, person, year, ${how.id}, -amount from allocation
			where organisation = ${place.id} and entry = ${of} and person = ${payer}`,
		),
		recountPaid(db, place, sql`(${payer})`),
		recountFunds(db, place, year),
		recountYears(db, place, how.today, `${Math.min(year, ...years.map((one) => one.year))}-01-01`),
	]);
}

/**
 * Recounts the years that members have paid from the allocations, beside those they paid where they came from; `who` is a
 * parenthesised list or query of persons.
 */
export function recountPaid(db: Database, place: Pick<Place, "id">, who: ReturnType<typeof sql>) {
	return run(
		db,
		sql`update membership set paid = json_patch(carried, coalesce((
			select json_group_object(year, number) from (
				select cast(allocation.year as text) as year, max(entry.number) filter (where allocation.amount > 0 and not exists (select 1 from entry as later
						where later.organisation = entry.organisation and later.reverses = entry.id)) as number
				from allocation join entry on entry.organisation = allocation.organisation and entry.id = allocation.entry
				where allocation.organisation = membership.organisation and allocation.person = membership.person
				group by allocation.year having sum(allocation.amount) > 0)), '{}'))
		where organisation = ${place.id} and person in ${who}`,
	);
}

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
};

/** What its paper shows besides. */
export const paperColumns = { ...row, year: entry.year, reverses: entry.reverses };

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

/** An entry with who posted it, what it reverses and what reversed it, and the years its money was for. */
export async function entryOf(db: Database, place: Place, id: string) {
	const author = alias(person, "author");
	const mine = and(eq(entry.organisation, place.id), eq(entry.id, id));
	const [entries, years, reversals] = await db.batch([
		db
			.select({
				...paperColumns,
				author: named(author.name, "author_name"),
			})
			.from(entry)
			.leftJoin(person, eq(person.id, entry.person))
			.leftJoin(author, eq(author.id, entry.madeBy))
			.where(mine),
		db
			.select({ year: allocation.year, amount: allocation.amount })
			.from(entry)
			.innerJoin(person, eq(person.id, entry.person))
			.innerJoin(
				allocation,
				and(
					eq(allocation.organisation, entry.organisation),
					eq(allocation.person, personNow),
					eq(allocation.entry, entry.id),
				),
			)
			.where(mine),
		db
			.select({ id: entry.id, day: entry.day, purpose: entry.purpose })
			.from(entry)
			.where(and(eq(entry.organisation, place.id), eq(entry.reverses, id))),
	]);
	const known = entries[0];
	return known && { ...known, years, reversedBy: reversals[0] ?? null };
}

/** The kept figures of an organisation's money, year by year up to and with this one. */
export function yearsOfFunds(db: Database, place: Place, year: number) {
	return db
		.select()
		.from(fundStanding)
		.where(and(eq(fundStanding.organisation, place.id), lte(fundStanding.year, year)))
		.orderBy(fundStanding.year);
}
