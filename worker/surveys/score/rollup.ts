/**
 * The share of a whole tree from the counts of its units: stratified, each unit weighing its adults (Cochran, Sampling
 * Techniques, ch. 5). Cochran's normal interval is far too short for small units near 1, so the variance takes
 * (x + 1)/(n + 2) for each share and (N − n)/(N − 1)/n for its factor, and a Wilson interval is drawn about the weighted
 * share with the number of answers that this variance is worth.
 */
import { type Count, type Interval, leftOver, populationOf, wilson } from "./rules";

export type RollUp = {
	/** Weighted by adults, with its interval; null when no unit can be weighed. */
	weighted: Interval | null;
	/** The plain mean of the units' shares: shown beside as a warning, never as the result. */
	naive: number | null;
	/** Units in the figure, and those left out: no answer, or no known number of adults. */
	counted: number;
	silent: number;
	unweighed: number;
	/** Adults spoken for, and adults of the silent units, for whom the figure says nothing. */
	adults: number;
	adultsUnheard: number;
};

/** Rolls units up; a unit with more answers than adults keeps its weight and counts as if drawn from any number. */
export function rollUp(units: readonly Count[]): RollUp {
	const heard = units.filter((unit) => unit.answered > 0);
	const strata = heard.flatMap((unit) =>
		unit.adults !== null && unit.adults > 0 ? [{ ...unit, adults: unit.adults }] : [],
	);
	const silent = units.filter((unit) => unit.answered <= 0);
	const adults = sum(strata.map((unit) => unit.adults));
	return {
		weighted: strata.length === 0 ? null : weightedInterval(strata, adults),
		naive:
			heard.length === 0 ? null : sum(heard.map((unit) => unit.satisfied / unit.answered)) / heard.length,
		counted: strata.length,
		silent: silent.length,
		unweighed: heard.length - strata.length,
		adults,
		adultsUnheard: sum(silent.map((unit) => unit.adults ?? 0)),
	};
}

type Stratum = Count & { adults: number };

function weightedInterval(strata: readonly Stratum[], adults: number): Interval {
	let [share, shrunk, variance] = [0, 0, 0];
	for (const unit of strata) {
		const weight = unit.adults / adults;
		const guess = (unit.satisfied + 1) / (unit.answered + 2);
		const left = leftOver(unit.answered, populationOf(unit));
		share += weight * (unit.satisfied / unit.answered);
		shrunk += weight * guess;
		variance += (weight * weight * left * guess * (1 - guess)) / unit.answered;
	}
	// Weights add up to 1 only but for rounding.
	share = Math.min(1, share);
	if (variance === 0) return { share, lower: share, upper: share };
	return wilson(share, (shrunk * (1 - shrunk)) / variance, 1);
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);
