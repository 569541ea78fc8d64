/**
 * The score's intervals found a second way, for comparison: nothing here is solved in closed form. The bounds are the outermost
 * shares that a score test would not refuse, looked for by halving; moments are added up from whole numbers of people.
 */
import type { Count } from "../../worker/surveys/score/rules";

/** The 97.5 % point of the normal distribution, looked for by halving its integral (Simpson's rule). */
const z = (() => {
	const density = (x: number) => Math.exp((-x * x) / 2) / Math.sqrt(2 * Math.PI);
	const below = (x: number) => {
		const steps = 4000;
		const step = x / steps;
		let sum = density(0) + density(x);
		for (let at = 1; at < steps; at++) sum += density(at * step) * (at % 2 === 0 ? 2 : 4);
		return 0.5 + (sum * step) / 3;
	};
	return halved(1, 3, (x) => below(x) < 0.975);
})();

/** Where a question turns from yes to no between two numbers. */
function halved(from: number, to: number, holds: (x: number) => boolean): number {
	let [yes, no] = [from, to];
	for (let step = 0; step < 200; step++) {
		const middle = (yes + no) / 2;
		if (holds(middle)) yes = middle;
		else no = middle;
	}
	return yes;
}

/** The shares that a test on so many answers, with what sampling leaves of their error, does not refuse. */
function notRefused(share: number, variance: (theta: number) => number): [number, number] {
	const holds = (theta: number) => (share - theta) ** 2 <= z * z * variance(theta);
	return [holds(0) ? 0 : halved(share, 0, holds), holds(1) ? 1 : halved(share, 1, holds)];
}

/** Of the people whom nobody asked, as a part of all but one; a register that is too short counts for nothing. */
function unasked({ answered, adults }: Count): number {
	if (adults === null || adults < answered) return 1;
	return adults === 1 ? 0 : (adults - answered) / (adults - 1);
}

/** The bounds of one unit's share. */
export function boundsBySearch(count: Count): [number, number] {
	const share = count.satisfied / count.answered;
	return notRefused(share, (theta) => (theta * (1 - theta) * unasked(count)) / count.answered);
}

/** The share of several units and its bounds. Units without adults or answers are left out by whoever asks. */
export function rollUpBySearch(units: readonly Count[]) {
	const people = units.reduce((sum, { adults }) => sum + (adults ?? 0), 0);
	const mean = (of: (unit: Count) => number) =>
		units.reduce((sum, unit) => sum + (unit.adults ?? 0) * of(unit), 0) / people;
	const guess = (unit: Count) => (unit.satisfied + 1) / (unit.answered + 2);
	const share = Math.min(
		1,
		mean((unit) => unit.satisfied / unit.answered),
	);
	const spread =
		mean((unit) => ((unit.adults ?? 0) * unasked(unit) * guess(unit) * (1 - guess(unit))) / unit.answered) /
		people;
	const pooled = mean(guess);
	const part = spread / (pooled * (1 - pooled));
	const [lower, upper] = notRefused(share, (theta) => theta * (1 - theta) * part);
	return { share, lower, upper };
}
