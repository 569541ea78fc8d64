import { eq, sql } from "drizzle-orm";
import { duesOf, isOwed, type Payer, type Rate } from "../../dues/rules";
import { allocating, mostRows } from "../../dues/store";
import { type Books, postings, type Wanted } from "../../funds/books";
import type { Place } from "../../http/door";
import { type Database, rows, run } from "../../tables/database";
import { membership, nameNow, person } from "../../tables/ground";
import { type Day, yearOf } from "../../values/day";
import { type Chunk, countsIn } from "../members/store";
import { countWritten } from "../store";
import type { KnownEntry, KnownMember } from "./rules";
import { rowsAnEntry } from "./rules";

/** Everybody who is or was a member here, with what tells two of one name apart. */
export function membersHere(db: Database, place: Place) {
	return db
		.select({
			person: membership.person,
			name: nameNow.as("name"),
			born: person.birthYear,
			group: sql<
				string | null
			>`(select name from small_group where small_group.organisation = ${membership.organisation}
				and small_group.id = ${membership.smallGroup})`.as("group_name"),
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
		.where(eq(membership.organisation, place.id))
		.orderBy(membership.sort, membership.person)
		.limit(mostRows);
}

/** How far back a line may pay for. */
const yearsBack = 10;

/** What each of them owes and has paid, year by year. */
export function knownMembers(
	found: readonly (Payer & { person: string; name: string; born: number | null; group: string | null })[],
	rates: readonly Rate[],
	today: Day,
): KnownMember[] {
	const first = yearOf(today) - yearsBack;
	const years = Array.from({ length: yearsBack + 2 }, (_, on) => first + on);
	return [...Map.groupBy(found, (one) => one.person)].map(([id, periods]) => {
		const dues = years.map((year) => ({ year, dues: duesOf(periods, year, rates, today) }));
		const { name = "", born = null, group = null } = periods.at(-1) ?? {};
		return {
			...{ id, name, born, group },
			owes: dues.flatMap(({ year, dues }) => (isOwed(dues) ? [{ year, rest: dues.rest }] : [])),
			paid: dues.flatMap(({ year, dues }) => (dues.state === "paid" ? [year] : [])),
		};
	});
}

/** The entries of the years that lines tell of, of the amounts that they tell of, with whom they name; reversed ones aren't there. */
export function entriesLike(
	db: Database,
	place: Place,
	years: readonly number[],
	amounts: readonly number[],
) {
	return rows<KnownEntry>(
		db,
		sql`select entry.id, series, number, day, amount, coalesce(payer.name, party) as name
		from json_each(${JSON.stringify(["in", "out"])}) as way cross join json_each(${JSON.stringify(years)}) as asked
		join entry on entry.organisation = ${place.id} and entry.year = asked.value and entry.series = way.value
		left join person as record on record.id = entry.person left join person as payer on payer.id = coalesce(record.same_as, record.id)
		where amount in (select value from json_each(${JSON.stringify(amounts)})) and entry.kind <> 'reversal'
			and not exists (select 1 from entry as later where later.organisation = entry.organisation and later.reverses = entry.id)
		order by entry.year, position`,
	);
}

/** Which of these entries are there. */
export function entriesAmong(db: Database, place: Place, ids: readonly string[]) {
	return rows<{ id: string }>(
		db,
		sql`select entry.id from json_each(${JSON.stringify(ids)}) as asked
		join entry on entry.organisation = ${place.id} and entry.id = asked.value`,
	);
}

/**
 * Posts what one request asks for, the request's own row first: its key stops a second copy, and it breaks where the intake has
 * ended meanwhile.
 */
export async function writeMoneyChunk(
	db: Database,
	place: Place,
	books: Books,
	chunk: Chunk,
	wanted: readonly Wanted[],
) {
	const { intake, number, rows, madeFrom, today } = chunk;
	const own = run(
		db,
		sql`insert into intake_chunk (organisation, intake, number, rows, places, counts, day, made_from)
		select ${place.id}, ${intake}, cast(${number} as integer), ${JSON.stringify(rows)}, '[]', ${countsIn(rows)}, ${today},
			case when not exists (select 1 from intake_end where organisation = ${place.id} and intake = ${intake}) then ${madeFrom} end
		from intake where organisation = ${place.id} and id = ${intake}`,
	);
	const posted = [];
	// The year that brings most goes first: each book's statement asks whether there is enough in all of them by then.
	const years = [...Map.groupBy(wanted, ({ day }) => yearOf(day)).values()].toSorted(
		(one, other) => broughtBy(other) - broughtBy(one),
	);
	for (const [one, ...others] of years)
		if (one) posted.push(...(await postings(db, place, books, [one, ...others])).statements);
	const receipts = wanted.filter((one) => one.years.length > 0);
	return db.batch([
		own,
		...posted,
		...(receipts.length > 0 ? allocating(db, place, receipts, today) : []),
		countWritten(db, wanted.length * rowsAnEntry + 2),
	]);
}

/** What entries bring, less what they use, in fen. */
const broughtBy = (entries: readonly Wanted[]) => entries.reduce((sum, { amount }) => sum + amount, 0);
