import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** Dues and funds. What each table is for stands in migrations/0004_dues.sql; amounts are whole fen. */

export const rate = sqliteTable("rate", {
	organisation: text().notNull(),
	fromDay: text("from_day").notNull(),
	amount: integer().notNull(),
});

export const collection = sqliteTable("collection", {
	organisation: text().notNull(),
	id: text().notNull(),
	day: text().notNull(),
	year: integer().notNull(),
	first: integer().notNull(),
	method: text().$type<Method>().notNull(),
	entries: text({ mode: "json" }).$type<string[]>().notNull(),
	madeBy: text("made_by").notNull(),
	madeFrom: text("made_from").notNull(),
});

/** How money changes hands. */
export const methods = ["cash", "transfer"] as const;
export type Method = (typeof methods)[number];

/** What an entry is: dues; grants, gifts and what was brought forward; a use; the reversal of another entry. */
export const entryKinds = ["dues", "income", "use", "reversal"] as const;
export type EntryKind = (typeof entryKinds)[number];

export const entry = sqliteTable("entry", {
	organisation: text().notNull(),
	id: text().notNull(),
	year: integer().notNull(),
	series: text().$type<"in" | "out">().notNull(),
	number: integer().notNull(),
	day: text().notNull(),
	amount: integer().notNull(),
	kind: text().$type<EntryKind>().notNull(),
	purpose: text(),
	person: text(),
	party: text(),
	method: text().$type<Method>(),
	reverses: text(),
	madeBy: text("made_by").notNull(),
	madeFrom: text("made_from").notNull(),
});

export const allocation = sqliteTable("allocation", {
	organisation: text().notNull(),
	person: text().notNull(),
	year: integer().notNull(),
	entry: text().notNull(),
	amount: integer().notNull(),
});

/**
 * The figures of dues and funds kept in `standing`. Its columns are named in full: drizzle looks a column without a name up
 * by the name of its table, and three rooms describe their part of this one.
 */
export const fundStanding = sqliteTable("standing", {
	organisation: text("organisation").notNull(),
	year: integer("year").notNull(),
	paid: integer("paid").notNull(),
	received: integer("received").notNull(),
	used: integer("used").notNull(),
	dues: integer("dues").notNull(),
	receipts: integer("receipts").notNull(),
	vouchers: integer("vouchers").notNull(),
});
