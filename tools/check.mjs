// `npm run check`: what a change can be checked by within seconds: types, lint, and the quick tests in workerd.
import { lint, tell, tests, types } from "./steps.mjs";

await tell([() => Promise.all([types(), lint(), tests("quick")])]);
