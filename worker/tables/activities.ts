import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** The tables of the activities room. What each is for stands in migrations/. */

/** Publicity, service, training, meeting, visit, contest. */
export const activityKinds = ["publicity", "service", "training", "meeting", "visit", "contest"] as const;
export type ActivityKind = (typeof activityKinds)[number];

export const activity = sqliteTable("activity", {
	organisation: text().notNull(),
	id: text().notNull(),
	day: text().notNull(),
	kind: text().$type<ActivityKind>().notNull(),
	title: text().notNull(),
	place: text(),
	heads: integer(),
	handedOut: text("handed_out"),
	cost: integer(),
	outcome: text(),
	came: text({ mode: "json" }).$type<string[]>().notNull(),
	madeFrom: text("made_from").notNull(),
	planItem: text("plan_item"),
});

/** How somebody was marked as having come: tapped, by the changing code, from the signed sheet, at the door. */
export const ways = ["tap", "code", "sheet", "door"] as const;
export type Way = (typeof ways)[number];

export const attendance = sqliteTable("attendance", {
	organisation: text().notNull(),
	activity: text().notNull(),
	session: integer().notNull(),
	person: text().notNull(),
	way: text().$type<Way>().notNull(),
	proxy: integer({ mode: "boolean" }).notNull(),
	at: integer().notNull(),
	tap: text().notNull(),
});

export const absence = sqliteTable("absence", {
	organisation: text().notNull(),
	activity: text().notNull(),
	session: integer().notNull(),
	person: text().notNull(),
	at: integer().notNull(),
	tap: text().notNull(),
});

export const activityYear = sqliteTable("activity_year", {
	organisation: text().notNull(),
	year: integer().notNull(),
	held: integer().notNull(),
	heads: integer().notNull(),
	cost: integer().notNull(),
	days: text({ mode: "json" }).$type<string[]>().notNull(),
	months: text({ mode: "json" }).$type<number[]>().notNull(),
});
