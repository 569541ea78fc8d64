import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** Questionnaires, waves, answers and what is counted of them. What each table is for stands in migrations/0003 and 0017. */

export const questionnaire = sqliteTable("questionnaire", {
	id: text().primaryKey(),
	organisation: text().notNull(),
	zh: text().notNull(),
	en: text().notNull(),
	asked: integer().notNull(),
	madeFrom: text("made_from").notNull(),
});

export const question = sqliteTable("question", {
	questionnaire: text().notNull(),
	key: text().notNull(),
	sort: integer().notNull(),
	content: text().notNull(),
});

export const edition = sqliteTable("edition", {
	questionnaire: text().notNull(),
	version: integer().notNull(),
	content: text().notNull(),
	publishedOn: text("published_on").notNull(),
});

/** What a wave divides by: everybody who answered, or only those who know the association. */
export const denominators = ["all", "known"] as const;
export type Denominator = (typeof denominators)[number];

/** What the levels from very satisfied down to very dissatisfied are worth in points, and 不了解 if a fourth says so. */
export const pointScales = ["100-80-60-30-0", "100-75-55"] as const;
export type PointScale = (typeof pointScales)[number];

/** Who prints and hands out the slips: the unit that is asked, or whoever opened the wave above it. */
export const issuers = ["unit", "opener"] as const;

export const wave = sqliteTable("wave", {
	id: text().primaryKey(),
	organisation: text().notNull(),
	questionnaire: text().notNull(),
	version: integer().notNull(),
	firstDay: text("first_day").notNull(),
	lastDay: text("last_day").notNull(),
	/** The share to be reached, in whole percent. */
	target: integer().notNull(),
	denominator: text().$type<Denominator>().notNull(),
	codeRequired: integer("code_required", { mode: "boolean" }).notNull(),
	madeFrom: text("made_from").notNull(),
	madeBy: text("made_by").notNull(),
	points: text().$type<PointScale>(),
	/** The share of the assessors' mean in the whole, in whole percent; 0 where there are none. */
	assessors: integer().notNull().default(0),
	issuer: text().$type<(typeof issuers)[number]>().notNull().default("unit"),
	/** The activity of the wave's own organisation that it asks about. */
	activity: text(),
	/** What assessors mark, as JSON; null where there are none. */
	criteria: text(),
});

export const assessment = sqliteTable("assessment", {
	wave: text().notNull(),
	unit: text().notNull(),
	assessor: text().notNull(),
	marks: text().notNull(),
});

export const tally = sqliteTable("tally", {
	wave: text().notNull(),
	unit: text().notNull(),
	adults: integer(),
	slips: integer().notNull(),
	counts: text().notNull(),
	shown: text().notNull(),
});

export const answer = sqliteTable("answer", {
	wave: text().notNull(),
	unit: text().notNull(),
	id: text().notNull(),
	said: text().notNull(),
});

export const spent = sqliteTable("spent", {
	wave: text().notNull(),
	unit: text().notNull(),
	hash: text().notNull(),
});

export const closing = sqliteTable("closing", {
	wave: text().notNull(),
	unit: text().notNull(),
	id: text().notNull(),
	closedOn: text("closed_on").notNull(),
	closedBy: text("closed_by").notNull(),
	adults: integer(),
	handedOut: integer("handed_out").notNull(),
	counts: text().notNull(),
	digest: text().notNull(),
	madeFrom: text("made_from").notNull(),
});

/** The closing of a wave of many units while it goes on. What its columns and those of its parts are stands in migrations/0090. */
export const sealing = sqliteTable("sealing", {
	wave: text().notNull(),
	id: text().notNull(),
	closedOn: text("closed_on").notNull(),
	closedBy: text("closed_by").notNull(),
	madeFrom: text("made_from").notNull(),
	plan: text().notNull(),
});

/** What may be seen of a closed wave at one node of its tree. What the columns are stands in migrations/0056_figures.sql. */
export const published = sqliteTable("published", {
	node: text().notNull(),
	wave: text().notNull(),
	closedOn: text("closed_on").notNull(),
	digest: text().notNull(),
	satisfied: integer(),
	answered: integer(),
	tables: text().notNull(),
	print: text().notNull(),
});

export const remarks = sqliteTable("remarks", {
	wave: text().notNull(),
	unit: text().notNull(),
	page: integer().notNull(),
	texts: text().notNull(),
});

/** The figures of the year's latest closed wave kept in `standing`; null where there is none. */
export const surveyStanding = sqliteTable("standing", {
	organisation: text("organisation").notNull(),
	year: integer("year").notNull(),
	surveySatisfied: integer("survey_satisfied"),
	surveyAnswered: integer("survey_answered"),
	surveyAdults: integer("survey_adults"),
	surveyTarget: integer("survey_target"),
	/** Slips handed out; 0 where none were. */
	surveySlips: integer("survey_slips"),
});
