import { and, desc, eq, getTableColumns, lt, notExists, sql } from "drizzle-orm";
import type { Place } from "../../http/door";
import { type Database, named } from "../../tables/database";
import { deployment } from "../../tables/ground";
import { closing, edition, tally, wave } from "../../tables/surveys";
import type { NewWave } from "./input";

/** How many waves one page of the list shows. */
export const pageOfWaves = 12;

const { madeFrom: _madeFrom, madeBy: _madeBy, ...waveColumns } = getTableColumns(wave);

const row = {
	...waveColumns,
	/** The version that is asked; null for one that stands in the code. */
	content: edition.content,
	adults: tally.adults,
	slips: tally.slips,
	/** Steps of ten: the running counts themselves are never asked for by a page. */
	shown: tally.shown,
	closedOn: closing.closedOn,
	handedOut: closing.handedOut,
	sealedAdults: named(closing.adults, "sealed_adults"),
	counts: closing.counts,
	digest: closing.digest,
};

/** Waves with all that their pages rest on; whoever asks says which. */
export function waveRows(db: Database) {
	return db
		.select(row)
		.from(wave)
		.innerJoin(tally, and(eq(tally.wave, wave.id), eq(tally.unit, wave.organisation)))
		.leftJoin(edition, and(eq(edition.questionnaire, wave.questionnaire), eq(edition.version, wave.version)))
		.leftJoin(closing, and(eq(closing.wave, wave.id), eq(closing.unit, wave.organisation)))
		.$dynamic();
}

/** Where a page of the list ended. */
export type WaveCursor = { firstDay: string; id: string };

/** The waves of a place, the latest first, and one more than a page. */
export function wavesOf(
	db: Database,
	place: Pick<Place, "id">,
	after: WaveCursor | null,
	most = pageOfWaves,
) {
	const earlier = after ? sql`(${wave.firstDay}, ${wave.id}) < (${after.firstDay}, ${after.id})` : undefined;
	return waveRows(db)
		.where(and(eq(wave.organisation, place.id), earlier))
		.orderBy(desc(wave.firstDay), desc(wave.id))
		.limit(most + 1);
}

/** One wave of this very place; nothing for a forged id. */
export function waveOf(db: Database, place: Place, id: string) {
	return waveRows(db).where(and(eq(wave.id, id), eq(wave.organisation, place.id)));
}

export type WaveRow = Awaited<ReturnType<typeof waveOf>>[number];

/** Opens a wave: its row, and a tally that starts from nothing for the unit it asks. */
export function openWave(
	db: Database,
	place: Place,
	one: NewWave,
	version: number,
	by: { madeFrom: string; by: string },
) {
	return db.batch([
		db.insert(wave).values({
			id: one.id,
			organisation: place.id,
			questionnaire: one.questionnaire,
			version,
			firstDay: one.first_day,
			lastDay: one.last_day,
			target: one.target,
			denominator: one.denominator,
			codeRequired: one.entry === "slip",
			madeFrom: by.madeFrom,
			madeBy: by.by,
		}),
		db.insert(tally).values({
			wave: one.id,
			unit: place.id,
			adults: place.adults,
			slips: one.slips,
			counts: '{"n":0}',
			shown: '{"n":0}',
		}),
	]);
}

/** What the wave under an id was made from, if it is this place's. */
export async function openedBefore(db: Database, place: Place, id: string): Promise<string | undefined> {
	const found = await db
		.select({ madeFrom: wave.madeFrom })
		.from(wave)
		.where(and(eq(wave.id, id), eq(wave.organisation, place.id)));
	return found[0]?.madeFrom;
}

/** Has more slips lie ready, and says whether: never fewer, since some may have been handed out, and none once it is closed. */
export async function addSlips(db: Database, place: Place, id: string, slips: number): Promise<boolean> {
	const closed = db
		.select({ id: closing.id })
		.from(closing)
		.where(and(eq(closing.wave, id), eq(closing.unit, place.id)));
	const { meta } = await db
		.update(tally)
		.set({ slips })
		.where(and(eq(tally.wave, id), eq(tally.unit, place.id), lt(tally.slips, slips), notExists(closed)));
	return meta.changes === 1;
}

/** The deployment's secret, for printing slips. */
export function secretOf(db: Database) {
	return db.select({ secret: deployment.key }).from(deployment).where(eq(deployment.one, 1));
}
