import { and, desc, eq, isNull, sql } from "drizzle-orm";
import { type Authorship, changeWhere, isKept } from "../changes/store";
import type { Place } from "../http/door";
import { type Database, named, run } from "../tables/database";
import { person } from "../tables/ground";
import { round, roundEnd } from "../tables/rounds";
import type { Day } from "../values/day";
import type { RoundEnd } from "./input";

/** How many rounds a list shows. */
const mostRounds = 40;

/** The cash that a round's receipts come to, without those that were reversed, as SQL over a round's id. */
const cashIn = (place: Pick<Place, "id">, of: unknown) => sql<number>`(select coalesce(sum(entry.amount), 0)
	from collection join entry on entry.organisation = collection.organisation and entry.year = collection.year and entry.series = 'in'
		and entry.number >= collection.first and entry.number < collection.first + json_array_length(collection.entries)
		and instr(collection.entries, entry.id) > 0
	where collection.organisation = ${place.id} and collection.round = ${of} and entry.method = 'cash'
		and not exists (select 1 from entry as later where later.organisation = entry.organisation and later.reverses = entry.id))`;

/** The rounds of an organisation, the latest first, each with its cash and how it ended. */
export function roundsOf(db: Database, place: Place) {
	return db
		.select({
			id: round.id,
			openedOn: round.openedOn,
			collector: named(person.name, "collector"),
			cash: sql<number>`case when ${roundEnd.id} is null then ${cashIn(place, round.id)} else ${roundEnd.expected} end`.as(
				"cash",
			),
			closedOn: named(roundEnd.day, "closed_on"),
			expected: roundEnd.expected,
			counted: roundEnd.counted,
			explanation: roundEnd.explanation,
		})
		.from(round)
		.leftJoin(person, eq(person.id, round.madeBy))
		.leftJoin(roundEnd, and(eq(roundEnd.organisation, round.organisation), eq(roundEnd.round, round.id)))
		.where(eq(round.organisation, place.id))
		.orderBy(sql`${roundEnd.day} is null desc`, desc(round.openedOn), desc(round.id))
		.limit(mostRounds);
}

/** The round that is open, as SQL; null where none is. */
export const openRound = (place: Pick<Place, "id">) => sql`(select round.id from round
	left join round_end on round_end.organisation = round.organisation and round_end.round = round.id
	where round.organisation = ${place.id} and round_end.id is null limit 1)`;

/** The open round; nothing where none is. */
export function roundOpen(db: Database, place: Place) {
	return db
		.select({ id: round.id, openedOn: round.openedOn })
		.from(round)
		.leftJoin(roundEnd, and(eq(roundEnd.organisation, round.organisation), eq(roundEnd.round, round.id)))
		.where(and(eq(round.organisation, place.id), isNull(roundEnd.id)))
		.limit(1);
}

/** The day on which the latest round was closed; nothing before the first. */
export function latestClosing(db: Database, place: Place) {
	return db
		.select({ day: roundEnd.day })
		.from(roundEnd)
		.where(eq(roundEnd.organisation, place.id))
		.orderBy(desc(roundEnd.day))
		.limit(1);
}

/** Opens a round, unless one is open: what is collected from now on belongs to it. */
export function open(db: Database, place: Place, by: Authorship, today: Day) {
	return db.batch([
		changeWhere(
			db,
			place,
			{ ...by, subject: "round", act: "opened", details: { day: today } },
			sql`${openRound(place)} is null`,
		),
		run(
			db,
			sql`insert into round (organisation, id, opened_on, made_by, made_from)
			select ${place.id}, ${by.id}, ${today}, ${by.by}, ${by.madeFrom} where ${isKept(place, "round", by.id)}`,
		),
	]);
}

/**
 * Closes a round with the cash that was counted. It breaks where that differs from what its receipts come to by now and
 * nothing explains it; its key stops a second end.
 */
export function close(
	db: Database,
	place: Place,
	of: string,
	{ counted, explanation }: RoundEnd,
	by: Authorship,
	today: Day,
) {
	return run(
		db,
		sql`insert into round_end (organisation, round, id, day, expected, counted, explanation, made_by, made_from)
		select ${place.id}, round.id, ${by.id}, ${today}, ${cashIn(place, sql`round.id`)}, ${counted}, ${explanation},
			case when ${explanation !== null ? sql`true` : sql`${cashIn(place, sql`round.id`)} = ${counted}`} then ${by.by} end, ${by.madeFrom}
		from round where organisation = ${place.id} and id = ${of}`,
	);
}

/** What the end of a round was made from. */
export async function closedBefore(db: Database, place: Place, of: string): Promise<string | undefined> {
	const [known] = await db
		.select({ madeFrom: roundEnd.madeFrom })
		.from(roundEnd)
		.where(and(eq(roundEnd.organisation, place.id), eq(roundEnd.round, of)));
	return known?.madeFrom;
}
