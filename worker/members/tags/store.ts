import { and, eq, sql } from "drizzle-orm";
import { type Authorship, changeWhere } from "../../changes/store";
import type { Place } from "../../http/door";
import { type Database, run } from "../../tables/database";
import { membership } from "../../tables/ground";
import { tag } from "../../tables/people";
import type { Day } from "../../values/day";
import { currentMembership, markMany } from "../marking";
import { mostTags, type NewTag, type TagChange } from "./input";

/** The tags that a root lets its members be marked with; those out of use as well (`toDay`), since members may bear them. */
export function tagsOf(db: Database, root: string) {
	return db
		.select({ id: tag.id, kind: tag.kind, zh: tag.zh, en: tag.en, toDay: tag.toDay })
		.from(tag)
		.where(eq(tag.organisation, root))
		.orderBy(sql`${tag.kind} desc`, tag.id);
}

export type Tag = Awaited<ReturnType<typeof tagsOf>>[number];

/** How many of an association's own members bear each tag today. */
export function bearersOf(db: Database, place: Place, today: Day) {
	return db
		.select({ tag: sql<string>`marked.value`.as("tag"), members: sql<number>`count(*)`.as("members") })
		.from(membership)
		.innerJoin(sql`json_each(${membership.tags}) as marked`, sql`true`)
		.where(
			and(eq(membership.organisation, place.id), sql`${membership.tags} <> '[]'`, currentMembership(today)),
		)
		.groupBy(sql`marked.value`);
}

const room = (place: Place) =>
	sql`(select count(*) from tag where organisation = ${place.id} and to_day is null) < cast(${mostTags} as integer)`;

/** Defines a tag; never more than thirty in use, however many ask at once. */
export function defineTag(db: Database, place: Place, { id, kind, zh, en }: NewTag, by: Authorship) {
	const details = { zh, en, kind };
	return db.batch([
		changeWhere(db, place, { ...by, subject: "tags", act: "defined", details }, room(place)),
		run(
			db,
			sql`insert into tag (organisation, id, kind, zh, en, made_from)
			select ${place.id}, ${id}, ${kind}, ${zh}, ${en}, ${by.madeFrom} where ${room(place)}`,
		),
	]);
}

/** Names a tag anew, takes it out of use or back into it; whoever bears it keeps it. */
export function changeTag(
	db: Database,
	place: Place,
	before: Tag,
	{ kind, zh, en, ended }: TagChange,
	by: Authorship,
	today: Day,
) {
	const may = before.toDay !== null && !ended ? room(place) : sql`true`;
	const details = { from: { zh: before.zh, en: before.en }, to: { zh, en } };
	return db.batch([
		changeWhere(db, place, { ...by, subject: "tags", act: ended ? "ended" : "renamed", details }, may),
		db
			.update(tag)
			.set({ kind, zh, en, toDay: ended ? (before.toDay ?? today) : null })
			.where(and(eq(tag.organisation, place.id), eq(tag.id, before.id), may)),
	]);
}

/** Marks members with a tag, or takes it off them: many at once, each with their history. */
export function markWithTag(
	db: Database,
	place: Place,
	marked: Tag,
	change: { added: readonly string[]; removed: readonly string[] },
	by: Authorship,
	today: Day,
) {
	const more = sql`json_insert(tags, '$[#]', ${marked.id})`;
	const fewer = sql`(select json_group_array(value) from json_each(tags) where value <> ${marked.id})`;
	return markMany(
		db,
		place,
		{ ...by, subject: `tag ${marked.id}`, act: "tagged" },
		{
			...change,
			today,
			field: "tags",
			stands: sql`exists (select 1 from json_each(tags) where value = ${marked.id})`,
			now: sql`json(tags)`,
			after: { added: more, removed: sql`json(${fewer})` },
			column: "tags",
			set: { added: more, removed: fewer },
		},
	);
}
