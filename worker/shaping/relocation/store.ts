import { sql } from "drizzle-orm";
import { type Authorship, changeWhere, isKept } from "../../changes/store";
import type { Place, Reader } from "../../http/door";
import { scopeAgain } from "../../members/seek";
import { endOf, heldOn } from "../../middleware/reader";
import { isStill, type Typed } from "../../organisations/life/latest";
import { forgetBoards, nextStages } from "../../organisations/life/store";
import { stoodSince } from "../../organisations/store";
import { waitUnder } from "../../plans/filing/store";
import { postsThatMay } from "../../roles/may";
import { type Database, rows, run } from "../../tables/database";
import type { Day } from "../../values/day";

/** How many parents a form offers; whoever has more types a part of the name. */
export const mostParents = 120;

/** Somewhere that a place may be moved under. */
export type Parent = { id: string; name: string; above: string | null; path: string; since: Day };

/**
 * Where a reader may move a place: under organisations in which they may found others, of a kind that it may stand under,
 * neither below itself nor where it stands now. One of them, or those whose name has a part in it.
 */
export function parentsFor(
	db: Database,
	place: Place,
	{ reader, today }: { reader: Reader; today: Day },
	which: { id: string } | { named: string },
) {
	const here = sql`${JSON.stringify(postsThatMay("found organisations", "own"))}`;
	const below = sql`${JSON.stringify(postsThatMay("found organisations", "below"))}`;
	const asked = "id" in which ? sql`target.id = ${which.id}` : sql`instr(target.name, ${which.named}) > 0`;
	return rows<Parent>(
		db,
		sql`select distinct target.id, target.name, up.name as above, target.path,
			${stoodSince(sql`target.id`, sql`target.path`)} as since
		from holder join organisation as seat on seat.id = holder.organisation
		join organisation as target on target.path >= seat.path and target.path < ${endOf(sql`seat.path`)}
		join kind_under as rule on rule.kind = ${place.kind} and rule.above = target.kind
		left join organisation as up on up.id = target.parent
		where holder.person = ${reader.person} and ${heldOn(today)}
			and case when target.id = seat.id then holder.post in (select value from json_each(${here}))
				else holder.post in (select value from json_each(${below})) end
			and target.practice = 0 and target.status <> 'deregistered'
			and not (target.path >= ${place.path} and target.path < ${endOfPath(place.path)})
			and target.id <> coalesce((select parent from organisation where id = ${place.id}), '')
			and ${asked}
		order by target.path limit ${mostParents + 1}`,
	);
}

const endOfPath = (path: string) => `${path.slice(0, -1)}0`;

/** How many organisations stand below a place, and the day on which anything happened last to any of them or to itself. */
export function countBelow(db: Database, place: Place) {
	return rows<{ count: number; since: Day }>(
		db,
		sql`select count(*) - 1 as count, max(stage.from_day) as since
		from organisation left join stage on stage.organisation = organisation.id and stage.to_day is null
		where organisation.path >= ${place.path} and organisation.path < ${endOfPath(place.path)}`,
	);
}

/**
 * Moves a place with all that is below it under another, unless somebody was quicker: then nothing is written. Everything
 * below begins a stage of the same id, and the words of its members that say where they are found are changed.
 */
export function move(
	db: Database,
	place: Place,
	under: Parent,
	{ day, reason }: Typed,
	by: Authorship,
	latest: string,
) {
	const path = `${under.path}${place.id}/`;
	const end = endOfPath(place.path);
	const details = { day, reason, from: place.path, to: path };
	const kept = isKept(place, place.id, by.id);
	const within = sql`path >= ${place.path} and path < ${end} and ${kept}`;
	const own = sql`id = ${place.id}`;
	const newPath = sql`${path} || substr(path, ${place.path.length + 1})`;
	return db.batch([
		changeWhere(
			db,
			place,
			{ ...by, subject: place.id, act: "moved", details },
			mayMove(place, under, day, latest),
		),
		...nextStages(
			db,
			{ id: by.id, act: "moved", day, reason, by: by.by },
			{ parent: sql`case when ${own} then ${under.id} else parent end`, path: newPath },
			within,
		),
		run(
			db,
			sql`update organisation set path = ${newPath}, parent = case when ${own} then ${under.id} else parent end where ${within}`,
		),
		waitUnder(db, place, place.path.split("/").at(-3) ?? "", under.id, kept),
		// After the paths: it reads them.
		scopeAgain(db, place.id, kept),
		forgetBoards(db, place.path, path),
	]);
}

/** Whether both still stand as they were read, the one may stand under the other, and nothing below was touched since. */
const mayMove = (place: Place, under: Parent, day: Day, latest: string) => sql`${isStill(place, latest)}
	and exists (select 1 from organisation where id = ${place.id} and path = ${place.path})
	and exists (select 1 from organisation as target join kind_under on kind_under.kind = ${place.kind} and kind_under.above = target.kind
		where target.id = ${under.id} and target.path = ${under.path} and target.status <> 'deregistered')
	and not exists (select 1 from organisation as one join stage on stage.organisation = one.id and stage.to_day is null
		where one.path >= ${place.path} and one.path < ${endOfPath(place.path)} and stage.from_day > ${day})`;
