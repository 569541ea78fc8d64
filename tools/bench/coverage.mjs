// How often the 95 % interval holds the truth: 10,000 villages, and districts of them rolled up, from a fixed seed.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { bundle } from "../bundle.mjs";
import { root } from "../folders.mjs";
import { printTable } from "./table.mjs";

const SEED = 20261128;
const [LEAST, MOST] = [0.94, 0.975];

/** The simulation as `npm run bench -- coverage` tells it; answers which mean lies outside its bounds, in words. */
export async function measureCoverage({ villages = 10_000, districts = 1000 } = {}) {
	const text = await bundle({ entry: "test/surveys/coverage.ts" });
	const { districtCoverage, sizesOf, villageCoverage } = await import(
		`data:text/javascript,${encodeURIComponent(text)}`
	);
	const sizes = sizesOf(readFileSync(join(root, "tools/demo/district.csv"), "utf8"));
	const percent = (share) => `${(share * 100).toFixed(2)} %`;
	const alone = villageCoverage(sizes, villages, SEED);
	console.log(`Coverage of the 95 % interval, ${villages.toLocaleString("en")} villages, seed ${SEED}`);
	printTable(
		["answers", "villages", "coverage"],
		alone.cells.map(({ from, to, villages: many, coverage }) => [`${from}–${to}`, many, percent(coverage)]),
	);
	console.log(`mean ${percent(alone.mean)}; worst n: ${alone.worst.from}, ${percent(alone.worst.coverage)}`);
	const together = [3, 10, 22, sizes.length].map((many) => [
		many,
		districtCoverage(sizes, districts, many, SEED),
	]);
	console.log(`\n${districts.toLocaleString("en")} trees of them rolled up`);
	printTable(
		["villages in each", "coverage"],
		together.map(([many, share]) => [many, percent(share)]),
	);
	return [["villages", alone.mean], ...together.map(([many, share]) => [`trees of ${many}`, share])]
		.filter(([, share]) => share < LEAST || share > MOST)
		.map(([what, share]) => `coverage of ${what}: ${percent(share)}`);
}
