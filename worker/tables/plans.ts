import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** The tables of the plans room. What each is for stands in migrations/. */

export const keyDay = sqliteTable("key_day", {
	id: text().notNull(),
	fromYear: integer("from_year").notNull(),
	/** `MM-DD`; null from the year on in which it is none any more. */
	monthDay: text("month_day"),
	zh: text().notNull(),
	en: text().notNull(),
});
