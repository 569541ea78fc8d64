import { and, asc, eq } from "drizzle-orm";
import type { Place } from "../http/door";
import type { Database } from "../tables/database";
import { entry } from "../tables/dues";
import { nameNow, person } from "../tables/ground";
import { type Day, yearOf } from "../values/day";
import { moneyIn, outgoing, sourcesOfMoney, together } from "./accounts";
import { booksOf } from "./books";
import { shortHead } from "./chain";
import { paidOf, sumsOf } from "./notices/store";
import { accountIn, fileOfEntries } from "./store";

/** A year's entries of both series in the order in which they were posted, as the book prints them. */
function entriesPosted(db: Database, place: Place, year: number) {
	return db
		.select({
			id: entry.id,
			series: entry.series,
			number: entry.number,
			position: entry.position,
			day: entry.day,
			amount: entry.amount,
			kind: entry.kind,
			purpose: entry.purpose,
			payer: nameNow.as("payer"),
			party: entry.party,
			approver: entry.approver,
			method: entry.method,
			account: accountIn.as("account"),
		})
		.from(entry)
		.leftJoin(person, eq(person.id, entry.person))
		.where(and(eq(entry.organisation, place.id), eq(entry.year, year)))
		.orderBy(asc(entry.position))
		.limit(fileOfEntries);
}

/** The register of a year as a book: its statement by account, every entry with the balance after it, and the chain's head. */
export async function bookOfYear(db: Database, place: Place, today: Day, asked: string | undefined) {
	const thisYear = yearOf(today);
	const year = /^20\d\d$/.test(asked ?? "") ? Math.min(Number(asked), thisYear) : thisYear;
	const [books, entries, [kept]] = await db.batch([
		booksOf(db, place),
		entriesPosted(db, place, year),
		paidOf(db, place, year),
	]);
	const book = books.find((one) => one.year === year);
	const opening = moneyIn(together(books.filter((one) => one.year < year)));
	let balance = opening;
	return {
		...{ year, thisYear, today, opening },
		paid: kept?.paid ?? 0,
		incomes: sumsOf(book?.balances ?? {}, sourcesOfMoney, -1),
		uses: sumsOf(book?.balances ?? {}, outgoing, 1),
		balance: opening + moneyIn(book?.balances ?? {}),
		head: book?.head ? shortHead(book.head) : null,
		entries: entries.map((one) => {
			balance += one.amount;
			return { ...one, balance };
		}),
	};
}
