import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** Registers brought in: a file, the requests it came in, and its end. What each table is for stands in migrations/0009. */

/** What a file holds: members, organisations, or what came in and went out. */
export const intakeKinds = ["members", "organisations", "money"] as const;
export type IntakeKind = (typeof intakeKinds)[number];

export const intake = sqliteTable("intake", {
	organisation: text().notNull(),
	id: text().notNull(),
	what: text().$type<IntakeKind>().notNull(),
	file: text().notNull(),
	digest: text().notNull(),
	lines: integer().notNull(),
	chunks: integer().notNull(),
	columns: text().notNull(),
	day: text().notNull(),
	madeAt: integer("made_at").notNull(),
	madeBy: text("made_by").notNull(),
	madeFrom: text("made_from").notNull(),
});

/** [line, outcome, id of what it made or changed, organisation, values known before or the line it repeats] */
export type IntakeRow = [
	line: number,
	outcome: IntakeOutcome,
	id: string | null,
	organisation: string | null,
	before: Record<string, string | number | null> | null,
];
export const intakeOutcomes = ["new", "changed", "same", "later", "left-out"] as const;
export type IntakeOutcome = (typeof intakeOutcomes)[number];

export const intakeChunk = sqliteTable("intake_chunk", {
	organisation: text().notNull(),
	intake: text().notNull(),
	number: integer().notNull(),
	rows: text({ mode: "json" }).$type<IntakeRow[]>().notNull(),
	places: text({ mode: "json" }).$type<string[]>().notNull(),
	/** How many rows of each outcome. */
	counts: text({ mode: "json" }).$type<Partial<Record<IntakeOutcome, number>>>().notNull(),
	undone: text({ mode: "json" }).$type<[line: number, why: string][]>(),
	day: text().notNull(),
	madeFrom: text("made_from").notNull(),
});

export const intakeEnd = sqliteTable("intake_end", {
	organisation: text().notNull(),
	intake: text().notNull(),
	outcome: text().$type<"finished" | "undone">().notNull(),
	day: text().notNull(),
	madeBy: text("made_by").notNull(),
	madeFrom: text("made_from").notNull(),
});

export const intakeDay = sqliteTable("intake_day", {
	day: text().primaryKey(),
	written: integer().notNull(),
});
