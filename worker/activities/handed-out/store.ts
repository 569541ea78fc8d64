import { type SQL, sql } from "drizzle-orm";
import type { Place } from "../../http/door";
import { type Database, rows } from "../../tables/database";
import { countsWithin } from "../../tables/tree";
import type { Day } from "../../values/day";
import { wasHeld } from "../report/recount";

/** What of a thing was handed out: amount is null where no line says one; lines is how many say it. */
export type Sum = { thing: string; unit: string | null; amount: number | null; lines: number };
/** A thing as lines name it: the word, and what it is counted in. */
export type Named = Pick<Sum, "thing" | "unit">;

/** The most things, activities or organisations that a page lists. */
export const mostThings = 300;

const kept = sql`value ->> 0 as thing, value ->> 1 as unit`;
const summed = sql`sum(value ->> 2) as amount, sum(value ->> 3) as lines`;

/** The kept sums of a year: of a place alone, or with everything that counts below it. */
function sumsOf(place: Pick<Place, "id" | "path">, year: number, below: boolean): SQL {
	const within = below ? countsWithin(place) : sql`one.id = ${place.id}`;
	return sql`organisation as one cross join activity_year on activity_year.organisation = one.id and activity_year.year = ${year}
		cross join json_each(activity_year.handed) where ${within}`;
}

/** What was handed out in a year, a line a thing, the most often handed out first. */
export function handedOut(db: Database, place: Pick<Place, "id" | "path">, year: number, below: boolean) {
	return rows<Sum>(
		db,
		sql`select ${kept}, ${summed} from ${sumsOf(place, year, below)} group by 1, 2 order by lines desc, thing limit ${mostThings}`,
	);
}

/** Who handed out one thing in a year, a line an organisation, this one first. */
export function handedOutBy(
	db: Database,
	place: Pick<Place, "id" | "path">,
	year: number,
	{ thing, unit }: Named,
) {
	return rows<{ id: string; name: string; amount: number | null; lines: number }>(
		db,
		sql`select one.id, one.name, ${summed} from ${sumsOf(place, year, true)} and value ->> 0 = ${thing} and value ->> 1 is ${unit}
		group by one.id order by one.path limit ${mostThings}`,
	);
}

/** At which activities of its own a place handed out one thing in a year, the latest first. */
export function handedOutAt(db: Database, place: Pick<Place, "id">, year: number, { thing, unit }: Named) {
	return rows<{ id: string; title: string; day: Day; amount: number | null }>(
		db,
		sql`select a.id, a.title, a.day, value ->> 'amount' as amount from activity as a cross join json_each(a.handed_out)
		where a.organisation = ${place.id} and a.day >= ${`${year}-01-01`} and a.day < ${`${year + 1}-01-01`} and ${wasHeld}
			and value ->> 'thing' = ${thing} and value ->> 'unit' is ${unit}
		order by a.day desc, a.id desc limit ${mostThings}`,
	);
}

/** What a place handed out in this year and the last, as its form offers it. */
export function thingsKnown(db: Database, place: Pick<Place, "id">, year: number) {
	return rows<Named>(
		db,
		sql`select distinct ${kept} from activity_year cross join json_each(handed)
		where organisation = ${place.id} and year in (${year - 1}, ${year}) order by thing limit 60`,
	);
}
