import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Stage, stage } from "./stage.ts";

// The dues of a village and what became of them, from one save of the grid to the notice on the wall.

let here: Stage;
let secretary: Page;
let home = "";
const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
const year = Number(today.slice(0, 4));

/** Sends a form as the secretary's browser would, without walking there. */
async function send(path: string, form: Record<string, string>): Promise<void> {
	const answer = await secretary.request.post(`${home}${path}`, {
		form,
		headers: { Origin: here.url },
		maxRedirects: 0,
	});
	expect(answer.status(), path).toBe(303);
}

async function save(page: Page): Promise<void> {
	const before = page.url();
	await page.locator("button.stamp").first().click();
	await page.waitForURL((url) => url.href !== before);
}
const said = async (page: Page) => (await page.locator("main").innerText()).replaceAll("\u00a0", " ");

beforeAll(async () => {
	here = await stage();
	secretary = await here.page();
	secretary.on("dialog", (dialog) => dialog.accept());
	await secretary.goto(here.ownerLink);
	await secretary.fill("#name", "区海燕");
	await secretary.fill("#organisation", "雅溪村计划生育协会");
	await save(secretary);
	home = secretary.url();
	for (let index = 0; index < 60; index += 1)
		await send("/members", {
			...{ id: `m${index}`, name: `陈${String.fromCharCode(0x4e00 + index * 9)}` },
			...{ joined_on: `${year - 1}-01-01`, kind: "ordinary" },
		});
	await send("/dues/rates", { id: "r1", from_day: `${year - 1}-01-01`, amount: "10" });
	const held = { id: "a1", kind: "publicity", title: "会员活动日", day: today, heads: "40" };
	await send("/activities", held);
});
afterAll(() => here.close());

test("three clicks a payer (Dolibarr 29606, 37904): a grid, sixty members' dues on one page in one save, and every receipt prints with its code.", async () => {
	await secretary.goto(`${home}/dues`);
	const boxes = secretary.locator(`input[name=tick][value$="${year}"]`);
	expect(await boxes.count()).toBe(60);
	for (const box of await boxes.all()) await box.check();
	await save(secretary);
	expect(await said(secretary)).toContain("60 张收据，共 600 元");
	await secretary.getByRole("link", { name: "打印收据" }).click();
	await secretary.waitForURL(/receipts$/);
	expect(await secretary.locator("article.receipt").count()).toBe(60);
	// Codes are drawn in the browser, after the page stands.
	await secretary.locator("article.receipt .qr svg").nth(59).waitFor();
	expect(await secretary.locator("article.receipt .qr svg").count()).toBe(60);
});

test("A leader's handful goes on one receipt, part of a year and all; a mistake is reversed, and its paper says so.", async () => {
	await secretary.goto(`${home}/dues`);
	for (const who of ["m3", "m4", "m5"]) await secretary.check(`input[name=tick][value="${who}.${year - 1}"]`);
	await secretary.locator("details.together summary").click();
	await secretary.selectOption("#payer", "m3");
	await secretary.fill("#received", "25");
	await save(secretary);
	expect(await said(secretary)).toContain("1 张收据，共 25 元");
	await secretary.locator("tbody a").first().click();
	await secretary.locator("details.off-paper summary").click();
	await secretary.fill("#reason", "多收了一户");
	await secretary.locator("details.off-paper button.stamp").click();
	await secretary.getByText("冲销：多收了一户").waitFor();
	const address = await secretary.locator(".qr").getAttribute("data-qr");
	const stranger = await here.page({ width: 360 });
	await stranger.goto(String(address));
	expect(await said(stranger)).toContain("已冲销");
	expect(await said(stranger)).not.toContain("陈");
});

test("An expense names the activity it paid for; one beyond what is there is refused with the figures; the books hold.", async () => {
	await secretary.goto(`${home}/funds/new`);
	await secretary.check("input[name=what][value=activity]");
	await secretary.fill("#amount", "700");
	await secretary.fill("#purpose", "茶水、折页");
	await secretary.fill("#party", "村口小店");
	await secretary.fill("#approver", "区海燕");
	await secretary.selectOption("#activity", "a1");
	await secretary.locator("button.stamp").click();
	await secretary.locator("#amount-error").waitFor();
	expect(await said(secretary)).toContain("现在有 600 元，这一笔要 700 元");
	await secretary.fill("#amount", "88.50");
	await save(secretary);
	expect(await said(secretary)).toContain("会员活动日");
	await secretary.goto(`${home}/funds/books`);
	expect(await said(secretary)).toContain("第 1 笔到第 63 笔，都和当初记的一样");
});

test("Last year is closed; the notice hangs in the open without a name; whoever objects is answered in the open.", async () => {
	await send("/funds", {
		...{ id: "g1", direction: "income", what: "grant", day: `${year - 1}-03-04`, amount: "500" },
		...{ purpose: "活动经费", party: "镇协会", method: "transfer" },
	});
	await secretary.goto(`${home}/funds/settlements`);
	await secretary.selectOption("#period", String(year - 1));
	await secretary.locator("button.stamp").click();
	await secretary.getByText("已结账。").waitFor();
	await secretary.goto(`${home}/funds/notices`);
	await secretary.fill("#place", "村委会二楼");
	await secretary.check("input[name=agreed]");
	await save(secretary);
	const notice = secretary.url();
	const stranger = await here.page({ width: 360, scripts: false });
	await stranger.goto(notice);
	expect(await said(stranger)).toContain("会员会费（已缴 60 人）");
	expect(await said(stranger)).not.toMatch(/陈|村口小店|区海燕/);
	await stranger.locator("summary").click();
	await stranger.fill("#text", "茶水是不是贵了？");
	await stranger.locator("button.stamp").click();
	await stranger.waitForURL(/sent=1/);
	await secretary.goto(`${home}/funds/notices`);
	await secretary.locator("article textarea").fill("四十个人，一人两块二。");
	await secretary.locator("article button").click();
	await secretary.getByText("已公开答复。").waitFor();
	await stranger.goto(notice);
	expect(await said(stranger)).toContain("一人两块二");
});
