import { type SQL, sql } from "drizzle-orm";
import type { Place } from "../../http/door";
import { mostGroups } from "../../members/groups/input";
import { sortKey } from "../../members/rules";
import { type Database, rows, run } from "../../tables/database";
import type { IntakeOutcome, IntakeRow } from "../../tables/intakes";
import { type Day, nowInSeconds } from "../../values/day";
import { sha256 } from "../../values/id";
import { countWritten, endOfPlace, type Intake, intakeOf } from "../store";
import type { Writing } from "./deciding";
import type { Known, Line } from "./rules";

/** An organisation that lines may go to: the place itself, or one below it. */
export type Target = { id: string; path: string };

type Someone = Pick<Line, "line" | "place" | "name">;

/** An intake, where lines go, and who is known there under the same reading of a name: one trip, found by the register's order. */
export async function knownFor(
	db: Database,
	place: Place,
	lines: readonly Someone[],
	intake = "",
): Promise<{
	intake: Intake | undefined;
	targets: Map<string, Target>;
	known: Map<number, Known[]>;
	groups: StandingGroup[];
}> {
	const places = [...new Set(lines.flatMap((line) => line.place ?? []))];
	const asked = lines
		.filter(({ name }) => name !== "")
		.map(({ line, place: where, name }) => [line, where ?? place.id, ...rangeOf(name)]);
	const [[begun], targets, found, groups] = await db.batch([
		intakeOf(db, place, intake),
		targetsAmong(db, place, places),
		alikeAmong(db, place, asked),
		groupsAt(db, place, [place.id, ...places]),
	]);
	const byId = new Map<string, Target>([[place.id, place]]);
	for (const target of targets.results as Target[]) byId.set(target.id, target);
	return { intake: begun, targets: byId, known: grouped(found.results as FoundRow[], lines), groups };
}

/** A group that stands in one of the organisations that lines go to. */
export type StandingGroup = { place: string; id: string; name: string };

function groupsAt(db: Database, place: Place, ids: readonly string[]) {
	return rows<StandingGroup>(
		db,
		sql`select organisation.id as place, small_group.id, small_group.name from json_each(${JSON.stringify([...new Set(ids)])}) as asked
		join organisation on organisation.id = asked.value and organisation.path >= ${place.path} and organisation.path < ${endOfPlace(place)}
		join small_group on small_group.organisation = organisation.id and to_day is null order by from_day, small_group.id`,
	);
}

function targetsAmong(db: Database, place: Place, ids: readonly string[]) {
	return run(
		db,
		sql`select organisation.id, organisation.path from json_each(${JSON.stringify(ids)}) as asked
		join organisation on organisation.id = asked.value
		where organisation.path > ${place.path} and organisation.path < ${endOfPlace(place)} and status in ('active', 'standardising')`,
	);
}

// A register is sorted by "xie xiao hong 解小红": whoever is read alike stands between "xie xiao hong " and "xie xiao hong!".
function rangeOf(name: string): [from: string, to: string] {
	const sort = sortKey(name);
	const reading = sort.slice(0, sort.length - name.length);
	return [reading, `${reading.slice(0, -1)}!`];
}

type FoundRow = Omit<Known, "returned" | "further"> & { line: number; periods: number; further: string };

function alikeAmong(db: Database, place: Place, asked: readonly unknown[]) {
	return run(
		db,
		sql`select asked.value ->> 0 as line, person.id, membership.organisation as place, person.name, person.sex,
			person.birth_year, person.telephone, person.address, person.note, person.further,
			(select name from small_group where small_group.organisation = membership.organisation and small_group.id = membership.small_group) as "group",
			membership.kind, max(membership.from_day) as joined_on, membership.to_day as left_on, count(*) as periods
		from json_each(${JSON.stringify(asked)}) as asked
		cross join membership on membership.organisation = asked.value ->> 1
			and membership.sort >= asked.value ->> 2 and membership.sort < asked.value ->> 3
		join organisation on organisation.id = membership.organisation
			and organisation.path >= ${place.path} and organisation.path < ${endOfPlace(place)}
		join person on person.id = membership.person
		group by asked.value ->> 0, membership.organisation, person.id`,
	);
}

function grouped(rows: readonly FoundRow[], lines: readonly Someone[]): Map<number, Known[]> {
	const names = new Map(lines.map(({ line, name }) => [line, name]));
	const found = new Map<number, Known[]>();
	for (const { line, periods, further, ...known } of rows) {
		// "xie xiao hong" also begins "xie xiao hong ying".
		if ([...known.name].length !== [...(names.get(line) ?? "")].length) continue;
		found.set(line, [
			...(found.get(line) ?? []),
			{ ...known, further: JSON.parse(further), returned: periods > 1 },
		]);
	}
	return found;
}

/** The beginning of the ids of those whom an intake brings in: its own, so that a repeated request makes nobody twice. */
export async function idsOf(place: Place, intake: string): Promise<(line: number) => string> {
	const alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
	const digest = await sha256(`${place.id} ${intake}`);
	const begin = Array.from({ length: 11 }, (_, at) =>
		alphabet.charAt(Number.parseInt(digest.slice(2 * at, 2 * at + 2), 16) & 31),
	).join("");
	return (line) => {
		let text = "";
		for (let rest = line, at = 0; at < 5; at += 1, rest = Math.floor(rest / 32))
			text = alphabet.charAt(rest % 32) + text;
		return begin + text;
	};
}

export type Chunk = {
	intake: string;
	number: number;
	rows: readonly IntakeRow[];
	madeFrom: string;
	by: string;
	today: Day;
};

/**
 * Writes the lines of one request: its own row first, whose key stops a second copy; then each statement takes its rows from one
 * JSON parameter, and only while the request's row stands. An intake that has ended takes nothing more.
 */
export function writeChunk(db: Database, place: Place, chunk: Chunk, writing: Writing) {
	const { people, memberships, words, changes, groups } = writing;
	const list = (rows: readonly unknown[]) => sql`json_each(${JSON.stringify(rows)}) as row`;
	const stands = sql`exists (select 1 from intake_chunk where organisation = ${place.id} and intake = ${chunk.intake}
		and number = cast(${chunk.number} as integer) and made_from = ${chunk.madeFrom})`;
	const mine = sql`exists (select 1 from person where id = row.value ->> 1 and made_from = ${chunk.intake})`;
	const notYet = sql`not exists (select 1 from membership where organisation = row.value ->> 0 and person = row.value ->> 1)`;
	return db.batch([
		chunkRow(db, place, chunk, writing),
		run(
			db,
			sql`insert into person (id, name, sex, birth_year, telephone, address, note, further, made_from)
			select value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, value ->> 6, value -> 7, ${chunk.intake}
			from ${list(people)} where ${stands} and not exists (select 1 from person where id = row.value ->> 0)`,
		),
		...(groups.length > 0 ? [makeGroups(db, chunk, groups, stands)] : []),
		run(
			db,
			sql`insert into seek (organisation, person, words) select value ->> 0, value ->> 1, value ->> 2
			from ${list(words)} where ${stands} and ${mine} and ${notYet}`,
		),
		run(
			db,
			sql`insert into membership (organisation, person, from_day, kind, sort, small_group)
			select value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, ${standing(sql`value ->> 0`, sql`value ->> 5`)}
			from ${list(memberships)} where ${stands} and ${mine} and ${notYet}`,
		),
		...(changes.length > 0 ? changing(db, chunk, changes, stands) : []),
		countWritten(db, writing.written),
	]);
}

/** A group by its id, where it stands in an organisation; nothing for one that could not be made. */
const standing = (organisation: SQL, group: SQL) =>
	sql`(select id from small_group where small_group.organisation = ${organisation} and small_group.id = ${group} and to_day is null)`;

/** The groups that lines name and nobody has made: made from the intake, as long as an association has room for them. */
function makeGroups(db: Database, chunk: Chunk, groups: Writing["groups"], stands: SQL) {
	return run(
		db,
		sql`insert or ignore into small_group (organisation, id, name, from_day, made_from)
		select value ->> 0, value ->> 1, value ->> 2, ${chunk.today}, ${chunk.intake} from json_each(${JSON.stringify(groups)}) as given
		where ${stands} and (select count(*) from small_group where organisation = given.value ->> 0 and to_day is null)
			+ (value ->> 3) < ${mostGroups}`,
	);
}

/** How many rows there are of each outcome, as JSON. */
export function countsIn(rows: readonly IntakeRow[]): string {
	const counts: Partial<Record<IntakeOutcome, number>> = {};
	for (const [, outcome] of rows) counts[outcome] = (counts[outcome] ?? 0) + 1;
	return JSON.stringify(counts);
}

function chunkRow(db: Database, place: Place, chunk: Chunk, writing: Writing) {
	const { intake, number, rows, madeFrom, today } = chunk;
	return run(
		db,
		sql`insert into intake_chunk (organisation, intake, number, rows, places, counts, day, made_from)
		select ${place.id}, ${intake}, cast(${number} as integer), ${JSON.stringify(rows)}, ${JSON.stringify(writing.places)},
			${countsIn(rows)}, ${today}, ${madeFrom}
		from intake where organisation = ${place.id} and id = ${intake} and cast(${number} as integer) < chunks
			and not exists (select 1 from intake_end where organisation = ${place.id} and intake = ${intake})`,
	);
}

/** What the lines change of known members, with a change on each one's record: who, when, from what, to what. */
function changing(
	db: Database,
	chunk: Pick<Chunk, "by" | "madeFrom">,
	changes: Writing["changes"],
	stands: ReturnType<typeof sql>,
) {
	const json = JSON.stringify(changes);
	const row = sql`(select value from json_each(${json}) where value ->> 'person' = person.id)`;
	const moved = changes.filter(({ words }) => words !== null);
	return [
		run(
			db,
			sql`insert into change (organisation, subject, at, id, by, act, details, made_from)
			select value ->> 'organisation', value ->> 'person', cast(${nowInSeconds()} as integer), value ->> 'id', ${chunk.by}, 'changed',
				json_object('from', value -> 'from', 'to', value -> 'to'), ${chunk.madeFrom}
			from json_each(${json}) where ${stands}`,
		),
		run(
			db,
			sql`update person set
				sex = coalesce(${row} ->> '$.to.sex', sex), birth_year = coalesce(${row} ->> '$.to.birth_year', birth_year),
				telephone = coalesce(${row} ->> '$.to.telephone', telephone), address = coalesce(${row} ->> '$.to.address', address),
				note = coalesce(${row} ->> '$.to.note', note), further = json_patch(further, ${row} -> 'further')
			where id in (select value ->> 'person' from json_each(${json})) and ${stands}`,
		),
		run(
			db,
			sql`update membership set kind = coalesce(given.value ->> '$.to.kind', kind),
				from_day = coalesce(given.value ->> '$.to.joined_on', from_day),
				small_group = coalesce(${standing(sql`membership.organisation`, sql`given.value ->> 'group'`)}, small_group)
			from json_each(${json}) as given
			where membership.organisation = given.value ->> 'organisation' and membership.person = given.value ->> 'person'
				and membership.from_day = given.value ->> 'since' and ${stands}`,
		),
		...(moved.length > 0 ? wordsAgain(db, moved, stands) : []),
	];
}

/** The words of those whose telephone changed, made anew. */
export function wordsAgain(
	db: Database,
	moved: readonly { organisation: string; person: string; words: string | null }[],
	stands: ReturnType<typeof sql>,
) {
	const query = moved.map(({ organisation, person }) => `("i${person}" AND "h${organisation}")`).join(" OR ");
	return [
		run(
			db,
			sql`delete from seek where rowid in (select rowid from seek where seek match ${query}) and ${stands}`,
		),
		run(
			db,
			sql`insert into seek (organisation, person, words)
			select value ->> 'organisation', value ->> 'person', value ->> 'words' from json_each(${JSON.stringify(moved)}) where ${stands}`,
		),
	];
}

/** What the request of a number was made from, if the intake has had it. */
export async function chunkBefore(
	db: Database,
	place: Place,
	intake: string,
	number: number,
): Promise<string | undefined> {
	const { results } = await run(
		db,
		sql`select made_from as madeFrom from intake_chunk
		where organisation = ${place.id} and intake = ${intake} and number = cast(${number} as integer)`,
	);
	return (results as { madeFrom: string }[])[0]?.madeFrom;
}
