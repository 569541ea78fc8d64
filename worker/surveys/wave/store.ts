import { and, desc, eq, getTableColumns, lt, sql } from "drizzle-orm";
import type { Place } from "../../http/door";
import { type Database, named, run } from "../../tables/database";
import { deployment, organisation } from "../../tables/ground";
import { answer, closing, remarks, tally, wave } from "../../tables/surveys";
import { yearOf } from "../../values/day";
import type { NewWave } from "./input";
import { recountSurvey } from "./standing";

/** How many waves one page of the list shows. */
export const pageOfWaves = 12;

const { madeFrom: _madeFrom, madeBy: _madeBy, ...waveColumns } = getTableColumns(wave);

const row = {
	...waveColumns,
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

/** Has more slips lie ready; never fewer, since some may have been handed out. */
export function addSlips(db: Database, place: Place, id: string, slips: number) {
	return db
		.update(tally)
		.set({ slips })
		.where(and(eq(tally.wave, id), eq(tally.unit, place.id), lt(tally.slips, slips)));
}

/** The deployment's secret, for printing slips. */
export function secretOf(db: Database) {
	return db.select({ secret: deployment.key }).from(deployment).where(eq(deployment.one, 1));
}

/** What a closing freezes: the counts as they stand, the adults, and all that people wrote. */
export function toBeSealed(db: Database, place: Place, id: string, remarkKey: string) {
	const text = sql<string>`json_extract(${answer.said}, ${`$.${remarkKey}`})`;
	return [
		db
			.select({ counts: tally.counts, adults: organisation.adults })
			.from(tally)
			.innerJoin(organisation, eq(organisation.id, tally.unit))
			.where(and(eq(tally.wave, id), eq(tally.unit, place.id))),
		db
			.select({ text })
			.from(answer)
			.where(and(eq(answer.wave, id), eq(answer.unit, place.id), sql`${text} is not null`)),
	] as const;
}

/** A closing about to be written. */
export type Seal = {
	id: string;
	wave: string;
	/** The wave's first day, which says in whose year it stands, and the key of its satisfaction question. */
	firstDay: string;
	question: string;
	closedOn: string;
	by: string;
	adults: number | null;
	handedOut: number;
	/** The counts that were read; the closing lands only if they still stand. */
	counts: string;
	digest: string;
	madeFrom: string;
	pages: readonly string[];
};

/** How many pages of texts fit one parameter of a statement. */
const pagesAtOnce = 15;

/** Closes a wave in its place, if not one answer has come since its counts were read. */
export async function sealWave(db: Database, place: Place, seal: Seal): Promise<boolean> {
	const written = sql`exists (select 1 from closing where wave = ${seal.wave} and unit = ${place.id} and id = ${seal.id})`;
	const keptTexts = Array.from({ length: Math.ceil(seal.pages.length / pagesAtOnce) }, (_, part) => {
		const pages = seal.pages.slice(part * pagesAtOnce, (part + 1) * pagesAtOnce);
		return run(
			db,
			sql`insert into remarks (wave, unit, page, texts)
			select ${seal.wave}, ${place.id}, key + ${part * pagesAtOnce}, value from json_each(${JSON.stringify(pages)}) where ${written}`,
		);
	});
	const [closed] = await db.batch([
		run(
			db,
			sql`insert into closing (wave, unit, id, closed_on, closed_by, adults, handed_out, counts, digest, made_from)
			select ${seal.wave}, ${place.id}, ${seal.id}, ${seal.closedOn}, ${seal.by}, ${seal.adults}, ${seal.handedOut},
				counts, ${seal.digest}, ${seal.madeFrom}
			from tally where wave = ${seal.wave} and unit = ${place.id} and counts = ${seal.counts}`,
		),
		...keptTexts,
		recountSurvey(db, place, yearOf(seal.firstDay), seal.question),
	]);
	return closed.meta.changes === 1;
}

/** What the closing of a wave was made from: tells a repeat from another body. */
export async function closedBefore(db: Database, place: Place, id: string) {
	const found = await db
		.select({ id: closing.id, madeFrom: closing.madeFrom })
		.from(closing)
		.where(and(eq(closing.wave, id), eq(closing.unit, place.id)));
	return found[0];
}

/** A page of what people wrote. */
export function remarksOf(db: Database, place: Place, id: string, page: number) {
	return db
		.select({ texts: remarks.texts })
		.from(remarks)
		.where(and(eq(remarks.wave, id), eq(remarks.unit, place.id), eq(remarks.page, page)));
}
