import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { ActivityKind } from "./activities";

/** The tables of the plans room. What each is for stands in migrations/. */

export const keyDay = sqliteTable("key_day", {
	id: text().notNull(),
	fromYear: integer("from_year").notNull(),
	/** `MM-DD`; null from the year on in which it is none any more. */
	monthDay: text("month_day"),
	zh: text().notNull(),
	en: text().notNull(),
});

export const planDeadline = sqliteTable("plan_deadline", {
	organisation: text().notNull(),
	year: integer().notNull(),
	day: text().notNull(),
});

export const planItem = sqliteTable("plan_item", {
	organisation: text().notNull(),
	id: text().notNull(),
	year: integer().notNull(),
	kind: text().$type<ActivityKind>().notNull(),
	title: text().notNull(),
	firstDay: text("first_day").notNull(),
	lastDay: text("last_day").notNull(),
	keyDay: text("key_day"),
	place: text(),
	budget: integer(),
	helpers: text(),
	revised: text().notNull(),
	madeFrom: text("made_from").notNull(),
});

/** An item as submissions and amendments keep it. */
export type KeptItem = Pick<
	typeof planItem.$inferSelect,
	"id" | "kind" | "title" | "firstDay" | "lastDay" | "keyDay" | "place" | "budget" | "helpers"
>;

export const submission = sqliteTable("submission", {
	organisation: text().notNull(),
	year: integer().notNull(),
	round: integer().notNull(),
	id: text().notNull(),
	filedOn: text("filed_on").notNull(),
	items: text({ mode: "json" }).$type<KeptItem[]>().notNull(),
	madeBy: text("made_by").notNull(),
	madeFrom: text("made_from").notNull(),
});

/** What ended a round of a plan: the level above's answer, or its own withdrawal before that. */
export const outcomes = ["approved", "returned", "withdrawn"] as const;
export type Outcome = (typeof outcomes)[number];

export const review = sqliteTable("review", {
	organisation: text().notNull(),
	year: integer().notNull(),
	round: integer().notNull(),
	id: text().notNull(),
	outcome: text().$type<Outcome>().notNull(),
	day: text().notNull(),
	note: text(),
	madeBy: text("made_by").notNull(),
	madeFrom: text("made_from").notNull(),
});

export const planComment = sqliteTable("plan_comment", {
	organisation: text().notNull(),
	year: integer().notNull(),
	round: integer().notNull(),
	item: text().notNull(),
	said: text().notNull(),
});

export const planWaiting = sqliteTable("plan_waiting", {
	above: text().notNull(),
	organisation: text().notNull(),
	year: integer().notNull(),
	round: integer().notNull(),
	filedOn: text("filed_on").notNull(),
});

/** What a change after approval did to an item. */
export const amendmentActs = ["added", "changed", "dropped"] as const;
export type AmendmentAct = (typeof amendmentActs)[number];

export const amendment = sqliteTable("amendment", {
	organisation: text().notNull(),
	year: integer().notNull(),
	id: text().notNull(),
	item: text().notNull(),
	act: text().$type<AmendmentAct>().notNull(),
	day: text().notNull(),
	reason: text().notNull(),
	before: text({ mode: "json" }).$type<KeptItem>(),
	after: text({ mode: "json" }).$type<KeptItem>(),
	madeBy: text("made_by").notNull(),
	madeFrom: text("made_from").notNull(),
});

/** What an association shows of the plans below it. */
export const planBoard = sqliteTable("plan_board", {
	parent: text().notNull(),
	year: integer().notNull(),
	/** Empty for the whole. */
	name: text().notNull(),
	organisation: text().notNull(),
	state: text().notNull(),
	units: integer().notNull(),
	draft: integer().notNull(),
	overdue: integer().notNull(),
	filed: integer().notNull(),
	returned: integer().notNull(),
	approved: integer().notNull(),
	amended: integer().notNull(),
	done: integer().notNull(),
	missed: integer().notNull(),
	dropped: integer().notNull(),
	due: integer().notNull(),
	plans: text().notNull(),
	things: text().notNull(),
	at: integer().notNull(),
});
