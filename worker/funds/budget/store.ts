import { and, eq } from "drizzle-orm";
import { type Authorship, changeOf } from "../../changes/store";
import type { Place } from "../../http/door";
import type { Database } from "../../tables/database";
import { budget } from "../../tables/dues";
import type { Day } from "../../values/day";
import type { Planned } from "./rules";

/** The plan of a year; nothing where nobody made one. */
export function budgetOf(db: Database, place: Pick<Place, "id">, year: number) {
	return db
		.select({ lines: budget.lines, day: budget.day })
		.from(budget)
		.where(and(eq(budget.organisation, place.id), eq(budget.year, year)));
}

/** Sets a year's plan; set again it is corrected, and what it was stays on record. */
export function setBudget(
	db: Database,
	place: Place,
	year: number,
	lines: Planned,
	by: Authorship,
	today: Day,
) {
	return db.batch([
		changeOf(db, place, { ...by, subject: "budget", act: "set", details: { year, ...lines } }),
		db
			.insert(budget)
			.values({ organisation: place.id, year, lines, day: today })
			.onConflictDoUpdate({ target: [budget.organisation, budget.year], set: { lines, day: today } }),
	]);
}
