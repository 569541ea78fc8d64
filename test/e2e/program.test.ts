import { afterAll, beforeAll, expect, test } from "vitest";
import { type Stage, stage } from "./stage.ts";

// The same year again, by JSON with a bearer token: what a page shows is what a program gets at the same address.

let here: Stage;
let token = "";
let home = "";
const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
const year = today.slice(0, 4);

beforeAll(async () => {
	here = await stage();
	const page = await here.page();
	await page.goto(here.ownerLink);
	await page.fill("#name", "吴美珍");
	await page.fill("#organisation", "上园村计划生育协会");
	await page.fill("#adults", "500");
	await page.click("button.stamp");
	await page.waitForURL(/\/o\//);
	home = new URL(page.url()).pathname;
	await page.goto("/me");
	await page.fill("#label", "年终报表");
	await page.uncheck("input[name=reads_only]");
	await page.click("button.stamp");
	token = await page.locator("code").first().innerText();
	await page.context().close();
});
afterAll(() => here.close());

const headers = () => ({ Accept: "application/json", Authorization: `Bearer ${token}` });

async function ask<Facts>(path: string): Promise<Facts> {
	const answer = await fetch(here.url + path, { headers: headers() });
	expect(answer.status, path).toBe(200);
	expect(answer.headers.get("vary")).toContain("Accept");
	expect(answer.headers.get("cache-control")).toBe("private, no-store");
	return (await answer.json()) as Facts;
}

async function tell(path: string, body: object, signed = true): Promise<string> {
	const answer = await fetch(here.url + path, {
		method: "POST",
		headers: {
			...(signed ? headers() : { Accept: "application/json", Origin: here.url }),
			"Content-Type": "application/json",
		},
		body: JSON.stringify(body),
	});
	expect(answer.status, `${path} ${answer.status === 201 ? "" : await answer.clone().text()}`).toBe(201);
	return answer.headers.get("location") ?? "";
}

test("A program registers members, records an activity with attendance, and collects dues.", async () => {
	for (let index = 0; index < 5; index += 1) {
		await tell(`${home}/members`, {
			id: `m${index}`,
			name: `张${"一二三四五"[index]}`,
			joined_on: `${year}-01-01`,
			kind: "ordinary",
			birth_year: 1960 + index,
		});
	}
	const list = await ask<{ members: { name: string }[]; total: number }>(`${home}/members`);
	expect(list.total).toBe(5);
	const activity = await tell(`${home}/activities`, {
		id: "a1",
		kind: "training",
		title: "会员培训",
		day: today,
		heads: 5,
	});
	await tell(`${activity}/attendance`, { id: "t1", came: ["m0", "m1"], before: [] });
	await tell(`${home}/dues/rates`, { id: "r1", from_day: `${year}-01-01`, amount: "10" });
	const collection = await tell(`${home}/dues`, {
		id: "k1",
		day: today,
		method: "cash",
		tick: [`m0.${year}`, `m1.${year}`],
	});
	const again = await tell(`${home}/dues`, {
		id: "k1",
		day: today,
		method: "cash",
		tick: [`m0.${year}`, `m1.${year}`],
	});
	expect(again).toBe(collection);
	const receipts = await ask<{ receipts: { number: number; amount: number }[] }>(collection);
	expect(receipts.receipts).toMatchObject([
		{ number: 1, amount: 1000 },
		{ number: 2, amount: 1000 },
	]);
	const funds = await ask<{ balance: number }>(`${home}/funds`);
	expect(funds.balance).toBe(2000);
	const member = await ask<{ dues: { state: string }[]; activities: { title: string }[] }>(
		`${home}/members/m0`,
	);
	expect(member.dues.at(-1)?.state).toBe("paid");
	expect(member.activities).toMatchObject([{ title: "会员培训" }]);
});

test("A wave is opened, answered and closed, and the score is the one the page shows.", async () => {
	const wave = await tell(`${home}/surveys`, {
		id: "w1",
		questionnaire: "village",
		first_day: today,
		last_day: today,
		target: 90,
		denominator: "all",
		entry: "anyone",
		slips: 40,
	});
	const said = {
		satisfied: "5",
		does: "helps",
		comes: "residents",
		accounts: "members",
		took: "yes",
		sex: "female",
		age: "50",
		remark: "",
	};
	for (let index = 0; index < 12; index += 1) {
		await tell(
			`/s/w1/${home.split("/")[2]}`,
			{ id: `b${index}`, ...said, satisfied: index === 0 ? "2" : "5" },
			false,
		);
	}
	await tell(`${wave}/closing`, { id: "c1", handed_out: 40 });
	const facts = await ask<Record<string, unknown>>(wave);
	expect(JSON.stringify(facts)).toMatch(/"answers":12/);
	expect(JSON.stringify(facts)).toMatch(/"share":0\.91666/);
	expect(JSON.stringify(facts)).toMatch(/"kind":"open"/);
});

test("The description lists every route with what it takes and answers.", async () => {
	const described = await ask<{ openapi: string; paths: Record<string, unknown> }>("/openapi.json");
	expect(described.openapi).toMatch(/^3\.1/);
	expect(Object.keys(described.paths).length).toBeGreaterThan(40);
});
