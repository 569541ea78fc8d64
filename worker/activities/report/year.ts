import type { Place } from "../../http/door";
import { keyDaysOf } from "../../plans/key-days/rules";
import { keyDayRules } from "../../plans/key-days/store";
import type { Database } from "../../tables/database";
import { type Cursor, cursorText } from "./rules";
import * as store from "./store";

/** The facts of one page of a year's list (a file is one long page), in one batch. */
export async function yearPage(
	db: Database,
	place: Place,
	year: number,
	after: Cursor | null,
	most = store.pageOfActivities,
) {
	const [rows, [figures], rules] = await db.batch([
		store.activitiesOf(db, place, year, after, most),
		store.activityYearOf(db, place, year),
		keyDayRules(db),
	]);
	const activities = rows.slice(0, most);
	const last = activities.at(-1);
	const { held = 0, heads = 0, cost = 0, days = [] } = figures ?? {};
	return {
		year,
		...{ held, heads, cost, days },
		keyDays: keyDaysOf(year, rules, days),
		first: after === null,
		next: last && rows.length > activities.length ? cursorText(last) : null,
		activities,
	};
}
