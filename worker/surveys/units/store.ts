import { and, asc, desc, eq, getTableColumns, sql } from "drizzle-orm";
import type { Place } from "../../http/door";
import type { Database } from "../../tables/database";
import { organisation } from "../../tables/ground";
import { closing, edition, sealing, tally, wave } from "../../tables/surveys";
import { pageOfWaves } from "../wave/store";

const { madeFrom: _madeFrom, madeBy: _madeBy, criteria: _criteria, ...waveColumns } = getTableColumns(wave);

/** The waves that a place opened for those below it, the latest first, each with how many units it asks. */
export function wavesBelow(db: Database, place: Pick<Place, "id">) {
	return db
		.select({
			...waveColumns,
			units: sql<number>`(select count(*) from tally where tally.wave = ${wave.id})`,
			closed: sql<number>`(select count(*) from closing where closing.wave = wave.id)`,
			stoppedOn: sealing.closedOn,
		})
		.from(wave)
		.leftJoin(sealing, eq(sealing.wave, wave.id))
		.where(
			and(
				eq(wave.organisation, place.id),
				sql`not exists (select 1 from tally where tally.wave = ${wave.id} and tally.unit = ${place.id})`,
			),
		)
		.orderBy(desc(wave.firstDay), desc(wave.id))
		.limit(pageOfWaves);
}
export type WaveBelowRow = Awaited<ReturnType<typeof wavesBelow>>[number];

/** One of them, with the version it asks; nothing for a forged id. */
export function waveBelow(db: Database, place: Pick<Place, "id">, id: string) {
	return db
		.select({ ...waveColumns, content: edition.content, stoppedOn: sealing.closedOn })
		.from(wave)
		.leftJoin(sealing, eq(sealing.wave, wave.id))
		.leftJoin(edition, and(eq(edition.questionnaire, wave.questionnaire), eq(edition.version, wave.version)))
		.where(
			and(
				eq(wave.organisation, place.id),
				eq(wave.id, id),
				sql`not exists (select 1 from tally where tally.wave = ${wave.id} and tally.unit = ${place.id})`,
			),
		);
}

export type WaveBelow = Awaited<ReturnType<typeof waveBelow>>[number];

/** The units of a wave that this place opened, by name: how many answers may be seen of each, and whether it is closed. */
export function unitsOf(db: Database, place: Pick<Place, "id">, id: string) {
	return db
		.select({
			id: tally.unit,
			name: organisation.name,
			adults: tally.adults,
			slips: tally.slips,
			shown: sql<number>`${tally.shown} ->> 'n'`.as("shown_n"),
			closedOn: closing.closedOn,
		})
		.from(tally)
		.innerJoin(wave, and(eq(wave.id, tally.wave), eq(wave.organisation, place.id)))
		.innerJoin(organisation, eq(organisation.id, tally.unit))
		.leftJoin(closing, and(eq(closing.wave, tally.wave), eq(closing.unit, tally.unit)))
		.where(eq(tally.wave, id))
		.orderBy(asc(organisation.name));
}
export type UnitRow = Awaited<ReturnType<typeof unitsOf>>[number];
