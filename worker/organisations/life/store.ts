import { type SQL, sql } from "drizzle-orm";
import type { Place } from "../../http/door";
import { type Database, run } from "../../tables/database";
import type { Status } from "../../tables/ground";
import type { StageAct } from "../../tables/tree";
import { type Day, nowInSeconds } from "../../values/day";

/** An organisation about to be founded, or a place about to be entered that has no association yet. */
export type Founding = {
	id: string;
	parent: string | null;
	path: string;
	kind: string;
	organisation: string;
	adults: number | null;
	households: number | null;
	status?: "active" | "unfounded";
	practice?: boolean;
	/** The day of founding; the first stage of its life begins on it. */
	day: Day;
	act?: "entered" | "founded" | "split";
	reason?: string | null;
	madeFrom: string;
	madeBy: string;
};

const always = sql`where true`;

/**
 * The statements that found an organisation: its row, and the first stage of its life, under the organisation's own id.
 * @param good a `from … where …` that yields one row when it may be founded and none when not
 */
export function foundingOf(db: Database, founding: Founding, good: SQL = always) {
	const { id, parent, path, kind, organisation: name, adults, households, madeFrom, madeBy } = founding;
	const { status = "active", practice = false, day, act = "founded", reason = null } = founding;
	return [
		run(
			db,
			sql`insert into organisation (id, parent, path, kind, name, adults, households, made_from, made_by, status, practice)
			select ${id}, ${parent}, ${path}, ${kind}, ${name}, ${adults}, ${households}, ${madeFrom}, ${madeBy}, ${status},
				${practice ? 1 : 0} ${good}`,
		),
		run(
			db,
			sql`insert into stage (organisation, id, from_day, act, reason, name, kind, parent, path, status, made_by, made_at)
			select ${id}, ${id}, ${day}, ${act}, ${reason}, ${name}, ${kind}, ${parent}, ${path}, ${status}, ${madeBy}, ${nowInSeconds()}
			where changes() = 1`,
		),
	] as const;
}

/**
 * The same for many at once, parents before children, as one JSON parameter each (a megabyte at the most).
 * @param good a `where …` that holds when they may be founded
 */
export function foundingsOf(db: Database, foundings: readonly Founding[], good: SQL = always) {
	const rows = JSON.stringify(
		foundings.map((one) => [
			...[one.id, one.parent, one.path, one.kind, one.organisation, one.adults, one.households],
			...[one.madeFrom, one.madeBy, one.status ?? "active", one.practice ? 1 : 0],
			...[one.day, one.act ?? "founded", one.reason ?? null],
		]),
	);
	return [
		run(
			db,
			sql`insert into organisation (id, parent, path, kind, name, adults, households, made_from, made_by, status, practice)
			select value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6, value ->> 7, value ->> 8,
				value ->> 9, value ->> 10 from json_each(${rows}) ${good}`,
		),
		run(
			db,
			sql`insert into stage (organisation, id, from_day, act, reason, name, kind, parent, path, status, made_by, made_at)
			select value ->> 0, value ->> 0, value ->> 11, value ->> 12, value ->> 13, value ->> 4, value ->> 3, value ->> 1, value ->> 2,
				value ->> 9, value ->> 8, ${nowInSeconds()} from json_each(${rows}) ${good}`,
		),
	] as const;
}

/** An act of an organisation's life: its form's id, the day it happened on, why, and who enters it. */
export type LifeAct = { id: string; day: Day; reason: string | null; by: string };

/** What an act makes of an organisation; what isn't named stays as it is. */
export type Becoming = {
	name?: string;
	kind?: string;
	status?: Status;
	adults?: number | null;
	households?: number | null;
};

/**
 * The statements that end an organisation's stage on a day and begin the next: its latest stage closes, another begins, and
 * its row becomes that. They go behind a first statement that guards them.
 * @param good a condition that holds when the act may happen; an expression
 */
export function stageOf(
	db: Database,
	organisation: string,
	act: LifeAct & { act: StageAct },
	becoming: Becoming,
	good: SQL = sql`true`,
) {
	const { name = null, kind = null, status = null, adults = null, households = null } = becoming;
	return [
		...nextStages(
			db,
			act,
			{
				name: sql`coalesce(${name}, name)`,
				kind: sql`coalesce(${kind}, kind)`,
				status: sql`coalesce(${status}, status)`,
			},
			sql`one.id = ${organisation} and ${good}`,
		),
		run(
			db,
			sql`update organisation set name = coalesce(${name}, name), kind = coalesce(${kind}, kind), status = coalesce(${status}, status),
				adults = coalesce(${adults}, adults), households = coalesce(${households}, households)
			where id = ${organisation} and ${good}`,
		),
	] as const;
}

type StageColumns = Record<"name" | "kind" | "parent" | "path" | "status", SQL>;

/** The statements that begin the next stage of some organisations, as they will be, and end the one before it. */
export function nextStages(
	db: Database,
	act: LifeAct & { act: StageAct },
	becoming: Partial<StageColumns>,
	which: SQL,
) {
	const {
		name = sql`name`,
		kind = sql`kind`,
		parent = sql`parent`,
		path = sql`path`,
		status = sql`status`,
	} = becoming;
	const before = sql`(select id from stage where stage.organisation = one.id and to_day is null)`;
	return [
		run(
			db,
			sql`insert into stage (organisation, id, from_day, act, reason, name, kind, parent, path, status, made_by, made_at, follows)
			select one.id, ${act.id}, ${act.day}, ${act.act}, ${act.reason}, ${name}, ${kind}, ${parent}, ${path}, ${status},
				${act.by}, ${nowInSeconds()}, ${before} from organisation as one where ${which}`,
		),
		run(
			db,
			sql`update stage set to_day = ${act.day} where to_day is null and id <> ${act.id}
				and organisation in (select one.id from organisation as one where ${which})`,
		),
	] as const;
}

/** The statements that deregister an organisation. Its members, posts and money are their rooms' to end first. */
export function deregistrationOf(
	db: Database,
	organisation: string,
	{ act = "deregistered", ...how }: LifeAct & { act?: "deregistered" | "merged" },
	good?: SQL,
) {
	return stageOf(db, organisation, { ...how, act }, { status: "deregistered" }, good);
}

/**
 * The statement that forgets the boards above some paths: they are snapshots of an hour, and show names and figures of what
 * isn't theirs any more. They are made anew when they are next asked for.
 */
export function forgetBoards(db: Database, ...paths: readonly Place["path"][]) {
	const ids = new Set(paths.flatMap((path) => path.split("/").filter(Boolean)));
	return run(
		db,
		sql`delete from board where parent in (select value from json_each(${JSON.stringify([...ids])}))`,
	);
}
