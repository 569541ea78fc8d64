import type { Place } from "../../../http/door";
import { isConstraint, type Outcome } from "../../../http/once";
import type { Database } from "../../../tables/database";
import type { Day } from "../../../values/day";
import { fingerprint } from "../../../values/id";
import { questionnaireIn } from "../../questionnaire/ready";
import { placesOf, rowOf } from "../../score/places";
import { publisher } from "../../score/publish";
import type { Rule } from "../../score/published";
import type { CountedUnit } from "../../score/sums";
import type { WaveRow } from "../../wave/store";
import type { NewClosing } from "../input";
import { digestOf, linesOf } from "../rules";
import { lookingAt, sheetsOf } from "../sheets";
import { closedBefore } from "../store";
import { nodesOf, talliesOf, toBeSealed, treeOf, within } from "../tree";
import { type Plan, partsOf } from "./rules";
import * as store from "./store";

/** Where a closing in parts stands: what it was planned to do, and how many of its parts are done. */
export type Progress = { id: string; closedOn: Day; plan: Plan; done: number; parts: number };

/** The progress that a closing's row tells. */
export function progressOf({ plan: text, ...row }: store.SealingRow): Progress {
	const plan: Plan = JSON.parse(text);
	return { ...row, plan, parts: partsOf(plan).length };
}

/**
 * Begins to close a wave of many units. Whoever comes second, with whatever id, goes on with the closing of the first.
 * @returns "begun", or where the wave is closed by now, whether by an earlier copy of this request
 */
export async function begin(
	db: Database,
	place: Pick<Place, "id">,
	wave: WaveRow,
	{ id, handed_out: handedOut }: NewClosing,
	{ today, by, units }: { today: Day; by: string; units: string[][] },
): Promise<"begun" | Exclude<Outcome, "made">> {
	const madeFrom = await fingerprint({ id, handedOut });
	const plan: Plan = { nodes: within(place.id, await treeOf(db, wave.id)), units };
	const one = { wave: wave.id, id, closedOn: today, by, madeFrom, plan: JSON.stringify(plan) };
	try {
		if (await store.beginSealing(db, one)) return "begun";
	} catch (error) {
		if (isConstraint(error)) return "begun";
		throw error;
	}
	return (await closedBefore(db, wave.id)) === madeFrom ? "again" : "different";
}

/**
 * Does the next part of a closing. Done twice, or by two people at once, it is done once: the second breaks the part's key.
 * @returns whether that was the last, and the wave is closed
 */
export async function proceed(db: Database, wave: WaveRow, progress: Progress): Promise<boolean> {
	const { plan, done: at, id } = progress;
	const part = partsOf(plan)[at];
	const under = { wave: wave.id, id, part: at };
	try {
		switch (part?.kind) {
			case "counting":
				await count(db, wave, progress, part.units);
				return false;
			case "making":
				await make(db, wave, progress, part.nodes);
				return false;
			default: {
				const lines = await store.linesSoFar(db, wave.id);
				const [first] = lines;
				if (!first) throw new Error("a closing whose parts are all done has counted nothing");
				const texts = lines.map((one) => one.lines);
				await store.sealParts(db, wave, under, await digestOf(first.secret, texts));
				return true;
			}
		}
	} catch (error) {
		// Somebody else's key for the very part; whatever else broke is not "done already".
		if (!isConstraint(error) || !(await store.isPast(db, under))) throw error;
		return false;
	}
}

/** Counts some units: each in a row of numbers, and in its line of the digest. */
async function count(db: Database, wave: WaveRow, { id, closedOn, done }: Progress, some: readonly string[]) {
	const questionnaire = questionnaireIn(wave);
	const looking = lookingAt(questionnaire);
	const [units, crossed, alike] = await db.batch(toBeSealed(db, wave.id, { ...looking, units: some }));
	const places = placesOf(questionnaire);
	const counted = [...talliesOf(units, crossed, alike, ({ slips }) => slips)].map(
		([unit, { counts, crossed: groups, ...tally }]): [string, CountedUnit] => [
			unit,
			{ row: rowOf(places, counts, groups), ...tally },
		],
	);
	const lines = linesOf(
		wave,
		closedOn,
		units.map((unit) => ({ ...unit, handedOut: unit.slips })),
	);
	await store.keepCounted(
		db,
		{ wave: wave.id, id, part: done },
		{ counted: JSON.stringify(counted), lines, remark: looking.remark, units: some },
	);
}

/** Makes the tables of some organisations, deciding for the whole tree where which may stand. */
async function make(db: Database, wave: WaveRow, { id, plan, done }: Progress, some: readonly string[]) {
	const kept = await store.countedSoFar(db, wave.id);
	const counted = new Map(kept.flatMap((one): [string, CountedUnit][] => JSON.parse(one.counted)));
	const rule: Rule = { questionnaire: questionnaireIn(wave), denominator: wave.denominator };
	const publishedAt = publisher(nodesOf(plan.nodes, counted), rule);
	const sheets = await sheetsOf(
		some.map((node) => [node, publishedAt(node)] as const),
		rule,
	);
	await store.keepMade(db, { wave: wave.id, id, part: done }, sheets);
}
