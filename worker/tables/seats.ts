import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { Post } from "../roles/may";

/** Terms, seats and what holders are issued. What each table is for stands in migrations/0008_seats.sql. */

export const termLength = sqliteTable("term_length", {
	kind: text().notNull(),
	fromDay: text("from_day").notNull(),
	years: integer().notNull(),
});

export const seat = sqliteTable("seat", {
	kind: text().notNull(),
	post: text().$type<Post>().notNull(),
	fromDay: text("from_day").notNull(),
	seats: integer().notNull(),
	fullTime: integer("full_time").notNull(),
});

export const term = sqliteTable("term", {
	organisation: text().notNull(),
	id: text().notNull(),
	number: integer(),
	fromDay: text("from_day").notNull(),
	dueDay: text("due_day").notNull(),
	assembly: text(),
	document: text(),
	enteredBefore: text("entered_before"),
	madeBy: text("made_by").notNull(),
	madeFrom: text("made_from").notNull(),
});

export const letterKinds = ["letter", "plaque"] as const;
export type LetterKind = (typeof letterKinds)[number];

export const letter = sqliteTable("letter", {
	organisation: text().notNull(),
	id: text().notNull(),
	kind: text().$type<LetterKind>().notNull(),
	holder: text(),
	number: integer().notNull(),
	year: integer().notNull(),
	code: text().notNull(),
	issuedOn: text("issued_on").notNull(),
	madeBy: text("made_by").notNull(),
	madeFrom: text("made_from").notNull(),
});

/** Holders of a post as figures; `ages` by the bands of worker/officers/seats/people.ts. */
export type PeopleCounts = {
	people: number;
	women: number;
	sexKnown: number;
	fullTime: number;
	ages: number[];
};

export const seatBoard = sqliteTable("seat_board", {
	parent: text().notNull(),
	name: text().notNull(),
	organisation: text().notNull(),
	councils: integer().notNull(),
	filled: integer().notNull(),
	soon: integer().notNull(),
	over: integer().notNull(),
	vacant: integer().notNull(),
	beyond: integer().notNull(),
	seats: text().notNull(),
	people: text({ mode: "json" }).$type<Partial<Record<Post, PeopleCounts>>>().notNull(),
	at: integer().notNull(),
});
