import { env } from "cloudflare:workers";
import { beforeEach, expect, test } from "vitest";
import { facts, submit, visit } from "../doors";
import { beginWorld } from "../world";
import { codeAt, contented, counts, openWave, replies, reply, rowsIn } from "./cast";

// What people ask of the survey software they have, in their words, and what becomes of it here.

beforeEach(beginWorld);

const secretary = { as: "secretary" } as const;

test("“Only one response per person, without making them sign in”: a slip answers once, and nobody knows whose it was.", async () => {
	await openWave();
	const code = await codeAt(0);
	expect((await reply({ id: "a1", code })).status).toBe(303);
	const second = await reply({ id: "a2", code, satisfied: "1" });
	expect([second.status, second.text.includes("已经用过")]).toEqual([409, true]);
	expect(await counts()).toMatchObject({ n: 1, "satisfied:5": 1 });
	const held = JSON.stringify([
		(await env.DB.prepare("select * from answer").all()).results,
		(await env.DB.prepare("select * from spent").all()).results,
	]);
	expect(held).not.toContain(code.replace(" ", ""));
});

test("“Our link survey was rigged by a script”: without slips nothing comes in, and an open poster stops at its ceiling and shows where it came from.", async () => {
	await openWave();
	const all = await Promise.all(
		Array.from({ length: 40 }, (_, index) => reply({ id: `r${index}`, code: "" })),
	);
	expect(new Set(all.map(({ status }) => status))).toEqual(new Set([422]));
	expect(await rowsIn("answer")).toBe(0);
	await openWave({ id: "w2", entry: "anyone" });
	await env.DB.prepare("update tally set adults = 30").run();
	for (let round = 0; round < 4; round++)
		await Promise.all(
			Array.from({ length: 10 }, (_, index) => submit("/s/w2/sy", { id: `s${round}${index}`, ...contented })),
		);
	const rigged = await env.DB.prepare("select counts from tally where wave = 'w2'").first<string>("counts");
	expect(JSON.parse(rigged ?? "{}")).toMatchObject({ n: 30, "by:poster": 30 });
});

test("“A single-submission link accepted several submissions”: twenty at the same moment with one slip are one answer.", async () => {
	await openWave();
	const code = await codeAt(5);
	const all = await Promise.all(Array.from({ length: 20 }, (_, index) => reply({ id: `a${index}`, code })));
	expect(all.filter(({ status }) => status === 303)).toHaveLength(1);
	expect([await rowsIn("answer"), await rowsIn("spent"), (await counts()).n]).toEqual([1, 1, 1]);
});

test("“Responses are lost on a bad connection”: the same answer sent again and again is received and counts once, and nothing typed is lost.", async () => {
	await openWave();
	const answer = { id: "a1", code: await codeAt(1), remark: "路上没有信号" };
	for (let attempt = 0; attempt < 4; attempt++) expect((await reply(answer)).status).toBe(303);
	expect(await counts()).toMatchObject({ n: 1, "remark:said": 1 });
	const page = await visit("/s/w1/sy");
	for (const kept of ["网络不通", "localStorage", 'role="status"']) expect(page.text).toContain(kept);
});

test("“The quota was exceeded when many submitted at once”: fifty at once at a ceiling of thirty are thirty.", async () => {
	await openWave({ entry: "anyone" });
	await env.DB.prepare("update tally set adults = 30").run();
	const all = await Promise.all(Array.from({ length: 50 }, (_, index) => reply({ id: `a${index}` })));
	expect(all.filter(({ status }) => status === 303)).toHaveLength(30);
	expect(all.filter(({ status }) => status === 429)).toHaveLength(20);
	expect([(await counts()).n, await rowsIn("answer")]).toEqual([30, 30]);
});

test("“By filtering I could find what one respondent answered”: no address narrows a result, whatever is put behind it.", async () => {
	await openWave();
	await replies(12, { age: "50" });
	await replies(1, { age: "65", satisfied: "1" }, 12);
	await submit("/o/sy/surveys/w1/closing", { id: "c1", handed_out: "40" }, secretary);
	const whole = JSON.stringify(await facts("/o/sy/surveys/w1", "secretary"));
	for (const query of [
		"?age=65",
		"?sex=male&age=65",
		"?filter=age:65",
		"?day=2026-11-28",
		"?channel=slip",
		"?id=a1",
	])
		expect(JSON.stringify(await facts(`/o/sy/surveys/w1${query}`, "secretary"))).toBe(whole);
});
