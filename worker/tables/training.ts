import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { Post } from "../roles/may";

/** What is taught, who has to be reached, who was. What each table is for stands in migrations/0037_training.sql. */

/** The topic that stands for any training at all. */
export const anyTraining = "year";

/** Whoever may have to be trained: members, and holders of these posts. Owners only keep the system. */
export const trainees = [
	"member",
	"chair",
	"vice-chair",
	"secretary-general",
	"council-member",
	"group-leader",
	"staff",
] as const satisfies readonly (Post | "member")[];
export type Trainee = (typeof trainees)[number];

export const topic = sqliteTable("topic", {
	id: text().primaryKey(),
	zh: text().notNull(),
	en: text().notNull(),
	madeFrom: text("made_from").notNull(),
});

export const requirement = sqliteTable("requirement", {
	topic: text().notNull(),
	fromYear: integer("from_year").notNull(),
	years: integer().notNull(),
	whom: text({ mode: "json" }).$type<Trainee[]>().notNull(),
	target: integer().notNull(),
});

export const taught = sqliteTable("taught", {
	organisation: text().notNull(),
	activity: text().notNull(),
	topic: text().notNull(),
});

export const trainedElsewhere = sqliteTable("trained_elsewhere", {
	person: text().notNull(),
	organisation: text().notNull(),
	id: text().notNull(),
	topic: text().notNull(),
	day: text().notNull(),
	evidence: text().notNull(),
	madeBy: text("made_by").notNull(),
	madeFrom: text("made_from").notNull(),
});

export const trainingNow = sqliteTable("training_now", {
	organisation: text().primaryKey(),
	owed: integer().notNull(),
	reached: integer().notNull(),
	target: integer().notNull(),
	day: text().notNull(),
	at: integer().notNull(),
	stale: integer({ mode: "boolean" }).notNull(),
});

/** Of each topic who was reached, and who was not, by id. */
export type TrainedPeople = Record<string, [reached: string[], unreached: string[]]>;

export const trainingUnit = sqliteTable("training_unit", {
	organisation: text().primaryKey(),
	path: text().notNull(),
	people: text({ mode: "json" }).$type<TrainedPeople>().notNull(),
	at: integer().notNull(),
});

export const trainingBoard = sqliteTable("training_board", {
	parent: text().notNull(),
	name: text().notNull(),
	organisation: text().notNull(),
	figures: text({ mode: "json" }).$type<Record<string, [owed: number, reached: number]>>().notNull(),
	at: integer().notNull(),
});

/** Time that somebody gave as a volunteer, in minutes. */
export const volunteering = sqliteTable("volunteering", {
	person: text().notNull(),
	organisation: text().notNull(),
	id: text().notNull(),
	day: text().notNull(),
	minutes: integer().notNull(),
	what: text().notNull(),
	activity: text(),
	madeBy: text("made_by").notNull(),
});

/** A numbered certificate for somebody who came to a training. More stands in migrations/0081. */
export const certificate = sqliteTable("certificate", {
	organisation: text().notNull(),
	activity: text().notNull(),
	id: text().notNull(),
	person: text().notNull(),
	number: integer().notNull(),
	year: integer().notNull(),
	code: text().notNull(),
	issuedOn: text("issued_on").notNull(),
	madeBy: text("made_by").notNull(),
});
