import { afterAll, beforeAll, expect, test } from "vitest";
import { codeFor, codeKeyOf, pileOf } from "../../worker/surveys/link/rules";
import { stage } from "./stage.ts";

let here: Awaited<ReturnType<typeof stage>>;

beforeAll(async () => {
	here = await stage();
});
afterAll(() => here?.close());

const counted = async () => {
	const [row] = await here.db("select counts from tally");
	return JSON.parse((row as { counts: string }).counts) as Record<string, number>;
};

async function slip(wave: string, unit: string, place: number): Promise<string> {
	const [row] = await here.db("select key from deployment");
	const codes = await codeKeyOf(String((row as { key: string }).key), wave, unit);
	return (await codeFor(codes, (await pileOf(codes)).serialAt(place))).replace(" ", "");
}

test("A secretary makes a questionnaire from paper, previews it, publishes it and opens a survey; a resident answers in large text on a broken network, and counts once.", async () => {
	const desk = await here.page();
	await desk.goto(here.ownerLink);
	await desk.fill("#name", "吴美珍");
	await desk.fill("#organisation", "上园村计划生育协会");
	await desk.fill("#adults", "500");
	await desk.fill("#households", "180");
	await desk.locator("button.stamp").first().click();
	await desk.waitForURL("**/o/**");
	const [place] = await here.db("select id from organisation");
	const unit = String((place as { id: string }).id);

	await desk.goto(`/o/${unit}/questionnaires/new`);
	await desk.fill("#zh", "我们村的问卷");
	await desk.getByRole("button", { name: "开始写" }).click();
	const add = async (shape: string, fields: Record<string, string>, onlyIf?: string) => {
		await desk.getByRole("link", { name: shape, exact: true }).click();
		for (const [name, value] of Object.entries(fields)) await desk.fill(`#${name}`, value);
		if (onlyIf) await desk.selectOption("#only_if", onlyIf);
		await desk.getByRole("button", { name: "加上" }).click();
	};
	await add("满意度五级", {});
	await add("是、不是、不知道", { zh: "今年参加过活动吗？" });
	await add("几样里选几样", { zh: "为什么没来？", options_zh: "没听说\n没有空\n太远" }, "q2:no");
	await desk.getByRole("link", { name: "预览" }).click();
	expect(await desk.getByText("这是预览").isVisible()).toBe(true);
	expect(await desk.getByText("为什么没来？").isVisible()).toBe(false);
	await desk.getByText("不是", { exact: true }).click();
	expect(await desk.getByText("为什么没来？").isVisible()).toBe(true);
	await desk.goBack();
	await desk.getByRole("link", { name: "定为第 1 版" }).click();
	await desk.getByRole("button", { name: "定稿" }).click();
	await desk.getByRole("link", { name: "用它开测评" }).click();
	await desk.getByRole("button", { name: "开始测评" }).click();
	await desk.waitForURL("**/surveys/*");
	const [opened] = await here.db("select id from wave");
	const wave = String((opened as { id: string }).id);

	const phone = await here.page({ width: 360 });
	await phone.goto(`/s/${wave}/${unit}#${await slip(wave, unit, 0)}`);
	await phone.getByRole("link", { name: "大字" }).click();
	await phone.getByText("很满意", { exact: true }).click();
	await phone.getByText("不是", { exact: true }).click();
	await phone.getByText("太远", { exact: true }).click();
	const size = () =>
		phone.evaluate(() =>
			Number.parseFloat(getComputedStyle(document.querySelector("fieldset") as Element).fontSize),
		);
	expect(await size()).toBe(30);
	await phone.reload();
	expect([await size(), await phone.isChecked("input[value='5']")]).toEqual([30, true]);
	const wide = await phone.evaluate(() => document.documentElement.scrollWidth);
	expect(wide).toBeLessThanOrEqual(360);

	// The first sending arrives and its reply is lost; the second never leaves; then the network comes back.
	let tries = 0;
	await phone.route(`**/s/${wave}/${unit}`, async (route) => {
		if (route.request().method() !== "POST") return route.continue();
		tries++;
		if (tries === 1) await route.fetch();
		return tries <= 2 ? route.abort("connectionreset") : route.continue();
	});
	await phone.getByRole("button", { name: "送出" }).click();
	await phone.getByText("网络不通").waitFor();
	expect(await counted()).toMatchObject({ n: 1 });
	await phone.evaluate(() => window.dispatchEvent(new Event("online")));
	await phone.waitForURL("**/received", { timeout: 20_000 });
	expect(tries).toBeGreaterThanOrEqual(3);
	expect(await counted()).toMatchObject({ n: 1, "q1:5": 1, "q2:no": 1, "q3:said": 1, "q3:c": 1 });
	// What stays on the phone is the size of its text, and nothing of the answer.
	expect(await phone.evaluate(() => Object.keys(localStorage))).toEqual(["huijia-big"]);

	// The phone is handed on while somebody's answer was not sent: the next one begins on a clean page.
	await phone.unroute(`**/s/${wave}/${unit}`);
	await phone.goto(`/s/${wave}/${unit}`);
	await phone.getByText("不满意", { exact: true }).click();
	await phone.reload();
	await phone.getByRole("link", { name: "从头填" }).click();
	await phone.waitForLoadState();
	expect(await phone.locator("input:checked").count()).toBe(0);
});
