import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { demonstration, everyPage, type Walk, walks } from "./demonstration.ts";
import type { Stage } from "./stage.ts";
import { faultsOf, patternOf } from "./walk.ts";

let here: Stage;
let all: Walk[];
const silent: string[] = [];
const faults = new Set<string>();

/** Looks at a page; what is wrong with it is kept once for its kind. */
async function look(page: Page, address: string, but?: readonly string[]): Promise<void> {
	for (const fault of await faultsOf(page, but)) faults.add(`${patternOf(address)} ${fault}`);
}

beforeAll(async () => {
	here = await demonstration();
	all = await walks(here, { language: "zh", width: 360 }, async (page, address) => {
		if (!(await page.content()).includes("演示")) silent.push(address);
		await look(page, address);
	});
}, 480_000);
afterAll(() => here.close());

test("Links lead to every kind of page: no dead end, no error.", () => {
	const kinds = new Set(all.flatMap(({ pages }) => pages.map(patternOf)));
	expect(kinds.size).toBeGreaterThan(45);
});

test("Every page says it is a demonstration.", () => {
	expect(silent.filter((address) => !/\/received/.test(address))).toEqual([]);
});

test("Two villages have become one in it, with all that went over, and the history of either leads there.", async () => {
	const page = await here.page({ width: 360 });
	await page.context().addCookies(all.find(({ name }) => name === "district")?.cookies ?? []);
	const [merged] = (await here.db("select organisation, gone from merger")) as {
		organisation: string;
		gone: string;
	}[];
	for (const place of [merged?.organisation, merged?.gone]) {
		await page.goto(`/o/${place}/history`);
		await page.locator('a[href*="/mergers/"]').first().click();
		await page.waitForURL(/\/mergers\//);
		expect(await faultsOf(page)).toEqual([]);
		expect(await page.content()).toContain("行政村调整");
	}
	await page.context().close();
});

test("A district's tree opens for what is looked for, by initials, and folds again.", async () => {
	const page = await here.page({ width: 360 });
	await page.context().addCookies(all.find(({ name }) => name === "district")?.cookies ?? []);
	await page.goto("/o/jx/tree");
	const village = page.getByRole("link", { name: "里园坞村", exact: true });
	const townships = page.locator("#tree > ul > li:visible");
	const whole = await townships.count();
	expect(await village.isVisible()).toBe(false);
	await page.locator("input[data-filter]").fill("lywc");
	await village.waitFor({ state: "visible" });
	expect(await townships.count()).toBe(1);
	await page.locator("input[data-filter]").fill("");
	expect(await village.isVisible()).toBe(false);
	expect(await townships.count()).toBe(whole);
	await page.context().close();
});

test("Axe finds nothing and nothing scrolls sideways: zh at 360 px.", () => {
	expect([...faults]).toEqual([]);
});

test("Axe finds nothing and nothing scrolls sideways: en at 1280 px.", async () => {
	faults.clear();
	// Neither language nor width changes a colour: contrast, half of axe's time, was looked at on the way here.
	await everyPage(here, all, { language: "en", width: 1280 }, (page, address) =>
		look(page, address, ["color-contrast"]),
	);
	expect([...faults]).toEqual([]);
}, 480_000);
