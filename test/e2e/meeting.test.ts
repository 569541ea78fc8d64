import { afterAll, beforeAll, expect, test } from "vitest";
import { stage } from "./stage.ts";
import { faultsOf } from "./walk.ts";

let here: Awaited<ReturnType<typeof stage>>;
const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
const year = today.slice(0, 4);
const council = ["吴美珍", "陈金根", "楼春燕", "傅水根", "金云仙", "方国强"];

beforeAll(async () => {
	here = await stage();
	await here.db(
		"insert into organisation (id, path, kind, name, adults, households, made_from) values ('sy', 'sy/', 'village', '上园村计划生育协会', 500, 180, 'x')",
	);
	for (const [place, name] of [...council, "周秀兰", "单桂英"].entries()) {
		await here.db("insert into person (id, name, telephone, made_from) values (?, ?, ?, 'x')", [
			`m${place}`,
			name,
			`1395790100${place}`,
		]);
		await here.db(
			"insert into membership (organisation, person, from_day, kind, sort) values ('sy', ?, '2020-01-01', 'ordinary', ?)",
			[`m${place}`, String(place)],
		);
		if (place < council.length)
			await here.db(
				"insert into holder (organisation, id, person, post, from_day) values ('sy', ?, ?, ?, '2024-03-01')",
				[`h${place}`, `m${place}`, ["secretary-general", "chair", "vice-chair"][place] ?? "council-member"],
			);
	}
	await here.db(
		"insert into link (hash, kind, person, name, expires_at) values (?, 'device', 'm0', '吴美珍', unixepoch() + 600)",
		[await digest("a-way-in-for-the-secretary".padEnd(43, "x"))],
	);
});
afterAll(() => here?.close());

async function digest(secret: string): Promise<string> {
	const bytes = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(secret));
	return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, "0")).join("");
}

test("A council is called, its roll says who may vote and whether that is enough, it resolves, and signs; training rises after a roll, and the rest are invited.", async () => {
	const page = await here.page({ width: 360 });
	await page.goto(`/enter/${"a-way-in-for-the-secretary".padEnd(43, "x")}`);
	await page.getByRole("button").first().click();
	await page.waitForURL("**/o/sy");
	const faults: string[] = [];
	const look = async () => faults.push(...(await faultsOf(page)).map((fault) => `${page.url()}: ${fault}`));

	// Called.
	await page.goto("/o/sy/activities");
	await page.getByRole("link", { name: "理事会、会员大会" }).click();
	await page.getByRole("link", { name: "通知开会" }).click();
	await page.fill("#title", "理事会第五次会议");
	await page.fill("#place", "村委会会议室");
	await page.fill("#agenda", "1. 去年收支\n2. 明年计划");
	await page.getByRole("button", { name: "保存" }).click();
	await page.waitForURL(/meetings\/[0-9a-z]{16}$/);
	const meeting = page.url();
	await page.getByRole("link", { name: "打印通知" }).click();
	expect(await page.locator(".paper").innerText()).toContain("兹定于");

	// Three of six are no quorum, four are.
	await page.goto(`${meeting}/roll`);
	expect(await page.locator(".roster li").count()).toBe(6);
	for (const name of council.slice(0, 3)) await page.locator("main label", { hasText: name }).first().click();
	await page.getByRole("button", { name: "保存" }).click();
	await page.waitForURL(meeting);
	expect(await page.locator("main").innerText()).toContain("还差 1 人，会议无效");
	await page.getByRole("link", { name: "点名" }).click();
	await page.locator("main label", { hasText: "傅水根" }).click();
	await page.getByRole("button", { name: "保存" }).click();
	await page.waitForURL(meeting);
	expect(await page.locator("main").innerText()).toContain("到会够数，会议有效");
	await look();

	// Minutes, a vote, and the signature.
	await page.getByRole("link", { name: "写会议记录" }).click();
	await page.fill("[name=said-1]", "会计念了账，和公示一致。");
	await page.getByRole("button", { name: "保存" }).click();
	await page.fill("#text", "同意去年收支");
	await page.fill("#votes_for", "4");
	await page.fill("#votes_against", "0");
	await page.fill("#abstained", "0");
	await page.getByRole("button", { name: "记下表决" }).click();
	expect(await page.locator(".resolution").innerText()).toContain("通过");
	await page.getByRole("link", { name: "写好了，去签" }).click();
	await page.getByRole("button", { name: "签", exact: true }).click();
	await page.waitForURL(meeting);
	expect(await page.locator("main").innerText()).toContain("以后不再改动");
	await look();
	await page.getByRole("link", { name: "打印会议记录" }).click();
	const paper = await page.locator(".paper").innerText();
	for (const text of ["会计念了账", "赞成 4，反对 0，弃权 0", "达到法定人数", "金云仙"])
		expect(paper).toContain(text);

	// Training: nobody is reached, then a roll is called.
	await page.goto("/o/sy/training");
	expect(await page.locator("main").innerText()).toContain("再训 8 人就达 95");
	await look();
	await page.goto("/o/sy/activities/new");
	await page.getByText("培训", { exact: true }).click();
	await page.fill("#title", "会员培训");
	await page.fill("#day", today);
	await page.getByRole("button", { name: "保存" }).first().click();
	await page.waitForURL(/activities\/[0-9a-z]{16}$/);
	const [activity] = await here.db("select id from activity where title = '会员培训'");
	const { id } = activity as { id: string };
	await page.goto(`/o/sy/activities/${id}/attendance`);
	for (const name of [...council, "周秀兰"])
		await page.locator("main label", { hasText: name }).first().click();
	// Each tap is sent by itself.
	await expect
		.poll(async () => (await here.db("select count(*) as n from attendance where activity = ?", [id]))[0], {
			timeout: 10_000,
		})
		.toEqual({ n: 7 });
	await page.goto("/o/sy/training");
	expect(await page.locator("main").innerText()).toContain("再训 1 人就达 95");
	await page.getByRole("link", { name: "1", exact: true }).click();
	expect(await page.locator("table").innerText()).toContain("单桂英");
	await page.getByRole("link", { name: "邀请名单" }).click();
	expect(await page.locator(".paper").innerText()).toContain("13957901007");
	expect(await page.locator("[data-copy]").getAttribute("data-copy")).toContain("单桂英");

	// At home it is a task.
	await page.goto("/o/sy");
	await page.goto(`/o/sy?year=${year}`);
	expect(await page.locator("main").innerText()).toMatch(/会员培训\s*再训 1 人就达 95/);
	expect(faults).toEqual([]);
}, 60_000);
