import { and, eq, sql } from "drizzle-orm";
import type { Place } from "../../http/door";
import { type Database, run } from "../../tables/database";
import { deployment } from "../../tables/ground";
import { answer, closing, remarks, tally } from "../../tables/surveys";
import { yearOf } from "../../values/day";
import { recountSurvey } from "./standing";

/** What a closing freezes: the counts as they stand, the adults of its opening, and all that people wrote. */
export function toBeSealed(db: Database, place: Place, id: string, remarkKey: string) {
	const text = sql<string>`json_extract(${answer.said}, ${`$.${remarkKey}`})`;
	return [
		db
			.select({ counts: tally.counts, adults: tally.adults, secret: deployment.key })
			.from(tally)
			.innerJoin(deployment, eq(deployment.one, 1))
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
	/** The wave's first day, which says in whose year it stands. */
	firstDay: string;
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
		recountSurvey(db, place, yearOf(seal.firstDay)),
	]);
	return closed.meta.changes === 1;
}

/** What the closing of a wave was made from, if it is closed. */
export async function closedBefore(db: Database, place: Place, id: string): Promise<string | undefined> {
	const found = await db
		.select({ madeFrom: closing.madeFrom })
		.from(closing)
		.where(and(eq(closing.wave, id), eq(closing.unit, place.id)));
	return found[0]?.madeFrom;
}

/** A page of what people wrote. */
export function remarksOf(db: Database, place: Place, id: string, page: number) {
	return db
		.select({ texts: remarks.texts })
		.from(remarks)
		.where(and(eq(remarks.wave, id), eq(remarks.unit, place.id), eq(remarks.page, page)));
}
