import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rollUp } from "../../worker/surveys/score/rollup";
import {
	baseClassOf,
	type Count,
	countOf,
	intervalOf,
	verdictOf,
	z95,
} from "../../worker/surveys/score/rules";

const rounded = (satisfied: number, answered: number, adults: number | null = null) => {
	const interval = intervalOf({ satisfied, answered, adults });
	return [interval?.lower, interval?.upper].map((bound) => Number(bound?.toFixed(4)));
};

/** Another way to the same bounds: where (p̂ − θ)² meets z²·θ(1 − θ)/n·(N − n)/(N − 1), by halving. */
function boundsByHalving({ satisfied, answered, adults }: Count): [number, number] {
	const share = satisfied / answered;
	const left =
		adults === null || adults < answered ? 1 : adults === answered ? 0 : (adults - answered) / (adults - 1);
	const outside = (theta: number) =>
		(share - theta) ** 2 > (z95 * z95 * theta * (1 - theta) * left) / answered;
	const edge = (far: number) => {
		let [out, within] = [far, share];
		if (!outside(far)) return far;
		for (let step = 0; step < 200; step++) {
			const middle = (out + within) / 2;
			if (outside(middle)) out = middle;
			else within = middle;
		}
		return within;
	};
	return [edge(0), edge(1)];
}

const counts = fc
	.record({
		adults: fc.integer({ min: 1, max: 5000 }),
		n: fc.double({ min: 0, max: 1, noNaN: true }),
		x: fc.double({ min: 0, max: 1, noNaN: true }),
	})
	.map(({ adults, n, x }): Count => {
		const answered = 1 + Math.floor(n * (adults - 1));
		return { satisfied: Math.round(x * answered), answered, adults };
	});

describe("The interval of a share", () => {
	it("is Newcombe's, method 3, in all four of his examples (Statistics in Medicine 17, 1998, table I)", () => {
		expect(rounded(81, 263)).toEqual([0.2553, 0.3662]);
		expect(rounded(15, 148)).toEqual([0.0624, 0.1605]);
		expect(rounded(0, 20)).toEqual([0, 0.1611]);
		expect(rounded(1, 29)).toEqual([0.0061, 0.1718]);
	});

	it("is Agresti's in two of his: 9 of 10, and nobody of 25 (Categorical Data Analysis)", () => {
		expect(rounded(9, 10).map((bound) => bound.toFixed(3))).toEqual(["0.596", "0.982"]);
		expect(rounded(0, 25).map((bound) => bound.toFixed(3))).toEqual(["0.000", "0.133"]);
	});

	it("is narrower in a village: 112 of 120, of 500 adults", () => {
		const interval = intervalOf({ satisfied: 112, answered: 120, adults: 500 });
		expect(interval?.share.toFixed(3)).toBe("0.933");
		expect(interval?.lower.toFixed(3)).toBe("0.883");
		expect(interval?.upper.toFixed(3)).toBe("0.963");
	});

	it("agrees with a second way of finding it, to 1e-9", () => {
		fc.assert(
			fc.property(counts, (count) => {
				const [lower, upper] = boundsByHalving(count);
				const interval = intervalOf(count);
				expect(interval?.lower).toBeCloseTo(lower, 9);
				expect(interval?.upper).toBeCloseTo(upper, 9);
			}),
		);
	});

	it("has no width when everybody answered, even where one person lives", () => {
		fc.assert(
			fc.property(counts, ({ satisfied, answered }) => {
				const interval = intervalOf({ satisfied, answered, adults: answered });
				expect((interval?.upper ?? 1) - (interval?.lower ?? 0)).toBeCloseTo(0, 12);
			}),
		);
		expect(intervalOf({ satisfied: 1, answered: 1, adults: 1 })).toEqual({ share: 1, lower: 1, upper: 1 });
	});

	it("never widens with more answers at the same share", () => {
		fc.assert(
			fc.property(counts, fc.integer({ min: 2, max: 9 }), (count, times) => {
				const adults = Math.max(count.adults ?? 0, count.answered * times);
				const few = intervalOf({ ...count, adults });
				const many = intervalOf({
					satisfied: count.satisfied * times,
					answered: count.answered * times,
					adults,
				});
				const width = (one: typeof few) => (one ? one.upper - one.lower : 0);
				expect(width(many)).toBeLessThanOrEqual(width(few) + 1e-12);
			}),
		);
	});

	it("rises with every further person satisfied", () => {
		fc.assert(
			fc.property(counts, (count) => {
				if (count.satisfied === count.answered) return;
				const before = intervalOf(count);
				const after = intervalOf({ ...count, satisfied: count.satisfied + 1 });
				expect(after?.lower).toBeGreaterThanOrEqual((before?.lower ?? 1) - 1e-12);
				expect(after?.upper).toBeGreaterThanOrEqual((before?.upper ?? 1) - 1e-12);
			}),
		);
	});

	it("is none without answers, and the plain one when the register counts fewer adults than answered", () => {
		expect(intervalOf({ satisfied: 0, answered: 0, adults: 500 })).toBeNull();
		expect(rounded(81, 263, 200)).toEqual(rounded(81, 263));
		expect(rounded(81, 263, 0)).toEqual(rounded(81, 263));
	});
});

describe("The verdict", () => {
	it("is open for 112 of 120 of 500: 93.3 % is not yet proof of 90 %", () => {
		expect(verdictOf({ satisfied: 112, answered: 120, adults: 500 }, 0.9)?.kind).toBe("open");
	});

	it("says the fewest answers that could settle it, and no more people than there are", () => {
		fc.assert(
			fc.property(counts, fc.double({ min: 0.05, max: 0.95, noNaN: true }), (count, target) => {
				const verdict = verdictOf(count, target);
				if (verdict?.kind !== "open" || verdict.further === null) return;
				expect(verdict.further).toBeGreaterThan(0);
				expect(count.answered + verdict.further).toBeLessThanOrEqual(count.adults ?? 0);
				const later = (further: number) => {
					const answered = count.answered + further;
					return verdictOf(
						{ satisfied: (count.satisfied / count.answered) * answered, answered, adults: count.adults },
						target,
					);
				};
				expect(later(verdict.further)?.kind).not.toBe("open");
				if (verdict.further > 1) expect(later(verdict.further - 1)?.kind).toBe("open");
			}),
		);
	});

	it("is met or missed once the whole interval lies on one side", () => {
		expect(verdictOf({ satisfied: 490, answered: 500, adults: null }, 0.9)).toEqual({ kind: "met" });
		expect(verdictOf({ satisfied: 300, answered: 500, adults: null }, 0.9)).toEqual({ kind: "missed" });
		expect(verdictOf({ satisfied: 90, answered: 100, adults: 100 }, 0.9)).toEqual({ kind: "met" });
		expect(verdictOf({ satisfied: 90, answered: 100, adults: null }, 0.9)).toEqual({
			kind: "open",
			further: null,
		});
	});

	it("is none without answers", () =>
		expect(verdictOf({ satisfied: 0, answered: 0, adults: 5 }, 0.9)).toBeNull());
});

describe("The base", () => {
	it("withholds below 10, is for reference below 30, is published from 30", () => {
		expect([0, 9, 10, 29, 30].map(baseClassOf)).toEqual([
			"withheld",
			"withheld",
			"reference",
			"reference",
			"published",
		]);
	});

	it("holds 不了解 under one published rule and drops it under the other; blanks under neither", () => {
		const levels = { "5": 60, "4": 30, "3": 4, unknown: 6 };
		expect(countOf(levels, "all", 500)).toEqual({ satisfied: 90, answered: 100, adults: 500 });
		expect(countOf(levels, "known", 500)).toEqual({ satisfied: 90, answered: 94, adults: 500 });
	});
});

describe("The roll-up", () => {
	it("weighs by adults: 86.3 %, where the mean of three villages says 91.7 %", () => {
		const result = rollUp([
			{ satisfied: 98, answered: 100, adults: 500 },
			{ satisfied: 82, answered: 100, adults: 2000 },
			{ satisfied: 95, answered: 100, adults: 300 },
		]);
		expect(result.weighted?.share).toBeCloseTo(0.8625, 10);
		expect(((result.weighted?.share ?? 0) * 100).toFixed(1)).toBe("86.3");
		expect(((result.naive ?? 0) * 100).toFixed(1)).toBe("91.7");
	});

	it("of one unit that is its own census has no width; of nobody, no figure", () => {
		expect(rollUp([{ satisfied: 9, answered: 10, adults: 10 }]).weighted).toEqual({
			share: 0.9,
			lower: 0.9,
			upper: 0.9,
		});
		expect(rollUp([]).weighted).toBeNull();
	});

	it("names the units it says nothing about", () => {
		const result = rollUp([
			{ satisfied: 9, answered: 10, adults: 100 },
			{ satisfied: 0, answered: 0, adults: 40 },
			{ satisfied: 5, answered: 10, adults: null },
		]);
		expect(result).toMatchObject({ counted: 1, silent: 1, unweighed: 1, adults: 100, adultsUnheard: 40 });
	});

	it("covers the truth 93.5 to 98 % of the time where the normal interval covers 56 %", () => {
		// A fixed generator, so that the figure is the same each time.
		let state = 20261122;
		const random = () => {
			state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
			return state / 2 ** 32;
		};
		const drawn = (adults: number, happy: number, n: number) => {
			let [left, satisfied] = [happy, 0];
			for (let drawnSoFar = 0; drawnSoFar < n; drawnSoFar++) {
				if (random() < left / (adults - drawnSoFar)) {
					satisfied++;
					left--;
				}
			}
			return satisfied;
		};
		const villages = [
			{ adults: 400, happy: 388, n: 10 },
			{ adults: 900, happy: 864, n: 20 },
			{ adults: 300, happy: 294, n: 30 },
		];
		const truth = villages.reduce((sum, one) => sum + one.happy, 0) / 1600;
		const rounds = 4000;
		let covered = 0;
		for (let round = 0; round < rounds; round++) {
			const units = villages.map(({ adults, happy, n }) => ({
				satisfied: drawn(adults, happy, n),
				answered: n,
				adults,
			}));
			const interval = rollUp(units).weighted;
			if (interval && interval.lower <= truth && truth <= interval.upper) covered++;
		}
		expect(covered / rounds).toBeGreaterThan(0.935);
		expect(covered / rounds).toBeLessThan(0.98);
	});
});
