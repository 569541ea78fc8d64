import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { AxeResults } from "axe-core";
import type { Page } from "playwright-core";
import { paths } from "../../web/paths.ts";

/** The words that stand in addresses; whatever else does is an id. */
const literal = new Set(
	Object.values(paths).flatMap((path) => (path as (...names: string[]) => string)(":", ":").split("/")),
);

/**
 * An address with its ids taken out: two members' pages are the same page. Queries count by their names. A village's home
 * and survey are other pages than a township's or the district's; the demonstration names these t01v01, t01 and jx.
 */
export function patternOf(address: string): string {
	const url = new URL(address);
	const steps = url.pathname.split("/");
	const differsByLevel = steps.length === 3 || (steps.length === 4 && steps[3] === "surveys");
	const level =
		differsByLevel && /^(jx|t\d\d(v\d\d)?)$/.test(steps[2] ?? "") ? steps[2]?.replace(/\d/g, "") : ":";
	// The second step is an organisation, even where its id happens to be a word of ours: the practice village's is.
	const shown = steps.map((step, index) =>
		index === 2 && steps[1] === "o" ? level : literal.has(step) ? step : ":",
	);
	return `${shown.join("/")}?${[...url.searchParams.keys()].sort().join("&")}`;
}

/** Downloads, other languages and the ways out are not pages to look at. */
const passedOver = /format=csv|format=json|language=|\/sign-out|^mailto:/;

/**
 * Every page that can be reached by links from where somebody stands, one address of each kind, nearest first; kinds that
 * were found before are passed over. Each is handed over once as it stands open.
 */
export async function pagesFrom(
	page: Page,
	starts: readonly string[],
	before: ReadonlySet<string>,
	visit: (page: Page, address: string) => Promise<void>,
): Promise<string[]> {
	const origin = new URL(starts[0] ?? "").origin;
	const found = new Map(starts.map((start) => [patternOf(start), start]));
	const dead: string[] = [];
	for (const address of found.values()) {
		const answer = await page.goto(address);
		if (answer?.status() !== 200) dead.push(`${answer?.status()} at ${address}`);
		await visit(page, address);
		const links = await page.$$eval("a[href]", (anchors) =>
			anchors.map((anchor) => (anchor as HTMLAnchorElement).href),
		);
		for (const link of links.map((one) => one.split("#")[0] ?? "")) {
			if (!link.startsWith(origin) || passedOver.test(link)) continue;
			const pattern = patternOf(link);
			if (!found.has(pattern) && !before.has(pattern)) found.set(pattern, link);
		}
	}
	if (dead.length > 0) throw new Error(`dead ends: ${dead.join(", ")}`);
	return [...found.values()];
}

/**
 * Read as it is shipped: the browser takes half a second less over it than over the readable one, on every page. A browser
 * that is told beforehand compiles it once for all pages.
 */
export const axe = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const standards = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

/** The ninth row of a table or list, and those after it but the last two: made as the first eight are. */
const alike = ":is(tr, li):nth-child(n + 9):not(:nth-last-child(-n + 2))";

/** What is wrong with a page as it stands: axe's findings by WCAG 2.2 AA, and sideways scrolling; `but` are axe's rules to pass over. */
export async function faultsOf(page: Page, but: readonly string[] = []): Promise<string[]> {
	if (!(await page.evaluate("'axe' in globalThis"))) await page.evaluate(axe);
	const { violations } = await page.evaluate(
		({ exclude, runOnly, but }): Promise<AxeResults> =>
			(globalThis as unknown as { axe: typeof import("axe-core") }).axe.run(
				{ exclude },
				{
					runOnly,
					resultTypes: ["violations"],
					rules: Object.fromEntries(but.map((rule) => [rule, { enabled: false }])),
				},
			),
		{ exclude: alike, runOnly: standards, but },
	);
	const wide = await page.evaluate(
		() => document.documentElement.scrollWidth - document.documentElement.clientWidth,
	);
	return [
		...violations.map(
			({ id, help, nodes }) =>
				`${id}: ${help} (${nodes
					.map(({ target }) => target.join(" "))
					.slice(0, 3)
					.join("; ")})`,
		),
		...(wide > 0 ? [`scrolls sideways by ${wide} px`] : []),
	];
}
