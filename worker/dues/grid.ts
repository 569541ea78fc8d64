import type { Place } from "../http/door";
import type { Database } from "../tables/database";
import { type Day, yearOf } from "../values/day";
import { type DuesState, duesOf, isOwed, rateOf } from "./rules";
import { payersOf, ratesOf } from "./store";

/** How many years the account book shows side by side. */
const yearsShown = 4;

const owes = (state: DuesState) => isOwed({ state, rest: 0 });

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
	const rows = [...people].map(([person, periods]) => {
		const dues = years.map((one) => duesOf(periods, one, rates, today));
		return {
			person,
			name: periods[0]?.name ?? "",
			receipt: dues.at(-1)?.state === "paid" ? (periods[0]?.paid[year] ?? null) : null,
			cells: dues.map(({ state }) => state),
			rests: dues.map(({ rest }) => rest),
		};
	});
	const owing = rows.filter(({ cells }) => cells.some(owes));
	const last = rows.map(({ cells }) => cells.at(-1));
	return {
		year,
		thisYear,
		years,
		amounts,
		onlyOwing: asked.owing,
		owingCount: owing.length,
		paid: last.filter((state) => state === "paid").length,
		due: last.filter((state) => state === "paid" || (state !== undefined && owes(state))).length,
		rows: asked.owing ? owing : rows,
	};
}
