// `npm test`: everything: types, lint, tests in workerd on the real migrations, stories in a real browser.
import { lint, tell, tests, types } from "./steps.mjs";

await tell([
	() => Promise.all([types(), lint()]),
	// Each keeps one core busy, and neither minds the other.
	() => Promise.all([tests("quick"), tests("long")]),
	() => Promise.all([tests("e2e"), tests("pages")]),
]);
