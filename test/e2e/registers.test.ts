import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { tryIntake } from "../../tools/bench/intake.mjs";
import { roster } from "./roster";
import { type Stage, stage } from "./stage.ts";
import { faultsOf } from "./walk.ts";

// A village's register as its secretary keeps it in WPS, and the same as a file of Chinese Windows: chosen in a browser,
// looked at, brought in, and chosen again.

const registers = join(import.meta.dirname, "../registers");

async function village(): Promise<{ here: Stage; secretary: Page; home: string }> {
	const here = await stage();
	const secretary = await here.page();
	await secretary.goto(here.ownerLink);
	await secretary.fill("#name", "区海燕");
	await secretary.fill("#organisation", "雅溪村计划生育协会");
	await secretary.locator("button.stamp").first().click();
	await secretary.waitForURL(/\/o\//);
	return { here, secretary, home: secretary.url() };
}

/** Chooses a file, and looks at what would become of it. */
async function look(page: Page, home: string, file: string): Promise<string> {
	await page.goto(`${home}/intakes/new`);
	await page.setInputFiles("#file", join(registers, file));
	await page.getByRole("button", { name: "看一看结果" }).click();
	await page.locator(".intake-counts").waitFor();
	return page.locator(".intake-counts").innerText();
}

async function bringIn(page: Page): Promise<void> {
	await page.getByRole("button", { name: "开始导入" }).click();
	await page.waitForURL(/\/intakes\/[0-9a-z]{16}$/);
}

const registered = (here: Stage) =>
	here.db(`select name, sex, birth_year as birthYear, coalesce(telephone, '') as telephone, address, from_day as joinedOn,
		kind from membership join person on person.id = person order by name, birth_year`);

const order = (one: { name: string; birthYear: number | string }) => `${one.name} ${one.birthYear}`;
const sorted = <One extends { name: string; birthYear: number | string }>(list: readonly One[]) =>
	[...list].sort((one, other) => (order(one) < order(other) ? -1 : 1));

describe("roster-1.xlsx", () => {
	let here: Stage;
	let secretary: Page;
	let home = "";
	beforeAll(async () => {
		({ here, secretary, home } = await village());
	});
	afterAll(() => here.close());

	test("The look says 63 lines, 62 people: one written twice, three pairs of one name kept apart; nothing is written.", async () => {
		expect(await look(secretary, home, "roster-1.xlsx")).toBe(
			"共 63 行：新登记 62，原来就有或重复 1，改登记 0，以后再看 0",
		);
		const said = await secretary.locator("[data-steps]").innerText();
		expect(said).toContain("表里写了两次（1）");
		expect(said).toContain("表里有同名的，看来是另一个人（3）");
		expect(await here.db("select count(*) as n from membership")).toEqual([{ n: 0 }]);
		expect(await faultsOf(secretary)).toEqual([]);
	});

	test("Every date and telephone, sex and address arrives as it was meant; totals and blanks are nobody.", async () => {
		await bringIn(secretary);
		const meant = (await roster()).map(({ honorary, birthYear, name, ...one }) => ({
			...{
				...one,
				name: name.replace(" ", ""),
				birthYear: Number(birthYear),
				kind: honorary ? "honorary" : "ordinary",
			},
		}));
		expect(meant).toHaveLength(62);
		expect(sorted((await registered(here)) as typeof meant)).toEqual(sorted(meant));
		const page = await secretary.locator("main").innerText();
		expect(page).toContain("roster-1.xlsx");
		expect(page).toContain("已完成");
		expect(await faultsOf(secretary)).toEqual([]);
		await secretary.goto(`${home}/members`);
		expect(await secretary.locator("main").innerText()).toContain("62 人");
		await secretary.goto(`${home}/members?search=xxh`);
		expect(await secretary.locator("tbody tr").count()).toBe(2);
	});

	test("The same file again adds nobody.", async () => {
		expect(await look(secretary, home, "roster-1.xlsx")).toBe(
			"共 63 行：新登记 0，原来就有或重复 63，改登记 0，以后再看 0",
		);
		await bringIn(secretary);
		expect(await registered(here)).toHaveLength(62);
	});

	test("an import reset membership dates (Admidio 1592): the other file's days stand beside the known ones, and none changes by itself.", async () => {
		const before = await registered(here);
		const said = await look(secretary, home, "roster-1-gbk.csv");
		expect(said).toMatch(/新登记 0，/);
		expect(await secretary.locator("[data-steps]").innerText()).toContain(
			"入会日期：2021-07-01 → 2021-07-18",
		);
		await bringIn(secretary);
		expect(await registered(here)).toEqual(before);
	});

	test("It can be taken back as a whole.", async () => {
		await secretary.goto(`${home}/intakes`);
		expect(await faultsOf(secretary)).toEqual([]);
		await secretary.locator("tbody a").last().click();
		await secretary.getByRole("link", { name: "撤销这次导入" }).click();
		await secretary.getByRole("button", { name: "撤销" }).waitFor();
		expect(await faultsOf(secretary)).toEqual([]);
		await secretary.getByRole("button", { name: "撤销" }).click();
		await secretary.waitForURL(/\/intakes\/[0-9a-z]{16}$/);
		expect(await registered(here)).toHaveLength(0);
		await secretary.goto(`${home}/members`);
		expect(await secretary.locator("main").innerText()).toContain("0 人");
	});

	test("Last year's register of dues, dues-1.xlsx: 54 sums beside the books, namesakes asked about, strangers listed; receipts and vouchers; twice adds nothing.", async () => {
		await look(secretary, home, "roster-1.xlsx");
		await bringIn(secretary);
		await secretary.goto(`${home}/dues/rates`);
		await secretary.fill("#from_day", "2015-01-01");
		await secretary.fill("#amount", "10");
		await secretary.locator("button.stamp").click();
		await secretary.waitForURL(/\/dues$/);
		const lookAtMoney = async () => {
			await secretary.goto(`${home}/funds`);
			await secretary.getByRole("link", { name: "导入账单" }).click();
			await secretary.waitForURL(/\/intakes\/money$/);
			await secretary.setInputFiles("#file", join(registers, "dues-1.xlsx"));
			await secretary.fill("#approver", "盛雅芬");
			await secretary.locator("#approver").press("Tab");
			await secretary.getByRole("button", { name: "看一看结果" }).click();
			await secretary.locator(".intake-counts").waitFor();
			return secretary.locator(".intake-counts").innerText();
		};
		const first = await lookAtMoney();
		expect(first).toMatch(/^共 54 行：新记 \d+ 笔，账上已有 0，/);
		const asked = await secretary.locator("[data-steps]").innerText();
		expect(asked).toContain("有同名的会员，分不清是哪一位");
		expect(await here.db("select count(*) as n from entry")).toEqual([{ n: 0 }]);
		expect(await faultsOf(secretary)).toEqual([]);
		await bringIn(secretary);
		const posted = Number(/新记 (\d+) 笔/.exec(first)?.[1]);
		expect(await here.db("select count(*) as n from entry")).toEqual([{ n: posted }]);
		expect(posted).toBeGreaterThan(40);
		expect(await secretary.locator("main").innerText()).toContain("以后再看");
		expect(await faultsOf(secretary)).toEqual([]);
		expect(await lookAtMoney()).toMatch(new RegExp(`新记 0 笔，账上已有 ${posted}，`));
		await secretary.goto(`${home}/funds/books?year=2025`);
		expect(await secretary.locator("main").innerText()).toContain(
			`第 1 笔到第 ${posted} 笔，都和当初记的一样`,
		);
		await secretary.goto(`${home}/intakes`);
		await secretary.getByRole("link", { name: "dues-1.xlsx" }).click();
		for (;;) {
			const back = secretary.getByRole("link", { name: "撤销这次导入" });
			if ((await back.count()) > 0) await back.click();
			await secretary.getByRole("button", { name: "撤销" }).click();
			await secretary.waitForLoadState();
			if (!secretary.url().endsWith("/undo")) break;
		}
		expect(await here.db("select sum(amount) as fen, count(*) as n from entry")).toEqual([
			{ fen: 0, n: 2 * posted },
		]);
	});
});

test("roster-1-gbk.csv: 62 people with every day and telephone, from the encoding of Chinese Windows.", async () => {
	const { here, secretary, home } = await village();
	try {
		expect(await look(secretary, home, "roster-1-gbk.csv")).toMatch(/^共 63 行：新登记 62，/);
		await bringIn(secretary);
		const text = new TextDecoder("gb18030").decode(await readFile(join(registers, "roster-1-gbk.csv")));
		const lines = text
			.split(/\r?\n/)
			.filter((line) => /^\d+,/.test(line))
			.map((line) => line.replace(/"([^"]*)"/g, (_, inside: string) => inside.replace(",", " ")).split(","));
		const meant = new Map(
			lines.map(([, name = "", sex, born = "", telephone = "", address, joined = "", , note = ""]) => {
				const half = (one: string) => one.normalize("NFKC").replace(/\s/g, "");
				const [year, month = "", day = ""] = joined.split("/");
				const one = {
					...{
						name: half(name),
						sex: sex === "女" ? "female" : "male",
						birthYear: Number(half(born).slice(0, 4)),
					},
					...{ telephone: half(telephone), address },
					joinedOn: `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`,
					kind: note.includes("免会费") ? "honorary" : "ordinary",
				};
				return [`${order(one)} ${one.address}`, one] as const;
			}),
		);
		expect(meant.size).toBe(62);
		const known = (await registered(here)) as { name: string; birthYear: number }[];
		expect(sorted(known)).toEqual(sorted([...meant.values()]));
	} finally {
		await here.close();
	}
});

test("A register of sixty villages, the server killed on the way: everybody is there once, where the file says.", async () => {
	const told = await tryIntake({ rows: 1500, kills: 1 });
	expect(told).toMatchObject({ members: 1500, right: 1500, counted: 1500, found: 1500 });
	// Four for each member, and two for each request of 100.
	expect(told.rowsEach).toBeLessThanOrEqual(4 + 2 / 100);
});
