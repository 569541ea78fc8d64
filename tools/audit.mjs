// `npm run audit`: every page of the demonstration, as every reader, in every language, width and light: axe's findings,
// sideways scrolling, and a screenshot of each in .huijia/pictures, to be looked at.
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { demonstration, everyPage, walks } from "../test/e2e/demonstration.ts";
import { faultsOf, patternOf } from "../test/e2e/walk.ts";
import { root } from "./folders.mjs";

const pictures = join(root, ".huijia/pictures");
rmSync(pictures, { recursive: true, force: true });
mkdirSync(pictures, { recursive: true });

const combinations = ["zh", "en"].flatMap((language) =>
	[360, 1280].flatMap((width) => [false, true].map((dark) => ({ language, width, dark }))),
);

const here = await demonstration();
const all = await walks(here);
const faults = new Map();
for (const looks of combinations) {
	await everyPage(here, all, looks, async (page, address, reader) => {
		const pattern = patternOf(address);
		const name = `${reader}${pattern}`.replace(/[^\w]+/g, "-").replace(/-$/, "");
		const look = `${looks.language}-${looks.width}${looks.dark ? "-dark" : ""}`;
		await page.screenshot({ path: join(pictures, `${name}.${look}.png`), fullPage: true });
		for (const fault of await faultsOf(page)) {
			const line = `${pattern} ${fault}`;
			faults.set(line, [...(faults.get(line) ?? []), look]);
		}
	});
	console.log(`looked at ${looks.language} ${looks.width} px ${looks.dark ? "dark" : "light"}`);
}
await here.close();

for (const [line, looks] of faults) console.log(`✗ ${line} [${looks.join(", ")}]`);
const pages = all.reduce((sum, { pages: some }) => sum + some.length, 0);
console.log(
	`${pages} pages, ${combinations.length} looks each, ${faults.size} faults. Pictures: ${pictures}`,
);
process.exit(faults.size > 0 ? 1 : 0);
