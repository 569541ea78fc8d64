import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Stage, stage } from "./stage.ts";
import { faultsOf } from "./walk.ts";

// A village's plan on its way: filed, returned with a word at an item, filed again, approved; the second of two who answer is told so;
// and what is changed afterwards stands there with its reason.

let here: Stage;
let owner: Page;
let township: Page;
let village: Page;
const year = new Date(Date.now() + 8 * 3_600_000).getUTCFullYear();

beforeAll(async () => {
	here = await stage();
	owner = await here.page();
});
afterAll(() => here.close());

async function save(page: Page): Promise<void> {
	const before = page.url();
	await page.locator("button.stamp").first().click();
	await page.waitForURL((url) => url.href !== before);
}
const said = (page: Page) => page.locator("main").innerText();

/** Somebody comes in by the link that the owner makes for a post. */
async function letIn(home: string, name: string, post: string, width: number): Promise<Page> {
	await owner.goto(`${home}/officers`);
	await owner.fill("form[action$='/officers/links'] input[name=name]", name);
	await owner.selectOption("form[action$='/officers/links'] select[name=post]", post);
	await owner.locator("form[action$='/officers/links'] button[type=submit]").click();
	await owner.waitForSelector("[data-copy]", { state: "attached" });
	const link = (await owner.locator("[data-copy]").getAttribute("data-copy")) ?? "";
	const page = await here.page({ width });
	page.on("dialog", (dialog) => dialog.accept());
	await page.goto(link);
	await save(page);
	return page;
}

/** An organisation founded below another; answers its home. */
async function found(home: string, name: string, kind: string): Promise<string> {
	await owner.goto(`${home}/below/new`);
	await owner.fill("#organisation", name);
	const kinds = owner.locator(`input[name=kind][value=${kind}]`);
	if ((await kinds.count()) > 0) await kinds.check();
	else await owner.selectOption("select[name=kind]", kind);
	await save(owner);
	return `${here.url}/o/${(await here.db(`select id from organisation where name = '${name}'`))[0]?.id}`;
}

test("The district sets a day; the village, on a phone, begins with the ready-made plan and files it.", async () => {
	await owner.goto(here.ownerLink);
	await owner.fill("#name", "盛雅芬");
	await owner.fill("#organisation", "锦溪区计划生育协会");
	await owner
		.selectOption("select[name=kind]", "district")
		.catch(() => owner.check("input[name=kind][value=district]"));
	await save(owner);
	const district = owner.url();
	const qq = await found(district, "青桥镇计划生育协会", "township");
	const sy = await found(qq, "上园村计划生育协会", "village");
	township = await letIn(qq, "郑新富", "staff", 1280);
	village = await letIn(sy, "吴美珍", "secretary-general", 360);
	await township.goto(`${qq}/plans-below`);
	await township.fill("#day", `${year}-12-31`);
	await township.locator("form[action$=deadline] button").click();
	await township.waitForLoadState();
	await village.goto(sy);
	expect(await said(village)).toContain(`${year} 年计划`);
	await village.goto(`${sy}/plans/${year}`);
	await Promise.all([village.waitForLoadState("load"), village.locator("button[value=ready]").click()]);
	await village.waitForSelector("table.register");
	expect(await faultsOf(village)).toEqual([]);
	await village.locator("form[action$=rounds] button").click();
	await village.waitForSelector("form[action$=withdrawal]");
	expect(await said(village)).toContain("已报，等答复");
});

test("The township returns it with a word at an item; the village mends that and files again; it is approved, and the next answer comes too late.", async () => {
	await township.goto(`${township.url().split("/plans-below")[0]}/plans-below/next`);
	const round = township.url();
	expect(round).toContain("/rounds/1");
	expect(await faultsOf(township)).toEqual([]);
	await township.locator("input[name^=comment-]").first().fill("请写明和谁一起办");
	await township.check("input[name=outcome][value=returned]");
	await save(township);
	await village.reload();
	expect(await said(village)).toContain("请写明和谁一起办");
	await village.locator("table.register tbody a").first().click();
	await village.waitForSelector("#helpers");
	await village.fill("#helpers", "卫生室");
	await save(village);
	await village.locator("form[action$=rounds] button").click();
	await village.waitForSelector("form[action$=withdrawal]");
	// Two answer the same round at once: the township, and the owner in her name.
	const second = round.replace("/rounds/1", "/rounds/2");
	await owner.goto(second);
	await township.goto(second);
	await save(township);
	await owner.locator("button.stamp").click();
	await owner.waitForSelector("[role=alert]");
	expect(await owner.locator("[role=alert]").innerText()).toContain("郑新富");
	expect(await here.db("select round, outcome from review order by round")).toEqual([
		{ round: 1, outcome: "returned" },
		{ round: 2, outcome: "approved" },
	]);
});

test("Afterwards a change is an amendment with its reason, and the township reads from what to what.", async () => {
	await village.reload();
	expect(await said(village)).toContain("已批准");
	await village.locator("table.register tbody a").first().click();
	await village.waitForSelector("#reason");
	await village.fill("#place", "村文化礼堂");
	await village.fill("#reason", "村口修路");
	await save(village);
	await township.goto(village.url());
	expect(await said(township)).toContain("村口修路");
	expect(await said(township)).toContain("→ 村文化礼堂");
});
