import { env } from "cloudflare:workers";
import { drizzle } from "drizzle-orm/d1";
import { beforeEach, expect, test } from "vitest";
import { app } from "../../worker/app";
import { keptShareOf } from "../../worker/surveys/below/rules";
import { panelOf, wavesOfYear } from "../../worker/surveys/panel";
import { daysAfter } from "../../worker/values/day";
import { hmac, sha256 } from "../../worker/values/id";
import { facts, follow, send, submit, visit } from "../doors";
import { beginWorld, secretOf } from "../world";
import { codeAt, contented, opening, openWave, replies, reply, rowsIn, today } from "./cast";

beforeEach(beginWorld);

type Score = {
	share: number;
	lower: number;
	upper: number;
	satisfied: number;
	answered: number;
	reference: boolean;
	verdict: { kind: string; further?: number };
};
type Wave = {
	state: string;
	slips: number;
	digest: string;
	figures: {
		answers: number | null;
		response: { share: number; of: number; slips: boolean } | null;
		score: Score | null;
		aware: { share: number; base: number } | null;
		participation: { share: number } | null;
		women: { share: number; base: number } | null;
		distributions: { question: string; base: number; options: { key: string; count: number }[] }[];
		keyedIn: { count: number } | null;
		remarks: number | null;
	};
};

const wave = "/o/sy/surveys/w1";
const close = (handedOut = "200") =>
	submit(`${wave}/closing`, { id: "c1", handed_out: handedOut }, { as: "secretary" });
const seen = () => facts<Wave>(wave, "secretary");

test("The secretary opens a wave; the village next door neither opens one here nor sees it; the township sees it.", async () => {
	expect((await submit("/o/sy/surveys", opening, { as: "neighbour" })).status).toBe(404);
	expect((await submit("/o/sy/surveys", opening, { as: "townshipStaff" })).status).toBe(404);
	expect((await submit("/o/sy/surveys", opening, { as: "leader" })).status).toBe(404);
	expect((await submit("/o/sy/surveys", opening)).status).toBe(401);
	const opened = await openWave();
	expect(opened.status).toBe(303);
	expect((await follow(opened, { as: "secretary" })).text).toContain("进行中");
	for (const path of [
		wave,
		`${wave}/poster`,
		`${wave}/slips`,
		`${wave}/closing`,
		`${wave}/notice`,
		`${wave}/remarks`,
		`${wave}/paper`,
	]) {
		expect((await visit(path, { as: "neighbour" })).status, path).toBe(404);
		expect((await visit(path.replace("/sy/", "/lf/"), { as: "neighbour" })).status, path).toBe(404);
		expect((await visit(path)).status, path).toBe(401);
	}
	expect((await visit(wave, { as: "townshipStaff" })).status).toBe(200);
	expect((await visit(`${wave}/slips`, { as: "townshipStaff" })).status).toBe(404);
});

test("The form says what it costs; mistakes come back at their fields; the same form twice opens one wave.", async () => {
	const form = await visit("/o/sy/surveys/new", { as: "secretary" });
	expect(form.text).toContain("500");
	expect(form.text).toContain("1,500");
	const wrong = await openWave({ first_day: "2026-02-30", slips: "-1", target: "101" });
	expect(wrong.status).toBe(422);
	expect(wrong.text).toContain("2026-02-30");
	for (const last of [daysAfter(today, -1), daysAfter(today, 100)])
		expect((await openWave({ last_day: last })).status).toBe(422);
	const copies = await Promise.all(Array.from({ length: 20 }, () => openWave()));
	expect(copies.every(({ status }) => status === 303)).toBe(true);
	expect((await openWave({ target: "80" })).status).toBe(409);
	expect(await rowsIn("wave")).toBe(1);
});

test("Live counters show nothing below ten and then move in steps of ten, in pages and in JSON alike.", async () => {
	await openWave();
	await replies(9);
	expect((await seen()).figures).toMatchObject({ answers: null, score: null, distributions: [] });
	expect((await visit(wave, { as: "secretary" })).text).toContain("不到 10 份");
	await replies(1, {}, 9);
	expect((await seen()).figures).toMatchObject({ answers: 10, score: null });
	await replies(9, { satisfied: "1" }, 10);
	expect((await seen()).figures).toMatchObject({ answers: 10, score: null });
	await replies(1, { satisfied: "1" }, 19);
	const live = (await seen()).figures;
	expect(live).toMatchObject({ answers: 20, score: null });
	expect(live).toMatchObject({
		aware: null,
		participation: null,
		women: null,
		distributions: [],
		remarks: null,
	});
	expect((await visit(`${wave}?format=csv`, { as: "secretary" })).text).not.toContain("满意");
});

test("A closed wave says n, share, interval, verdict, further answers, response rate, awareness, participation and women.", async () => {
	await openWave();
	await replies(28);
	await replies(2, { satisfied: "3", does: "bills", comes: "unknown", took: "no", sex: "male" }, 28);
	const closed = await close("40");
	expect(closed.status).toBe(303);
	const { figures, state, digest } = await seen();
	expect(state).toBe("closed");
	expect(figures).toMatchObject({
		answers: 30,
		response: { share: 0.75, of: 40, slips: true },
		score: { satisfied: 28, answered: 30, reference: false, verdict: { kind: "open" } },
		aware: { share: 28 / 30, base: 30 },
		participation: { share: 28 / 30 },
		women: { share: 28 / 30, base: 30 },
		keyedIn: { count: 0 },
	});
	expect(figures.score?.share.toFixed(3)).toBe("0.933");
	expect(figures.score?.lower.toFixed(3)).toBe("0.793");
	expect(figures.score?.upper.toFixed(3)).toBe("0.981");
	const page = await visit(wave, { as: "secretary" });
	for (const words of [
		"93.3",
		"未定",
		"还不能断定过了 90 %",
		"再收约",
		"75.0",
		"应答率",
		"知晓率",
		"参与率",
		"答卷人中女性",
		"抽样误差",
		digest.slice(0, 16),
	]) {
		expect(page.text, words).toContain(words);
	}
	expect((await visit(wave, { as: "secretary", language: "en" })).text).toContain("not yet proof of 90 %");
	const table = await visit(`${wave}?format=csv`, { as: "secretary" });
	expect(table.text).toContain("5,很满意,28,30,0.933");
	const notice = await visit(`${wave}/notice`, { as: "secretary" });
	expect(notice.text).toContain("上园村计划生育协会");
	expect(notice.text).toContain("93.3");
});

test("Figures are sealed: no answer after the end, the digest is over what stands, and closing twice is closing once.", async () => {
	await openWave();
	await replies(10);
	await Promise.all(Array.from({ length: 20 }, () => close("12")));
	const other = await close("99");
	expect(other.status).toBe(409);
	expect(other.text).toContain("先前已经结束");
	expect(other.text).not.toContain('<form class="form"');
	expect(await rowsIn("closing")).toBe(1);
	expect((await reply({ code: await codeAt(20) })).status).toBe(410);
	const sealed = await env.DB.prepare("select * from closing").first<{
		counts: string;
		digest: string;
		handed_out: number;
	}>();
	expect(sealed?.handed_out).toBe(12);
	const counts = Object.fromEntries(
		Object.entries(JSON.parse(sealed?.counts ?? "{}")).sort(([one], [other]) => (one < other ? -1 : 1)),
	);
	const line = JSON.stringify({
		wave: "w1",
		unit: "sy",
		questionnaire: "village",
		version: 1,
		first_day: opening.first_day,
		last_day: opening.last_day,
		closed_on: today,
		target: 90,
		denominator: "all",
		adults: 500,
		handed_out: 12,
		counts,
	});
	const secret = await env.DB.prepare("select key from deployment").first<string>("key");
	expect(sealed?.digest).toBe(await hmac(secret ?? "", line));
	expect(sealed?.digest).not.toBe(await sha256(line));
});

test("No slips are added to a closed survey.", async () => {
	await openWave();
	await close();
	const more = await submit(`${wave}/slips`, { slips: "500" }, { as: "secretary" });
	expect([more.status, more.text.includes("不能再加印")]).toEqual([409, true]);
	expect((await send(`${wave}/slips`, { slips: 500 }, "secretary")).status).toBe(409);
	expect((await seen()).slips).toBe(200);
});

test("A closing that answers overtake each time is shown again as typed, and nothing is sealed.", async () => {
	await openWave();
	const rushed = new Proxy(env.DB, {
		get: (database, name: keyof D1Database) => {
			if (name !== "batch") return database[name].bind(database);
			return async (statements: D1PreparedStatement[]) => {
				const results = await database.batch(statements);
				await database.exec("update tally set counts = json_set(counts, '$.n', counts ->> 'n' + 1)");
				return results;
			};
		},
	});
	const request = new Request(`http://huijia.test${wave}/closing`, {
		method: "POST",
		headers: {
			Cookie: `session=${secretOf("secretary")}`,
			Origin: "http://huijia.test",
			"Accept-Language": "zh",
		},
		body: new URLSearchParams({ id: "c1", handed_out: "137" }),
	});
	const answer = await app.fetch(request, { ...env, DB: rushed });
	const page = await answer.text();
	expect(answer.status).toBe(409);
	for (const kept of ["刚好又来了答卷", 'value="137"', 'name="id" value="c1"']) expect(page).toContain(kept);
	expect(await rowsIn("closing")).toBe(0);
});

test("Answers that race a closing are either in the sealed figures or refused, never between.", async () => {
	await openWave();
	await replies(10);
	const codes = await Promise.all(Array.from({ length: 20 }, (_, place) => codeAt(50 + place)));
	const [, ...answers] = await Promise.all([close(), ...codes.map((code) => reply({ code }))]);
	const taken = answers.filter(({ status }) => status === 303).length;
	expect(answers.every(({ status }) => status === 303 || status === 410)).toBe(true);
	expect((await seen()).figures.answers).toBe(10 + taken);
	expect(await rowsIn("answer")).toBe(10 + taken);
	expect(await rowsIn("spent")).toBe(10 + taken);
});

test("Small bases: a wave of nine shows nothing, not even n; a question that nine answered is withheld; 10 to 29 is for reference.", async () => {
	await openWave();
	await replies(9, { remark: "路灯坏了" });
	await close();
	expect((await seen()).figures).toMatchObject({
		answers: null,
		score: null,
		aware: null,
		distributions: [],
		remarks: null,
	});
	const page = await visit(wave, { as: "secretary" });
	expect(page.text).toContain("不到 10 份，不公布");
	expect((await visit(`${wave}/remarks`, { as: "secretary" })).text).not.toContain("路灯");
	expect((await visit(`${wave}/notice`, { as: "secretary" })).text).toContain("不公布");
});

test("In a wave of twenty, a question that nine answered stays withheld and the rest is for reference.", async () => {
	await openWave();
	await replies(9, { remark: "路灯坏了" });
	await replies(11, { sex: "", does: "", comes: "", accounts: "" }, 9);
	await close();
	const { figures } = await seen();
	expect(figures.score).toMatchObject({ answered: 20, reference: true });
	expect(figures.women).toBeNull();
	expect(figures.aware).toBeNull();
	expect(figures.distributions.map(({ question }) => question)).toEqual(["satisfied", "took", "age"]);
	expect((await visit(wave, { as: "secretary" })).text).toContain("仅供参考");
	expect((await visit(`${wave}/remarks`, { as: "secretary" })).text).not.toContain("路灯");
});

test("What people wrote is read after the end, in alphabetical order, once ten wrote something.", async () => {
	await openWave();
	for (let place = 0; place < 12; place++)
		await reply({ code: await codeAt(place), remark: `意见${String.fromCharCode(76 - place)}` });
	expect((await visit(`${wave}/remarks`, { as: "secretary" })).text).not.toContain("意见");
	await close();
	const { texts } = await facts<{ texts: { text: string }[] }>(`${wave}/remarks`, "secretary");
	expect(texts.map(({ text }) => text)).toEqual([..."ABCDEFGHIJKL"].map((letter) => `意见${letter}`));
});

test("Slips print the same again in the same order, tell nothing of which are used, and write no row.", async () => {
	await openWave({ slips: "130" });
	const first = await facts<{ codes: string[]; sheets: number }>(`${wave}/slips`, "secretary");
	expect(first.codes).toHaveLength(120);
	expect(first.sheets).toBe(6);
	expect(new Set(first.codes).size).toBe(120);
	await reply({ code: first.codes[0] ?? "" });
	const again = await visit(`${wave}/slips`, { as: "secretary" });
	expect(again.cost.rowsWritten).toBe(0);
	expect((await facts<{ codes: string[] }>(`${wave}/slips`, "secretary")).codes).toEqual(first.codes);
	expect((await facts<{ codes: string[] }>(`${wave}/slips?sheet=6`, "secretary")).codes).toHaveLength(10);
	const more = await submit(`${wave}/slips`, { slips: "200" }, { as: "secretary" });
	expect(more.status).toBe(303);
	expect((await submit(`${wave}/slips`, { slips: "200" }, { as: "secretary" })).status).toBe(303);
	for (const slips of ["50", "x", "-1", "99999999"]) {
		const wrong = await submit(`${wave}/slips`, { slips }, { as: "secretary" });
		expect([wrong.status, wrong.text.includes("aria-invalid")]).toEqual([422, true]);
	}
	expect((await seen()).slips).toBe(200);
	expect((await facts<{ codes: string[] }>(`${wave}/slips`, "secretary")).codes).toEqual(first.codes);
	expect((await reply({ code: await codeAt(199) })).status).toBe(303);
});

test("The poster carries the address as a code to scan and as text.", async () => {
	await openWave();
	const poster = await visit(`${wave}/poster`, { as: "secretary" });
	expect(poster.text).toContain('data-qr="http://huijia.test/s/w1/sy"');
	expect(poster.text).toContain("协会做得怎么样");
});

test("An officer keys in a paper answer; it spends its slip and is counted as keyed in.", async () => {
	await openWave();
	const paper = { id: "k1", ...contented, code: await codeAt(0) };
	expect((await submit(`${wave}/paper`, paper, { as: "neighbour" })).status).toBe(404);
	expect((await submit(`${wave}/paper`, paper, { as: "secretary" })).status).toBe(303);
	expect((await submit(`${wave}/paper`, paper, { as: "secretary" })).status).toBe(303);
	const used = await submit(`${wave}/paper`, { ...paper, id: "k2" }, { as: "secretary" });
	expect(used.status).toBe(409);
	expect(used.text).toContain("已经用过");
	expect((await reply({ code: await codeAt(0) })).status).toBe(409);
	await replies(9, {}, 1);
	for (let place = 10; place < 19; place++)
		await submit(
			`${wave}/paper`,
			{ ...paper, id: `p${place}`, code: await codeAt(place) },
			{ as: "secretary" },
		);
	await close();
	expect((await seen()).figures.keyedIn).toMatchObject({ count: 10 });
});

test("Closed waves stand side by side, in a plot and in a table; pages cost little whatever was answered.", async () => {
	for (const [id, satisfied] of [
		["w1", "5"],
		["w2", "4"],
	] as const) {
		await openWave({ id, entry: "anyone" });
		for (let place = 0; place < 12; place++)
			await submit(`/s/${id}/sy`, { id: `${id}${place}`, ...contented, satisfied });
		await submit(`/o/sy/surveys/${id}/closing`, { id: "c1", handed_out: "0" }, { as: "secretary" });
	}
	const list = await visit("/o/sy/surveys", { as: "secretary" });
	expect(list.text).toContain('class="plot trend"');
	expect(list.text).toContain("100.0");
	expect(list.cost.trips).toBeLessThanOrEqual(2);
	for (const path of ["/o/sy/surveys", wave, `${wave}/slips`, `${wave}/remarks`, `${wave}/notice`]) {
		const page = await visit(path, { as: "secretary" });
		expect(page.cost.trips, path).toBeLessThanOrEqual(2);
		expect(page.cost.rowsRead, path).toBeLessThanOrEqual(64);
	}
});

test("The same by program: open, answer, close, read the score, with a bearer token.", async () => {
	const opened = await send("/o/sy/surveys", { ...opening, entry: "anyone", slips: 0 }, "secretary");
	expect(opened.status).toBe(201);
	for (let place = 0; place < 10; place++) {
		const sent = await submit(
			"/s/w1/sy",
			{ id: `a${place}`, ...contented },
			{ headers: { Accept: "application/json" } },
		);
		expect(sent.status).toBe(201);
	}
	expect((await send(`${wave}/closing`, { id: "c1", handed_out: 0 }, "secretary")).status).toBe(201);
	expect((await seen()).figures).toMatchObject({
		answers: 10,
		response: { of: 500, slips: false },
		score: { share: 1 },
	});
	expect((await send("/o/sy/surveys", { id: "w2" }, "secretary")).status).toBe(422);
});

test("The year's latest closed wave is kept for boards, recounted from its closing, and obeys small bases.", async () => {
	await openWave();
	await replies(12);
	await replies(3, { satisfied: "unknown" }, 12);
	await close();
	const year = Number(today.slice(0, 4));
	const kept = await env.DB.prepare("select * from standing where organisation = 'sy' and year = ?")
		.bind(year)
		.first();
	expect(kept).toMatchObject({
		survey_satisfied: 12,
		survey_answered: 15,
		survey_adults: 500,
		survey_target: 90,
	});
	const share = keptShareOf({
		surveySatisfied: 12,
		surveyAnswered: 15,
		surveyAdults: 500,
		surveyTarget: 90,
	});
	expect(share).toMatchObject({ share: 0.8, reference: true, verdict: { kind: "open" } });
	expect(keptShareOf({ surveySatisfied: 9, surveyAnswered: 9, surveyAdults: 500, surveyTarget: 90 })).toBe(
		"withheld",
	);
	expect(
		keptShareOf({ surveySatisfied: null, surveyAnswered: null, surveyAdults: null, surveyTarget: null }),
	).toBe("none");
	const panel = panelOf(await wavesOfYear(drizzle(env.DB), { id: "sy", path: "jx/qq/sy/" }, year), today);
	expect(panel).toMatchObject({
		latest: { id: "w1", state: "closed" },
		closed: { figures: { answers: 15 } },
	});
});
