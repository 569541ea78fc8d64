import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { Balances, Line, Use } from "../funds/accounts";
import type { Fen } from "../values/money";

/** Dues and funds. What each table is for stands in migrations/0004_dues.sql and 0015_books.sql; amounts are whole fen. */

/** Whose rate it is: a kind of member's, or everybody's who has none of their own. Honorary members owe nothing. */
export const rateKinds = ["every", "ordinary", "group"] as const;
export type RateKind = (typeof rateKinds)[number];

export const rate = sqliteTable("rate", {
	organisation: text().notNull(),
	fromDay: text("from_day").notNull(),
	kind: text().$type<RateKind>().notNull(),
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
	/** The round that was open then. */
	round: text(),
	madeBy: text("made_by").notNull(),
	madeFrom: text("made_from").notNull(),
});

export const duesRun = sqliteTable("dues_run", {
	organisation: text().notNull(),
	id: text().notNull(),
	year: integer().notNull(),
	day: text().notNull(),
	people: integer().notNull(),
	sum: integer().notNull(),
	madeBy: text("made_by").notNull(),
	madeFrom: text("made_from").notNull(),
});

/** What lies behind an amount owed: the member's kind, and the rate with its kind and first day. */
export type ChargeFacts = { kind: string; rate: RateKind; since: string };

export const charge = sqliteTable("charge", {
	organisation: text().notNull(),
	person: text().notNull(),
	year: integer().notNull(),
	amount: integer().notNull(),
	facts: text({ mode: "json" }).$type<ChargeFacts>().notNull(),
	run: text().notNull(),
});

export const waiverKinds = ["exempt", "deferred"] as const;
export type WaiverKind = (typeof waiverKinds)[number];

export const waiver = sqliteTable("waiver", {
	organisation: text().notNull(),
	person: text().notNull(),
	id: text().notNull(),
	what: text().$type<WaiverKind>().notNull(),
	fromYear: integer("from_year").notNull(),
	toYear: integer("to_year").notNull(),
	until: text(),
	reason: text().notNull(),
	grantedBy: text("granted_by").notNull(),
	grantedOn: text("granted_on").notNull(),
	madeBy: text("made_by").notNull(),
	madeFrom: text("made_from").notNull(),
});

export const waiverEnd = sqliteTable("waiver_end", {
	organisation: text().notNull(),
	waiver: text().notNull(),
	id: text().notNull(),
	day: text().notNull(),
	madeBy: text("made_by").notNull(),
	madeFrom: text("made_from").notNull(),
});

/** How money changes hands. */
export const methods = ["cash", "transfer"] as const;
export type Method = (typeof methods)[number];

/** What an entry is: dues; grants, gifts and the like; a use; a share passed upward; what there was before; a reversal. */
export const entryKinds = ["dues", "income", "use", "share", "opening", "reversal"] as const;
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
	lines: text({ mode: "json" }).$type<Line[]>().notNull(),
	position: integer().notNull(),
	years: text({ mode: "json" }).$type<ForYear[]>().notNull(),
	activity: text(),
	approver: text(),
	fund: text(),
	salt: text(),
	words: text(),
	/** Empty only in what was posted before there was a chain, until its hashes are made. */
	before: text(),
	hash: text(),
});
export type Entry = typeof entry.$inferSelect;
export type Posted = Entry & { before: string; hash: string };

/** A member-year as its receipt knew it. */
export type ForYear = readonly [person: string, year: number, fen: Fen];

/** An organisation's year: what each account comes to, how many entries, and the head of the chain. */
export const book = sqliteTable("book", {
	organisation: text().notNull(),
	year: integer().notNull(),
	balances: text({ mode: "json" }).$type<Balances>().notNull(),
	entries: integer().notNull(),
	receipts: integer().notNull(),
	vouchers: integer().notNull(),
	head: text().notNull(),
});

/** The end of a month or a year: nothing is posted into it any more. */
export const settlement = sqliteTable("settlement", {
	organisation: text().notNull(),
	period: text().notNull(),
	id: text().notNull(),
	day: text().notNull(),
	head: text().notNull(),
	balances: text({ mode: "json" }).$type<Balances>().notNull(),
	madeBy: text("made_by").notNull(),
	madeFrom: text("made_from").notNull(),
});

/** Money for one purpose. What the columns are for stands in migrations/0065. */
export const fund = sqliteTable("fund", {
	organisation: text().notNull(),
	id: text().notNull(),
	name: text().notNull(),
	giver: text(),
	uses: text({ mode: "json" }).$type<Use[]>().notNull(),
	day: text().notNull(),
	madeBy: text("made_by").notNull(),
	madeFrom: text("made_from").notNull(),
});

/** A photograph of an expense's paper, beside its entry. What it is for stands in migrations/0085. */
export const voucherPhotograph = sqliteTable("voucher_photograph", {
	organisation: text().notNull(),
	entry: text().notNull(),
	id: text().notNull(),
	key: text().notNull(),
	width: integer().notNull(),
	height: integer().notNull(),
	at: integer().notNull(),
	madeBy: text("made_by").notNull(),
});

/** A year's plan of money, by account. */
export const budget = sqliteTable("budget", {
	organisation: text().notNull(),
	year: integer().notNull(),
	lines: text({ mode: "json" }).$type<Partial<Record<string, Fen>>>().notNull(),
	day: text().notNull(),
});

export const allocation = sqliteTable("allocation", {
	organisation: text().notNull(),
	person: text().notNull(),
	year: integer().notNull(),
	entry: text().notNull(),
	/** The record of the person that the receipt knew. */
	record: text().notNull(),
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
