/**
 * How often the 95 % interval holds the truth, in invented villages of the sizes of a real district: n from 10 to 200 of N
 * adults drawn without putting back, the true share drawn from Beta(38, 2), as shares near 95 % are. Seeded.
 */
import { rollUp } from "../../worker/surveys/score/rollup";
import { type Count, intervalOf } from "../../worker/surveys/score/rules";

/** A village to be asked: its adults, how many of them are satisfied, and how many answer. */
type Village = { adults: number; happy: number; asked: number };

/** Answers, one after the other, numbers from 0 up to 1: mulberry32. */
export function luckFrom(seed: number): () => number {
	let state = seed >>> 0;
	return () => {
		state = (state + 0x6d2b79f5) >>> 0;
		let mixed = Math.imul(state ^ (state >>> 15), state | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
	};
}

/** A village as large as one of these, with a share satisfied from Beta(38, 2). */
function villageOf(sizes: readonly number[], luck: () => number): Village {
	const adults = sizes[Math.floor(luck() * sizes.length)] ?? 0;
	// Of whole numbers a Beta is a sum of exponentials as a part of a longer sum.
	const waits = (count: number) => {
		let sum = 0;
		for (let one = 0; one < count; one++) sum -= Math.log(1 - luck());
		return sum;
	};
	const [good, bad] = [waits(38), waits(2)];
	return {
		adults,
		happy: Math.round((adults * good) / (good + bad)),
		asked: Math.min(adults, 10 + Math.floor(luck() * 191)),
	};
}

/** Who answers, drawn one by one and nobody twice. */
function draw({ adults, happy, asked }: Village, luck: () => number): Count {
	let [left, satisfied] = [happy, 0];
	for (let drawn = 0; drawn < asked; drawn++) {
		if (luck() * (adults - drawn) < left) {
			satisfied++;
			left--;
		}
	}
	return { satisfied, answered: asked, adults };
}

const holds = (interval: { lower: number; upper: number } | null, truth: number) =>
	interval !== null && interval.lower <= truth + 1e-12 && truth - 1e-12 <= interval.upper;

const logs = [0];
/** The logarithm of a factorial. */
function logFactorial(n: number): number {
	for (let next = logs.length; next <= n; next++) logs.push((logs[next - 1] ?? 0) + Math.log(next));
	return logs[n] ?? 0;
}
const logChoose = (n: number, k: number) => logFactorial(n) - logFactorial(k) - logFactorial(n - k);

/** How often the interval holds this village's truth: exactly, by adding up every number that may come out. */
function coverageOf({ adults, happy, asked }: Village): number {
	let covered = 0;
	const all = logChoose(adults, asked);
	for (let x = Math.max(0, asked - (adults - happy)); x <= Math.min(asked, happy); x++) {
		if (holds(intervalOf({ satisfied: x, answered: asked, adults }), happy / adults))
			covered += Math.exp(logChoose(happy, x) + logChoose(adults - happy, asked - x) - all);
	}
	return covered;
}

/** Villages by how many answered: a cell's own coverage and how many villages it holds. */
export type Cell = { from: number; to: number; villages: number; coverage: number };

const cells: [number, number][] = [
	[10, 14],
	[15, 19],
	[20, 29],
	[30, 49],
	[50, 99],
	[100, 149],
	[150, 200],
];

/** Mean coverage over so many villages, by cells of n, and the single n that comes off worst. */
export function villageCoverage(sizes: readonly number[], villages: number, seed: number) {
	const luck = luckFrom(seed);
	const all = Array.from({ length: villages }, () => villageOf(sizes, luck)).map((village) => ({
		asked: village.asked,
		coverage: coverageOf(village),
	}));
	const mean = (some: readonly { coverage: number }[]) =>
		some.reduce((sum, { coverage }) => sum + coverage, 0) / some.length;
	const cellOf = ([from, to]: readonly [number, number]): Cell => {
		const inside = all.filter(({ asked }) => from <= asked && asked <= to);
		return { from, to, villages: inside.length, coverage: mean(inside) };
	};
	const single = Array.from({ length: 191 }, (_, at) => cellOf([at + 10, at + 10])).filter(
		(one) => one.villages > 0,
	);
	const worst = single.reduce((least, one) => (one.coverage < least.coverage ? one : least));
	return { mean: mean(all), cells: cells.map(cellOf), worst };
}

/** How many of so many districts, each of so many villages, have their truth inside the rolled-up interval, as a share. */
export function districtCoverage(
	sizes: readonly number[],
	districts: number,
	villages: number,
	seed: number,
): number {
	const luck = luckFrom(seed);
	let covered = 0;
	for (let district = 0; district < districts; district++) {
		const all = Array.from({ length: villages }, () => villageOf(sizes, luck));
		const people = all.reduce((sum, { adults }) => sum + adults, 0);
		const truth = all.reduce((sum, { happy }) => sum + happy, 0) / people;
		if (holds(rollUp(all.map((village) => draw(village, luck))).weighted, truth)) covered++;
	}
	return covered / districts;
}

/** The adults of every village, community and enterprise of a district's list. */
export function sizesOf(csv: string): number[] {
	return csv
		.trim()
		.split("\n")
		.slice(1)
		.flatMap((line) => Number(line.split(",")[4]) || []);
}
