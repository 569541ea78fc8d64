import { and, asc, desc, eq, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import type { Place } from "../http/door";
import { recountMembers } from "../members/standing";
import { type Database, named, run } from "../tables/database";
import { organisation, person } from "../tables/ground";
import { intake, intakeChunk, intakeDay, intakeEnd } from "../tables/intakes";
import { furtherField } from "../tables/people";
import { type Day, nowInSeconds } from "../values/day";
import type { NewIntake } from "./input";
import { linesInChunk } from "./members/rules";

const maker = alias(person, "maker");

/** The first path after a place's subtree. */
export const endOfPlace = (place: Pick<Place, "path">) => `${place.path.slice(0, -1)}0`;

/** The account's day: its allowance begins anew at midnight UTC, eight in the morning in Beijing. */
export const accountDay = () => new Date(nowInSeconds() * 1000).toISOString().slice(0, 10);

const ended = (outcome?: "finished" | "undone") =>
	sql`(select 1 from intake_end where intake_end.organisation = ${intake.organisation} and intake_end.intake = ${intake.id}
		${outcome ? sql`and outcome = ${outcome}` : sql``})`;

/** What a list and a page say of an intake. */
const told = {
	id: intake.id,
	what: intake.what,
	file: intake.file,
	digest: intake.digest,
	lines: intake.lines,
	chunks: intake.chunks,
	columns: intake.columns,
	day: intake.day,
	by: person.name,
	done: sql<number>`(select count(*) from intake_chunk where intake_chunk.organisation = ${intake.organisation}
		and intake_chunk.intake = ${intake.id})`.as("done"),
	back: sql<number>`(select count(*) from intake_chunk where intake_chunk.organisation = ${intake.organisation}
		and intake_chunk.intake = ${intake.id} and undone is not null)`.as("back"),
	finished: sql<number>`exists ${ended("finished")}`.as("finished"),
	undone: sql<number>`exists ${ended("undone")}`.as("undone"),
};

/** How many intakes a list shows. */
export const pageOfIntakes = 30;

/** The intakes of a place, the latest first. */
export function intakesOf(db: Database, place: Place) {
	return db
		.select(told)
		.from(intake)
		.leftJoin(person, eq(person.id, intake.madeBy))
		.where(eq(intake.organisation, place.id))
		.orderBy(desc(intake.madeAt))
		.limit(pageOfIntakes);
}

/** An intake of this very place; none for a forged id. */
export function intakeOf(db: Database, place: Place, id: string) {
	return db
		.select(told)
		.from(intake)
		.leftJoin(person, eq(person.id, intake.madeBy))
		.where(and(eq(intake.organisation, place.id), eq(intake.id, id)));
}
export type Intake = Awaited<ReturnType<typeof intakeOf>>[number];

/**
 * Begins an intake, unless one of the same file is under way here: two windows with one file go on with one intake.
 * The first statement carries the form's id.
 */
export function beginIntake(
	db: Database,
	place: Place,
	begun: NewIntake,
	by: { madeFrom: string; by: string },
	today: Day,
) {
	const { id, what, file, digest, lines, chunks, columns } = begun;
	return run(
		db,
		sql`insert into intake (organisation, id, what, file, digest, lines, chunks, columns, day, made_at, made_by, made_from)
		select ${place.id}, ${id}, ${what}, ${file}, ${digest}, cast(${lines} as integer), cast(${chunks} as integer), ${columns},
			${today}, cast(${nowInSeconds()} as integer), ${by.by}, ${by.madeFrom}
		where not exists (select 1 from intake where organisation = ${place.id} and digest = ${digest} and id <> ${id}
			and not exists (select 1 from intake_end where intake_end.organisation = intake.organisation and intake_end.intake = intake.id))`,
	);
}

/** What the intake under an id was made from. */
export async function begunBefore(db: Database, place: Place, id: string): Promise<string | undefined> {
	const rows = await db
		.select({ madeFrom: intake.madeFrom })
		.from(intake)
		.where(and(eq(intake.organisation, place.id), eq(intake.id, id)));
	return rows[0]?.madeFrom;
}

/** The intake of a file that is under way here. */
export async function underWay(db: Database, place: Place, digest: string): Promise<string | undefined> {
	const rows = await db
		.select({ id: intake.id })
		.from(intake)
		.where(and(eq(intake.organisation, place.id), eq(intake.digest, digest), sql`not exists ${ended()}`));
	return rows[0]?.id;
}

/** The numbers of the requests that an intake has had. */
export function chunksDone(db: Database, place: Place, id: string) {
	return db
		.select({ number: intakeChunk.number })
		.from(intakeChunk)
		.where(and(eq(intakeChunk.organisation, place.id), eq(intakeChunk.intake, id)))
		.orderBy(asc(intakeChunk.number));
}

/** Rows that intakes have written today. */
export function writtenToday(db: Database) {
	return db.select({ written: intakeDay.written }).from(intakeDay).where(eq(intakeDay.day, accountDay()));
}

/** The statement that counts rows to the account's day. */
export function countWritten(db: Database, rows: number) {
	return run(
		db,
		sql`insert into intake_day (day, written) values (${accountDay()}, cast(${rows} as integer))
		on conflict (day) do update set written = written + excluded.written`,
	);
}

/** The organisations below a place that can take members, by name; they are offered where a register names one. */
export function placesBelow(db: Database, place: Place) {
	return db
		.select({ id: organisation.id, name: organisation.name })
		.from(organisation)
		.where(
			sql`path > ${place.path} and path < ${endOfPlace(place)} and status in ('active', 'standardising')`,
		)
		.orderBy(organisation.path)
		.limit(1000);
}

/** The further fields that hold today; the root's, at the beginning of every path. */
export function furtherFields(db: Database, place: Place, today: Day) {
	return db
		.select({
			id: furtherField.id,
			kind: furtherField.kind,
			zh: furtherField.zh,
			en: furtherField.en,
			choices: furtherField.choices,
		})
		.from(furtherField)
		.where(
			and(
				eq(furtherField.organisation, place.path.split("/")[0] ?? ""),
				sql`(to_day is null or to_day > ${today})`,
			),
		)
		.orderBy(furtherField.sort);
}

/** How many organisations one request recounts: two statements each, of fifty. */
const recountedAtOnce = 15;

/**
 * Recounts the organisations that an intake touched, so many from one on; with the last of them the intake has ended.
 * Answers where to go on, or null. Twice does no harm.
 */
export async function finish(
	db: Database,
	place: Place,
	known: Intake,
	{ from, touched, by, today }: { from: number; touched: readonly string[]; by: string; today: Day },
): Promise<number | null> {
	const some = touched.slice(from, from + recountedAtOnce);
	const last = from + some.length >= touched.length;
	const outcome = known.back === known.done ? "undone" : "finished";
	const end = db
		.insert(intakeEnd)
		.values({ organisation: place.id, intake: known.id, outcome, day: today, madeBy: by, madeFrom: "" })
		.onConflictDoNothing();
	const recounts = some.flatMap((id) => [...recountMembers(db, { id }, today, "1900-01-01")]);
	const [first, ...rest] = last ? [end, ...recounts] : recounts;
	if (first) await db.batch([first, ...rest]);
	return last ? null : from + some.length;
}

/** The organisations whose members an intake touched. */
export function placesTouched(db: Database, place: Place, id: string) {
	return run(
		db,
		sql`select distinct value as id from intake_chunk, json_each(places)
		where organisation = ${place.id} and intake = ${id} order by 1`,
	);
}

/** Their ids, as the database answers. */
export const idsIn = ({ results }: { results: readonly unknown[] }) =>
	(results as readonly { id: string }[]).map(({ id }) => id);

/** How many rows of an intake a page shows. */
export const pageOfRows = 60;

/** The rows of an intake from a position on, with the names of those it brought in; only those of an outcome, if asked. */
export function rowsOf(
	db: Database,
	place: Place,
	id: string,
	{
		from: after,
		outcome,
		most,
	}: { from: { number: number; at: number }; outcome: string | null; most: number },
) {
	return run(
		db,
		sql`select chunk.number, entry.key as at, entry.value as row, coalesce(person.name, made.name, payer.name, posted.party, posted.purpose) as name,
			coalesce(person.same_as, person.id) as person, organisation.name as organisation, made.id as made,
			exists (select 1 from membership where membership.organisation = entry.value ->> 3
				and membership.person = coalesce(person.same_as, person.id)) as still,
			case when posted.id is not null then json_object('day', posted.day, 'amount', posted.amount, 'series', posted.series,
				'number', posted.number) end as posted,
			chunk.undone as undone
		from (
			select number, rows, undone from intake_chunk where organisation = ${place.id} and intake = ${id}
				and number >= cast(${Math.max(0, after.number)} as integer) and (${outcome} is null or counts ->> ${outcome} > 0)
			order by number limit cast(${outcome ? most : Math.ceil(most / linesInChunk) + 1} as integer)
		) as chunk cross join json_each(chunk.rows) as entry
		left join person on person.id = entry.value ->> 2
		left join organisation on organisation.id = entry.value ->> 3
		left join organisation as made on made.id = entry.value ->> 2
		left join entry as posted on posted.organisation = ${place.id} and posted.id = entry.value ->> 2
		left join person as payer on payer.id = posted.person
		where (chunk.number, entry.key) > (cast(${after.number} as integer), cast(${after.at} as integer))
			and (${outcome} is null or entry.value ->> 1 = ${outcome})
		order by chunk.number, entry.key limit ${most + 1}`,
	);
}

/** How many rows an intake has of each outcome. */
export function outcomesOf(db: Database, place: Place, id: string) {
	return run(
		db,
		sql`select key as outcome, sum(value) as n from intake_chunk, json_each(counts)
		where organisation = ${place.id} and intake = ${id} group by 1`,
	);
}

/**
 * The intake by which somebody came, here or above: a person brought in is made from its intake's id. It is the history of
 * all whom it brought in, so that none of them needs a change of their own.
 */
export function cameBy(db: Database, place: Place, member: string) {
	return db
		.select({
			id: intake.id,
			organisation: intake.organisation,
			file: intake.file,
			day: intake.day,
			by: named(maker.name, "by_name"),
		})
		.from(person)
		.innerJoin(
			intake,
			and(
				eq(intake.id, person.madeFrom),
				sql`${intake.organisation} in (select value from json_each(${JSON.stringify(place.path.split("/").filter(Boolean))}))`,
			),
		)
		.leftJoin(maker, eq(maker.id, intake.madeBy))
		.where(eq(person.id, member));
}
