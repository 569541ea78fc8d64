import type { Place } from "../http/door";
import type { Database } from "../tables/database";
import { type Day, yearOf } from "../values/day";
import { arrearsOf } from "./rules";
import { payersOf, ratesOf } from "./store";

/** Who owes which years, and how much, in one trip. */
export async function arrearsHere({ db, place, today }: { db: Database; place: Place; today: Day }) {
	const [rates, payers] = await db.batch([ratesOf(db, place), payersOf(db, place, yearOf(today))]);
	const people = [...Map.groupBy(payers, ({ person }) => person)].flatMap(([person, periods]) => {
		const years = arrearsOf(periods, rates, today);
		const sum = years.reduce((total, { rest }) => total + rest, 0);
		return sum > 0 ? [{ person, name: periods[0]?.name ?? "", years, sum }] : [];
	});
	return { people, sum: people.reduce((total, one) => total + one.sum, 0), today };
}
