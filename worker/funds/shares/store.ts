import { and, asc, desc, eq, gte, lte, type SQL, sql } from "drizzle-orm";
import { type Authorship, changeOf } from "../../changes/store";
import type { Place } from "../../http/door";
import { type Database, named, rows } from "../../tables/database";
import { organisation } from "../../tables/ground";
import { share, shareEnd, shareRule } from "../../tables/shares";
import type { Day } from "../../values/day";
import { linesIn, linesOut } from "../accounts";
import { type Books, postings, type Wanted } from "../books";
import { blank } from "../store";
import type { NewShare } from "./input";

/** How many shares a list shows, and how many rules. */
const mostShares = 300;
const mostRules = 60;

/** Who stands directly above a place; nobody above the root. */
export const aboveOf = ({ path, practice }: Pick<Place, "path" | "practice">): string | null =>
	practice ? null : (path.split("/").filter(Boolean).at(-2) ?? null);

const rule = { fromDay: shareRule.fromDay, rate: shareRule.rate };

/** What an organisation asks of the dues below it, the latest rule first. */
export function rulesOf(db: Database, above: string) {
	return db
		.select(rule)
		.from(shareRule)
		.where(eq(shareRule.organisation, above))
		.orderBy(desc(shareRule.fromDay))
		.limit(mostRules);
}

/** The rules that a year's dues may go by: the one in force on its first day, and those that began within it. */
export function rulesFor(db: Database, above: string, year: number) {
	const since = sql`coalesce((select max(from_day) from share_rule as earlier
		where earlier.organisation = ${above} and earlier.from_day <= ${`${year}-01-01`}), '')`;
	return db
		.select(rule)
		.from(shareRule)
		.where(
			and(
				eq(shareRule.organisation, above),
				gte(shareRule.fromDay, since),
				lte(shareRule.fromDay, `${year}-12-31`),
			),
		)
		.orderBy(asc(shareRule.fromDay))
		.limit(mostRules);
}

/** Sets the rule from a day on; the same day again corrects it, and the change stays on record. */
export function setRule(
	db: Database,
	place: Place,
	{ from_day: fromDay, rate }: { from_day: Day; rate: number },
	by: Authorship,
) {
	return db.batch([
		changeOf(db, place, { ...by, subject: "share-rule", act: "set", details: { from_day: fromDay, rate } }),
		db
			.insert(shareRule)
			.values({ organisation: place.id, fromDay, rate })
			.onConflictDoUpdate({ target: [shareRule.organisation, shareRule.fromDay], set: { rate } }),
	]);
}

const told = {
	id: share.id,
	from: share.organisation,
	fromName: named(organisation.name, "from_name"),
	above: share.above,
	aboveName: sql<string>`(select name from organisation as upper where upper.id = ${share.above})`.as(
		"above_name",
	),
	year: share.year,
	amount: share.amount,
	method: share.method,
	day: share.day,
	madeBy: share.madeBy,
	madeFrom: named(share.madeFrom, "share_from"),
	outcome: shareEnd.outcome,
	endedOn: sql<string | null>`${shareEnd.day}`.as("ended_on"),
	endedFrom: sql<string | null>`${shareEnd.madeFrom}`.as("ended_from"),
};

const ofShare = and(
	eq(shareEnd.above, share.above),
	eq(shareEnd.organisation, share.organisation),
	eq(shareEnd.share, share.id),
);

const shares = (db: Database, condition: SQL | undefined) =>
	db
		.select(told)
		.from(share)
		.innerJoin(organisation, eq(organisation.id, share.organisation))
		.leftJoin(shareEnd, ofShare)
		.where(condition);

/** What nobody has answered comes first, then the latest. */
const inOrder = [sql`${shareEnd.outcome} is null desc`, desc(share.day), desc(share.id)];

/** Shares that come to a place from below. */
export const sharesTo = (db: Database, above: string) =>
	shares(db, eq(share.above, above))
		.orderBy(...inOrder)
		.limit(mostShares);

/** Whether a share was passed up from a place: to whoever stands above it, or once stood there, so that moving loses none. */
const from = (place: Pick<Place, "id">) =>
	and(
		eq(share.organisation, place.id),
		sql`${share.above} in (select parent from stage where organisation = ${place.id} and parent is not null
			union all select parent from organisation where id = ${place.id})`,
	);

/** Shares that one association passes up, or passed up from where it stood before. */
export const sharesFrom = (db: Database, place: Pick<Place, "id">) =>
	shares(db, from(place))
		.orderBy(...inOrder)
		.limit(mostShares);

/** One of them; none for a forged id. */
export const shareFrom = (db: Database, place: Pick<Place, "id">, id: string) =>
	shares(db, and(from(place), eq(share.id, id)))
		.orderBy(sql`${shareEnd.outcome} is null desc`)
		.limit(1);

/** One share on its way to a place, with what became of it; none for a forged id. */
export const shareUnder = (db: Database, above: string, below: string, id: string) =>
	shares(db, and(eq(share.above, above), eq(share.organisation, below), eq(share.id, id)));
export type Share = Awaited<ReturnType<typeof shareUnder>>[number];

/** Says that a share is passed up: it is in no book yet. Its key stops a second copy. */
export function passUp(
	db: Database,
	place: Place,
	above: string,
	{ id, year, amount, method }: NewShare,
	by: { by: string; madeFrom: string },
	today: Day,
) {
	return db.insert(share).values({
		...{ above, organisation: place.id, id, year, amount, method, day: today },
		...{ madeBy: by.by, madeFrom: by.madeFrom },
	});
}

type End = { id: string; outcome: "received" | "declined" | "taken-back"; by: string; madeFrom: string };

const ending = (db: Database, above: string, one: Share, end: End, today: Day) =>
	db.insert(shareEnd).values({
		...{ above, organisation: one.from, share: one.id, id: end.id, outcome: end.outcome, day: today },
		...{ madeBy: end.by, madeFrom: end.madeFrom },
	});

/** Ends a share without its coming into any book: declined above, or taken back below. Its key lets one thing happen. */
export const endShare = (db: Database, above: string, one: Share, end: End, today: Day) =>
	ending(db, above, one, end, today);

type Passed = Pick<Share, "id" | "amount" | "method" | "madeBy" | "madeFrom">;

/** What a share is in the book of whoever passes it up. */
export const wantedBelow = (one: Passed, aboveName: string, today: Day): Wanted => ({
	...blank,
	...{ id: one.id, series: "out", day: today, amount: -one.amount, kind: "share", party: aboveName },
	...{ method: one.method, lines: linesOut(one.method, "share-out", one.amount) },
	...{ madeBy: one.madeBy, madeFrom: one.madeFrom },
});

/** What it is in the book of those above. */
export const wantedAbove = (one: Share, end: End, today: Day): Wanted => ({
	...blank,
	...{ id: end.id, series: "in", day: today, amount: one.amount, kind: "share", party: one.fromName },
	...{ method: one.method, lines: linesIn(one.method, ["share-in", one.amount]) },
	...{ madeBy: end.by, madeFrom: end.madeFrom },
});

/** Posts a share into both books at once, each numbered and chained on, and ends it: one batch, or nothing. */
export async function receive(
	db: Database,
	place: Place,
	one: Share,
	/** The same as its voucher has it. */
	passed: Passed,
	{ above, below }: { above: Books; below: Books },
	end: End,
	today: Day,
) {
	const out = await postings(db, { id: one.from }, below, [wantedBelow(passed, place.name, today)]);
	const into = await postings(db, place, above, [wantedAbove(one, end, today)]);
	return db.batch([ending(db, place.id, one, end, today), ...out.statements, ...into.statements]);
}

/** Whose entries stand under the ids that a share would have in both books: such an id is no name for it. */
export function entriesUnder(db: Database, ...ids: readonly [organisation: string, id: string][]) {
	return rows<{ organisation: string }>(
		db,
		sql`select entry.organisation from json_each(${JSON.stringify(ids)}) as asked
		join entry on entry.organisation = asked.value ->> 0 and entry.id = asked.value ->> 1`,
	);
}
