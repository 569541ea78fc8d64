/** What the closed surveys of several units come to together, for boards and comparisons alike. */
import { rollUp } from "./rollup";
import { baseClassOf, type Count, type Interval, intervalOf, sideOf, type Verdict } from "./rules";

/** A closed survey of one unit, with its target in whole percent. */
export type ClosedSurvey = Count & { target: number };

/** Their share with its verdict on a target in whole percent, how many it rests on, and the plain mean as a warning. */
export type Together = Interval & {
	verdict: Verdict["kind"];
	target: number;
	units: number;
	naive: number | null;
};

/** The target where nobody was asked. */
export const usualTarget = 90;

/**
 * The share of several units, weighted by their adults; one unit alone has its own interval, as on its own page. Units on a
 * base below 10 are left out, so that nothing of theirs can be had by subtracting.
 * @returns null when no unit may be shown, or of several not one has a known number of adults
 */
export function togetherOf(surveys: readonly ClosedSurvey[]): Together | null {
	const shown = surveys.filter(({ answered }) => baseClassOf(answered) !== "withheld");
	const [only] = shown;
	const { weighted, naive, counted } = rollUp(shown);
	const alone = shown.length === 1 && only ? intervalOf(only) : null;
	const interval = alone ?? weighted;
	if (!interval) return null;
	const target = commonTarget(shown);
	const verdict = sideOf(interval, target / 100);
	return { ...interval, verdict, target, units: alone ? 1 : counted, naive };
}

/** The target that most of them were held to; of two as common, the higher. One unit's own idea doesn't judge the others. */
function commonTarget(surveys: readonly ClosedSurvey[]): number {
	const counts = new Map<number, number>();
	for (const { target } of surveys) counts.set(target, (counts.get(target) ?? 0) + 1);
	const ranked = [...counts].sort(([one, times], [other, otherTimes]) => otherTimes - times || other - one);
	return ranked[0]?.[0] ?? usualTarget;
}
