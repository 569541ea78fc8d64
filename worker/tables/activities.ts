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
	handedOut: text("handed_out", { mode: "json" }).$type<
		{ thing: string; amount: number | null; unit: string | null }[]
	>(),
	cost: integer(),
	outcome: text(),
	came: text({ mode: "json" }).$type<string[]>().notNull(),
	madeFrom: text("made_from").notNull(),
	planItem: text("plan_item"),
	announcedOn: text("announced_on"),
	beneficiaries: integer(),
});

export const postponement = sqliteTable("postponement", {
	organisation: text().notNull(),
	activity: text().notNull(),
	id: text().notNull(),
	fromDay: text("from_day").notNull(),
	toDay: text("to_day").notNull(),
	reason: text().notNull(),
	madeBy: text("made_by").notNull(),
});

export const cancellation = sqliteTable("cancellation", {
	organisation: text().notNull(),
	activity: text().notNull(),
	day: text().notNull(),
	reason: text().notNull(),
	madeBy: text("made_by").notNull(),
});

export const invitation = sqliteTable("invitation", {
	holder: text().notNull(),
	organisation: text().notNull(),
	activity: text().notNull(),
	day: text().notNull(),
	madeBy: text("made_by").notNull(),
});

export const coHolder = sqliteTable("co_holder", {
	holder: text().notNull(),
	organisation: text().notNull(),
	activity: text().notNull(),
	day: text().notNull(),
	madeBy: text("made_by").notNull(),
});

/** The half of a day that a session takes. */
export const halves = ["morning", "afternoon", "evening"] as const;
export type Half = (typeof halves)[number];

export const activitySession = sqliteTable("activity_session", {
	organisation: text().notNull(),
	activity: text().notNull(),
	number: integer().notNull(),
	day: text().notNull(),
	half: text().$type<Half>().notNull(),
});

export const walkIn = sqliteTable("walk_in", {
	organisation: text().notNull(),
	activity: text().notNull(),
	id: text().notNull(),
	session: integer().notNull(),
	people: integer().notNull(),
	application: text(),
	madeFrom: text("made_from").notNull(),
});

export const numbering = sqliteTable("numbering", {
	organisation: text().notNull(),
	activity: text().notNull(),
	people: text({ mode: "json" }).$type<string[]>().notNull(),
});

export const exhibit = sqliteTable("exhibit", {
	organisation: text().notNull(),
	id: text().notNull(),
	name: text().notNull(),
	madeFrom: text("made_from").notNull(),
});

export const loan = sqliteTable("loan", {
	organisation: text().notNull(),
	exhibit: text().notNull(),
	id: text().notNull(),
	holder: text().notNull(),
	fromDay: text("from_day").notNull(),
	dueDay: text("due_day"),
	toDay: text("to_day"),
	madeBy: text("made_by").notNull(),
});

export const photograph = sqliteTable("photograph", {
	organisation: text().notNull(),
	activity: text().notNull(),
	id: text().notNull(),
	key: text().notNull(),
	width: integer().notNull(),
	height: integer().notNull(),
	at: integer().notNull(),
	madeBy: text("made_by").notNull(),
});

export const misses = sqliteTable("misses", {
	organisation: text().notNull(),
	activity: text().notNull(),
	missed: integer().notNull(),
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
	hosted: integer().notNull(),
	hostedMonths: text("hosted_months", { mode: "json" }).$type<number[]>().notNull(),
	ahead: text({ mode: "json" }).$type<[day: string, organisation: string, activity: string][]>().notNull(),
	handed: text({ mode: "json" })
		.$type<[thing: string, unit: string | null, amount: number | null, lines: number][]>()
		.notNull(),
});
