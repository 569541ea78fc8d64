import { and, asc, desc, eq, isNull, sql } from "drizzle-orm";
import type { Place } from "../../http/door";
import { type Database, named, run } from "../../tables/database";
import { fundStanding } from "../../tables/dues";
import { organisation } from "../../tables/ground";
import { type NoticeFigures, objection, publicNotice, publicNoticeEnd, reply } from "../../tables/rounds";
import type { Day } from "../../values/day";
import { type Account, type Balances, moneyIn, outgoing, sourcesOfMoney, together } from "../accounts";
import type { Books } from "../books";
import type { NewNotice, NewObjection } from "./input";

/** How many objections one association takes in a day: a stranger who posts all day spends two rows for each, and no more. */
export const objectionsADay = 10;

/** How many notices, and objections to one, a page shows. */
const mostShown = 40;

type By = { by: string; madeFrom: string };

/** What some accounts come to, without those that come to nothing; what came in is kept below zero. */
export const sumsOf = (balances: Balances, accounts: readonly Account[], sign: 1 | -1) =>
	accounts.flatMap((account) => {
		const fen = sign * (balances[account] ?? 0);
		return fen === 0 ? [] : [{ account, fen }];
	});

/** What a notice says of a year: sums by account, as the books stand. */
export function figuresOf(
	books: Books,
	year: number,
	paid: number,
): { figures: NoticeFigures; head: string } {
	const book = books.find((one) => one.year === year);
	const sums = book?.balances ?? {};
	const before = moneyIn(together(books.filter((one) => one.year < year)));
	return {
		figures: {
			opening: before,
			incomes: sumsOf(sums, sourcesOfMoney, -1),
			uses: sumsOf(sums, outgoing, 1),
			paid,
			balance: before + moneyIn(sums),
		},
		head: book?.head ?? "",
	};
}

/** How many members have paid a year's dues, as its figures are kept. */
export function paidOf(db: Database, place: Pick<Place, "id">, year: number) {
	return db
		.select({ paid: fundStanding.paid })
		.from(fundStanding)
		.where(and(eq(fundStanding.organisation, place.id), eq(fundStanding.year, year)));
}

/** Posts a notice with its figures, as they stand now; its key stops a second copy. */
export function post(
	db: Database,
	place: Place,
	{ id, year, until, place: where }: NewNotice,
	said: ReturnType<typeof figuresOf>,
	by: By,
	today: Day,
) {
	return db.insert(publicNotice).values({
		...{ organisation: place.id, id, year, postedOn: today, until, place: where, ...said },
		...{ madeBy: by.by, madeFrom: by.madeFrom },
	});
}

/** What a notice under an id was made from. */
export async function postedBefore(db: Database, place: Place, id: string): Promise<string | undefined> {
	const [known] = await db
		.select({ madeFrom: publicNotice.madeFrom })
		.from(publicNotice)
		.where(and(eq(publicNotice.organisation, place.id), eq(publicNotice.id, id)));
	return known?.madeFrom;
}

/** Takes a notice down; its key stops a second end. */
export function takeDown(db: Database, place: Place, notice: string, by: By & { id: string }, today: Day) {
	return db.insert(publicNoticeEnd).values({
		...{ organisation: place.id, notice, id: by.id, day: today },
		...{ madeBy: by.by, madeFrom: by.madeFrom },
	});
}

const stands = and(
	eq(publicNoticeEnd.organisation, publicNotice.organisation),
	eq(publicNoticeEnd.notice, publicNotice.id),
);

/** The notices that hang: the latest first; or one of them. */
export function noticesAt(db: Database, at: string, id?: string) {
	return db
		.select({
			id: publicNotice.id,
			year: publicNotice.year,
			postedOn: publicNotice.postedOn,
			until: publicNotice.until,
			place: publicNotice.place,
			figures: publicNotice.figures,
			head: publicNotice.head,
			organisation: named(organisation.name, "organisation_name"),
		})
		.from(publicNotice)
		.innerJoin(organisation, eq(organisation.id, publicNotice.organisation))
		.leftJoin(publicNoticeEnd, stands)
		.where(
			and(
				eq(publicNotice.organisation, at),
				id === undefined ? undefined : eq(publicNotice.id, id),
				isNull(publicNoticeEnd.id),
			),
		)
		.orderBy(desc(publicNotice.postedOn), desc(publicNotice.year), publicNotice.id)
		.limit(mostShown);
}

/** The objections to a notice with their answers, the earliest first; those without one are for its officers only. */
export function objectionsTo(db: Database, at: string, notice: string) {
	return db
		.select({
			id: objection.id,
			day: objection.day,
			text: objection.text,
			reply: named(reply.text, "reply_text"),
			repliedOn: named(reply.day, "replied_on"),
		})
		.from(objection)
		.leftJoin(
			reply,
			and(
				eq(reply.organisation, objection.organisation),
				eq(reply.notice, objection.notice),
				eq(reply.objection, objection.id),
			),
		)
		.where(and(eq(objection.organisation, at), eq(objection.notice, notice)))
		.orderBy(asc(objection.day), objection.id)
		.limit(mostShown);
}

/** The objections to an association's notices that wait for an answer, the earliest first. */
export function unanswered(db: Database, place: Pick<Place, "id">) {
	return db
		.select({ notice: objection.notice, id: objection.id, day: objection.day, text: objection.text })
		.from(objection)
		.leftJoin(
			reply,
			and(
				eq(reply.organisation, objection.organisation),
				eq(reply.notice, objection.notice),
				eq(reply.objection, objection.id),
			),
		)
		.where(and(eq(objection.organisation, place.id), isNull(reply.id)))
		.orderBy(asc(objection.day), objection.id)
		.limit(mostShown);
}

/**
 * Takes an objection, unless the day's ceiling is reached: then nothing is written at all. The second statement counts only
 * what the first one wrote.
 * @returns "again" and "different" as in http/once.ts, "full" at the ceiling
 */
export async function object(
	db: Database,
	at: string,
	notice: string,
	{ id, text }: NewObjection,
	madeFrom: string,
	today: Day,
) {
	const [first, , known] = await db.batch([
		run(
			db,
			sql`insert or ignore into objection (organisation, notice, id, day, text, made_from)
			select ${at}, ${notice}, ${id}, ${today}, ${text}, ${madeFrom}
			where coalesce((select objections from objection_day where organisation = ${at} and day = ${today}), 0) < ${objectionsADay}`,
		),
		run(
			db,
			sql`insert into objection_day (organisation, day, objections) select ${at}, ${today}, 1 where changes() = 1
			on conflict (organisation, day) do update set objections = objections + 1`,
		),
		db
			.select({ madeFrom: objection.madeFrom })
			.from(objection)
			.where(and(eq(objection.organisation, at), eq(objection.notice, notice), eq(objection.id, id))),
	]);
	if (first.meta.changes === 1) return "made";
	if (!known[0]) return "full";
	return known[0].madeFrom === madeFrom ? "again" : "different";
}

/** Answers an objection, in the open; its key stops a second answer. */
export function answer(
	db: Database,
	place: Place,
	to: { notice: string; objection: string },
	{ id, text }: { id: string; text: string },
	by: By,
	today: Day,
) {
	return db
		.insert(reply)
		.values({ organisation: place.id, ...to, id, day: today, text, madeBy: by.by, madeFrom: by.madeFrom });
}

/** What the answer to an objection was made from. */
export async function answeredBefore(db: Database, place: Place, to: { notice: string; objection: string }) {
	const [known] = await db
		.select({ madeFrom: reply.madeFrom })
		.from(reply)
		.where(
			and(eq(reply.organisation, place.id), eq(reply.notice, to.notice), eq(reply.objection, to.objection)),
		);
	return known?.madeFrom;
}

/** What the end of a notice was made from. */
export async function endedBefore(db: Database, place: Place, notice: string): Promise<string | undefined> {
	const [known] = await db
		.select({ madeFrom: publicNoticeEnd.madeFrom })
		.from(publicNoticeEnd)
		.where(and(eq(publicNoticeEnd.organisation, place.id), eq(publicNoticeEnd.notice, notice)));
	return known?.madeFrom;
}
