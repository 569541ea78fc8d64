import type { Place } from "../../http/door";
import { keyDaysOf } from "../../plans/key-days/rules";
import { keyDayRules } from "../../plans/key-days/store";
import type { Database } from "../../tables/database";
import { type Day, yearOf } from "../../values/day";
import { newId } from "../../values/id";
import { invitationsTo } from "../holding/store";
import { type Cursor, cursorText } from "./rules";
import * as store from "./store";
import { listedOn } from "./store";

/** The facts of one page of a year's list (a file is one long page), in one batch. */
export async function yearPage(
	db: Database,
	place: Place,
	today: Day,
	year: number,
	after: Cursor | null,
	most = store.pageOfActivities,
) {
	const [rows, [figures], rules, invited] = await db.batch([
		store.activitiesOf(db, place, year, after, most),
		store.activityYearOf(db, place, year),
		keyDayRules(db),
		invitationsTo(db, place),
	]);
	const activities = rows.slice(0, most).map((one) => listedOn(today, place, one));
	const last = activities.at(-1);
	const { held = 0, heads = 0, cost = 0, days = [], ahead = [] } = figures ?? {};
	return {
		year,
		...{ held, heads, cost, days },
		keyDays: keyDaysOf(year, rules, days),
		first: after === null,
		next: last && rows.length > activities.length ? cursorText(last) : null,
		activities,
		ahead: ahead.map(([day]) => day),
		invited:
			year === yearOf(today) && after === null ? invited.map((one) => ({ ...one, answer: newId() })) : [],
	};
}
