// `npm test`: everything: types, lint, tests in workerd on the real migrations, stories in a real browser.
import { inTurn, lint, tell, types } from "./steps.mjs";

await tell([
	() => Promise.all([types(), lint()]),
	// Two lanes, one a core, of about the same length.
	() => Promise.all([inTurn("long", "pages"), inTurn("quick", "e2e")]),
]);
