import { env } from "cloudflare:workers";
import fc from "fast-check";
import { beforeEach, expect, test } from "vitest";
import {
	questionMistakes,
	questionOf,
	type TypedQuestion,
	typedFrom,
} from "../../worker/surveys/draft/questions/rules";
import { finished, neverAsked } from "../../worker/surveys/draft/rules";
import { shapeOf, shapes } from "../../worker/surveys/draft/shapes";
import { readyQuestionnaires } from "../../worker/surveys/questionnaire/ready";
import type { Question } from "../../worker/surveys/questionnaire/rules";
import { facts, send, submit, visit } from "../doors";
import { beginWorld } from "../world";
import { codeAt, openWave, rowsIn } from "./cast";

beforeEach(beginWorld);

const secretary = { as: "secretary" } as const;
const list = "/o/sy/questionnaires";
const own = `${list}/qn1`;
const begun = (fields: Record<string, string> = {}) =>
	submit(list, { id: "qn1", zh: "我们村的问卷", en: "", from: "", ...fields }, secretary);
let written = 0;
const add = (fields: Record<string, string>) =>
	submit(`${own}/questions`, { id: `ad${++written}`, ...fields }, secretary);

type Draft = {
	questions: (Question & { options?: { key: string; words: { zh: string } }[] })[];
	lost: string[];
	changed: boolean;
	editions: { version: number }[];
};
const draft = () => facts<Draft>(own, "secretary");
const keys = async () => (await draft()).questions.map(({ key }) => key);

async function publish(same: string[] = [], id = `pb${++written}`) {
	const page = await visit(`${own}/versions`, secretary);
	const seen = /name="seen" value="(\w+)"/.exec(page.text)?.[1] ?? "";
	return submit(`${own}/versions`, { id, seen, same }, secretary);
}

test("A secretary writes a questionnaire question by question, as on paper; the next village never sees it.", async () => {
	expect((await begun()).headers.get("Location")).toBe(own);
	expect((await begun()).status).toBe(303);
	expect((await begun({ zh: "另一份" })).status).toBe(409);
	await add({ shape: "satisfaction", zh: "您满意吗？", required: "on", faces: "on" });
	await add({ shape: "yes-no", zh: "今年参加过活动吗？", participation: "on" });
	await add({ shape: "several", zh: "为什么没来？", options_zh: "没听说\n没有空\n太远", only_if: "q2:no" });
	await add({
		shape: "knowledge",
		zh: "谁可以来？",
		options_zh: "只有干部\n谁都可以",
		right: "2",
		heading_zh: "知道不知道",
	});
	await add({ shape: "number", zh: "今年来过几回？", least: "0", most: "50" });
	await add({ shape: "open", zh: "还想说什么？" });
	const page = await visit(own, secretary);
	for (const words of ["您满意吗？", "没听说", "知道不知道", "第二题答“不是”的才填", "对的", "不能问的"])
		expect(page.text, words).toContain(words);
	expect(await keys()).toEqual(["q1", "q2", "q3", "q4", "q5", "q6"]);
	for (const [path, as, status] of [
		[own, "neighbour", 404],
		[`${own}/preview`, "neighbour", 404],
		["/o/lf/questionnaires/qn1", "neighbour", 404],
		["/o/lf/questionnaires/qn1/preview", "neighbour", 404],
		[own, "townshipStaff", 404],
		[own, "leader", 404],
		[`${own}/preview`, "leader", 404],
		[own, null, 401],
	] as const) {
		expect((await visit(path, { as })).status, `${path} ${as}`).toBe(status);
	}
	for (const path of [
		`${own}/questions`,
		`${own}/questions/q1`,
		`${own}/questions/q1/place`,
		`${own}/versions`,
	])
		expect((await submit(path, { id: "x1", shape: "open", zh: "？" }, { as: "neighbour" })).status).toBe(404);
});

test("Questions move up and down, are rewritten and taken out; a key that is gone is never another question's.", async () => {
	await begun();
	for (const zh of ["甲", "乙", "丙"]) await add({ shape: "scale", zh });
	await submit(`${own}/questions/q3/place`, { id: "mv1", to: "up" }, secretary);
	expect(await keys()).toEqual(["q1", "q3", "q2"]);
	// The same press twice is one step.
	await submit(`${own}/questions/q3/place`, { id: "mv1", to: "up" }, secretary);
	expect(await keys()).toEqual(["q1", "q3", "q2"]);
	await submit(`${own}/questions/q1/place`, { id: "mv2", to: "up" }, secretary);
	expect(await keys()).toEqual(["q1", "q3", "q2"]);
	await submit(`${own}/questions/q1`, { id: "rw1", shape: "scale", zh: "甲甲" }, secretary);
	expect((await draft()).questions[0]?.words.zh).toBe("甲甲");
	expect((await submit(`${own}/questions/q2/removal`, { id: "rm1" }, secretary)).status).toBe(303);
	expect((await submit(`${own}/questions/q2/removal`, { id: "rm1" }, secretary)).status).toBe(303);
	expect((await submit(`${own}/questions/q2/removal`, { id: "rm2" }, secretary)).status).toBe(404);
	await add({ shape: "scale", zh: "丁" });
	expect(await keys()).toEqual(["q1", "q3", "q4"]);
});

test("A question that hangs on what comes later or is gone says so, and can't be published until it is mended.", async () => {
	await begun();
	await add({ shape: "yes-no", zh: "来过吗？" });
	await add({ shape: "open", zh: "为什么？", only_if: "q1:no" });
	await submit(`${own}/questions/q2/place`, { id: "mv1", to: "up" }, secretary);
	expect((await draft()).lost).toEqual(["q2"]);
	expect((await visit(own, secretary)).text).toContain("排到了后面");
	const page = await visit(`${own}/versions`, secretary);
	expect(page.text).not.toContain('name="seen"');
	expect(
		(await submit(`${own}/versions`, { id: "pb0", seen: "0".repeat(16), same: [] }, secretary)).status,
	).toBe(409);
	await submit(`${own}/questions/q2/place`, { id: "mv2", to: "down" }, secretary);
	expect((await publish()).status).toBe(303);
	expect(await rowsIn("edition")).toBe(1);
});

test("Mistakes stand at their fields with everything kept: no text, one answer, lines that differ, no right answer, no such question.", async () => {
	await begun();
	const wrong = [
		[{ shape: "one", zh: "", en: "" }, "这里要填"],
		[{ shape: "one", zh: "选哪个？", options_zh: "只有一样" }, "至少写两样"],
		[
			{ shape: "one", zh: "选哪个？", options_zh: "一\n二\n三", options_en: "one\ntwo" },
			"中文 3 行，英文 2 行",
		],
		[{ shape: "knowledge", zh: "哪个对？", options_zh: "一\n二", right: "3" }, "第几个答案是对的"],
		[{ shape: "number", zh: "几回？", least: "5", most: "5" }, "要比最小的大"],
		[{ shape: "open", zh: "为什么？", only_if: "q9:no" }, "请从列出的里面选一个"],
	] as const;
	for (const [fields, words] of wrong) {
		const refused = await add(fields);
		expect([refused.status, refused.text.includes(words)], words).toEqual([422, true]);
		expect(refused.cost.rowsWritten).toBe(0);
	}
	expect((await add(wrong[1][0])).text).toContain("只有一样");
	expect(await rowsIn("question")).toBe(0);
});

test("What must never be asked is refused; a word that may be about a service needs a second look.", async () => {
	await begun();
	for (const zh of ["您怀孕了吗？", "您家有几个孩子？", "您的身份证号", "您有什么病？"]) {
		const refused = await add({ shape: "open", zh, sure: "on" });
		expect([zh, refused.status, refused.text.includes("这是不能问的")]).toEqual([zh, 422, true]);
	}
	expect(
		(await add({ shape: "one", zh: "您家的情况", options_zh: "独生子女\n其他", sure: "on" })).status,
	).toBe(303);
	const asked = await add({ shape: "open", zh: "您对健康讲座满意吗？" });
	expect([asked.status, asked.text.includes("请在下面打勾再存"), asked.text.includes('name="sure"')]).toEqual(
		[422, true, true],
	);
	expect((await add({ shape: "open", zh: "您对健康讲座满意吗？", sure: "on" })).status).toBe(303);
	const second = await add({ shape: "open", zh: "还有呢？" });
	expect([second.status, second.text.includes("只能有一题")]).toEqual([422, true]);
	expect((await visit(`${own}/questions/new?shape=open`, secretary)).text).not.toContain('name="sure"');
	expect((await begun({ id: "qn2", zh: "您怀孕了吗" })).status).toBe(422);
});

test("A preview is what a resident sees, in both languages, and sends nothing; a missing language falls back and says so.", async () => {
	await begun();
	await add({ shape: "satisfaction", zh: "您满意吗？", faces: "on" });
	await add({
		shape: "one",
		zh: "哪样好？",
		en: "Which is better?",
		options_zh: "这样\n那样",
		options_en: "This\nThat",
	});
	const zh = await visit(`${own}/preview`, secretary);
	expect(zh.text).toContain("这是预览");
	expect(zh.text).not.toContain("只有一种文字");
	expect(zh.text).toMatch(/<button type="submit" disabled/);
	const en = await visit(`${own}/preview`, { ...secretary, language: "en" });
	expect(en.text).toContain("Some questions are in one language only");
	expect(en.text).toContain('<span lang="zh-CN">您满意吗？</span>');
	expect(en.text).toContain("Which is better?");
	expect(en.headers.get("Content-Security-Policy")).toContain("sha256-");
	for (const ready of readyQuestionnaires)
		expect((await visit(`${list}/${ready.key}/preview`, { as: "leader" })).status).toBe(200);
});

test("A published version never changes, not even by SQL; a new one says which questions stay comparable.", async () => {
	await begun();
	await add({ shape: "satisfaction", zh: "您满意吗？" });
	await add({ shape: "one", zh: "哪样好？", options_zh: "这样\n那样" });
	await add({ shape: "open", zh: "还想说什么？" });
	expect((await publish([], "pb1")).status).toBe(303);
	const first = await env.DB.prepare("select content from edition").first<string>("content");
	for (const act of [
		"update edition set content = '{}'",
		"delete from edition",
		"update edition set version = 9",
	])
		await expect(env.DB.prepare(act).run()).rejects.toThrow(/never/);
	expect((await draft()).changed).toBe(false);
	await submit(
		`${own}/questions/q1`,
		{ id: "rw1", shape: "satisfaction", zh: "您对协会满意吗？" },
		secretary,
	);
	await submit(
		`${own}/questions/q2`,
		{ id: "rw2", shape: "one", zh: "哪样好？", options_zh: "这样\n那样\n都好" },
		secretary,
	);
	await add({ shape: "scale", zh: "新题" });
	expect((await draft()).changed).toBe(true);
	const page = await visit(`${own}/versions`, secretary);
	for (const words of ["只改了说法", "答案变了，不能比", "新题", "一字没动"])
		expect(page.text, words).toContain(words);
	// q2 and q4 can't be made comparable by asking for it.
	expect((await publish(["q1", "q2", "q4"])).status).toBe(303);
	const { results } = await env.DB.prepare("select version, content from edition order by version").all<{
		content: string;
	}>();
	expect(results[0]?.content).toBe(first);
	expect(JSON.parse(results[1]?.content ?? "{}").comparable).toEqual(["q1", "q3"]);
	// An answer keeps its key where its words stayed, so that "这样" is the same answer in both.
	const optionsIn = (content: string | undefined) =>
		(JSON.parse(content ?? "{}").questions[1].options as { key: string }[]).map(({ key }) => key);
	expect(optionsIn(results[1]?.content).slice(0, 2)).toEqual(optionsIn(results[0]?.content));
});

test("Publishing fixes what was looked at: whoever was overtaken looks again, and a copy publishes once.", async () => {
	await begun();
	await add({ shape: "open", zh: "甲" });
	const page = await visit(`${own}/versions`, secretary);
	const seen = /name="seen" value="(\w+)"/.exec(page.text)?.[1] ?? "";
	await add({ shape: "scale", zh: "乙" });
	const late = await submit(`${own}/versions`, { id: "pb1", seen }, secretary);
	expect([late.status, late.text.includes("又有改动")]).toEqual([409, true]);
	const fresh = /name="seen" value="(\w+)"/.exec(late.text)?.[1] ?? "";
	const copies = await Promise.all(
		Array.from({ length: 8 }, () => submit(`${own}/versions`, { id: "pb2", seen: fresh }, secretary)),
	);
	expect(copies.map(({ status }) => status)).toEqual(Array(8).fill(303));
	expect(await rowsIn("edition")).toBe(1);
});

test("A questionnaire of the township's is asked by its villages and never changed by them; before it is published nobody below sees it.", async () => {
	const above = { as: "townshipStaff" } as const;
	const at = "/o/qq/questionnaires";
	await submit(at, { id: "tq1", zh: "全镇统一问卷", en: "", from: "village" }, above);
	const heard = async () =>
		(await facts<{ questionnaires: { id: string }[] }>(list, "secretary")).questionnaires.some(
			({ id }) => id === "tq1",
		);
	expect(await heard()).toBe(false);
	expect((await openWave({ questionnaire: "tq1" })).status).toBe(422);
	const page = await visit(`${at}/tq1/versions`, above);
	const seen = /name="seen" value="(\w+)"/.exec(page.text)?.[1] ?? "";
	expect((await submit(`${at}/tq1/versions`, { id: "pb1", seen }, above)).status).toBe(303);
	expect(await heard()).toBe(true);
	expect((await visit(`${list}/tq1/preview`, secretary)).status).toBe(200);
	expect((await visit(`${list}/tq1`, secretary)).status).toBe(404);
	expect((await openWave({ questionnaire: "tq1" })).status).toBe(303);
	expect((await visit("/s/w1/sy")).text).toContain("全镇统一问卷");
});

test("A resident answers a questionnaire that was made here: only what was put to them counts, and the page stays one query under 6 KB.", async () => {
	await begun();
	await add({ shape: "satisfaction", zh: "您满意吗？", required: "on", faces: "on" });
	await add({ shape: "yes-no", zh: "今年参加过活动吗？", participation: "on" });
	await add({
		shape: "several",
		zh: "为什么没来？",
		options_zh: "没听说\n没有空\n太远",
		only_if: "q2:no",
		required: "on",
	});
	await add({ shape: "scale", zh: "打几分？" });
	await add({ shape: "number", zh: "来过几回？", most: "20" });
	await publish();
	expect((await openWave({ questionnaire: "qn1" })).status).toBe(303);
	const page = await visit("/s/w1/sy");
	expect([page.cost.queries, page.cost.rowsRead <= 4, page.bytes < 6000]).toEqual([1, true, true]);
	const said = { q1: "5", q2: "yes", q3: "a", q4: "9", q5: "3", code: await codeAt(0) };
	const sent = await submit("/s/w1/sy", { id: "a1", ...said });
	expect([sent.status, sent.cost.rowsWritten <= 3]).toEqual([303, true]);
	const stayed = { id: "a2", q1: "4", q2: "no", q3: ["a", "c"], code: await codeAt(1) };
	expect((await submit("/s/w1/sy", stayed)).status).toBe(303);
	const left = await submit("/s/w1/sy", { id: "a3", q1: "4", q2: "no", code: await codeAt(2) });
	expect([
		left.status,
		left.text.includes('href="#q-q3"'),
		left.text.includes('aria-describedby="x-q3"'),
	]).toEqual([422, true, true]);
	const counts = JSON.parse(
		(await env.DB.prepare("select counts from tally").first<string>("counts")) ?? "{}",
	);
	expect(counts).toMatchObject({
		n: 2,
		"q1:5": 1,
		"q2:no": 1,
		"q3:said": 1,
		"q3:a": 1,
		"q3:c": 1,
		"q4:9": 1,
		"q5:2-3": 1,
	});
	const stored = await env.DB.prepare("select said from answer where id = 'a1'").first<string>("said");
	expect(JSON.parse(stored ?? "{}")).toEqual({ q1: "5", q2: "yes", q4: "9", q5: "3" });
	for (const face of ["", "/poster", "/slips", "/paper-copy", "/paper"])
		expect((await visit(`/o/sy/surveys/w1${face}`, secretary)).status, face).toBe(200);
});

test("No id of a ready questionnaire can be taken, and no wave is opened with what is only being written.", async () => {
	expect((await send(list, { id: "village", zh: "冒名" }, "secretary")).status).toBe(409);
	await begun();
	await add({ shape: "open", zh: "甲" });
	expect((await openWave({ questionnaire: "qn1" })).status).toBe(422);
	expect(await rowsIn("wave")).toBe(0);
});

/** Forms as somebody may fill them in, most of them sensibly. */
const typedQuestions: fc.Arbitrary<TypedQuestion> = fc.record({
	shape: fc.constantFrom(...shapes),
	zh: fc.oneof(
		{ weight: 5, arbitrary: fc.constant("问什么？") },
		{ weight: 1, arbitrary: fc.constant(null) },
	),
	en: fc.oneof(fc.constant("What?"), fc.constant(null)),
	heading_zh: fc.oneof(fc.constant("一段"), fc.constant(null)),
	heading_en: fc.constant(null),
	required: fc.boolean(),
	faces: fc.boolean(),
	participation: fc.boolean(),
	options_zh: fc
		.uniqueArray(fc.constantFrom(..."甲乙丙丁戊"), { minLength: 2 })
		.map((lines) => lines.join("\n")),
	options_en: fc.constant(null),
	right: fc.constantFrom("1", "2", "1 2"),
	least: fc.constantFrom(null, 0, 1),
	most: fc.constantFrom(null, 20, 500),
	only_if: fc.constant(null),
	sure: fc.boolean(),
});

test("Whatever may stand comes back from its own form the same, and is published with both languages filled.", () => {
	fc.assert(
		fc.property(typedQuestions, (typed) => {
			if (Object.keys(questionMistakes(typed, [], [])).length > 0) return;
			const one = questionOf("q1", typed, [], null);
			expect(shapeOf(one)).toBe(typed.shape);
			const again = Object.fromEntries(
				Object.entries({ ...typed, ...blank, ...typedFrom(one) }).map(([name, value]) => [
					name,
					booleans.includes(name)
						? value === "on"
						: ["least", "most"].includes(name)
							? Number(value)
							: value || null,
				]),
			) as unknown as TypedQuestion;
			expect(questionOf("q1", { ...again, shape: typed.shape }, [], one)).toEqual(one);
			const [published] = finished("k", 1, { zh: "题", en: "" }, [one]).questions;
			const wordings = [
				published?.words,
				...(published && "options" in published ? published.options.map(({ words }) => words) : []),
			];
			for (const wording of wordings) {
				expect(wording?.zh && wording.en).toBeTruthy();
				expect(wording?.only === undefined || wording.zh === wording.en).toBe(true);
			}
		}),
	);
});
const booleans = ["required", "faces", "participation", "sure"];
const blank = {
	heading_zh: "",
	heading_en: "",
	required: "",
	faces: "",
	participation: "",
	right: "",
	least: "0",
	most: "100",
};

test("Answers keep their keys through any rewriting of the others.", () => {
	const lines = fc.uniqueArray(fc.constantFrom(..."甲乙丙丁戊己庚"), { minLength: 2, maxLength: 6 });
	fc.assert(
		fc.property(lines, lines, (before, after) => {
			const typed = (options: string[]) => ({ ...template, options_zh: options.join("\n") });
			const one = questionOf("q1", typed(before), [], null);
			const other = questionOf("q1", typed(after), [], one);
			if (!("options" in one && "options" in other)) throw new Error("both have answers");
			expect(new Set(other.options.map(({ key }) => key)).size).toBe(after.length);
			for (const { key, words } of other.options) {
				const stood = one.options.find((option) => option.words.zh === words.zh);
				if (stood) expect(key).toBe(stood.key);
			}
		}),
	);
});
const template: TypedQuestion = {
	...{
		shape: "one",
		zh: "哪样？",
		en: null,
		heading_zh: null,
		heading_en: null,
		required: false,
		faces: false,
	},
	...{ participation: false, options_zh: null, options_en: null, right: null, least: null, most: null },
	...{ only_if: null, sure: false },
};

test("What must never be asked is told from a service that may be asked about.", () => {
	for (const text of [
		"您怀孕了吗",
		"您爱人采取什么避孕措施",
		"家里几个孩子",
		"Are you pregnant",
		"你的血压高吗",
		"身份证号码",
	])
		expect([text, neverAsked(text)]).toEqual([text, "never"]);
	for (const text of ["健康讲座办得怎么样", "您对孕期服务满意吗", "Was the health talk of use"])
		expect([text, neverAsked(text)]).toEqual([text, "look"]);
	for (const text of ["您对协会满意吗", "今年来过几回", "Anything else to say?"])
		expect(neverAsked(text)).toBeNull();
});
