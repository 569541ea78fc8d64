import { sql } from "drizzle-orm";
import type { Place } from "../../http/door";
import { endOf, within } from "../../organisations/then";
import { type Database, rows } from "../../tables/database";
import type { Status } from "../../tables/ground";
import type { Covered, Show, Turn } from "./rules";

/** How many places a page shows. */
export const mostListed = 60;

/** A row of organisation that is a place to be covered. */
const isPlace = sql`one.kind in (select id from kind where covers = 1) and one.practice = 0 and one.status <> 'deregistered'`;

const shown: Record<Show, ReturnType<typeof sql>> = {
	without: sql`one.status = 'unfounded'`,
	covered: sql`one.status in ('active', 'standardising')`,
	standardising: sql`one.status = 'standardising'`,
};

/** Coverage under each directly below a place; `itself` where that is a place of its own. */
export function coverageBelow(db: Database, place: Place) {
	return rows<Covered & { id: string; name: string; itself: number }>(
		db,
		sql`select child.id, child.name, count(*) as places, sum(${shown.covered}) as covered,
			sum(${shown.standardising}) as standardising, max(one.id = child.id) as itself
		from organisation as child join organisation as one on one.path >= child.path and one.path < ${endOf(sql`child.path`)}
		where child.parent = ${place.id} and ${isPlace} group by child.id order by child.path`,
	);
}

/** Coverage of the place itself, where it is one: a village with others below it. */
export function coverageHere(db: Database, place: Place) {
	return rows<Covered>(
		db,
		sql`select count(*) as places, coalesce(sum(${shown.covered}), 0) as covered,
			coalesce(sum(${shown.standardising}), 0) as standardising
		from organisation as one where one.id = ${place.id} and ${isPlace}`,
	);
}

export type PlaceRow = {
	id: string;
	name: string;
	above: string | null;
	status: Status;
	since: string | null;
	reason: string | null;
};

/** The places behind a figure, after where the page before ended, one more than are shown. */
export function placesOf(db: Database, place: Place, show: Show, after: string | null, most: number) {
	const follows =
		after === null ? sql`true` : sql`one.path > (select path from organisation where id = ${after})`;
	return rows<PlaceRow>(
		db,
		sql`select one.id, one.name, up.name as above, one.status, stage.from_day as since, stage.reason
		from organisation as one left join organisation as up on up.id = one.parent
		left join stage on stage.organisation = one.id and stage.to_day is null
		where ${within(sql`one.path`, place)} and ${isPlace} and ${shown[show]} and ${follows}
		order by one.path limit ${most + 1}`,
	);
}

export type TurnRow = Turn & {
	id: string;
	name: string;
	above: string | null;
	reason: string | null;
	open: number;
};

/**
 * Every change of status under a place within a year, and what asks for one today: places without an association, and those
 * under standardisation with the day since when.
 */
export function turnsBelow(db: Database, place: Place, year: number, withOpen: boolean, most: number) {
	const named = sql`one.id, one.name, (select name from organisation as up where up.id = one.parent) as above`;
	const mine = sql`${within(sql`one.path`, place)} and one.practice = 0`;
	return rows<TurnRow>(
		db,
		sql`select * from (
			select one.path, ${named}, stage.status, stage.from_day as day, stage.reason, 0 as open,
				(select earlier.status from stage as earlier where earlier.organisation = one.id
					and earlier.to_day = stage.from_day and earlier.id <> stage.id order by earlier.made_at desc limit 1) as before
			from organisation as one join stage on stage.organisation = one.id
			where ${mine} and stage.act <> 'entered' and stage.from_day >= ${`${year}-01-01`} and stage.from_day <= ${`${year}-12-31`}
			union all
			select one.path, ${named}, one.status, (select max(from_day) from stage where stage.organisation = one.id
					and stage.act = 'standardised'),
				(select reason from stage where stage.organisation = one.id and stage.to_day is null), 1, null
			from organisation as one
			where ${withOpen ? sql`true` : sql`false`} and ${mine}
				and (one.status = 'standardising' or one.status = 'unfounded' and one.kind in (select id from kind where covers = 1)))
		order by path, day limit ${most + 1}`,
	);
}
