import { sql } from "drizzle-orm";
import type { Place } from "../../http/door";
import { forgetBoards } from "../../organisations/life/store";
import { type Database, ours, run } from "../../tables/database";
import type { IntakeRow } from "../../tables/intakes";
import { countWritten, endOfPlace } from "../store";
import { type Built, dividedBy } from "./rules";

/** What stands on the organisations of such rows. Whatever is below one and came with the same request goes with it. */
export async function builtOnOrganisations(
	db: Database,
	place: Place,
	rows: readonly IntakeRow[],
): Promise<Built[]> {
	const asked = rows.flatMap(([line, outcome, id]) => (outcome === "new" && id ? [[line, id]] : []));
	const json = JSON.stringify(asked);
	const in_ = (table: string) =>
		sql`exists (select 1 from ${ours(table)} where organisation = asked.value ->> 1)`;
	const { results } = await run(
		db,
		sql`select asked.value ->> 0 as line,
			${in_("membership")} as members,
			exists (select 1 from organisation as below where below.parent = asked.value ->> 1
				and below.id not in (select value ->> 1 from json_each(${json}))) as below,
			${in_("holder")} or ${in_("activity")} or ${in_("entry")} or ${in_("rate")} or ${in_("application")}
				or ${in_("decision")} or ${in_("intake")} or ${in_("transfer")} or ${in_("household")} or ${in_("small_group")}
				or ${in_("term")} or ${in_("letter")} or ${in_("change")} or ${in_("wave")} as worked,
			(select count(*) from stage where organisation = asked.value ->> 1) <> 1 as "changed-since",
			not exists (select 1 from organisation where id = asked.value ->> 1
				and path > ${place.path} and path < ${endOfPlace(place)}) as gone
		from json_each(${json}) as asked`,
	);
	return closedUpwards(rows, results as Built[]);
}

/** Where one stays, those above it that came with the same request stay as well. */
function closedUpwards(rows: readonly IntakeRow[], built: Built[]): Built[] {
	const byId = new Map(rows.map((row) => [row[2], row]));
	const byLine = new Map(built.map((one) => [one.line, one]));
	for (const row of rows) {
		let staying = isStaying(byLine.get(row[0]));
		for (let above = byId.get(row[3]); staying && above; above = byId.get(above[3])) {
			const known = byLine.get(above[0]);
			if (!known || isStaying(known)) break;
			known.below = 1;
			staying = true;
		}
	}
	return built;
}

const isStaying = (one: Built | undefined) =>
	one !== undefined && Object.entries(one).some(([name, value]) => name !== "line" && value === 1);

type Taking = { intake: string; number: number; rows: readonly IntakeRow[] };

/** Takes back the organisations of one request that nobody has used; children go with their parents in one batch. */
export async function takeOrganisationsBack(db: Database, place: Place, taking: Taking): Promise<number> {
	const { intake, number, rows } = taking;
	const { back, stay } = dividedBy(rows, await builtOnOrganisations(db, place, rows));
	const stands = sql`exists (select 1 from intake_chunk where organisation = ${place.id} and intake = ${intake}
		and number = cast(${number} as integer) and undone is null)`;
	const ids = sql`(select value from json_each(${JSON.stringify(back.map(([, , id]) => id))}))`;
	await db.batch([
		forgetBoards(db, place.path),
		run(db, sql`delete from board where organisation in ${ids} and ${stands}`),
		run(db, sql`delete from seat_board where organisation in ${ids} and ${stands}`),
		run(db, sql`delete from stage where organisation in ${ids} and ${stands}`),
		run(db, sql`delete from standing where organisation in ${ids} and ${stands}`),
		run(db, sql`delete from membership_days where organisation in ${ids} and ${stands}`),
		run(db, sql`delete from organisation where id in ${ids} and path > ${place.path} and ${stands}`),
		countWritten(db, back.length * 5),
		run(
			db,
			sql`update intake_chunk set undone = ${JSON.stringify(stay)}
			where organisation = ${place.id} and intake = ${intake} and number = cast(${number} as integer) and undone is null`,
		),
	]);
	return back.length;
}
