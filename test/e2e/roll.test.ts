import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { lineTo } from "./line.ts";
import { type Stage, stage } from "./stage.ts";

// A training of forty people: twenty-five tapped on a phone that loses its network in the middle, ten who scan the code on the
// screen, five from the signed sheet. At the end there are forty rows and nobody twice.

let here: Stage;
let district = "";
let home = "";
let activity = "";
let organiser: Page;
const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);

beforeAll(async () => {
	here = await stage();
	organiser = await here.page({ width: 390 });
	await organiser.goto(here.ownerLink);
	await organiser.fill("#name", "区海燕");
	await organiser.fill("#organisation", "锦溪区计划生育协会");
	await organiser.selectOption("select[name=kind]", "district");
	await organiser.click("button.stamp");
	await organiser.waitForURL(/\/o\/\w+$/);
	district = organiser.url();
	home = district;
	await told("below", { id: "qq", organisation: "青桥镇计划生育协会", kind: "township" });
	home = `${here.url}/o/qq`;
	await told("below", { id: "yx", organisation: "雅溪村计划生育协会", kind: "village" });
	home = `${here.url}/o/yx`;
	// Forty-five members, by the same door as a program would.
	await Promise.all(
		Array.from({ length: 45 }, (_, index) =>
			told("members", {
				...{ id: `m${index}`, name: `会员${String(index).padStart(2, "0")}`, kind: "ordinary" },
				...{ joined_on: "2024-01-01", telephone: `139579${String(10_000 + index)}` },
			}),
		),
	);
	await told("activities", { id: "a1", kind: "training", title: "会员培训", day: today, heads: "42" });
	activity = `${home}/activities/a1`;
});
afterAll(() => here.close());

async function told(path: string, fields: Record<string, string>): Promise<void> {
	const answer = await organiser.request.post(`${home}/${path}`, {
		data: fields,
		headers: { Origin: here.url, Accept: "application/json" },
	});
	expect(answer.status(), await answer.text()).toBe(201);
}
const came = async (where = "") =>
	Number((await here.db(`select count(*) as n from attendance ${where}`))[0]?.n);

/** Taps names by their place on the roll, until all is sent. */
async function tapNames(page: Page, from: number, to: number): Promise<void> {
	for (let index = from; index < to; index++) await page.locator("input[name=came]").nth(index).check();
}
const settled = (page: Page) => page.locator("[role=status]", { hasText: "都送到了" }).waitFor();

test("who really came, per half-day; offline (Admidio 1108, hitobito 85, eventyay-checkin 103): twenty-five are tapped, the network goes in the middle, the page is loaded again without it, and each arrives once.", async () => {
	const line = await lineTo(here.url);
	await organiser.goto(`${activity.replace(here.url, line.url)}/attendance`);
	await tapNames(organiser, 0, 8);
	await settled(organiser);
	await organiser.evaluate(async () => {
		await navigator.serviceWorker.ready;
		// What the page is made of is kept by then.
		while (!(await caches.match(location.href, { ignoreVary: true })))
			await new Promise((resolve) => setTimeout(resolve, 50));
	});
	await organiser.waitForTimeout(500);
	line.cut();
	await tapNames(organiser, 8, 16);
	await organiser.reload();
	expect(await organiser.locator("input[name=came]:checked").count()).toBe(16);
	// Until it has found out that there is no network it says that it is sending.
	await organiser.locator("[role=status]", { hasText: "8 个还没送到" }).waitFor();
	await tapNames(organiser, 16, 25);
	// One tapped by mistake, and taken off again.
	await organiser.locator("input[name=came]").nth(30).check();
	await organiser.locator("[data-undo]").click();
	expect(await came()).toBe(8);
	line.mend();
	await organiser.evaluate(() => dispatchEvent(new Event("online")));
	await settled(organiser);
	expect([await came(), await came("where way = 'tap'")]).toEqual([25, 25]);
	line.close();
});

test("A name that is tapped while the page's script is still on its way is sent too.", async () => {
	const phone = await here.page({ width: 390 });
	await phone.context().addCookies(await organiser.context().cookies());
	let arrives = () => {};
	const tapped = new Promise<void>((resolve) => {
		arrives = resolve;
	});
	await phone.route(/\/call-[A-Z0-9]+\.js$/, async (route) => {
		await tapped;
		await route.continue();
	});
	await phone.goto(`${activity}/attendance`, { waitUntil: "domcontentloaded" });
	await phone.locator("input[name=came]").nth(41).check();
	arrives();
	await settled(phone);
	expect(await came()).toBe(26);
	await phone.locator("[data-undo]").click();
	await settled(phone);
	expect(await came()).toBe(25);
	await phone.context().close();
});

test("Ten scan the code on the organiser's screen, on phones of their own, without an account.", async () => {
	const screen = await organiser.context().newPage();
	await screen.goto(`${activity}/check-in`);
	await screen.locator("[data-qr] svg").waitFor();
	const phone = await here.page({ width: 360 });
	for (let index = 25; index < 35; index++) {
		const address = await screen.locator("[data-qr]").getAttribute("data-qr");
		await phone.goto(address ?? "");
		await phone.fill("#name", `会员${index}`);
		await phone.fill("#digits", String(10_000 + index).slice(-4));
		await phone.click("button[type=submit]");
		await phone.waitForURL(/checked-in/);
	}
	expect(await phone.locator("h1").innerText()).toContain("签到好了");
	expect((await phone.context().cookies()).length).toBe(0);
	expect(await came("where way = 'code'")).toBe(10);
	await screen.close();
});

test("Five numbers of the signed sheet are keyed in, looked at and saved; forty came, nobody twice, and the head-count differs by two.", async () => {
	await organiser.goto(`${activity}/sign-in-sheet`);
	await organiser.click("button.stamp");
	await organiser.locator("button.stamp").waitFor({ state: "detached" });
	await organiser.goto(`${activity}/sheet-numbers`);
	await organiser.fill("#numbers", "34、36-38，39 40");
	await organiser.click("main form[method=get] button");
	await organiser.waitForURL(/numbers=/);
	expect(await organiser.locator("main").innerText()).toContain("一共 6 人，新记 5 人");
	await organiser.locator("form[method=post] button.stamp").click();
	await organiser.waitForURL(activity);
	expect([await came(), await came("where way = 'sheet'")]).toEqual([40, 5]);
	expect(await here.db("select count(distinct person) as n from attendance")).toEqual([{ n: 40 }]);
	expect(await organiser.locator("main").innerText()).toContain("人数比点名多 2 人");
});

test("Their district sees that forty of forty-five were reached, and opens the five who weren't, and the activity.", async () => {
	await here.nightly();
	await organiser.goto(`${district}/training/board`);
	const board = await organiser.locator("main").innerText();
	expect(board).toContain("88.9");
	await organiser.locator("main table a", { hasText: "88.9" }).last().click();
	const names = await organiser.locator("main").innerText();
	expect(names.match(/会员\d\d/g)?.sort()).toEqual(["会员40", "会员41", "会员42", "会员43", "会员44"]);
	await organiser.goto(activity);
	expect(await organiser.locator("main").innerText()).toMatch(/到\D*40/);
});

test("Whoever signs out leaves no roll on the phone.", async () => {
	await organiser.goto(`${activity}/attendance`);
	await organiser.evaluate(async () => {
		while (!(await caches.has("roll"))) await new Promise((resolve) => setTimeout(resolve, 50));
	});
	await organiser.evaluate(() =>
		(document.querySelector('form[action="/sign-out"]') as HTMLFormElement).requestSubmit(),
	);
	await organiser.waitForURL(`${here.url}/`);
	await organiser.waitForTimeout(300);
	expect(
		await organiser.evaluate(async () => [
			await caches.has("roll"),
			(await navigator.serviceWorker.getRegistrations()).length,
			Object.keys(localStorage).filter((name) => name.startsWith("huijia roll")).length,
		]),
	).toEqual([false, 0, 0]);
});
