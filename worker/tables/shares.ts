import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { Method } from "./dues";

/** Shares of dues passed upward. What each table is for stands in migrations/0066. */

export const shareRule = sqliteTable("share_rule", {
	organisation: text().notNull(),
	fromDay: text("from_day").notNull(),
	/** In hundredths of a percent. */
	rate: integer().notNull(),
});

export const share = sqliteTable("share", {
	above: text().notNull(),
	organisation: text().notNull(),
	id: text().notNull(),
	year: integer().notNull(),
	amount: integer().notNull(),
	method: text().$type<Method>().notNull(),
	day: text().notNull(),
	madeBy: text("made_by").notNull(),
	madeFrom: text("made_from").notNull(),
});

export const shareOutcomes = ["received", "declined", "taken-back"] as const;

export const shareEnd = sqliteTable("share_end", {
	above: text().notNull(),
	organisation: text().notNull(),
	share: text().notNull(),
	id: text().notNull(),
	outcome: text().$type<(typeof shareOutcomes)[number]>().notNull(),
	day: text().notNull(),
	madeBy: text("made_by").notNull(),
	madeFrom: text("made_from").notNull(),
});
