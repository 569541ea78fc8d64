import { afterAll, beforeAll, expect, test } from "vitest";
import { codeFor, codeKeyOf, pileOf } from "../../worker/surveys/link/rules";
import { daysAfter } from "../../worker/values/day";
import { stage } from "./stage.ts";

let here: Awaited<ReturnType<typeof stage>>;
const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);

beforeAll(async () => {
	here = await stage();
	await here.db(
		"insert into organisation (id, path, kind, name, adults, households, made_from) values ('sy', 'sy/', 'village', '上园村协会', 500, 180, 'x')",
	);
	await here.db(
		"insert into wave (id, organisation, questionnaire, version, first_day, last_day, target, denominator, code_required, made_from, made_by) values ('w1', 'sy', 'village', 1, ?, ?, 90, 'all', 1, 'x', 'p')",
		[today, daysAfter(today, 5)],
	);
	await here.db(`insert into tally values ('w1', 'sy', 500, 100, '{"n":0}', '{"n":0}')`);
});

afterAll(() => here?.close());

async function slip(place: number): Promise<string> {
	const [row] = await here.db("select key from deployment");
	const codes = await codeKeyOf(String((row as { key: string }).key), "w1", "sy");
	return (await codeFor(codes, (await pileOf(codes)).serialAt(place))).replace(" ", "");
}

const counted = async () => {
	const [row] = await here.db("select counts from tally");
	return JSON.parse((row as { counts: string }).counts) as Record<string, number>;
};

test("A resident scans a slip, is called away, comes back to what was chosen, sends it, and nothing stays on the phone.", async () => {
	const page = await here.page({ width: 360 });
	const code = await slip(0);
	await page.goto(`/s/w1/sy#${code}`);
	expect(await page.inputValue("#code")).toBe(code);
	await page.getByText("很满意", { exact: true }).click();
	await page.getByText("参加过", { exact: true }).click();
	await page.fill("#remark", "多办几场");
	const id = await page.inputValue("input[name=id]");
	await page.reload();
	expect(await page.isChecked("input[value='5']")).toBe(true);
	expect(await page.inputValue("#remark")).toBe("多办几场");
	expect(await page.inputValue("input[name=id]")).toBe(id);
	await page.getByRole("button", { name: "送出" }).click();
	await page.waitForURL("**/received");
	expect(await page.getByRole("heading").innerText()).toContain("已收到");
	expect(await page.evaluate(() => Object.keys(localStorage))).toEqual([]);
	expect(await counted()).toMatchObject({ n: 1, "satisfied:5": 1, "took:yes": 1, "remark:said": 1 });
});

test("A phone handed on with Back gives the next person a page of their own; the next slip starts afresh.", async () => {
	const page = await here.page({ width: 360, language: "en" });
	await page.goto(`/s/w1/sy#${await slip(1)}`);
	await page.getByText("Very satisfied", { exact: true }).click();
	await page.getByRole("button", { name: "Send" }).click();
	await page.waitForURL("**/received-en");
	// The page is never kept, so that Back asks for it anew; a browser that keeps it all the same is offered a fresh one.
	await page.goBack();
	await page.getByText("Dissatisfied", { exact: true }).click();
	await page.fill("#code", await slip(2));
	await page.getByRole("button", { name: "Send" }).click();
	await page.waitForURL("**/received-en");
	expect(await counted()).toMatchObject({ n: 3, "satisfied:2": 1 });
	await page.goto(`/s/w1/sy#${await slip(3)}`);
	await page.getByText("In between", { exact: true }).click();
	await page.goto("about:blank");
	await page.goto(`/s/w1/sy#${await slip(4)}`);
	expect(await page.isChecked("input[value='3']")).toBe(false);
});

test("Without scripts the code is typed, a forged one is refused with everything kept, and the page is one request.", async () => {
	const page = await here.page({ width: 360, scripts: false });
	const requests: string[] = [];
	page.on("request", (request) => requests.push(request.url()));
	await page.goto("/s/w1/sy");
	expect(requests).toHaveLength(1);
	await page
		.locator("label")
		.filter({ hasText: /^满意$/ })
		.click();
	await page.fill("#code", "AAAA AAAA");
	await page.getByRole("button", { name: "送出" }).click();
	expect(await page.getByRole("alert").innerText()).toContain("没有这个码");
	expect(await page.isChecked("input[value='4']")).toBe(true);
	await page.fill("#code", (await slip(5)).toLowerCase());
	await page.getByRole("button", { name: "送出" }).click();
	await page.waitForURL("**/received");
	expect((await counted()).n).toBe(4);
});
