import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { standingOf, wantedOn } from "../../worker/training/rules";

const year = { id: "year", zh: "年度培训", en: "Yearly training" };
const first = { id: "aid", zh: "急救", en: "First aid" };

describe("What is required on a day", () => {
	test("Of each topic the requirement of its year, the last one begun; nothing before the first, and nothing once it is of nobody.", () => {
		const requirements = [
			{ topic: "year", fromYear: 1900, years: 1, whom: ["member" as const], target: 95 },
			{ topic: "aid", fromYear: 2024, years: 3, whom: ["chair" as const], target: 80 },
			{ topic: "aid", fromYear: 2026, years: 2, whom: ["chair" as const, "staff" as const], target: 90 },
			{ topic: "aid", fromYear: 2028, years: 2, whom: [], target: 90 },
		];
		const on = (day: string) =>
			wantedOn([year, first], requirements, day).map(({ id, since, target }) => [id, since, target]);
		expect(on("2023-12-31")).toEqual([["year", "2023-01-01", 95]]);
		expect(on("2024-01-01")).toEqual([
			["year", "2024-01-01", 95],
			["aid", "2022-01-01", 80],
		]);
		expect(on("2027-06-30")).toEqual([
			["year", "2027-01-01", 95],
			["aid", "2026-01-01", 90],
		]);
		expect(on("2028-01-01")).toEqual([["year", "2028-01-01", 95]]);
	});
});

describe("How many more it takes", () => {
	test("80 of 86 are 93.0 %, and two more make 95 %; 19 of 20 are 95 % exactly.", () => {
		expect(standingOf({ owed: 86, reached: 80 }, 95)).toEqual({ kind: "missed", more: 2 });
		expect(standingOf({ owed: 86, reached: 82 }, 95)).toEqual({ kind: "met" });
		expect(standingOf({ owed: 20, reached: 19 }, 95)).toEqual({ kind: "met" });
		expect(standingOf({ owed: 20, reached: 18 }, 95)).toEqual({ kind: "missed", more: 1 });
		expect(standingOf({ owed: 0, reached: 0 }, 95)).toEqual({ kind: "nobody" });
		expect(standingOf({ owed: 3, reached: 2 }, 100)).toEqual({ kind: "missed", more: 1 });
	});

	test("It is the least number that makes the target, and never more than are left.", () => {
		const people = fc.integer({ min: 1, max: 40_000 });
		fc.assert(
			fc.property(people, fc.nat(), fc.integer({ min: 1, max: 100 }), (owed, some, target) => {
				const reached = some % (owed + 1);
				const standing = standingOf({ owed, reached }, target);
				const makes = (number: number) => number * 100 >= owed * target;
				if (standing.kind === "met") expect(makes(reached)).toBe(true);
				else if (standing.kind === "missed") {
					expect(standing.more).toBeGreaterThan(0);
					expect(reached + standing.more).toBeLessThanOrEqual(owed);
					expect(makes(reached + standing.more)).toBe(true);
					expect(makes(reached + standing.more - 1)).toBe(false);
				}
			}),
		);
	});
});
