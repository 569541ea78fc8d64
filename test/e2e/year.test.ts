import type { Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { roster, type Typed } from "./roster";
import { type Stage, stage } from "./stage.ts";

// One association's whole year as its people live it: the owner comes in, the register is typed from the village's own
// file, something is held, dues are collected, residents answer, and the score says what can be believed.

let here: Stage;
let people: Typed[];
let secretary: Page;
let home = "";
const year = new Date(Date.now() + 8 * 3_600_000).getUTCFullYear();

beforeAll(async () => {
	here = await stage();
	people = await roster();
	secretary = await here.page();
	secretary.on("dialog", (dialog) => dialog.accept());
});
afterAll(() => here.close());

async function save(page: Page): Promise<void> {
	const before = page.url();
	await page.locator("button.stamp").first().click();
	await page.waitForURL((url) => url.href !== before);
}
const heading = (page: Page) => page.locator("h1").innerText();

test("The first owner comes in by the printed link and names the association.", async () => {
	await secretary.goto(here.ownerLink);
	await secretary.fill("#name", "区海燕");
	await secretary.fill("#organisation", "雅溪村计划生育协会");
	await secretary.fill("#adults", "605");
	await secretary.fill("#households", "262");
	await save(secretary);
	expect(await heading(secretary)).toBe("雅溪村计划生育协会");
	home = secretary.url();
	const late = await here.page();
	expect((await late.goto(here.ownerLink))?.status()).toBe(410);
});

test("She types the register in: 62 people from 63 lines, names alike kept apart.", async () => {
	expect(people).toHaveLength(62);
	// A dozen and the honorary are typed; what the form sends for the others is sent without drawing it fifty times.
	for (const [index, person] of people.entries())
		if (index < 12 || person.honorary) await typeIn(person);
		else await send(person);
	await secretary.goto(`${home}/members`);
	expect(await secretary.locator("main").innerText()).toContain("62 人");
	await secretary.fill("input[name=search]", "xxh");
	await Promise.all([secretary.waitForURL(/search=xxh/), secretary.keyboard.press("Enter")]);
	expect(await secretary.locator("tbody tr").count()).toBe(2);
	expect(await secretary.locator("tbody").innerText()).toMatch(/解小红[\s\S]*解小红/);
	await secretary.goto(`${home}/members?search=0273`);
	expect(await secretary.locator("tbody").innerText()).toContain("单于春梅");
});

async function typeIn(person: Typed): Promise<void> {
	await secretary.goto(`${home}/members/new`);
	await secretary.fill("#name", person.name);
	await secretary.check(`input[name=sex][value=${person.sex}]`);
	await secretary.fill("#birth_year", person.birthYear);
	await secretary.fill("#telephone", person.telephone);
	await secretary.fill("#address", person.address);
	await secretary.fill("#joined_on", person.joinedOn);
	if (person.honorary) await secretary.check("input[name=kind][value=honorary]");
	await save(secretary);
}

async function send({ name, sex, birthYear, telephone, address, joinedOn }: Typed): Promise<void> {
	const fields = hidden(await (await secretary.request.get(`${home}/members/new`)).text());
	const form = { ...fields, name, sex, birth_year: birthYear, telephone, address, joined_on: joinedOn };
	const answer = await secretary.request.post(`${home}/members`, {
		form: { ...form, kind: "ordinary" },
		headers: { Origin: here.url },
		maxRedirects: 0,
	});
	expect(answer.status(), await answer.text()).toBe(303);
}

/** What a form carries unseen. */
const hidden = (page: string) =>
	Object.fromEntries(
		[...page.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g)].map(([, name, value]) => [
			name,
			value,
		]),
	);

test("She records an activity and taps who came.", async () => {
	await secretary.goto(`${home}/activities/new`);
	await secretary.check("input[name=kind][value=publicity]");
	await secretary.fill("#title", "会员活动日广场宣传");
	await secretary.fill("#day", `${year}-05-29`);
	await secretary.fill("#heads", "46");
	await secretary.fill("#cost", "322.50");
	await save(secretary);
	expect(await heading(secretary)).toContain("会员活动日广场宣传");
	const activity = secretary.url();
	await secretary.goto(`${activity}/attendance`);
	const boxes = secretary.locator("input[name=came]");
	expect(await boxes.count()).toBe(62);
	for (let index = 0; index < 20; index += 1) await boxes.nth(index * 3).check();
	await save(secretary);
	expect(await secretary.locator("main").innerText()).toContain("20");
	expect(await here.db("select count(*) as n from attendance")).toEqual([{ n: 20 }]);
	await secretary.goto(`${activity}/photographs`);
	const file = { name: "IMG_0529.jpg", mimeType: "image/jpeg", buffer: await photograph(secretary) };
	expect(file.buffer.includes("29.9N")).toBe(true);
	await secretary.setInputFiles("#picture", file);
	await secretary.locator(".photographs img").waitFor();
	const kept = await secretary.locator(".photographs img").evaluate(async (image: HTMLImageElement) => {
		await image.decode();
		return [
			image.naturalWidth,
			image.naturalHeight,
			(await (await fetch(image.src)).text()).includes("29.9N"),
		];
	});
	expect(kept).toEqual([1600, 1200, false]);
	await secretary.goto(activity);
	expect(await secretary.locator(".photographs img").count()).toBe(1);
});

/** A photograph as a telephone makes it: 2,000 pixels wide, with the place in it. */
async function photograph(page: Page): Promise<Buffer> {
	const drawn = await page.evaluate(() => {
		const canvas = Object.assign(document.createElement("canvas"), { width: 2000, height: 1500 });
		canvas.getContext("2d")?.fillRect(200, 200, 900, 700);
		return canvas.toDataURL("image/jpeg").split(",")[1] ?? "";
	});
	const jpeg = Buffer.from(drawn, "base64");
	const place = Buffer.from("Exif\0\0 29.9N 121.5E");
	const part = Buffer.from([0xff, 0xe1, 0, place.length + 2, ...place]);
	return Buffer.concat([jpeg.subarray(0, 2), part, jpeg.subarray(2)]);
}

test("She collects a village's dues on one page with one save, and each receipt prints.", async () => {
	await secretary.goto(`${home}/dues/rates`);
	await secretary.fill("#from_day", `${year}-01-01`);
	await secretary.fill("#amount", "10");
	await save(secretary);
	const exempt = people.filter(({ honorary }) => honorary).length;
	const boxes = secretary.locator("input[name=tick]");
	expect(await boxes.count()).toBe(62 - exempt);
	for (let index = 0; index < 40; index += 1) await boxes.nth(index).check();
	await save(secretary);
	expect(await secretary.locator("main").innerText()).toContain("40 张收据");
	await secretary.locator("tbody a").first().click();
	expect(await secretary.locator("article").innerText()).toContain("壹拾元整");
	await secretary.goto(`${home}/dues`);
	expect(await boxes.count()).toBe(62 - exempt - 40);
	await secretary.goto(`${home}/funds`);
	expect(await secretary.locator("main").innerText()).toContain("400.00");
});

test("She opens a wave; twelve residents answer with their slips, six of them with scripts off.", async () => {
	await secretary.goto(`${home}/surveys/new`);
	await secretary.check("input[name=entry][value=slip]");
	await secretary.fill("#slips", "24");
	await save(secretary);
	const wave = secretary.url();
	await secretary.goto(`${wave}/slips`);
	const codes = [
		...new Set((await secretary.locator("main").innerText()).match(/\b[0-9A-Z]{4} [0-9A-Z]{4}\b/g)),
	];
	expect(codes).toHaveLength(24);
	const address = String(
		(await here.db("select '/s/' || id || '/' || organisation as address from wave"))[0]?.address,
	);
	for (let resident = 0; resident < 12; resident += 1) {
		await answer(address, codes[resident] ?? "", { scripts: resident % 2 === 0, contented: resident !== 5 });
	}
	expect(await here.db("select count(*) as n from answer")).toEqual([{ n: 12 }]);
	await secretary.goto(`${wave}/closing`);
	await secretary.fill("#handed_out", "24");
	await save(secretary);
	const score = await secretary.locator("main").innerText();
	expect(score).toContain("91.7");
	expect(score).toContain("未定");
	expect(score).toContain("仅供参考");
	expect(score).toContain("12");
	const late = await here.page({ width: 360 });
	await late.goto(address);
	expect(await heading(late)).not.toContain("协会做得怎么样");
});

async function answer(
	address: string,
	code: string,
	how: { scripts: boolean; contented: boolean },
): Promise<void> {
	const phone = await here.page({ width: 360, scripts: how.scripts });
	await phone.goto(how.scripts ? `${address}#${code.replace(" ", "")}` : address);
	const questions = phone.locator("fieldset:has(input[type=radio])");
	for (let index = 0; index < (await questions.count()); index += 1) {
		const options = questions.nth(index).locator("input[type=radio]");
		await options.nth(index === 0 && !how.contented ? 3 : 0).check({ force: true });
	}
	if (how.scripts) expect(await phone.inputValue("input[name=code]")).toContain(code.slice(0, 4));
	else await phone.fill("input[name=code]", code.toLowerCase());
	await phone.locator("button[type=submit], form button").last().click();
	await phone.waitForURL(/received/);
	expect(await phone.locator("body").innerText()).toContain("已收到");
	await phone.context().close();
}

test("Her home says what the year has and what it lacks.", async () => {
	await secretary.goto(home);
	const said = await secretary.locator("main").innerText();
	expect(said).toContain("62");
	expect(said).toMatch(/未定/);
});
