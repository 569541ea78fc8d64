import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** The tables of the circulars room. What each is for stands in migrations/. */

/** What a circular asks: to be read, a yes or no, a short answer, a number. */
export const askings = ["reading", "yes-no", "text", "number"] as const;
export type Asking = (typeof askings)[number];

/** What came back: how many read it and answered, how many of those too late, how many said yes, and the sum of the numbers. */
export type CircularFigures = Record<"read" | "answered" | "late" | "yes" | "sum", number>;

export const circular = sqliteTable("circular", {
	organisation: text().notNull(),
	id: text().notNull(),
	sentOn: text("sent_on").notNull(),
	title: text().notNull(),
	body: text().notNull(),
	asks: text().$type<Asking>().notNull(),
	question: text(),
	answerBy: text("due_day"),
	kinds: text({ mode: "json" }).$type<string[]>(),
	units: text({ mode: "json" }).$type<string[]>(),
	recipients: integer().notNull(),
	figures: text({ mode: "json" }).$type<CircularFigures>().notNull(),
	madeBy: text("made_by").notNull(),
	madeFrom: text("made_from").notNull(),
});

export const circularReading = sqliteTable("circular_reading", {
	sender: text().notNull(),
	circular: text().notNull(),
	organisation: text().notNull(),
	day: text().notNull(),
	readBy: text("read_by").notNull(),
});

export const circularAnswer = sqliteTable("circular_answer", {
	sender: text().notNull(),
	circular: text().notNull(),
	organisation: text().notNull(),
	said: text().notNull(),
	day: text().notNull(),
	madeBy: text("made_by").notNull(),
});

export const circularWithdrawal = sqliteTable("circular_withdrawal", {
	sender: text().notNull(),
	circular: text().notNull(),
	day: text().notNull(),
	reason: text().notNull(),
	madeBy: text("made_by").notNull(),
	madeFrom: text("made_from").notNull(),
});
