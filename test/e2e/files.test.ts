import { readFile } from "node:fs/promises";
import type { Page } from "playwright-core";
import readXlsxFile from "read-excel-file/node";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Stage, stage } from "./stage.ts";

// A register taken out, as a browser does it: read part by part, made into a file here, nobody lost and nobody twice.

const members = 2300;
let here: Stage;
let home = "";
let cookies: Awaited<ReturnType<ReturnType<Page["context"]>["cookies"]>>;

beforeAll(async () => {
	here = await stage();
	const page = await here.page();
	await page.goto(here.ownerLink);
	await page.fill("#name", "吴美珍");
	await page.fill("#organisation", "上园村计划生育协会");
	await page.fill("#adults", "5000");
	await page.click("button.stamp");
	await page.waitForURL(/\/o\//);
	home = new URL(page.url()).pathname;
	cookies = await page.context().cookies();
	await page.context().close();
	const organisation = home.split("/")[2];
	const people = JSON.stringify(
		Array.from({ length: members }, (_, index) => ({
			id: `m${String(index).padStart(4, "0")}`,
			name: index === 7 ? "=HYPERLINK(1)" : `陈${String.fromCharCode(0x4e00 + index)}`,
			telephone: index % 3 ? `139${String(10_000_000 + index)}` : null,
			birth: 1940 + (index % 60),
		})),
	);
	await here.db(
		"insert into person (id, name, telephone, birth_year, made_from) select value ->> 'id', value ->> 'name', value ->> 'telephone', value ->> 'birth', 'x' from json_each(?)",
		[people],
	);
	await here.db(
		"insert into membership (organisation, person, from_day, kind, sort) select ?, value ->> 'id', '2019-03-12', 'ordinary', value ->> 'name' from json_each(?)",
		[organisation, people],
	);
	await here.db(
		"insert into standing (organisation, year, members) values (?, cast(? as integer), cast(? as integer)) on conflict do update set members = excluded.members",
		[organisation, new Date(Date.now() + 8 * 3_600_000).getUTCFullYear(), members],
	);
});
afterAll(() => here.close());

async function register(looks: Parameters<Stage["page"]>[0] = {}) {
	const page = await here.page(looks);
	await page.context().addCookies(cookies);
	await page.goto(`${home}/members`);
	return page;
}

async function saved(page: Page, kind: "csv" | "xlsx") {
	const coming = page.waitForEvent("download");
	await page.click(`[data-file=${kind}]`);
	const download = await coming;
	return { name: download.suggestedFilename(), path: await download.path() };
}

test("A register of 2,300 becomes an .xlsx: numbers are numbers, days are days, no cell runs, nobody is lost or doubled.", async () => {
	const page = await register();
	// Between two parts somebody is renamed, so that by name they would stand before the cursor: still there, and once.
	let parts = 0;
	await page.route(/format=table/, async (route) => {
		parts += 1;
		if (parts === 2) {
			await here.db("update person set name = '阿改名' where id = 'm2200'");
			await here.db("update membership set sort = 'a' where person = 'm2200'");
		}
		await route.continue();
	});
	const { name, path } = await saved(page, "xlsx");
	expect(parts).toBe(3);
	expect(name).toMatch(/^上园村计划生育协会-会员名册-\d{4}-\d\d-\d\d\.xlsx$/);
	const [sheet] = await readXlsxFile(path);
	const [head, ...rows] = sheet?.data ?? [];
	expect(sheet?.sheet).toBe("会员名册");
	expect(head).toEqual(["姓名", "性别", "出生年份", "手机号", "住址", "会员类别", "入会日期", "备注"]);
	expect(rows).toHaveLength(members);
	const names = rows.map(([first]) => first);
	expect(new Set(names).size).toBe(members);
	expect(names).toContain("阿改名");
	expect(names).toContain("=HYPERLINK(1)");
	for (const [, , born, telephone, , , joined] of rows.slice(0, 50)) {
		expect(typeof born).toBe("number");
		expect(telephone === null || /^139\d{8}$/.test(String(telephone))).toBe(true);
		expect(typeof telephone).not.toBe("number");
		expect(joined).toEqual(new Date("2019-03-12"));
	}
	// A formula would be read as its value, and nobody has worked one out: what is read as text is text.
	expect(names.every((one) => typeof one === "string")).toBe(true);
	await page.context().close();
});

test("The .csv holds everybody as well, with no cell that runs.", async () => {
	const page = await register();
	const { name, path } = await saved(page, "csv");
	expect(name).toMatch(/\.csv$/);
	const text = await readFile(path, "utf8");
	expect(text.trimEnd().split("\r\n")).toHaveLength(members + 1);
	expect(text).toContain("'=HYPERLINK(1)");
	await page.context().close();
});

test("What is under way can be stopped, and begun again.", async () => {
	const page = await register();
	let release = () => {};
	const held = new Promise<void>((resolve) => {
		release = resolve;
	});
	await page.route(/format=table.*after=/, async (route) => {
		await held;
		await route.continue().catch(() => {});
	});
	await page.click("[data-file=xlsx]");
	await page.waitForFunction(() =>
		document.querySelector(".taking [role=status]")?.textContent?.includes("1000"),
	);
	expect(await page.locator(".taking progress").getAttribute("value")).toBe("1000");
	await page.click("[data-stop]");
	await page.waitForSelector(".taking", { state: "hidden" });
	release();
	await page.unroute(/format=table.*after=/);
	expect((await saved(page, "xlsx")).name).toMatch(/\.xlsx$/);
	await page.context().close();
});

test("A broken connection is said, and nothing half made is saved.", async () => {
	const page = await register();
	await page.route(/format=table.*after=/, (route) => route.abort());
	await page.click("[data-file=xlsx]");
	await page.waitForSelector("text=没有导出");
	await page.context().close();
});

test("Without a script the list is a plain attachment.", async () => {
	const page = await register({ scripts: false });
	expect(await page.locator("[data-file=xlsx]").isVisible()).toBe(false);
	const { path } = await saved(page, "csv");
	expect((await readFile(path, "utf8")).trimEnd().split("\r\n")).toHaveLength(members + 1);
	await page.context().close();
});

test("The key / leads to the line to search by.", async () => {
	const page = await register();
	await page.keyboard.press("/");
	expect(await page.evaluate(() => document.activeElement?.getAttribute("name"))).toBe("search");
	await page.goto(home);
	await page.keyboard.press("/");
	await page.waitForURL(/\/search$/);
	await page.context().close();
});
