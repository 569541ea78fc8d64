import { integer, sqliteTable, text } from "drizzle-orm/sqlite-core";
import type { Account } from "../funds/accounts";
import type { Fen } from "../values/money";

/** Collection rounds and public notices. What each table is for stands in migrations/0035_rounds.sql; amounts are whole fen. */

const made = { madeBy: text("made_by").notNull(), madeFrom: text("made_from").notNull() };

export const round = sqliteTable("round", {
	organisation: text().notNull(),
	id: text().notNull(),
	openedOn: text("opened_on").notNull(),
	...made,
});

export const roundEnd = sqliteTable("round_end", {
	organisation: text().notNull(),
	round: text().notNull(),
	id: text().notNull(),
	day: text().notNull(),
	expected: integer().notNull(),
	counted: integer().notNull(),
	explanation: text(),
	...made,
});

/** What a notice says, in fen, as it stood when it was posted: sums by account, the number of those who paid. */
export type NoticeFigures = {
	opening: Fen;
	incomes: { account: Account; fen: Fen }[];
	uses: { account: Account; fen: Fen }[];
	paid: number;
	balance: Fen;
};

export const publicNotice = sqliteTable("public_notice", {
	organisation: text().notNull(),
	id: text().notNull(),
	year: integer().notNull(),
	postedOn: text("posted_on").notNull(),
	until: text().notNull(),
	place: text().notNull(),
	figures: text({ mode: "json" }).$type<NoticeFigures>().notNull(),
	head: text().notNull(),
	...made,
});

export const publicNoticeEnd = sqliteTable("public_notice_end", {
	organisation: text().notNull(),
	notice: text().notNull(),
	id: text().notNull(),
	day: text().notNull(),
	...made,
});

export const objection = sqliteTable("objection", {
	organisation: text().notNull(),
	notice: text().notNull(),
	id: text().notNull(),
	day: text().notNull(),
	text: text().notNull(),
	madeFrom: text("made_from").notNull(),
});

export const reply = sqliteTable("reply", {
	organisation: text().notNull(),
	notice: text().notNull(),
	objection: text().notNull(),
	id: text().notNull(),
	day: text().notNull(),
	text: text().notNull(),
	...made,
});
