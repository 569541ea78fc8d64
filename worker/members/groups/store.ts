import { and, eq, isNull, sql } from "drizzle-orm";
import { type Authorship, changeOf, changeWhere } from "../../changes/store";
import type { Place } from "../../http/door";
import { leaderBeginOf, leaderEndOf } from "../../officers/leaders";
import { type Database, named, run } from "../../tables/database";
import { holder, membership, person } from "../../tables/ground";
import { smallGroup } from "../../tables/people";
import { type Day, nowInSeconds } from "../../values/day";
import { currentMembership, markMany } from "../marking";
import { mostGroups, type NewGroup } from "./input";

// 第三小组 stands before 第二小组 by its characters: the numeral after 第 is what people go by.
const numeral = sql`instr('一二三四五六七八九十', replace(substr(${smallGroup.name}, 1, 2), '第', ''))`;

/** The groups that an association has today, in the order in which they were founded. */
export function groupsOf(db: Database, place: Place) {
	return db
		.select({ id: smallGroup.id, name: smallGroup.name })
		.from(smallGroup)
		.where(and(eq(smallGroup.organisation, place.id), isNull(smallGroup.toDay)))
		.orderBy(smallGroup.fromDay, numeral, smallGroup.name, smallGroup.id);
}

export type Group = Awaited<ReturnType<typeof groupsOf>>[number];

/** Who leads each group today. */
export function leadersOf(db: Database, place: Place, today: Day) {
	return db
		.select({ group: named(holder.part, "group_id"), person: holder.person, name: person.name })
		.from(holder)
		.innerJoin(person, eq(person.id, holder.person))
		.where(
			and(
				eq(holder.organisation, place.id),
				eq(holder.post, "group-leader"),
				sql`${holder.part} is not null and ${holder.fromDay} <= ${today} and (${holder.toDay} is null or ${holder.toDay} > ${today})`,
			),
		);
}

/** How many members each group has today; those in no group under null. A scan of the association's own register. */
export function groupSizes(db: Database, place: Place, today: Day) {
	return db
		.select({ group: membership.smallGroup, members: sql<number>`count(*)`.as("members") })
		.from(membership)
		.where(and(eq(membership.organisation, place.id), currentMembership(today)))
		.groupBy(membership.smallGroup);
}

const room = (place: Place) =>
	sql`(select count(*) from small_group where organisation = ${place.id} and to_day is null) < cast(${mostGroups} as integer)`;

/** Founds a group. */
export function foundGroup(
	db: Database,
	place: Place,
	{ id, group: name }: NewGroup,
	by: Authorship,
	today: Day,
) {
	return db.batch([
		changeWhere(db, place, { ...by, subject: "groups", act: "founded", details: { name } }, room(place)),
		run(
			db,
			sql`insert into small_group (organisation, id, name, from_day, made_from)
			select ${place.id}, ${id}, ${name}, ${today}, ${by.madeFrom} where ${room(place)}`,
		),
	]);
}

/** Gives a group another name. */
export function renameGroup(db: Database, place: Place, before: Group, name: string, by: Authorship) {
	const details = { from: { name: before.name }, to: { name } };
	return db.batch([
		changeOf(db, place, { ...by, subject: "groups", act: "renamed", details }),
		db
			.update(smallGroup)
			.set({ name })
			.where(and(eq(smallGroup.organisation, place.id), eq(smallGroup.id, before.id))),
	]);
}

/** Puts members into a group, or out of it: many at once, each with their history. */
export function standInGroup(
	db: Database,
	place: Place,
	group: Group,
	change: { added: readonly string[]; removed: readonly string[] },
	by: Authorship,
	today: Day,
) {
	const its = sql`(select name from small_group g where g.organisation = membership.organisation and g.id = membership.small_group)`;
	return markMany(
		db,
		place,
		{ ...by, subject: `group ${group.id}`, act: "grouped" },
		{
			...change,
			today,
			field: "group",
			stands: sql`small_group is ${group.id}`,
			now: its,
			after: { added: sql`${group.name}`, removed: sql`null` },
			column: "small_group",
			set: { added: sql`${group.id}`, removed: sql`null` },
		},
	);
}

/**
 * Lets a member of a group lead it from today on, and whoever led it no longer; nobody ends the post alone. It changes
 * nothing for somebody who isn't in the group.
 */
export function setLeader(
	db: Database,
	place: Place,
	group: Group,
	leader: { id: string; name: string } | null,
	by: Authorship,
	today: Day,
) {
	const person = leader?.id ?? "";
	const stands = sql`exists (select 1 from membership where organisation = ${place.id} and person = ${person}
		and small_group = ${group.id} and from_day <= ${today} and (to_day is null or to_day > ${today}))`;
	const details = { group: group.name, name: leader?.name ?? null };
	const set = { ...by, subject: `group ${group.id}`, act: "leader", details };
	return db.batch([
		changeWhere(db, place, set, leader ? stands : sql`true`),
		leaderEndOf(db, place, group.id, today, person),
		leaderBeginOf(db, place, { id: by.id, person, group: group.id, by: by.by }, today, stands),
	]);
}

/** Ends a group: its members stand in none from then on, their histories say so, and its leader's post is over. */
export function endGroup(db: Database, place: Place, group: Group, by: Authorship, today: Day) {
	const its = sql`organisation = ${place.id} and small_group = ${group.id} and (to_day is null or to_day > ${today})`;
	const runs = sql`exists (select 1 from small_group where organisation = ${place.id} and id = ${group.id} and to_day is null)`;
	return db.batch([
		changeWhere(db, place, { ...by, subject: "groups", act: "ended", details: { name: group.name } }, runs),
		run(
			db,
			sql`insert into change (organisation, subject, at, id, by, act, details, made_from)
			select organisation, person, ${nowInSeconds()}, ${by.id}, ${by.by}, 'grouped',
				json_object('from', json_object('group', ${group.name}), 'to', json_object('group', null)), ${by.madeFrom}
			from membership where ${its} and ${runs}`,
		),
		run(db, sql`update membership set small_group = null where ${its}`),
		leaderEndOf(db, place, group.id, today),
		db
			.update(smallGroup)
			.set({ toDay: today })
			.where(
				and(eq(smallGroup.organisation, place.id), eq(smallGroup.id, group.id), isNull(smallGroup.toDay)),
			),
	]);
}
