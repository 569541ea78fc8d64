import { sql } from "drizzle-orm";
import type { Place } from "../../http/door";
import { type Founding, forgetBoards, foundingsOf } from "../../organisations/life/store";
import { type Database, run } from "../../tables/database";
import { organisation } from "../../tables/ground";
import type { IntakeRow } from "../../tables/intakes";
import { kind, kindUnder } from "../../tables/tree";
import { type Chunk, countsIn } from "../members/store";
import { countWritten, endOfPlace } from "../store";
import type { Founded, TreeDecided } from "./input";

/** How many rows of the database founding an organisation takes: itself, its path and name in order, its first stage. */
export const rowsFounding = 5;

/** Everything below a place, as a list of organisations is compared with it. */
export function standingBelow(db: Database, place: Place) {
	return db
		.select({
			id: organisation.id,
			parent: organisation.parent,
			name: organisation.name,
			kind: organisation.kind,
		})
		.from(organisation)
		.where(sql`path > ${place.path} and path < ${endOfPlace(place)}`)
		.orderBy(organisation.path)
		.limit(3000);
}

/** The kinds and what each may stand under. */
export function kindsOf(db: Database) {
	return [
		db.select({ id: kind.id, zh: kind.zh, en: kind.en }).from(kind).orderBy(kind.sort),
		db.select({ kind: kindUnder.kind, above: kindUnder.above }).from(kindUnder),
	] as const;
}

type Above = { id: string; path: string; kind: string };

/** The organisations that lines would stand under, as far as they stand already within the place. */
function aboveOf(db: Database, place: Place, ids: readonly string[]) {
	return run(
		db,
		sql`select organisation.id, organisation.path, kind from json_each(${JSON.stringify([...new Set(ids)])}) as asked
		join organisation on organisation.id = asked.value
		where organisation.path >= ${place.path} and organisation.path < ${endOfPlace(place)} and status <> 'deregistered'`,
	);
}

/** What one request founds: its rows, and each founding with its path; what stands nowhere, or of no fitting kind, is left. */
export async function foundingsFrom(
	db: Database,
	place: Place,
	lines: readonly TreeDecided[],
	{ idOf, chunk }: { idOf: (line: number) => string; chunk: Omit<Chunk, "rows"> },
) {
	const founded = lines.filter((line): line is Founded => line.as === "new");
	const parentOf = (line: Founded) => (line.above === null ? (line.parent ?? place.id) : idOf(line.above));
	const [found, allowed] = await db.batch([aboveOf(db, place, founded.map(parentOf)), kindsOf(db)[1]]);
	const above = new Map((found.results as Above[]).map((one) => [one.id, one]));
	const under = new Set(allowed.map((one) => `${one.kind} under ${one.above}`));
	const foundings: Founding[] = [];
	const rows = lines.map((line): IntakeRow => {
		if (line.as !== "new") return [line.line, line.as, line.as === "same" ? line.id : null, null, null];
		const parent = above.get(parentOf(line));
		if (!parent || !under.has(`${line.kind} under ${parent.kind}`))
			return [line.line, "later", null, null, null];
		const id = idOf(line.line);
		const path = `${parent.path}${id}/`;
		above.set(id, { id, path, kind: line.kind });
		foundings.push({
			...{ id, parent: parent.id, path, kind: line.kind, organisation: line.name },
			...{ adults: line.adults, households: line.households, day: chunk.today, act: "entered" },
			...{ madeFrom: chunk.intake, madeBy: chunk.by },
		});
		return [line.line, "new", id, parent.id, null];
	});
	return { rows, foundings };
}

/** Founds them, the request's own row first: a second copy breaks its key and founds nothing. */
export function writeTreeChunk(db: Database, place: Place, chunk: Chunk, foundings: readonly Founding[]) {
	const { intake, number, rows, madeFrom, today } = chunk;
	const written = foundings.length * rowsFounding;
	const good = sql`where exists (select 1 from intake_chunk where organisation = ${place.id} and intake = ${intake}
			and number = cast(${number} as integer) and made_from = ${madeFrom})`;
	return db.batch([
		run(
			db,
			sql`insert into intake_chunk (organisation, intake, number, rows, places, counts, day, made_from)
			select ${place.id}, ${intake}, cast(${number} as integer), ${JSON.stringify(rows)}, '[]', ${countsIn(rows)},
				${today}, ${madeFrom}
			from intake where organisation = ${place.id} and id = ${intake} and cast(${number} as integer) < chunks
				and not exists (select 1 from intake_end where organisation = ${place.id} and intake = ${intake})`,
		),
		...foundingsOf(db, foundings, good),
		countWritten(db, written),
		forgetBoards(db, place.path),
	]);
}
