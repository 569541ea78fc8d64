import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** What is known of people beyond their membership. What each table is for stands in migrations/0007_people.sql. */

export const smallGroup = sqliteTable("small_group", {
	organisation: text().notNull(),
	id: text().notNull(),
	name: text().notNull(),
	fromDay: text("from_day").notNull(),
	toDay: text("to_day"),
	madeFrom: text("made_from").notNull(),
});

export const household = sqliteTable("household", {
	organisation: text().notNull(),
	id: text().notNull(),
	/** Whoever speaks for it. */
	name: text().notNull(),
	address: text(),
	/** The member who keeps in touch with it. */
	contact: text(),
	fromDay: text("from_day").notNull(),
	toDay: text("to_day"),
	madeFrom: text("made_from").notNull(),
});

/** What members are marked with: what they volunteer for, what they are good at. */
export const tagKinds = ["volunteer", "skill"] as const;
export type TagKind = (typeof tagKinds)[number];

export const tag = sqliteTable("tag", {
	organisation: text().notNull(),
	id: text().notNull(),
	kind: text().$type<TagKind>().notNull(),
	zh: text().notNull(),
	en: text().notNull(),
	toDay: text("to_day"),
	madeFrom: text("made_from").notNull(),
});

/** What a further field holds. */
export const furtherKinds = ["text", "number", "day", "choice"] as const;
export type FurtherKind = (typeof furtherKinds)[number];

export const furtherField = sqliteTable("further_field", {
	organisation: text().notNull(),
	id: text().notNull(),
	sort: integer().notNull(),
	kind: text().$type<FurtherKind>().notNull(),
	zh: text().notNull(),
	en: text().notNull(),
	choices: text({ mode: "json" }).$type<string[]>().notNull().default([]),
	toDay: text("to_day"),
	madeFrom: text("made_from").notNull(),
});

export const transferOutcomes = ["received", "declined", "taken-back"] as const;
export type TransferOutcome = (typeof transferOutcomes)[number];

export const transfer = sqliteTable("transfer", {
	organisation: text().notNull(),
	id: text().notNull(),
	person: text().notNull(),
	receiver: text().notNull(),
	note: text(),
	offeredOn: text("offered_on").notNull(),
	madeBy: text("made_by").notNull(),
	madeFrom: text("made_from").notNull(),
});

/** A transfer that nobody has answered yet. */
export const transferWaiting = sqliteTable("transfer_waiting", {
	organisation: text().notNull(),
	person: text().notNull(),
	transfer: text().notNull(),
	receiver: text().notNull(),
});

export const transferEnd = sqliteTable("transfer_end", {
	organisation: text().notNull(),
	transfer: text().notNull(),
	outcome: text().$type<TransferOutcome>().notNull(),
	day: text().notNull(),
	reason: text(),
	madeBy: text("made_by").notNull(),
	madeFrom: text("made_from").notNull(),
});

export const joining = sqliteTable("joining", {
	organisation: text().notNull(),
	id: text().notNull(),
	kept: text().notNull(),
	gone: text().notNull(),
	/** Every key that was rewritten, as JSON, so that it can be undone. */
	moved: text().notNull(),
	joinedOn: text("joined_on").notNull(),
	madeBy: text("made_by").notNull(),
	madeFrom: text("made_from").notNull(),
});

export const separation = sqliteTable("separation", {
	organisation: text().notNull(),
	joining: text().notNull(),
	separatedOn: text("separated_on").notNull(),
	madeBy: text("made_by").notNull(),
	madeFrom: text("made_from").notNull(),
});

export const distinctPair = sqliteTable("distinct_pair", {
	organisation: text().notNull(),
	one: text().notNull(),
	other: text().notNull(),
	decidedOn: text("decided_on").notNull(),
	madeBy: text("made_by").notNull(),
});

export const consent = sqliteTable("consent", {
	organisation: text().notNull(),
	person: text().notNull(),
	id: text().notNull(),
	what: text().$type<"given" | "withdrawn">().notNull(),
	day: text().notNull(),
	how: text().notNull(),
	madeBy: text("made_by"),
	madeFrom: text("made_from").notNull(),
});

export const erasure = sqliteTable("erasure", {
	organisation: text().notNull(),
	id: text().notNull(),
	person: text().notNull(),
	erasedOn: text("erased_on").notNull(),
	/** How many rows of what kind it touched, as JSON. */
	touched: text().notNull(),
	madeBy: text("made_by").notNull(),
	madeFrom: text("made_from").notNull(),
});
