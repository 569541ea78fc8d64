import { sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { Language } from "../values/language";

/** A private link to one organisation's calendar. More stands in migrations/0052_calendar_feeds.sql. */
export const calendarFeed = sqliteTable("calendar_feed", {
	hash: text().primaryKey(),
	id: text().notNull(),
	person: text().notNull(),
	organisation: text().notNull(),
	label: text().notNull(),
	language: text().$type<Language>().notNull(),
	madeOn: text("made_on").notNull(),
});
