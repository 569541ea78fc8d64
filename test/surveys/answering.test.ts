import { env } from "cloudflare:workers";
import { drizzle } from "drizzle-orm/d1";
import { beforeEach, expect, test } from "vitest";
import { script, style } from "../../web/surveys/answer-style";
import { app } from "../../worker/app";
import { send as sendAnswer } from "../../worker/surveys/answer/outcome";
import { daysAfter } from "../../worker/values/day";
import { follow, submit, visit } from "../doors";
import { beginWorld } from "../world";
import { codeAt, contented, counts, openWave, replies, reply, rowsIn, today } from "./cast";

beforeEach(beginWorld);

const page = "/s/w1/sy";

async function gzipped(text: string): Promise<number> {
	const stream = new Blob([text]).stream().pipeThrough(new CompressionStream("gzip"));
	return (await new Response(stream).arrayBuffer()).byteLength;
}

test("The respondent's page is one query, three rows and under 6 KB compressed, with a policy for just its own style and script.", async () => {
	await openWave();
	for (const language of ["zh", "en"] as const) {
		const survey = await visit(page, { language });
		expect(survey.status).toBe(200);
		expect(survey.cost.queries).toBe(1);
		expect(survey.cost.rowsRead).toBeLessThanOrEqual(3);
		expect(survey.cost.rowsWritten).toBe(0);
		expect(await gzipped(survey.text)).toBeLessThan(6000);
		expect(survey.text).not.toMatch(/src=|href="(?!data:|\/s\/|\/privacy)/);
		expect(survey.text.toLowerCase()).toMatch(/^<!doctype html>/);
		for (const kind of ["style", "script"]) {
			const inline = new RegExp(`<${kind}>([\\s\\S]*?)</${kind}>`).exec(survey.text)?.[1] ?? "";
			const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(inline));
			const hash = btoa(String.fromCharCode(...new Uint8Array(digest)));
			expect(survey.headers.get("Content-Security-Policy")).toContain(`${kind}-src 'sha256-${hash}'`);
		}
	}
});

test("Style and script are such as WeChat's browser of 2019 reads: no :has, no layers, no nesting, no arrow, no optional chaining.", () => {
	expect(style).not.toMatch(/:has\(|@layer|:is\(|:where\(|\binset:|\bgap:.*grid|^\s*&/m);
	expect(script).not.toMatch(/=>|\?\.|\?\?|\blet\b|\bconst\b|\basync\b|\bfetch\(/);
	// What is escaped on the way into the page would no longer be the script whose hash the policy allows.
	for (const text of [style, script]) expect(text).not.toMatch(/[<>"'&]/);
});

test("A demonstration says so to whoever would answer, and stays under 6 KB.", async () => {
	await openWave();
	const context = { waitUntil() {}, passThroughOnException() {}, props: {} };
	for (const [language, words] of [
		["zh", "这是演示"],
		["en", "This is a demonstration"],
	] as const) {
		const request = new Request(`http://huijia.test${page}`, { headers: { "Accept-Language": language } });
		const shown = await (await app.fetch(request, { ...env, DEMONSTRATION: "1" }, context)).text();
		expect(shown).toContain(words);
		expect(await gzipped(shown)).toBeLessThan(6000);
		expect((await visit(page, { language })).text).not.toContain(words);
	}
});

test("What one person typed is on nobody else's page, whoever was drawn first.", async () => {
	await openWave();
	await reply({ remark: "只有我知道", sex: "male", code: "" });
	const next = await visit(page);
	expect(next.text).not.toContain("只有我知道");
	expect(next.text).not.toMatch(/ checked|class="x"/);
});

test("No session is looked up for a respondent, not even an officer's.", async () => {
	await openWave();
	expect((await visit(page, { as: "secretary" })).cost.queries).toBe(1);
});

test("An answer with a code is one read and one batch, and writes three rows; without one, two.", async () => {
	await openWave();
	const sent = await reply({ code: await codeAt(0) });
	expect(sent.status).toBe(303);
	expect(sent.headers.get("Location")).toBe("/received");
	expect(sent.cost.trips).toBe(2);
	expect(sent.cost.rowsWritten).toBeLessThanOrEqual(3);
	expect((await reply({ code: await codeAt(1) }, "en")).headers.get("Location")).toBe("/received-en");
	await openWave({ id: "w2", entry: "anyone" });
	const open = await submit("/s/w2/sy", { id: "a1", ...contented });
	expect(open.status).toBe(303);
	expect(open.cost.trips).toBe(2);
	expect(open.cost.rowsWritten).toBeLessThanOrEqual(2);
});

test("What is stored says what was said, and neither when, nor from where, nor with which slip.", async () => {
	await openWave();
	await replies(30, { remark: "多办几场" });
	const answers = await env.DB.prepare("select * from answer").all<Record<string, unknown>>();
	const spent = await env.DB.prepare("select * from spent").all<Record<string, unknown>>();
	expect(Object.keys(answers.results[0] ?? {}).sort()).toEqual(["id", "said", "unit", "wave"]);
	expect(Object.keys(spent.results[0] ?? {}).sort()).toEqual(["hash", "unit", "wave"]);
	const code = (await codeAt(0)).replace(" ", "");
	const dump = JSON.stringify([answers.results, spent.results]);
	expect(dump).not.toContain(code);
	expect(dump, "an instant or a day").not.toMatch(/\b1[67]\d{8}(\d{3})?\b|\d{4}-\d\d-\d\d/);
	expect(JSON.parse(String(answers.results[0]?.said))).toEqual({
		satisfied: "5",
		does: "helps",
		comes: "residents",
		accounts: "members",
		took: "yes",
		sex: "female",
		age: "50",
		remark: "多办几场",
	});
});

test("The order of storage is not the order of arrival, neither of answers nor of slips.", async () => {
	await openWave();
	const sent: string[] = [];
	for (let place = 0; place < 40; place++) {
		await reply({ code: await codeAt(place), remark: String(place) });
		sent.push(String(place));
	}
	const { results } = await env.DB.prepare("select said from answer").all<{ said: string }>();
	const stored = results.map(({ said }) => JSON.parse(said).remark as string);
	expect(stored).not.toEqual(sent);
	const inPlace = stored.filter((remark, place) => remark === sent[place]).length;
	expect(inPlace).toBeLessThan(8);
	const rising = stored.filter(
		(remark, place) => place > 0 && Number(remark) > Number(stored[place - 1]),
	).length;
	expect(rising).toBeGreaterThan(8);
	expect(rising).toBeLessThan(32);
	const hashes = await env.DB.prepare("select sql from sqlite_schema where name in ('answer', 'spent')").all<{
		sql: string;
	}>();
	expect(hashes.results.every(({ sql }) => /WITHOUT ROWID/.test(sql))).toBe(true);
});

test("Twenty copies of one answer at the same time count once, and each is told it was received.", async () => {
	await openWave();
	const answer = { id: "a1", code: await codeAt(3) };
	const copies = await Promise.all(Array.from({ length: 20 }, () => reply(answer)));
	expect(copies.map(({ status }) => status)).toEqual(Array(20).fill(303));
	expect(await rowsIn("answer")).toBe(1);
	expect(await rowsIn("spent")).toBe(1);
	expect(await counts()).toMatchObject({ n: 1, "satisfied:5": 1, "by:slip": 1, "aware:yes": 1 });
});

test("Twenty people with one slip count once; the others are told that it was used, with all they typed.", async () => {
	await openWave();
	const code = await codeAt(4);
	const all = await Promise.all(
		Array.from({ length: 20 }, (_, place) => reply({ id: `a${place}`, code, satisfied: "2" })),
	);
	const statuses = all.map(({ status }) => status).sort();
	expect(statuses).toEqual([303, ...Array(19).fill(409)]);
	const refused = all.find(({ status }) => status === 409);
	expect(refused?.text).toContain("已经用过");
	expect(refused?.text).toMatch(/value="2" checked/);
	expect(await counts()).toMatchObject({ n: 1 });
	expect(await rowsIn("answer")).toBe(1);
});

test("A lost reply sent again is the same answer, even after the wave was closed.", async () => {
	await openWave();
	const answer = { id: "a1", code: await codeAt(0) };
	await reply(answer);
	expect((await reply(answer)).status).toBe(303);
	await submit("/o/sy/surveys/w1/closing", { id: "c1", handed_out: "20" }, { as: "secretary" });
	expect((await reply(answer)).status).toBe(303);
	expect((await reply({ id: "a2", code: await codeAt(1) })).status).toBe(410);
	expect(await counts()).toMatchObject({ n: 1 });
});

test("A phone handed on with Back keeps both answers: another body, or the same body with another slip.", async () => {
	await openWave();
	await reply({ id: "a1", code: await codeAt(0) });
	for (const next of [{ satisfied: "1", code: await codeAt(1) }, { code: await codeAt(2) }]) {
		const handed = await reply({ id: "a1", ...next });
		expect(handed.status).toBe(409);
		expect(handed.text).toContain("另一个人的答卷");
		const fresh = /name="id" value="([^"]+)"/.exec(handed.text)?.[1] ?? "a1";
		expect(fresh).not.toBe("a1");
		expect(handed.text).toContain(next.code);
		expect((await reply({ id: fresh, ...next })).status).toBe(303);
	}
	expect(await counts()).toMatchObject({ n: 3, "satisfied:5": 2, "satisfied:1": 1 });
	const sameSlip = await reply({ id: "a1", code: await codeAt(0), satisfied: "3" });
	expect(sameSlip.status).toBe(409);
	// Nothing is said of the slip under an id that is taken; the fresh form then says it.
	expect(sameSlip.text).toContain("另一个人的答卷");
	expect((await reply({ id: "a9", code: await codeAt(0), satisfied: "3" })).text).toContain("已经用过");
});

test("On an open poster the same id with another body gets a page of its own too.", async () => {
	await openWave({ entry: "anyone" });
	await reply({ id: "a1" });
	expect((await reply({ id: "a1" })).status).toBe(303);
	const handed = await reply({ id: "a1", satisfied: "1" });
	expect(handed.status).toBe(409);
	expect(await counts()).toMatchObject({ n: 1, "by:poster": 1 });
});

test("A forged, a mistyped and a missing code each say what to do, keep the answer, and write nothing.", async () => {
	await openWave();
	const before = (await env.DB.prepare("select counts from tally").first<string>("counts")) ?? "";
	for (const [code, words] of [
		["K7M2 9QXD", "没有这个码"],
		["K7M2", "八个字母和数字"],
		["", "还差纸条上的码"],
		[await codeAt(200), "没有这个码"],
		[await codeAt(0, "w1", "lf"), "没有这个码"],
	] as const) {
		const refused = await reply({ code, remark: "多办几场" });
		expect(refused.status).toBe(422);
		expect(refused.text).toContain(words);
		expect(refused.text).toContain("多办几场");
		expect(refused.cost.rowsWritten).toBe(0);
	}
	expect(await env.DB.prepare("select counts from tally").first("counts")).toBe(before);
});

test("A code is understood however it is typed.", async () => {
	await openWave();
	const code = await codeAt(7);
	expect((await reply({ code: ` ${code.toLowerCase().replace(" ", "-")} ` })).status).toBe(303);
});

test("A wave not begun, one closed, and one that never was: a page each, with no form.", async () => {
	await openWave({ id: "w1", first_day: daysAfter(today, 3) });
	await openWave({ id: "w2" });
	await submit("/o/sy/surveys/w2/closing", { id: "c1", handed_out: "0" }, { as: "secretary" });
	const cases = [
		["/s/w1/sy", 403, "还没开始"],
		["/s/w2/sy", 410, "已经结束"],
		["/s/w9/sy", 404, "没有这次测评"],
		["/s/w1/lf", 404, "没有这次测评"],
	] as const;
	for (const [path, status, words] of cases) {
		for (const answer of [await visit(path), await submit(path, { id: "a1", ...contented })]) {
			expect([answer.status, answer.text.includes(words), answer.text.includes("<form")]).toEqual([
				status,
				true,
				false,
			]);
		}
	}
	expect(await rowsIn("answer")).toBe(0);
});

test("A stranger who posts to an open poster all day stops at the ceiling; slips still count.", async () => {
	await openWave({ entry: "anyone" });
	await env.DB.prepare("update tally set adults = 30").run();
	const all = [];
	for (let round = 0; round < 4; round++) {
		all.push(
			...(await Promise.all(Array.from({ length: 10 }, (_, place) => reply({ id: `a${round}${place}` })))),
		);
	}
	expect(all.filter(({ status }) => status === 303)).toHaveLength(30);
	const refused = all.find(({ status }) => status === 429);
	expect(refused?.text).toContain("明天再来");
	expect(refused?.cost.rowsWritten).toBe(0);
	expect(await rowsIn("answer")).toBe(30);
	expect((await reply({ code: await codeAt(0) })).status).toBe(303);
});

test("Bad input: nothing stored, nothing executed, and a word at the question.", async () => {
	await openWave();
	const code = await codeAt(0);
	const bad = [
		{ satisfied: "" },
		{ satisfied: "6" },
		{ satisfied: "5' or 1=1 --" },
		{ does: "<script>" },
		{ remark: "长".repeat(301) },
		{ id: "../../x" },
		{ id: "" },
	];
	for (const fields of bad) {
		const refused = await reply({ code, ...fields });
		expect(refused.status, JSON.stringify(fields)).toBe(422);
		expect(refused.cost.rowsWritten).toBe(0);
	}
	const html = await reply({ code: "<b>", remark: '"><script>alert(1)</script>👵🏽𠮷' });
	expect(html.status).toBe(422);
	expect(html.text).not.toContain("<script>alert");
	expect(html.text).toContain("👵🏽𠮷");
	expect((await reply({ code, remark: "=1+1 👵🏽𠮷\u202e" })).status).toBe(303);
	expect(await rowsIn("answer")).toBe(1);
});

test("A program answers in JSON: 201, problem details for what is wrong.", async () => {
	await openWave();
	const headers = { Accept: "application/json" };
	const survey = await visit(page, { headers });
	expect(JSON.parse(survey.text)).toMatchObject({ wave: "w1", unit: "sy", codeRequired: true });
	expect(survey.text).not.toContain('"right"');
	const forged = await submit(page, { id: "a1", ...contented, code: "K7M29QXD" }, { headers });
	expect(forged.status).toBe(422);
	expect(JSON.parse(forged.text)).toMatchObject({ title: "forged" });
	const sent = await submit(page, { id: "a1", ...contented, code: await codeAt(0) }, { headers });
	expect(sent.status).toBe(201);
	expect((await follow(sent)).status).toBe(404);
});

test("When the database fails, the person is told that it isn't known and that sending again is safe; or that today is full.", async () => {
	const one = {
		wave: "w1",
		unit: "sy",
		id: "a1",
		said: "{}",
		labels: [],
		liveLabels: [],
		hash: null,
		ceiling: null,
	};
	const failing = (message: string) => {
		const statement = { bind: () => statement };
		const client = { prepare: () => statement, batch: () => Promise.reject(new Error(message)) };
		return drizzle(client as unknown as D1Database);
	};
	expect(await sendAnswer(failing("D1_ERROR: Network connection lost."), one, null)).toBe("unsure");
	expect(await sendAnswer(failing("D1_ERROR: exceeded its daily write limit"), one, null)).toBe("full");
});
