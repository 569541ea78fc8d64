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
});

export const attendance = sqliteTable("attendance", {
	organisation: text().notNull(),
	activity: text().notNull(),
	person: text().notNull(),
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
