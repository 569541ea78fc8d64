import type { Place } from "../http/door";
import type { Database } from "../tables/database";
import { type Day, yearOf } from "../values/day";
import { duesOf, rateOf } from "./rules";
import { payersOf, ratesOf } from "./store";

/** How many years the account book shows side by side. */
const yearsShown = 4;

/** The facts of the account book of a year, in one batch. */
export async function gridOf(
	db: Database,
	place: Place,
	today: Day,
	asked: { year: string | undefined; owing: boolean },
) {
	const thisYear = yearOf(today);
	const year = /^20\d\d$/.test(asked.year ?? "") ? Math.min(Number(asked.year), thisYear + 1) : thisYear;
	const [rates, payers] = await db.batch([ratesOf(db, place), payersOf(db, place, year)]);
	const years = Array.from({ length: yearsShown }, (_, back) => year - yearsShown + 1 + back);
	const amounts = years.map((one) => rateOf(rates, one));
	const people = Map.groupBy(payers, (payer) => payer.person);
	const rows = [...people].map(([person, periods]) => ({
		person,
		name: periods[0]?.name ?? "",
		receipt: duesOf(periods, year, null) === "paid" ? (periods[0]?.paid[year] ?? null) : null,
		cells: years.map((one, place) => duesOf(periods, one, amounts[place] ?? null)),
	}));
	const owing = rows.filter(({ cells }) => cells.includes("due"));
	const last = rows.map(({ cells }) => cells.at(-1));
	return {
		year,
		thisYear,
		years,
		amounts,
		onlyOwing: asked.owing,
		owingCount: owing.length,
		paid: last.filter((state) => state === "paid").length,
		due: last.filter((state) => state === "paid" || state === "due").length,
		rows: asked.owing ? owing : rows,
	};
}
