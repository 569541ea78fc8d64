import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { rollUp } from "../../worker/surveys/score/rollup";
import { baseClassOf, type Count, countOf, intervalOf, verdictOf } from "../../worker/surveys/score/rules";
import { boundsBySearch, rollUpBySearch } from "./second";

const rounded = (satisfied: number, answered: number, adults: number | null = null) => {
	const interval = intervalOf({ satisfied, answered, adults });
	return [interval?.lower, interval?.upper].map((bound) => Number(bound?.toFixed(4)));
};

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
	it("agrees with a second way of finding it, to 1e-9", () => {
		fc.assert(
			fc.property(counts, (count) => {
				const [lower, upper] = boundsBySearch(count);
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

	it("agrees with a second way of finding it, to 1e-9", () => {
		fc.assert(
			fc.property(fc.array(counts, { minLength: 1, maxLength: 30 }), (units) => {
				const again = rollUpBySearch(units);
				const { weighted } = rollUp(units);
				expect(weighted?.share).toBeCloseTo(again.share, 9);
				expect(weighted?.lower).toBeCloseTo(again.lower, 9);
				expect(weighted?.upper).toBeCloseTo(again.upper, 9);
			}),
		);
	});

	it("of units that all answered has no width", () => {
		fc.assert(
			fc.property(fc.array(counts, { minLength: 1, maxLength: 30 }), (units) => {
				const { weighted } = rollUp(units.map((unit) => ({ ...unit, adults: unit.answered })));
				expect((weighted?.upper ?? 1) - (weighted?.lower ?? 0)).toBeCloseTo(0, 12);
			}),
		);
	});

	it("never widens when every unit answers more at the same share", () => {
		fc.assert(
			fc.property(
				fc.array(counts, { minLength: 1, maxLength: 30 }),
				fc.integer({ min: 2, max: 9 }),
				(units, times) => {
					const roomy = units.map((unit) => ({
						...unit,
						adults: Math.max(unit.adults ?? 0, unit.answered * times),
					}));
					const more = roomy.map((unit) => ({
						...unit,
						satisfied: unit.satisfied * times,
						answered: unit.answered * times,
					}));
					const width = ({ weighted }: ReturnType<typeof rollUp>) =>
						weighted ? weighted.upper - weighted.lower : 0;
					expect(width(rollUp(more))).toBeLessThanOrEqual(width(rollUp(roomy)) + 1e-9);
				},
			),
		);
	});

	it("rises with every further person satisfied, wherever they live", () => {
		fc.assert(
			fc.property(fc.array(counts, { minLength: 1, maxLength: 30 }), fc.nat(), (units, pick) => {
				const at = pick % units.length;
				const chosen = units[at];
				if (!chosen || chosen.satisfied === chosen.answered) return;
				const happier = units.map((unit, index) =>
					index === at ? { ...unit, satisfied: unit.satisfied + 1 } : unit,
				);
				const [before, after] = [rollUp(units).weighted, rollUp(happier).weighted];
				expect(after?.share).toBeGreaterThanOrEqual((before?.share ?? 1) - 1e-12);
			}),
		);
	});
});
