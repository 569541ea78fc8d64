import { describe, expect, it, test } from "vitest";
import { rollUp } from "../../worker/surveys/score/rollup";
import { intervalOf, z95 } from "../../worker/surveys/score/rules";
import { boundsBySearch, rollUpBySearch } from "./second";

/** A published interval: satisfied, answered, adults where they are known, and the bounds as they stand in print. */
type Vector = [satisfied: number, answered: number, adults: number | null, lower: string, upper: string];

/**
 * Every digit that was printed, by source. The prints of presize, statsmodels and EpiTools were looked up; those of Newcombe, Altman,
 * Agresti, Stata and Lohr are quoted from their books, which were not at hand. So every vector is found the second way too.
 */
const published: Record<string, Vector[]> = {
	"Newcombe, Statistics in Medicine 17 (1998) 857–872, table I, method 3": [
		[81, 263, null, ".2553", ".3662"],
		[15, 148, null, ".0624", ".1605"],
		[0, 20, null, ".0000", ".1611"],
		[1, 29, null, ".0061", ".1718"],
	],
	"Newcombe and Altman, in Altman et al., Statistics with Confidence (2nd edition, 2000), chapter 6, in percent":
		[
			[81, 263, null, "25.5%", "36.6%"],
			[0, 20, null, "0.0%", "16.1%"],
			[1, 29, null, "0.6%", "17.2%"],
		],
	"Agresti, An Introduction to Categorical Data Analysis (2nd edition, 2007), section 1.4: 9 of 10; nobody of 25":
		[
			[9, 10, null, ".596", ".982"],
			[0, 25, null, ".000", ".133"],
		],
	"Stata Base Reference Manual, ci: `cii proportions 10 1, wilson`": [[1, 10, null, ".0178762", ".4041500"]],
	"R package presize, prec_prop with 100 answers": [
		[10, 100, null, "0.05522914", "0.1743657"],
		[20, 100, null, "0.13336693", "0.2888292"],
		[30, 100, null, "0.21894885", "0.3958485"],
		[40, 100, null, "0.30940129", "0.4979974"],
		[50, 100, null, "0.40383153", "0.5961685"],
	],
	"EpiTools (Ausvet), confidence limits for a proportion": [[90, 100, null, ".8256343385", ".9447708629"]],
	"statsmodels 0.14, proportion_confint(method='wilson')": [
		[1, 10, null, "0.01787621309507287", "0.4041500267952385"],
		[5, 10, null, "0.236593090512564", "0.7634069094874361"],
		[0, 10, null, "0", "0.2775327998628892"],
	],
	"with a finite population, O'Neill (2021): 112 of 120, of 500 adults": [[112, 120, 500, "88.3%", "96.3%"]],
};

/** A bound written with as many digits as the print has. */
function asPrinted(bound: number, print: string): number {
	const decimals = print.replace("%", "").split(".")[1]?.length ?? 0;
	// Sixteen digits are more than a double holds for certain: of the last one, one either way is the same number.
	return Number((print.endsWith("%") ? bound * 100 : bound).toFixed(Math.min(decimals, 14)));
}
const read = (print: string) => {
	const [number, decimals] = [
		Number(print.replace("%", "")),
		print.replace("%", "").split(".")[1]?.length ?? 0,
	];
	return Number(number.toFixed(Math.min(decimals, 14)));
};

describe("Published intervals, to every printed digit", () => {
	for (const [source, vectors] of Object.entries(published)) {
		it(source, () => {
			for (const [satisfied, answered, adults, lower, upper] of vectors) {
				const interval = intervalOf({ satisfied, answered, adults });
				const [from, to] = boundsBySearch({ satisfied, answered, adults });
				for (const [low, high] of [
					[interval?.lower ?? -1, interval?.upper ?? -1],
					[from, to],
				] as const) {
					const ours = [asPrinted(low, lower), asPrinted(high, upper)];
					expect(ours, `${satisfied} of ${answered}`).toEqual([read(lower), read(upper)]);
				}
			}
		});
	}
});

/**
 * Lohr, Sampling: Design and Analysis, the survey of the American Council of Learned Societies: members, valid returns and
 * percent women of seven disciplines. Printed: 24.65 % women, 10,847 of 44,000, standard error .0071.
 */
const disciplines = [
	[9100, 636, 38],
	[1950, 451, 27],
	[5500, 481, 18],
	[10850, 611, 19],
	[2100, 493, 36],
	[5500, 575, 13],
	[9000, 588, 26],
] as const;

test("The roll-up is Lohr's of seven disciplines: 24.65 %, 10,847 women, standard error .0071.", () => {
	const units = disciplines.map(([members, returned, percent]) => ({
		satisfied: (percent / 100) * returned,
		answered: returned,
		adults: members,
	}));
	const { weighted, adults } = rollUp(units);
	expect(adults).toBe(44_000);
	expect(((weighted?.share ?? 0) * 100).toFixed(2)).toBe("24.65");
	expect(((weighted?.share ?? 0) * 44_000).toFixed(0)).toBe("10847");
	expect(rollUpBySearch(units).share).toBeCloseTo(weighted?.share ?? 0, 12);
	const error = ((weighted?.upper ?? 0) - (weighted?.lower ?? 0)) / 2 / z95;
	expect(error.toFixed(4)).toBe("0.0071");
});

test("The roll-up of three villages is 86.3 % and their plain mean 91.7 %.", () => {
	const result = rollUp([
		{ satisfied: 98, answered: 100, adults: 500 },
		{ satisfied: 82, answered: 100, adults: 2000 },
		{ satisfied: 95, answered: 100, adults: 300 },
	]);
	expect(((result.weighted?.share ?? 0) * 100).toFixed(4)).toBe("86.2500");
	expect(((result.naive ?? 0) * 100).toFixed(1)).toBe("91.7");
});
