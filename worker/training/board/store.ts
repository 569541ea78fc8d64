import { asc, eq, type SQL, sql } from "drizzle-orm";
import type { Place } from "../../http/door";
import { type Database, rows, run } from "../../tables/database";
import { anyTraining, trainingBoard, trainingNow } from "../../tables/training";
import { isCounted } from "../../tables/tree";
import { type Day, nowInSeconds, yearOf } from "../../values/day";
import { withTraining } from "../store";

/** How many rows a board shows, and how many names a page of its list. */
export const rowsOfTrainingBoard = 60;
export const pageOfNames = 60;
/** How many names a file holds. */
export const fileOfNames = 3000;

/** The board of a place: first the whole under no name, then a row each by name, and one more than are shown. */
export function trainingBoardOf(db: Database, place: Pick<Place, "id">) {
	const { organisation, name, figures, at } = trainingBoard;
	return db
		.select({ organisation, name, figures, at })
		.from(trainingBoard)
		.where(eq(trainingBoard.parent, place.id))
		.orderBy(asc(trainingBoard.name))
		.limit(rowsOfTrainingBoard + 2);
}

export type TrainingBoardRow = Awaited<ReturnType<typeof trainingBoardOf>>[number];

/** A row of a board: its name and the hour of its figures; nothing for what isn't directly below. */
export function boardRowOf(db: Database, place: Pick<Place, "id">, under: string | null) {
	return rows<{ name: string; figures: string; at: number; path: string }>(
		db,
		sql`select board.name as name, figures, at, organisation.path as path from training_board as board
		join organisation on organisation.id = board.organisation
		where board.parent = ${place.id} and ${under === null ? sql`board.name = ''` : sql`board.organisation = ${under} and board.name <> ''`}
		limit 1`,
	);
}

/** Somebody behind a figure of a board, and where they belong. */
export type Listed = {
	id: string;
	name: string;
	telephone: string | null;
	organisation: string;
	place: string;
};

/** The names behind a figure, from the very units that it was counted of. One more than a page. */
export function peopleListed(
	db: Database,
	place: Pick<Place, "path">,
	{ topic, under, show }: { topic: string; under: string | null; show: "reached" | "unreached" },
	from: number,
	most: number,
) {
	// A place directly below is known by its id, the step after the reader's own; whose snapshot it stands in says where.
	const path = under === null ? place.path : `${place.path}${under}/`;
	const list = `$."${topic}"[${show === "reached" ? 0 : 1}]`;
	return rows<Listed>(
		db,
		sql`select person.id as id, person.name as name, person.telephone as telephone, unit.organisation as organisation,
			organisation.name as place
		from training_unit as unit cross join json_each(unit.people, ${list}) as one
		cross join person on person.id = one.value cross join organisation on organisation.id = unit.organisation
		where unit.path >= ${path} and unit.path < ${`${path.slice(0, -1)}0`}
		order by unit.path limit cast(${most + 1} as integer) offset cast(${from} as integer)`,
	);
}

/**
 * Makes the snapshot of training anew, of a place and all below it or of the whole tree, and the boards that rest on it: those
 * above it too, so that no board says other than its units. All of it happens in the database.
 */
export function renewTraining(db: Database, today: Day, place: Pick<Place, "id" | "path"> | null) {
	const now = nowInSeconds();
	const under = (path: SQL) =>
		place ? sql`${path} >= ${place.path} and ${path} < ${`${place.path.slice(0, -1)}0`}` : sql`true`;
	const above = JSON.stringify(place ? place.path.split("/").filter(Boolean) : []);
	const parents = place
		? sql`(select value from json_each(${above}) union select id from organisation where ${under(sql`path`)})`
		: sql`(select id from organisation)`;
	const sums = sql`json_group_object(topic, json_array(owed, reached)), min(at)`;
	const counted = sql`select unit.path as path, step.value as step, topic.key as topic, unit.at as at,
			json_array_length(topic.value, '$[0]') as reached, json_array_length(topic.value, '$[1]') as unreached
		from training_unit as unit cross join json_each('["' || replace(rtrim(unit.path, '/'), '/', '","') || '"]') as step
		cross join json_each(unit.people) as topic`;
	const summed = (
		parent: SQL,
		name: SQL,
	) => sql`select ${parent} as parent, ${name} as name, child.id as organisation, topic,
			sum(reached + unreached) as owed, sum(reached) as reached, min(at) as at
		from (${counted}) as part join organisation as child on child.id = part.step
		where ${parent} in ${parents} group by child.id, topic`;
	return db.batch([
		run(db, sql`delete from training_unit where ${under(sql`path`)}`),
		run(
			db,
			sql`insert into training_unit (organisation, path, people, at)
			${withTraining({ counted: sql`${isCounted()} and ${under(sql`path`)}` }, today)}
			select organisation.id, organisation.path, json_group_object(topic, json(people)), ${now}
			from (select organisation as one, topic, json_array(
					json(json_group_array(person order by person) filter (where reached)),
					json(json_group_array(person order by person) filter (where not reached))) as people
				from state group by organisation, topic) join organisation on organisation.id = one
			group by organisation.id`,
		),
		run(db, sql`delete from training_board where parent in ${parents}`),
		run(
			db,
			sql`insert into training_board (parent, name, organisation, figures, at)
			select parent, name, organisation, ${sums} from (
				${summed(sql`child.parent`, sql`child.name`)}
				union all ${summed(sql`child.id`, sql`''`)}
			) group by parent, name, organisation`,
		),
	]);
}

/** What a home shows of a place's own people; nothing before somebody looked. */
export function trainingNowOf(db: Database, place: Pick<Place, "id">) {
	const { owed, reached, target, day, at, stale } = trainingNow;
	return db
		.select({ owed, reached, target, day, at, stale })
		.from(trainingNow)
		.where(eq(trainingNow.organisation, place.id));
}

export type TrainingNow = Awaited<ReturnType<typeof trainingNowOf>>[number];

const targetOn = (today: Day) => sql`coalesce((select target from requirement where topic = ${anyTraining}
	and from_year <= cast(${yearOf(today)} as integer) order by from_year desc limit 1), 95)`;

const orAnew = sql`on conflict (organisation) do update set owed = excluded.owed, reached = excluded.reached,
	target = excluded.target, day = excluded.day, at = excluded.at, stale = 0`;

/** Makes anew, in the database, what a home shows of a place's own people. */
export function renewNow(db: Database, place: Pick<Place, "id">, today: Day) {
	return run(
		db,
		sql`insert into training_now (organisation, owed, reached, target, day, at, stale)
		${withTraining({ here: place.id }, today, anyTraining)}
		select ${place.id}, count(*), coalesce(sum(reached), 0), ${targetOn(today)}, ${today}, ${nowInSeconds()}, 0 from state where true
		${orAnew}`,
	);
}

/** The same for every organisation of the snapshot that was just made. It goes into the nightly job. */
export function keepEveryNow(db: Database, today: Day) {
	const count = (which: number) =>
		sql`coalesce(json_array_length(people, ${`$."${anyTraining}"[${which}]`}), 0)`;
	return run(
		db,
		sql`insert into training_now (organisation, owed, reached, target, day, at, stale)
		select organisation, ${count(0)} + ${count(1)}, ${count(0)}, ${targetOn(today)}, ${today}, at, 0 from training_unit where true
		${orAnew}`,
	);
}

/** How long figures are good, in seconds; those of very many people longer, since each of them is read anew. */
const lasts = 3600;
const peopleAnHour = 40_000;
export const lastsFor = (owed: number): number => lasts * Math.max(1, Math.ceil(owed / peopleAnHour));

/** Whether a home's figure should be made anew. */
export function nowIsStale(now: TrainingNow | undefined, today: Day): boolean {
	return !now || now.stale || now.day !== today || now.at < nowInSeconds() - lastsFor(now.owed);
}
