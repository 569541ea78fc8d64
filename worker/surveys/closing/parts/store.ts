import { sql } from "drizzle-orm";
import type { Place } from "../../../http/door";
import { type Database, rows, run } from "../../../tables/database";
import { yearOf } from "../../../values/day";
import type { WaveRow } from "../../wave/store";
import { recountSurveys } from "../standing";
import { gatherRemarks, type Sheet } from "../store";

/** A closing that goes on: under which id and since when, what its parts are, and how many of them are done. */
export type SealingRow = { id: string; closedOn: string; madeFrom: string; plan: string; done: number };

/** The closing of a wave that this very place opened, while it goes on. */
export function sealingOf(db: Database, place: Pick<Place, "id">, wave: string) {
	return rows<SealingRow>(
		db,
		sql`select sealing.id, closed_on as closedOn, sealing.made_from as madeFrom, plan,
			(select count(*) from sealing_part where sealing_part.wave = sealing.wave) as done
		from sealing join wave on wave.id = sealing.wave
		where sealing.wave = ${wave} and wave.organisation = ${place.id}`,
	);
}

/** The units of a wave in the order of their ids, each with how many answers it has. */
export function unitsAsked(db: Database, wave: string) {
	return rows<{ unit: string; answers: number }>(
		db,
		sql`select unit, coalesce(counts ->> '$.n', 0) as answers from tally where wave = ${wave} order by unit`,
	);
}

/** Begins a closing, from when on no answer is taken, and says whether: not where the wave is closed. */
export async function beginSealing(
	db: Database,
	one: { wave: string; id: string; closedOn: string; by: string; madeFrom: string; plan: string },
): Promise<boolean> {
	const { meta } = await run(
		db,
		sql`insert into sealing (wave, id, closed_on, closed_by, made_from, plan)
		select ${one.wave}, ${one.id}, ${one.closedOn}, ${one.by}, ${one.madeFrom}, ${one.plan}
		where not exists (select 1 from closing where wave = ${one.wave})`,
	);
	return meta.changes === 1;
}

type Under = { wave: string; id: string; part: number };

const isOn = ({ wave, id }: Under) => sql`exists (select 1 from sealing where wave = ${wave} and id = ${id})`;

/** Whether a part is done by now, be it with the whole closing. */
export async function isPast(db: Database, under: Under): Promise<boolean> {
	const [found] = await rows<{ past: number }>(
		db,
		sql`select not ${isOn(under)} or exists (select 1 from sealing_part
			where wave = ${under.wave} and part = cast(${under.part} as integer)) as past`,
	);
	return found?.past === 1;
}

/** Keeps what a part counted, and gathers what people wrote in its units; nothing where the closing is over. */
export function keepCounted(
	db: Database,
	under: Under,
	one: { counted: string; lines: string; remark: string; units: readonly string[] },
) {
	return db.batch([
		run(
			db,
			sql`insert into sealing_part (wave, part, counted, lines)
			select ${under.wave}, cast(${under.part} as integer), ${one.counted}, ${one.lines} where ${isOn(under)}`,
		),
		gatherRemarks(db, under.wave, one.remark, isOn(under), one.units),
	]);
}

/** Keeps the tables that a part made; nothing where the closing is over. */
export function keepMade(db: Database, under: Under, sheets: readonly Sheet[]) {
	return db.batch([
		run(
			db,
			sql`insert into sealing_part (wave, part, sheets)
			select ${under.wave}, cast(${under.part} as integer), ${JSON.stringify(sheets)} where ${isOn(under)}`,
		),
	]);
}

/** What the parts before counted, in their order. */
export function countedSoFar(db: Database, wave: string) {
	return rows<{ counted: string }>(
		db,
		sql`select counted from sealing_part where wave = ${wave} and counted is not null order by part`,
	);
}

/** The lines of the digest, in their order, with the deployment's secret. */
export function linesSoFar(db: Database, wave: string) {
	return rows<{ lines: string; secret: string }>(
		db,
		sql`select lines, key as secret from sealing_part join deployment on one = 1
			where wave = ${wave} and lines is not null order by part`,
	);
}

/**
 * Ends a closing whose other parts are all done: every unit's counts are frozen, every table published, the year's standing
 * recounted, and what the parts had kept is taken away. All of it or nothing.
 */
export function sealParts(
	db: Database,
	{ id: wave, firstDay }: Pick<WaveRow, "id" | "firstDay">,
	under: Under,
	digest: string,
) {
	const whole = sql`sealing.wave = ${wave} and sealing.id = ${under.id}
		and (select count(*) from sealing_part where wave = ${wave}) = cast(${under.part} as integer)`;
	return db.batch([
		run(
			db,
			sql`insert into closing (wave, unit, id, closed_on, closed_by, adults, handed_out, counts, digest, made_from)
			select tally.wave, unit, id, closed_on, closed_by, adults, slips, counts, ${digest}, made_from
			from sealing join tally on tally.wave = sealing.wave where ${whole}`,
		),
		run(
			db,
			sql`insert into published (node, wave, closed_on, digest, satisfied, answered, tables, print)
			select value ->> 'node', sealing.wave, closed_on, ${digest}, value ->> 'satisfied', value ->> 'answered',
				value ->> 'tables', value ->> 'print'
			from sealing join sealing_part on sealing_part.wave = sealing.wave and sheets is not null, json_each(sheets)
			where ${whole}`,
		),
		recountSurveys(db, wave, yearOf(firstDay)),
		run(
			db,
			sql`delete from sealing_part where wave = ${wave} and exists (select 1 from closing where closing.wave = ${wave})`,
		),
		run(
			db,
			sql`delete from sealing where wave = ${wave} and exists (select 1 from closing where closing.wave = ${wave})`,
		),
	]);
}
