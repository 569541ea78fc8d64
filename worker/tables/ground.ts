import { sql } from "drizzle-orm";
import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { Post } from "../roles/may";

/** The ground floor: who signs in, where they may go, who belongs where. What each table is for stands in migrations/. */

export const deployment = sqliteTable("deployment", {
	one: integer().primaryKey(),
	key: text().notNull(),
	madeAt: integer("made_at").notNull(),
});

export const organisation = sqliteTable("organisation", {
	id: text().primaryKey(),
	parent: text(),
	path: text().notNull(),
	kind: text().notNull(),
	name: text().notNull(),
	adults: integer(),
	households: integer(),
	madeFrom: text("made_from").notNull(),
	madeBy: text("made_by"),
	status: text().$type<Status>().notNull(),
	practice: integer({ mode: "boolean" }).notNull(),
});

/** How an organisation stands: a place that has none yet 未建, 正常, 整顿, 注销. */
export const statuses = ["unfounded", "active", "standardising", "deregistered"] as const;
export type Status = (typeof statuses)[number];

export const person = sqliteTable("person", {
	id: text().primaryKey(),
	name: text().notNull(),
	sex: text().$type<Sex>(),
	birthYear: integer("birth_year"),
	telephone: text(),
	address: text(),
	note: text(),
	madeFrom: text("made_from").notNull(),
	/** Values of the further fields that the root defines, by field id. */
	further: text({ mode: "json" }).$type<Record<string, string | number>>().notNull().default({}),
	sameAs: text("same_as"),
	erasedOn: text("erased_on"),
});

/**
 * Whom a row of `person` stands for today, and their name: a record that was joined to another leads on to it. A posted entry
 * can't be rewritten, so whoever shows one asks by this; it reads a row more only for those who were joined.
 */
export const personNow = sql<string>`coalesce(${person.sameAs}, ${person.id})`;
export const nameNow = sql<string>`coalesce((select kept.name from person as kept where kept.id = ${person.sameAs}), ${person.name})`;

/** What stands in the place of a name that was erased; pages in English say "erased person" for it. */
export const erasedName = "已删除的人";

export const sexes = ["female", "male"] as const;
export type Sex = (typeof sexes)[number];

export const membership = sqliteTable("membership", {
	organisation: text().notNull(),
	person: text().notNull(),
	fromDay: text("from_day").notNull(),
	toDay: text("to_day"),
	kind: text().$type<MemberKind>().notNull(),
	sort: text().notNull(),
	leftBecause: text("left_because"),
	/** The years paid, each with the number of its receipt. */
	paid: text({ mode: "json" }).$type<Record<string, number>>().notNull().default({}),
	smallGroup: text("small_group"),
	/** Ids of tags. */
	tags: text({ mode: "json" }).$type<string[]>().notNull().default([]),
	/** Years paid where a member came from, as `paid`. */
	carried: text({ mode: "json" }).$type<Record<string, number>>().notNull().default({}),
	cameFrom: text("came_from"),
	wentTo: text("went_to"),
	/** What was charged, received and waived, by year. */
	dues: text({ mode: "json" }).$type<Record<string, DuesOfYear>>().notNull().default({}),
});

/** A member's year: what a run fixed, what was received, both in fen, and "exempt" or the day until which it is deferred. */
export type DuesOfYear = { charged?: number | null; received?: number | null; waived?: string | null };

/** Ordinary and group members owe dues; honorary members are exempt. */
export const memberKinds = ["ordinary", "group", "honorary"] as const;
export type MemberKind = (typeof memberKinds)[number];

export const application = sqliteTable("application", {
	organisation: text().notNull(),
	id: text().notNull(),
	name: text().notNull(),
	sex: text().$type<Sex>(),
	birthYear: integer("birth_year"),
	telephone: text(),
	address: text(),
	consent: text().notNull(),
	appliedOn: text("applied_on").notNull(),
	madeFrom: text("made_from").notNull(),
});

export const decision = sqliteTable("decision", {
	organisation: text().notNull(),
	application: text().notNull(),
	outcome: text().$type<"approved" | "declined">().notNull(),
	name: text().notNull(),
	reason: text(),
	decidedOn: text("decided_on").notNull(),
	decidedBy: text("decided_by").notNull(),
});

export const applicationDay = sqliteTable("application_day", {
	organisation: text().notNull(),
	day: text().notNull(),
	applied: integer().notNull(),
});

export const holder = sqliteTable("holder", {
	organisation: text().notNull(),
	id: text().notNull(),
	person: text().notNull(),
	post: text().$type<Post>().notNull(),
	fromDay: text("from_day").notNull(),
	toDay: text("to_day"),
	madeBy: text("made_by"),
	/** The small group that a group leader leads. */
	part: text(),
	term: text(),
	fullTime: integer("full_time", { mode: "boolean" }).notNull().default(false),
	how: text().$type<"general" | "by-election" | "appointed">(),
	endedBecause: text("ended_because"),
	assembly: text(),
});

export const session = sqliteTable("session", {
	hash: text().primaryKey(),
	id: text().notNull(),
	person: text().notNull(),
	kind: text().$type<"device" | "program">().notNull(),
	label: text().notNull(),
	readsOnly: integer("reads_only", { mode: "boolean" }).notNull(),
	madeOn: text("made_on").notNull(),
	seenOn: text("seen_on").notNull(),
	expiresAt: integer("expires_at").notNull(),
});

export const link = sqliteTable("link", {
	hash: text().primaryKey(),
	kind: text().$type<"owner" | "post" | "device">().notNull(),
	person: text(),
	organisation: text(),
	post: text().$type<Post>(),
	name: text(),
	madeBy: text("made_by"),
	expiresAt: integer("expires_at").notNull(),
});

export const recovery = sqliteTable("recovery", {
	hash: text().primaryKey(),
	person: text().notNull(),
});

export const change = sqliteTable("change", {
	organisation: text().notNull(),
	subject: text().notNull(),
	at: integer().notNull(),
	id: text().notNull(),
	by: text(),
	act: text().notNull(),
	details: text().notNull(),
	madeFrom: text("made_from").notNull(),
});

export const standing = sqliteTable("standing", {
	organisation: text("organisation").notNull(),
	year: integer("year").notNull(),
	opening: integer("opening").notNull(),
	joined: integer("joined").notNull(),
	departed: integer("departed").notNull(),
	members: integer("members").notNull(),
	women: integer("women").notNull(),
	/** Members on any day of the year who owe its dues here: not exempt, not paid where they came from, nor gone over unpaid. */
	owing: integer("owing").notNull(),
});
