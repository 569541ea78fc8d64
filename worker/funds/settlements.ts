import { desc, eq, sql } from "drizzle-orm";
import { type Authorship, changeWhere } from "../changes/store";
import type { Place } from "../http/door";
import { type Database, run } from "../tables/database";
import { settlement } from "../tables/dues";
import { type Day, yearOf } from "../values/day";
import { type Books, settledOf } from "./books";

/** The periods that are settled, the latest first. */
export function settlementsOf(db: Database, place: Place) {
	return db
		.select({
			period: settlement.period,
			day: settlement.day,
			head: settlement.head,
			balances: settlement.balances,
		})
		.from(settlement)
		.where(eq(settlement.organisation, place.id))
		.orderBy(desc(settlement.day), desc(settlement.period))
		.limit(60);
}

/** What may be settled: of years with entries, each month that is over and the whole year once it is, the latest first. */
export function openPeriods(books: Books, today: Day): string[] {
	const settled = settledOf(books);
	const periods = books.flatMap(({ year }) => [
		...(year < yearOf(today) || today.slice(5) === "12-31" ? [String(year)] : []),
		...Array.from({ length: 12 }, (_, month) => `${year}-${String(month + 1).padStart(2, "0")}`).filter(
			(month) => month < today.slice(0, 7),
		),
	]);
	return periods
		.filter((period) => !settled.some((one) => period.startsWith(one)))
		.sort()
		.reverse()
		.slice(0, 36);
}

/** Settles a period as the books stand now; its key stops a second one. From then on nothing is posted into it. */
export function settle(db: Database, place: Place, period: string, by: Authorship, today: Day) {
	const theBook = sql`from book where organisation = ${place.id} and year = ${Number(period.slice(0, 4))}`;
	return db.batch([
		changeWhere(
			db,
			place,
			{ ...by, subject: "settlement", act: "settled", details: { period } },
			sql`exists (select 1 ${theBook}) and not exists (select 1 from settlement where organisation = ${place.id} and period = ${period})`,
		),
		run(
			db,
			sql`insert into settlement (organisation, period, id, day, head, balances, made_by, made_from)
			select ${place.id}, ${period}, ${by.id}, ${today}, head, balances, ${by.by}, ${by.madeFrom} ${theBook}
			and exists (select 1 from change where organisation = ${place.id} and subject = 'settlement' and id = ${by.id})`,
		),
	]);
}
