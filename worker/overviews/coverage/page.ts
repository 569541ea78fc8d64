import type { Place } from "../../http/door";
import type { Database } from "../../tables/database";
import { type Day, yearOf } from "../../values/day";
import { type Covered, coverageOf, lifeOf, type Show } from "./rules";
import { coverageBelow, coverageHere, placesOf, turnsBelow } from "./store";

type Inside = { db: Database; place: Place; today: Day };

const withShare = <Row extends Covered>(row: Row) => ({ ...row, share: coverageOf(row) });

/** Coverage below a place, and the places behind one of its figures. */
export async function coveragePage({ db, place }: Inside, show: Show, after: string | null, most: number) {
	const [below, [here], found] = await db.batch([
		coverageBelow(db, place),
		coverageHere(db, place),
		placesOf(db, place, show, after, most),
	]);
	const sum = (of: (row: Covered) => number) =>
		below.reduce((total, row) => total + of(row), here ? of(here) : 0);
	const whole = {
		places: sum(({ places }) => places),
		covered: sum(({ covered }) => covered),
		standardising: sum(({ standardising }) => standardising),
	};
	const page = found.slice(0, most);
	return {
		leads: below.length > 0,
		whole: withShare(whole),
		// Where every row were one place, the list below says it all.
		townships: below.some(({ itself }) => itself === 0)
			? below.map(({ itself, ...row }) => ({ ...withShare(row), leads: itself === 0 || row.places > 1 }))
			: [],
		show,
		places: page,
		first: after === null,
		next: found.length > most ? (page.at(-1)?.id ?? null) : null,
	};
}

/** How many turns of a year a page and a file look at. */
export const mostTurns = 300;
export const mostTurnsInFile = 3000;

/** The year's list of what is founded, standardised and retired below a place: done, and still to do. */
export async function lifePage({ db, place, today }: Inside, year: number, most: number) {
	const now = year === yearOf(today);
	const turns = await turnsBelow(db, place, year, now, most);
	return {
		year,
		thisYear: yearOf(today),
		more: turns.length > most,
		rows: turns.slice(0, most).flatMap(({ id, name, above, reason, open, ...turn }) => {
			const life = lifeOf(turn, open === 1, year);
			return life ? [{ id, name, above, reason, ...life }] : [];
		}),
	};
}
