import { asc, eq } from "drizzle-orm";
import { type Authorship, changeOf } from "../../changes/store";
import type { Place } from "../../http/door";
import type { Database } from "../../tables/database";
import { keyDay } from "../../tables/plans";
import type { KeyDayChange } from "./input";
import type { KeyDayRule } from "./rules";

/** The most rules that are looked at: a root has a dozen key days and changes one in years. */
const most = 100;

/** What every key day was, is and will be, from which year on. */
export function keyDayRules(db: Database) {
	return db.select().from(keyDay).orderBy(asc(keyDay.id), asc(keyDay.fromYear)).limit(most);
}

/** The rules of one key day; none for one that isn't there. */
export function rulesOfKeyDay(db: Database, id: string) {
	return db.select().from(keyDay).where(eq(keyDay.id, id)).orderBy(asc(keyDay.fromYear));
}

/** Says what a key day is from a year on: a new one, another day or name, or none any more. */
export function setKeyDay(
	db: Database,
	place: Place,
	id: string,
	before: KeyDayRule | null,
	{ month_day: monthDay, zh, en, from_year: fromYear }: KeyDayChange,
	by: Authorship,
) {
	const told = (one: Pick<KeyDayRule, "zh" | "en" | "monthDay">) => ({
		zh: one.zh,
		en: one.en,
		day: one.monthDay,
	});
	const row = { zh, en, monthDay };
	const act = before === null ? "defined" : monthDay === null ? "ended" : "changed";
	return db.batch([
		changeOf(db, place, {
			...by,
			subject: "key-days",
			act,
			details: { from: before ? told(before) : {}, to: { ...told(row), from_year: fromYear } },
		}),
		db
			.insert(keyDay)
			.values({ id, fromYear, ...row })
			.onConflictDoUpdate({ target: [keyDay.id, keyDay.fromYear], set: row }),
	]);
}
