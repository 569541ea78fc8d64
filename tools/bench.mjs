// `npm run bench [-- <members> …]`: what every job costs at three sizes, against budgets, and how fast the hottest two
// are beside a bare Worker. `npm run bench -- intake`: a district's register brought in while the server is killed;
// `-- receipts`: receipts while it is killed; `-- phones`: two hundred phones checking in at once; `-- evening`: a
// district's evening of answers while it is killed; `-- coverage`: how often a survey's interval holds the truth;
// `-- results`: closing a district's survey and reading its results; `-- throttled`: the respondent's page on a slow line.
// Ends with an error when a budget is passed; speeds are told, and judged by whoever reads.
import { measureCosts } from "./bench/costs.mjs";
import { measureCoverage } from "./bench/coverage.mjs";
import { measureEvening } from "./bench/evening.mjs";
import { measureIntake } from "./bench/intake.mjs";
import { measurePhones } from "./bench/phones.mjs";
import { measureReceipts } from "./bench/receipts.mjs";
import { measureResults } from "./bench/results.mjs";
import { measureSpeed } from "./bench/speed.mjs";
import { measureThrottled } from "./bench/throttled.mjs";
import { measureWeights } from "./bench/weights.mjs";

const asked = process.argv.slice(2);
/** Trials that are asked for by name. */
const trials = {
	intake: measureIntake,
	receipts: measureReceipts,
	phones: measurePhones,
	coverage: measureCoverage,
	evening: measureEvening,
	results: measureResults,
	throttled: measureThrottled,
};
const trial = trials[asked[0]];
const broken = trial ? await trial() : await measureAll(asked.map(Number).filter(Boolean));

for (const what of broken) console.log(`✗ ${what}`);
console.log(broken.length === 0 ? "\nEvery budget is kept." : `\n${broken.length} budgets passed.`);
process.exitCode = broken.length === 0 ? 0 : 1;

async function measureAll(sizes) {
	const passed = await measureWeights();
	for (const size of sizes.length > 0 ? sizes : [1000, 30_000, 300_000])
		passed.push(...(await measureCosts(size)));
	await measureSpeed();
	return passed;
}
