import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** A survey closed in a unit: satisfied, answered, adults, target in percent, and 1 when it is the row's own unit. */
export type Stratum = [
	satisfied: number,
	answered: number,
	adults: number | null,
	target: number,
	own: 0 | 1,
];

/** What an association shows of those directly below it. More stands in migrations/0005_board.sql. */
export const board = sqliteTable("board", {
	parent: text().notNull(),
	year: integer().notNull(),
	name: text().notNull(),
	organisation: text().notNull(),
	below: integer().notNull(),
	quiet: integer().notNull(),
	members: integer().notNull(),
	owing: integer().notNull(),
	paid: integer().notNull(),
	held: integer().notNull(),
	months: text({ mode: "json" }).$type<number[]>().notNull(),
	strata: text({ mode: "json" }).$type<Stratum[]>().notNull(),
	at: integer().notNull(),
});
