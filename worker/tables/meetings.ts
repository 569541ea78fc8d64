import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";

/** Meetings, what they resolved, and their minutes. What each table is for stands in migrations/0036_meetings.sql. */

/** A council's meeting 理事会, or an assembly of all members 会员大会. */
export const meetingKinds = ["council", "assembly"] as const;
export type MeetingKind = (typeof meetingKinds)[number];

/** Which share of a number: more than half of it, or two thirds of it at least. */
export const shares = ["half", "two-thirds"] as const;
export type Share = (typeof shares)[number];

/** An item of the agenda: what it is about, and what was said of it. */
export type AgendaItem = [about: string, said: string | null];

export const meetingRule = sqliteTable("meeting_rule", {
	kind: text().$type<MeetingKind>().notNull(),
	fromDay: text("from_day").notNull(),
	quorum: text().$type<Share>().notNull(),
	majority: text().$type<Share>().notNull(),
	proxies: integer({ mode: "boolean" }).notNull(),
});

export const meeting = sqliteTable("meeting", {
	organisation: text().notNull(),
	id: text().notNull(),
	kind: text().$type<MeetingKind>().notNull(),
	title: text().notNull(),
	day: text().notNull(),
	time: text(),
	place: text().notNull(),
	agenda: text({ mode: "json" }).$type<AgendaItem[]>().notNull(),
	madeBy: text("made_by").notNull(),
	madeFrom: text("made_from").notNull(),
});

export const callingOff = sqliteTable("calling_off", {
	organisation: text().notNull(),
	meeting: text().notNull(),
	day: text().notNull(),
	reason: text().notNull(),
	madeBy: text("made_by").notNull(),
	madeFrom: text("made_from").notNull(),
});

export const resolution = sqliteTable("resolution", {
	organisation: text().notNull(),
	meeting: text().notNull(),
	id: text().notNull(),
	item: integer(),
	text: text().notNull(),
	share: text().$type<Share>().notNull(),
	votesFor: integer("votes_for").notNull(),
	votesAgainst: integer("votes_against").notNull(),
	abstained: integer().notNull(),
	madeBy: text("made_by").notNull(),
	madeFrom: text("made_from").notNull(),
});

export const signing = sqliteTable("signing", {
	organisation: text().notNull(),
	meeting: text().notNull(),
	id: text().notNull(),
	signedOn: text("signed_on").notNull(),
	signedBy: text("signed_by").notNull(),
	/** The minutes of worker/meetings/minutes/rules.ts, as JSON. */
	minutes: text().notNull(),
	digest: text().notNull(),
	madeFrom: text("made_from").notNull(),
});

export const addition = sqliteTable("addition", {
	organisation: text().notNull(),
	meeting: text().notNull(),
	id: text().notNull(),
	day: text().notNull(),
	text: text().notNull(),
	madeBy: text("made_by").notNull(),
	madeFrom: text("made_from").notNull(),
});
