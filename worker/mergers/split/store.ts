import { and, eq, or, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import type { Authorship } from "../../changes/store";
import type { Place } from "../../http/door";
import { recountMembers } from "../../members/standing";
import { canGo, type GoingOver, goes, goingOverOf } from "../../members/transfer/moving";
import { forgetBoards, foundingOf } from "../../organisations/life/store";
import { type Database, named, run } from "../../tables/database";
import { organisation, person } from "../../tables/ground";
import { kind, kindUnder, split } from "../../tables/tree";
import type { Day } from "../../values/day";
import { groupsAlongOf, movedOf } from "../along";
import { mostNames } from "../preview";
import type { NewSplit } from "./input";

/** The groups of a place with how many members each has. */
export function groupsAt(db: Database, place: Place) {
	return run(
		db,
		sql`select held.id, held.name, coalesce(sized.members, 0) as members from small_group as held
			left join (select small_group, count(*) as members from membership
				where organisation = ${place.id} and small_group is not null and to_day is null group by small_group) as sized
				on sized.small_group = held.id
		where held.organisation = ${place.id} and held.to_day is null order by held.name limit 60`,
	);
}
export type Group = { id: string; name: string; members: number };

/** The kinds that may stand beside a place, under the same parent. */
export function kindsUnderParent(db: Database, parent: string) {
	return db
		.select({ id: kind.id, zh: kind.zh, en: kind.en })
		.from(organisation)
		.innerJoin(kindUnder, eq(kindUnder.above, organisation.kind))
		.innerJoin(kind, eq(kind.id, kindUnder.kind))
		.where(eq(organisation.id, parent))
		.orderBy(kind.sort);
}

const onTheWay = (going: GoingOver) => sql`(select count(*) from transfer_waiting as waiting
	where waiting.organisation = ${going.from.id} and waiting.person in (select one.person from membership as one where ${goes(going)}))`;

/** How many of those who would go are on the way elsewhere, and the day of the latest act on the place. */
export function unsettledAt(db: Database, going: GoingOver) {
	return run(
		db,
		sql`select ${onTheWay(going)} as transfers,
			(select max(from_day) from stage where organisation = ${going.from.id} and to_day is null) as since`,
	);
}
export type Unsettling = { transfers: number; since: Day | null };

/** What the split under an id was made from. */
export function splitBefore(db: Database, place: Place, id: string) {
	return db
		.select({ madeFrom: split.madeFrom })
		.from(split)
		.where(and(eq(split.organisation, place.id), eq(split.id, id)));
}

type Splitting = { going: GoingOver; parent: Place; typed: NewSplit; by: Authorship; today: Day };

/** Splits groups off: everything in one batch, or nothing. Where anybody can't go over, the split's own row breaks. */
export function splitOff(db: Database, place: Place, { going, parent, typed, by, today }: Splitting) {
	const { from, to, day } = going;
	const good = sql`exists (select 1 from organisation where id = ${from.id} and path = ${from.path} and status in ('active', 'standardising'))
		and exists (select 1 from organisation as above join kind_under as rule on rule.above = above.kind and rule.kind = ${typed.kind}
			where above.id = ${parent.id} and above.path = ${parent.path} and above.status <> 'deregistered')
		and not exists (select 1 from stage where organisation = ${from.id} and to_day is null and from_day > ${day})
		and exists (select 1 from membership as one where ${goes(going)}) and ${canGo(going)} and ${onTheWay(going)} = 0`;
	const founding = {
		...{ id: to.id, parent: parent.id, path: to.path, kind: typed.kind, organisation: typed.organisation },
		...{ adults: null, households: null, practice: place.practice, day, reason: typed.reason },
		...{ madeFrom: by.madeFrom, madeBy: by.by },
	};
	return db.batch([
		...foundingOf(db, { ...founding, act: "split" }, sql`where ${good}`),
		run(
			db,
			sql`insert into split (organisation, id, made, day, reason, moved, made_by, made_from)
			select ${from.id}, ${by.id}, ${to.id}, ${day}, ${typed.reason},
				case when exists (select 1 from organisation where id = ${to.id}) then ${movedOf(going)} end, ${by.by}, ${by.madeFrom}`,
		),
		...groupsAlongOf(db, going, by.by),
		...goingOverOf(db, going, by),
		...recountMembers(db, from, today, day),
		...recountMembers(db, to, today, day),
		forgetBoards(db, from.path, to.path),
	]);
}

/** A split by which one of the two was this place, with the names of those who went over. */
export function splitOf(db: Database, place: Place, id: string) {
	const left = alias(organisation, "left_one");
	const made = alias(organisation, "made");
	const mine = and(eq(split.id, id), or(eq(split.organisation, place.id), eq(split.made, place.id)));
	return [
		db
			.select({
				id: split.id,
				from: { id: named(left.id, "left_id"), name: named(left.name, "left_name") },
				made: { id: named(made.id, "made_id"), name: named(made.name, "made_name") },
				day: split.day,
				reason: split.reason,
				moved: split.moved,
				by: named(person.name, "by_name"),
			})
			.from(split)
			.innerJoin(left, eq(left.id, split.organisation))
			.innerJoin(made, eq(made.id, split.made))
			.leftJoin(person, eq(person.id, split.madeBy))
			.where(mine),
		run(
			db,
			sql`select person.name from split join membership as one on one.organisation = split.organisation and one.went_to = split.made
				and one.to_day = split.day and one.left_because = 'split' join person on person.id = one.person
			where ${mine} order by one.sort limit ${mostNames}`,
		),
	] as const;
}
