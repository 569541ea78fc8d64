import { and, eq, isNull, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import { type Authorship, changeWhere, isKept } from "../../changes/store";
import type { Place } from "../../http/door";
import { scopeAgain } from "../../members/seek";
import { recountMembers } from "../../members/standing";
import { beginEveryMembershipAgain } from "../../members/store";
import { beginEveryPostAgain } from "../../officers/store";
import { isStill } from "../../organisations/life/latest";
import { forgetBoards } from "../../organisations/life/store";
import { type Database, named, ours, run } from "../../tables/database";
import { stage } from "../../tables/tree";
import type { Day } from "../../values/day";

/** The stage a place is in, and what it was in the one before. */
export function latestAndBefore(db: Database, place: Place) {
	const before = alias(stage, "before");
	return db
		.select({
			id: stage.id,
			act: stage.act,
			fromDay: stage.fromDay,
			madeAt: stage.madeAt,
			follows: stage.follows,
			parent: named(before.parent, "parent_before"),
			path: named(before.path, "path_before"),
		})
		.from(stage)
		.leftJoin(before, and(eq(before.organisation, stage.organisation), eq(before.id, stage.follows)))
		.where(and(eq(stage.organisation, place.id), isNull(stage.toDay)));
}

export type Latest = Awaited<ReturnType<typeof latestAndBefore>>[number];

const subtree = (path: string) => sql`one.path >= ${path} and one.path < ${`${path.slice(0, -1)}0`}`;

/**
 * Whether nothing builds on the latest act: everything that it touched is still in its stage, where it came from still stands
 * there, and a founding has had neither member nor officer.
 */
function stillBare(place: Place, latest: Latest) {
	const still = isStill(place, latest.id);
	if (latest.act === "moved")
		return sql`${still} and not exists (select 1 from organisation as one join stage on stage.organisation = one.id
				and stage.to_day is null where ${subtree(place.path)} and stage.id <> ${latest.id})
			and exists (select 1 from organisation where id = ${latest.parent} and path || ${place.id} || '/' = ${latest.path}
				and status <> 'deregistered')`;
	if (latest.act === "founded" || latest.act === "reinstated")
		return sql`${still} and not exists (select 1 from membership where organisation = ${place.id} and (to_day is null or to_day > ${latest.fromDay}))
			and not exists (select 1 from holder where organisation = ${place.id} and (to_day is null or to_day > ${latest.fromDay}))
			and not exists (select 1 from organisation as child where child.parent = ${place.id} and child.status <> 'deregistered')`;
	return still;
}

/** Takes the latest act of a place back, with all that it brought about; nothing is written if anything builds on it. */
export function retract(
	db: Database,
	place: Place,
	latest: Latest,
	reason: string,
	{ by, today }: { by: Authorship; today: Day },
) {
	const kept = isKept(place, place.id, by.id);
	const details = { act: latest.act, day: latest.fromDay, reason, stage: latest.id };
	const touched = (path: string) =>
		latest.act === "moved"
			? sql`(select one.id from organisation as one where ${subtree(path)})`
			: sql`(${place.id})`;
	// The first statement below brings the subtree back to where it was; those after it find it there.
	const back = touched(latest.path ?? "");
	const before = (column: string) => sql`(select before.${ours(column)} from stage as this
		join stage as before on before.organisation = this.organisation and before.id = this.follows
		where this.organisation = organisation.id and this.id = ${latest.id})`;
	return db.batch([
		changeWhere(
			...([
				db,
				place,
				{ ...by, subject: place.id, act: "retracted", details },
				stillBare(place, latest),
			] as const),
		),
		run(
			db,
			sql`update organisation set name = ${before("name")}, kind = ${before("kind")}, parent = ${before("parent")},
				path = ${before("path")}, status = ${before("status")} where id in ${touched(place.path)} and ${kept}`,
		),
		run(
			db,
			sql`update stage set to_day = null where ${kept} and (organisation, id) in
				(select this.organisation, this.follows from stage as this where this.organisation in ${back} and this.id = ${latest.id})`,
		),
		run(db, sql`delete from stage where organisation in ${back} and id = ${latest.id} and ${kept}`),
		...(latest.act === "moved" ? [scopeAgain(db, place.id, kept)] : []),
		...(latest.act === "deregistered"
			? [
					beginEveryMembershipAgain(db, place, latest.fromDay, kept),
					beginEveryPostAgain(db, place, latest.fromDay, kept),
					...recountMembers(db, place, today, latest.fromDay),
				]
			: []),
		forgetBoards(db, place.path, latest.path ?? ""),
	]);
}
