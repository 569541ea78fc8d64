import { type SQL, sql } from "drizzle-orm";
import type { Place } from "../http/door";
import { isCounted, membersOn } from "../tables/tree";
import type { Day } from "../values/day";

type Whose = Pick<Place, "id" | "path">;

/** The first path after a subtree: '0' is the character after '/'. */
export const endOf = (path: SQL) => sql`substr(${path}, 1, length(${path}) - 1) || '0'`;

/** Whether a path lies within a place's reach of today. One sees of the past what one may see today. */
export const within = (path: SQL, place: Whose) =>
	sql`${path} >= ${place.path} and ${path} < ${`${place.path.slice(0, -1)}0`}`;

const held = (day: Day) => sql`stage.from_day <= ${day} and (stage.to_day is null or stage.to_day > ${day})`;

/** A place's path as it was on a day. */
export const pathOn = (place: Whose, day: Day, today: Day) =>
	day === today
		? sql`${place.path}`
		: sql`(select path from stage where organisation = ${place.id} and ${held(day)})`;

/** Whether a row of `stage` was under a place on a day. */
const stageUnder = (place: Whose, day: Day, today: Day) => {
	const path = pathOn(place, day, today);
	return sql`stage.path >= ${path} and stage.path < ${endOf(path)} and ${held(day)}`;
};

/**
 * A place and everything under it as it stood on a day, to select from under a name: today from its own rows, else from their
 * stages. `now` is the path of today.
 */
export function stoodOn(place: Whose, day: Day, today: Day, name = sql`one`): SQL {
	return day === today
		? sql`(select id, parent, path, name, kind, status, practice, path as now from organisation
			where ${within(sql`path`, place)}) as ${name}`
		: sql`(select stage.organisation as id, stage.parent, stage.path, stage.name, stage.kind, stage.status, practice,
			organisation.path as now
			from stage join organisation on organisation.id = stage.organisation where ${stageUnder(place, day, today)}) as ${name}`;
}

/** Whether a row of `organisation` counted under a place on a day; the place itself always does. */
export function countedUnder(place: Whose, day: Day, today: Day): SQL {
	if (day === today) return sql`(organisation.id = ${place.id} or ${isCounted()})`;
	return sql`(organisation.id = ${place.id} or practice = 0 and exists (select 1 from stage
		where stage.organisation = organisation.id and stage.status in ('active', 'standardising') and ${stageUnder(place, day, today)}))`;
}

/** The members that a place and all that counted under it had on a day. */
export const allMembersOn = (place: Whose, day: Day, today: Day) =>
	sql`select coalesce(sum(${membersOn(sql`one.id`, day)} ->> 1), 0) as members from ${stoodOn(place, day, today)}
		where ${within(sql`one.now`, place)} and (one.id = ${place.id} or ${isCounted(sql`one`)})`;
