import type { Place } from "../http/door";
import type { Database } from "../tables/database";
import { type Day, yearOf } from "../values/day";
import { entriesOf, pageOfEntries, yearsOfFunds } from "./store";

/** The facts of a year's register, in one batch: kept sums, the balance before and after, a page of each series. */
export async function registerOf(
	db: Database,
	place: Place,
	today: Day,
	asked: {
		year?: string | undefined;
		receipts?: string | undefined;
		vouchers?: string | undefined;
		most?: number;
	},
) {
	const thisYear = yearOf(today);
	const year = /^20\d\d$/.test(asked.year ?? "") ? Math.min(Number(asked.year), thisYear) : thisYear;
	const most = asked.most ?? pageOfEntries;
	const [years, ins, outs] = await db.batch([
		yearsOfFunds(db, place, year),
		entriesOf(db, place, year, "in", numberOf(asked.receipts), most),
		entriesOf(db, place, year, "out", numberOf(asked.vouchers), most),
	]);
	const before = years.filter((one) => one.year < year);
	const opening = before.reduce((sum, one) => sum + one.received - one.used, 0);
	const { received, used, dues, paid } = years.find((one) => one.year === year) ?? {
		received: 0,
		used: 0,
		dues: 0,
		paid: 0,
	};
	return {
		year,
		thisYear,
		today,
		opening,
		received,
		used,
		dues,
		paid,
		balance: opening + received - used,
		...pageOf(ins, "receipts", most),
		...pageOf(outs, "vouchers", most),
	};
}

const numberOf = (text: string | undefined) => (/^\d{1,9}$/.test(text ?? "") ? Number(text) : null);

function pageOf<Row extends { number: number }, Name extends "receipts" | "vouchers">(
	rows: readonly Row[],
	name: Name,
	most: number,
) {
	const page = rows.slice(0, most);
	const next = rows.length > page.length ? (page.at(-1)?.number ?? null) : null;
	return { [name]: page, [`${name}Next`]: next } as Record<Name, Row[]> &
		Record<`${Name}Next`, number | null>;
}
