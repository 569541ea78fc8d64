import { sql } from "drizzle-orm";
import { type Authorship, changeWhere, isKept } from "../../changes/store";
import type { Place } from "../../http/door";
import { type Database, run } from "../../tables/database";
import type { KeptItem } from "../../tables/plans";
import { isDraft } from "../state";

/** Begins a plan with several items at once, if it has none yet. */
export function beginPlan(
	db: Database,
	place: Place,
	year: number,
	items: readonly Omit<KeptItem, "id">[],
	by: Authorship,
) {
	const subject = `plan-${year}`;
	const empty = sql`not exists (select 1 from plan_item where organisation = ${place.id} and year = ${year})
		and ${isDraft(place, year)}`;
	const [kind, title, place_, key] = ["kind", "title", "place", "keyDay"].map(
		(name) => sql`one.value ->> ${name}`,
	);
	return db.batch([
		changeWhere(db, place, { ...by, subject, act: "begun", details: { items: items.length } }, empty),
		run(
			db,
			sql`insert into plan_item (organisation, id, year, kind, title, first_day, last_day, key_day, place, budget, helpers, made_from)
			select ${place.id}, lower(hex(randomblob(8))), ${year}, ${kind}, ${title}, one.value ->> 'firstDay',
				one.value ->> 'lastDay', ${key}, ${place_}, one.value ->> 'budget', one.value ->> 'helpers', ${by.madeFrom}
			from json_each(${JSON.stringify(items)}) as one where ${isKept(place, subject, by.id)} and ${empty}`,
		),
	]);
}
