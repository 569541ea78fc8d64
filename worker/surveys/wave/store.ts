import {
	and,
	desc,
	eq,
	getTableColumns,
	inArray,
	isNotNull,
	lt,
	notExists,
	or,
	type SQL,
	sql,
} from "drizzle-orm";
import type { Place } from "../../http/door";
import { activity } from "../../tables/activities";
import { type Database, named, rows, run } from "../../tables/database";
import { deployment } from "../../tables/ground";
import { closing, edition, published, sealing, tally, wave } from "../../tables/surveys";
import { isCounted } from "../../tables/tree";
import { criteriaOf } from "../assessment/rules";
import type { NewWave } from "./input";

/** How many waves one page of the list shows. */
export const pageOfWaves = 12;

const { madeFrom: _madeFrom, madeBy: _madeBy, ...waveColumns } = getTableColumns(wave);

const row = {
	...waveColumns,
	/** The version that is asked; null for one that stands in the code. */
	content: edition.content,
	/** Who is asked here; nobody where a wave has a result and asked those below alone. */
	unit: sql<string>`coalesce(${tally.unit}, '')`.as("asked"),
	adults: tally.adults,
	slips: sql<number>`coalesce(${tally.slips}, 0)`.as("slips_ready"),
	/** Steps of ten: the running counts themselves are never asked for by a page. */
	shown: sql<string>`coalesce(${tally.shown}, '{}')`.as("counts_shown"),
	closedOn: sql<string | null>`coalesce(${published.closedOn}, ${closing.closedOn})`.as("closed"),
	/** Since when no answer is taken because a closing in parts goes on. */
	stoppedOn: named(sealing.closedOn, "stopped"),
	handedOut: closing.handedOut,
	sealedAdults: named(closing.adults, "sealed_adults"),
	/** What may be seen; a wave closed before such tables were kept has its counts alone, and is of one unit. */
	tables: published.tables,
	print: published.print,
	counts: closing.counts,
	digest: sql<string | null>`coalesce(${published.digest}, ${closing.digest})`.as("sealed_under"),
};

/** Waves as they stand in one place, its own and those of the levels above, with all that their pages rest on; whoever asks says which. */
export function waveRows(db: Database, place: string) {
	return db
		.select(row)
		.from(wave)
		.leftJoin(tally, and(eq(tally.wave, wave.id), eq(tally.unit, place)))
		.leftJoin(edition, and(eq(edition.questionnaire, wave.questionnaire), eq(edition.version, wave.version)))
		.leftJoin(closing, and(eq(closing.wave, wave.id), eq(closing.unit, place)))
		.leftJoin(sealing, eq(sealing.wave, wave.id))
		.leftJoin(published, and(eq(published.wave, wave.id), eq(published.node, place)))
		.$dynamic();
}

/** That a wave asks here, or has a result of those below. */
const hasPart = or(isNotNull(tally.unit), isNotNull(published.node));

/** Waves that may ask a place: opened there, or on a level above it. */
export const mayAsk = (place: Pick<Place, "path">) =>
	inArray(wave.organisation, place.path.split("/").filter(Boolean));

/** Waves that ask a place, or have a result of it. */
export const concerns = (place: Pick<Place, "path">) => and(mayAsk(place), hasPart);

/** Where a page of the list ended. */
export type WaveCursor = { firstDay: string; id: string };

/** The waves that ask a place, the latest first, and one more than a page. */
export function wavesOf(
	db: Database,
	place: Pick<Place, "id" | "path">,
	after: WaveCursor | null,
	most = pageOfWaves,
) {
	const earlier = after ? sql`(${wave.firstDay}, ${wave.id}) < (${after.firstDay}, ${after.id})` : undefined;
	return waveRows(db, place.id)
		.where(and(concerns(place), earlier))
		.orderBy(desc(wave.firstDay), desc(wave.id))
		.limit(most + 1);
}

/** One wave that asks this very place, or has a result of it; nothing for a forged id. */
export function waveOf(db: Database, place: Pick<Place, "id">, id: string) {
	return waveRows(db, place.id).where(and(eq(wave.id, id), hasPart));
}

/** One wave that this very place opened, here or for those below; nothing for a forged id. */
export function waveOpenedAt(db: Database, place: Pick<Place, "id">, id: string) {
	return waveRows(db, place.id).where(and(eq(wave.id, id), eq(wave.organisation, place.id)));
}

/** The same wave in a unit below, for whoever opened it there. */
export function waveIn(db: Database, place: Place, id: string, unit: string) {
	return waveRows(db, unit).where(
		and(eq(wave.id, id), eq(wave.organisation, place.id), isNotNull(tally.unit)),
	);
}

export type WaveRow = Awaited<ReturnType<typeof waveOf>>[number];

/** Organisations that count and have none below them that does: whoever lives there is spoken for once. */
const lowest = (path: string) =>
	sql`path >= ${path} and path < ${`${path.slice(0, -1)}0`} and ${isCounted()}
	and not exists (select 1 from organisation as under where under.parent = organisation.id and ${isCounted(sql`under`)})`;

/** How many units a wave would ask that a place opens below, and how many adults live there. */
export function reachBelow(db: Database, place: Place) {
	return rows<Reach>(
		db,
		sql`select count(*) as units, min(id) as first, coalesce(sum(adults), 0) as adults, coalesce(sum(adults is null), 0) as unknown
		from organisation where ${lowest(place.path)}`,
	);
}
/** `first` is one of them: where it is the place itself, nothing lies below. */
export type Reach = { units: number; first: string | null; adults: number; unknown: number };

/** Opens a wave: its row, and a tally that starts from nothing for each unit it asks. */
export function openWave(
	db: Database,
	place: Place,
	one: NewWave,
	version: number,
	by: { madeFrom: string; by: string },
) {
	const nothing = '{"n":0}';
	const units =
		one.scope === "below"
			? sql`select ${one.id}, id, adults, min(cast(${one.slips} as integer), coalesce(adults, cast(${one.slips} as integer))),
				${nothing}, ${nothing} from organisation where ${lowest(place.path)}`
			: sql`select ${one.id}, ${place.id}, cast(${place.adults} as integer), cast(${one.slips} as integer), ${nothing}, ${nothing}`;
	return db.batch([
		db.insert(wave).values({
			...{ id: one.id, organisation: place.id, questionnaire: one.questionnaire, version },
			...{ firstDay: one.first_day, lastDay: one.last_day, target: one.target },
			...{ denominator: one.denominator, codeRequired: one.entry === "slip" },
			...{ points: one.points, assessors: one.assessors ?? 0, issuer: one.issuer ?? "unit" },
			...{ criteria: one.assessors ? JSON.stringify(criteriaOf(one.criteria) ?? []) : null },
			...{ activity: one.activity, madeFrom: by.madeFrom, madeBy: by.by },
		}),
		run(db, sql`insert into tally (wave, unit, adults, slips, counts, shown) ${units}`),
	]);
}

/** How many waves a place opened, here or for those below, that are not closed. */
export const openWavesOf = (
	place: string | SQL,
) => sql`(select count(*) from wave where wave.organisation = ${place}
	and not exists (select 1 from closing where closing.wave = wave.id))`;

/** How many waves of the levels above ask a place and are not closed: whoever opened them closes them. */
export const askedFromAbove = (place: string | SQL) => sql`(select count(*) from organisation as asked,
	json_each('["' || replace(rtrim(asked.path, '/'), '/', '","') || '"]') as above
	join wave on wave.organisation = above.value and wave.organisation <> asked.id
	join tally on tally.wave = wave.id and tally.unit = asked.id
	where asked.id = ${place} and not exists (select 1 from closing where closing.wave = wave.id and closing.unit = asked.id))`;

/** What the wave under an id was made from, if it is this place's. */
export async function openedBefore(db: Database, place: Place, id: string): Promise<string | undefined> {
	const found = await db
		.select({ madeFrom: wave.madeFrom })
		.from(wave)
		.where(and(eq(wave.id, id), eq(wave.organisation, place.id)));
	return found[0]?.madeFrom;
}

/** An activity of this very place that a wave may ask about. */
export function activityOf(db: Database, place: Place, id: string) {
	return db
		.select({ id: activity.id, title: activity.title })
		.from(activity)
		.where(and(eq(activity.organisation, place.id), eq(activity.id, id)));
}

/** The activity that a wave asks about. */
export function activityAsked(db: Database, place: Pick<Place, "id">, id: string) {
	return db
		.select({ title: activity.title })
		.from(wave)
		.innerJoin(activity, and(eq(activity.organisation, wave.organisation), eq(activity.id, wave.activity)))
		.where(and(eq(wave.id, id), eq(wave.organisation, place.id)));
}

/** Has more slips lie ready in a unit, and says whether: never fewer, since some may have been handed out, and none once it is closed or being closed. */
export async function addSlips(
	db: Database,
	{ id, unit }: Pick<WaveRow, "id" | "unit">,
	slips: number,
): Promise<boolean> {
	const closed = db
		.select({ id: closing.id })
		.from(closing)
		.where(and(eq(closing.wave, id), eq(closing.unit, unit)));
	const stopped = db.select({ id: sealing.id }).from(sealing).where(eq(sealing.wave, id));
	const { meta } = await db
		.update(tally)
		.set({ slips })
		.where(
			and(
				eq(tally.wave, id),
				eq(tally.unit, unit),
				lt(tally.slips, slips),
				notExists(closed),
				notExists(stopped),
			),
		);
	return meta.changes === 1;
}

/** The deployment's secret, for printing slips. */
export function secretOf(db: Database) {
	return db.select({ secret: deployment.key }).from(deployment).where(eq(deployment.one, 1));
}
