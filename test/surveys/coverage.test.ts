import { describe, expect, it } from "vitest";
import { districtCoverage, sizesOf, villageCoverage } from "./coverage";

const [district] = Object.values(
	import.meta.glob<string>("../../tools/demo/district.csv", {
		query: "?raw",
		import: "default",
		eager: true,
	}),
);
const sizes = sizesOf(district ?? "");

// The long form, ten times as many, is `npm run bench -- coverage`; its figures stand in docs/measured.md.
describe("The 95 % interval holds the truth 94 to 97.5 % of the time on average", () => {
	it("in villages of a real district's sizes, and never far less for any number of answers", () => {
		expect(sizes.length).toBeGreaterThan(240);
		const { mean, cells } = villageCoverage(sizes, 2000, 20261128);
		expect(mean).toBeGreaterThan(0.94);
		expect(mean).toBeLessThan(0.975);
		for (const { coverage } of cells) expect(coverage).toBeGreaterThan(0.92);
	});

	it("in townships and districts of such villages, rolled up", () => {
		for (const villages of [3, 10, 22]) {
			const share = districtCoverage(sizes, 600, villages, 20261128);
			expect(share, `${villages} villages`).toBeGreaterThan(0.93);
			expect(share, `${villages} villages`).toBeLessThan(0.985);
		}
	});
});
