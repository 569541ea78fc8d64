import { type SQL, sql } from "drizzle-orm";
import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { Day } from "../values/day";
import { ours } from "./database";
import type { Status } from "./ground";

/** The tree's life: kinds as data, and what every organisation was on any day. */

export const kind = sqliteTable("kind", {
	id: text().primaryKey(),
	zh: text().notNull(),
	en: text().notNull(),
	sort: integer().notNull(),
	covers: integer({ mode: "boolean" }).notNull(),
});

export const kindUnder = sqliteTable("kind_under", {
	kind: text().notNull(),
	above: text().notNull(),
});

/** The acts that begin a stage of an organisation's life; `entered` is what stood before stages were kept. */
export const stageActs = [
	"entered",
	"founded",
	"renamed",
	"rekinded",
	"moved",
	"standardised",
	"normalised",
	"deregistered",
	"reinstated",
	"merged",
	"split",
] as const;
export type StageAct = (typeof stageActs)[number];

export const stage = sqliteTable("stage", {
	organisation: text().notNull(),
	id: text().notNull(),
	fromDay: text("from_day").notNull(),
	toDay: text("to_day"),
	act: text().$type<StageAct>().notNull(),
	reason: text(),
	name: text().notNull(),
	kind: text().notNull(),
	parent: text(),
	path: text().notNull(),
	status: text().$type<Status>().notNull(),
	madeBy: text("made_by"),
	madeAt: integer("made_at").notNull(),
	follows: text(),
});

/** Whether a row of `organisation` counts: there is an association, and not for practice only. Boards and sums ask nothing else. */
export const isCounted = (one: SQL = sql`organisation`) =>
	sql`${one}.practice = 0 and ${one}.status in ('active', 'standardising')`;

/** An organisation (a row `one`) that counts, at or below a place; the place itself whatever its state. */
export const countsWithin = ({ id, path }: { id: string; path: string }) =>
	sql`one.path >= ${path} and one.path < ${`${path.slice(0, -1)}0`} and (one.id = ${id} or ${isCounted(sql`one`)})`;

/** How many steps back an organisation's days are looked through one by one, before the rest is read as rows. */
const stepsBack = 24;

/**
 * What `membership_days` know of a day, as JSON [since, members, women]; null before the first member. Each row that json_each makes
 * of the days is a row read, and a district asks this of every organisation: the latest steps, as many as a year or two
 * have, are taken from the text itself.
 */
export const membersOn = (organisation: SQL, day: Day) =>
	sql`(select case ${latestOn} when json_array_length(days) > ${ours(String(stepsBack))} then (select value from json_each(days) where value ->> 0 <= that limit 1) end
		from membership_days, (select ${day} as that) where membership_days.organisation = ${organisation})`;

const latestOn = sql.join(
	Array.from({ length: stepsBack }, (_, step) =>
		ours(`when days ->> '$[${step}][0]' <= that then days -> '$[${step}]'`),
	),
	sql` `,
);

/** How much went over from one organisation to another, by what it is. */
export type Moved = Record<"members" | "both" | "groups" | "households" | "posts" | "leaders", number>;

/** Two organisations became one: `organisation` goes on, `gone` is deregistered. */
export const merger = sqliteTable("merger", {
	organisation: text().notNull(),
	id: text().notNull(),
	gone: text().notNull(),
	day: text().notNull(),
	reason: text().notNull(),
	moved: text({ mode: "json" }).$type<Moved>().notNull(),
	madeBy: text("made_by").notNull(),
	madeFrom: text("made_from").notNull(),
});

/** Groups left `organisation` and became `made`. */
export const split = sqliteTable("split", {
	organisation: text().notNull(),
	id: text().notNull(),
	made: text().notNull(),
	day: text().notNull(),
	reason: text().notNull(),
	moved: text({ mode: "json" }).$type<Moved>().notNull(),
	madeBy: text("made_by").notNull(),
	madeFrom: text("made_from").notNull(),
});
