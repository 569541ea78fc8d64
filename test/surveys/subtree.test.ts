import { env } from "cloudflare:workers";
import { beforeEach, expect, test } from "vitest";
import { lagging } from "../../worker/surveys/units/rules";
import { costOf } from "../../worker/surveys/wave/rules";
import { daysAfter } from "../../worker/values/day";
import { facts, submit, visit } from "../doors";
import { beginWorld } from "../world";
import { codeAt, contented, opening, rowsIn, today } from "./cast";

beforeEach(beginWorld);

const township = { as: "townshipStaff" } as const;
const secretary = { as: "secretary" } as const;
const openBelow = (changes: Record<string, string> = {}) =>
	submit("/o/qq/surveys", { ...opening, scope: "below", ...changes }, township);
const answers = async (count: number, unit: string, from = 0) => {
	for (let place = from; place < from + count; place++) {
		const said = { ...contented, id: `a${unit}${place}`, code: await codeAt(place, "w1", unit) };
		const sent = await submit(`/s/w1/${unit}`, said);
		if (sent.status !== 303) throw new Error(`${sent.status} ${sent.text}`);
	}
};

test("A township opens a survey in all its villages in one act: a row for the wave, one for each village, none for itself.", async () => {
	const opened = await openBelow();
	expect(opened.headers.get("Location")).toBe("/o/qq/surveys/w1/units");
	expect(opened.cost.rowsWritten).toBeLessThanOrEqual(4);
	const { results } = await env.DB.prepare("select unit from tally order by unit").all<{ unit: string }>();
	expect(results.map(({ unit }) => unit)).toEqual(["lf", "sy"]);
	expect((await openBelow()).status).toBe(303);
	expect(await rowsIn("tally")).toBe(2);
	expect((await openBelow({ target: "80" })).status).toBe(409);
	const page = await visit("/o/qq/surveys/w1/units", township);
	for (const words of ["上园村", "里畈村", "0 / 2 个已结束", "不到 10"])
		expect(page.text, words).toContain(words);
	expect((await visit("/o/qq/surveys", township)).text).toContain("开给下面的测评");
	// Each village has it on its own pages, and so has its home.
	expect((await visit("/o/sy/surveys/w1", secretary)).text).toContain("上级开的");
	expect((await visit("/o/sy/surveys", secretary)).text).toContain("进行中");
	for (const [path, as] of [
		["/o/sy/surveys/w1/units", "secretary"],
		["/o/qq/surveys/w1/units", "secretary"],
		["/o/qq/surveys/w1/reminder", "neighbour"],
		["/o/qq/surveys/w1", "townshipStaff"],
	] as const) {
		expect((await visit(path, { as })).status, path).toBe(404);
	}
	// A village has nothing below it: there it is an ordinary wave of its own.
	expect(
		(await submit("/o/sy/surveys", { ...opening, id: "w2", scope: "below" }, secretary)).headers.get(
			"Location",
		),
	).toBe("/o/sy/surveys/w2");
});

test("Each village's answers are its own; whoever opened it closes all at once; they count for its year as a wave of its own would.", async () => {
	await openBelow();
	await answers(12, "sy");
	await answers(3, "lf");
	expect((await submit("/s/w1/qq", { ...contented, id: "a1" })).status).toBe(404);
	type Units = { answers: number; rows: { id: string; answers: number | null; lags: boolean }[] };
	const shown = await facts<Units>("/o/qq/surveys/w1/units", "townshipStaff");
	expect(shown.answers).toBe(10);
	expect(shown.rows.map(({ id, answers: n, lags }) => [id, n, lags])).toEqual([
		["sy", 10, true],
		["lf", null, true],
	]);
	const closing = { id: "c1", handed_out: "0" };
	expect((await submit("/o/sy/surveys/w1/closing", closing, secretary)).status).toBe(404);
	expect((await visit("/o/qq/surveys/w1/closing", township)).text).toContain("下面各单位一起结束");
	expect((await submit("/o/qq/surveys/w1/closing", closing, township)).status).toBe(303);
	for (const unit of ["sy", "lf"])
		expect(
			(await submit(`/s/w1/${unit}`, { ...contented, id: "z1", code: await codeAt(20, "w1", unit) })).status,
		).toBe(410);
	expect((await visit("/o/qq/surveys/w1/units", township)).text).toContain("2 / 2 个已结束");
	// Three in Lifan are too few, and Shangyuan alone would give them away.
	expect((await visit("/o/sy/surveys/w1", secretary)).text).toContain("这里不公布");
	expect(
		(await facts<{ figures: { answers: number } }>("/o/qq/surveys/w1", "townshipStaff")).figures.answers,
	).toBe(15);
	const standing = await env.DB.prepare(
		"select survey_satisfied as s, survey_answered as n from standing where organisation = 'sy'",
	).first();
	expect(standing).toEqual({ s: 0, n: 0 });
});

test("Where the level above issues the slips, it prints them village by village and keys in the paper; the village can't.", async () => {
	await openBelow({ issuer: "opener" });
	const sheet = await visit("/o/qq/surveys/w1/slips?unit=sy", township);
	expect([sheet.status, sheet.text.includes(await codeAt(0, "w1", "sy"))]).toEqual([200, true]);
	expect((await visit("/o/qq/surveys/w1/slips?unit=sy", township)).text).toBe(
		sheet.text.replace(/name="id" value="\w+"/g, "$&"),
	);
	for (const face of ["slips", "paper"]) {
		expect((await visit(`/o/sy/surveys/w1/${face}`, secretary)).status, face).toBe(404);
		expect((await visit(`/o/qq/surveys/w1/${face}`, township)).status, face).toBe(404);
		expect((await visit(`/o/qq/surveys/w1/${face}?unit=jx`, township)).status, face).toBe(404);
	}
	expect((await visit("/o/sy/surveys/w1", secretary)).text).not.toContain("打印纸条");
	expect((await submit("/o/sy/surveys/w1/slips", { slips: "300" }, secretary)).status).toBe(404);
	expect((await submit("/o/qq/surveys/w1/slips?unit=sy", { slips: "300" }, township)).status).toBe(303);
	const keyed = { ...contented, id: "p1", code: await codeAt(3, "w1", "sy") };
	expect((await submit("/o/sy/surveys/w1/paper", keyed, secretary)).status).toBe(404);
	const paper = await submit("/o/qq/surveys/w1/paper?unit=sy", keyed, township);
	expect(paper.headers.get("Location")).toBe("/o/qq/surveys/w1/paper?unit=sy");
	const counts = await env.DB.prepare("select counts from tally where unit = 'sy'").first<string>("counts");
	expect(JSON.parse(counts ?? "{}")).toMatchObject({ n: 1, "by:paper": 1 });
	// Where the villages issue their own, the township prints none.
	await openBelow({ id: "w2" });
	expect((await visit("/o/qq/surveys/w2/slips?unit=sy", township)).status).toBe(404);
	expect((await visit("/o/sy/surveys/w2/slips", secretary)).status).toBe(200);
});

test("The reminder lists the villages with few answers, to be printed and pasted, in steps of ten and never below.", async () => {
	await openBelow();
	await answers(30, "sy");
	await answers(4, "lf");
	const page = await visit("/o/qq/surveys/w1/reminder", township);
	expect(page.text).toContain("里畈村计划生育协会（不到 10 份）");
	expect(page.text).not.toContain("上园村计划生育协会（");
	expect((await visit("/o/qq/surveys/w1/units", township)).text).toContain("催一催");
	expect(
		lagging([
			{ shown: 30, closedOn: null },
			{ shown: 20, closedOn: null },
			{ shown: 0, closedOn: today },
		]),
	).toHaveLength(1);
});

test("Before opening, the page says what the evening costs of the free day, here and below, and what one day takes.", async () => {
	const form = await visit("/o/qq/surveys/new", township);
	for (const words of ["下面 2 个基层协会", "1,000 人", "2,000 次访问", "3,000 行", "3.0\u00a0%"])
		expect(form.text, words).toContain(words);
	await env.DB.prepare("update organisation set adults = 60000 where id in ('sy', 'lf')").run();
	const large = await visit("/o/qq/surveys/new", township);
	expect(large.text).toContain("免费一天最多收 33,333 份");
	expect(costOf(33_333, true).shareOfDay).toBeLessThanOrEqual(1);
	expect(costOf(50_000, false)).toMatchObject({
		requests: 100_000,
		rows: 100_000,
		shareOfDay: 1,
		aDay: 50_000,
	});
	expect((await visit("/o/sy/surveys/new", secretary)).text).not.toContain('name="scope"');
});

test("Feedback on an activity: opened from its page, its poster and its page name it, and it is nobody's yearly score.", async () => {
	const activity = { id: "a1", kind: "service", title: "端午包粽子", day: today, heads: "40" };
	await submit("/o/sy/activities", activity, secretary);
	expect((await visit("/o/sy/activities/a1", secretary)).text).toContain("/o/sy/surveys/new?activity=a1");
	const form = await visit("/o/sy/surveys/new?activity=a1", secretary);
	for (const words of ["端午包粽子", 'name="activity" value="a1"', 'value="activity" selected'])
		expect(form.text, words).toContain(words);
	const asked = { ...opening, questionnaire: "activity", activity: "a1", entry: "anyone", slips: "0" };
	expect((await submit("/o/sy/surveys", { ...asked, activity: "zz" }, secretary)).status).toBe(422);
	expect((await submit("/o/sy/surveys", asked, secretary)).status).toBe(303);
	expect((await visit("/o/sy/surveys/w1/poster", secretary)).text).toContain("端午包粽子");
	const page = await visit("/s/w1/sy");
	expect([page.text.includes("端午包粽子"), page.cost.queries]).toEqual([true, 1]);
	for (let index = 0; index < 10; index++)
		expect((await submit("/s/w1/sy", { id: `f${index}`, satisfied: "5", heard: "group" })).status).toBe(303);
	await submit("/o/sy/surveys/w1/closing", { id: "c1", handed_out: "0" }, secretary);
	expect(
		await env.DB.prepare("select survey_answered as n from standing where organisation = 'sy'").first("n"),
	).toBeNull();
});

test("The rule of a wave is printed with it: points, the assessors' share, who issued the slips.", async () => {
	await openBelow({
		...{ points: "100-80-60-30-0", assessors: "30", criteria: "活动 30", issuer: "opener" },
	});
	for (const [path, as] of [
		["/o/qq/surveys/w1/units", "townshipStaff"],
		["/o/sy/surveys/w1", "secretary"],
	] as const) {
		const page = await visit(path, { as });
		for (const words of ["很满意 100、满意 80", "居民 70 %，考评人 30 %", "90 %"])
			expect(page.text, words).toContain(words);
	}
	expect((await openBelow({ id: "w2", assessors: "95" })).status).toBe(422);
	expect((await openBelow({ id: "w2", points: "1-2-3" })).status).toBe(422);
});

test("A village that a survey from above still asks isn't deregistered before that is closed; then it is, and its result stays.", async () => {
	await openBelow();
	await answers(12, "sy");
	type Left = { left: { waves: number; asked: number }; blockers: string[] };
	const district = { as: "districtStaff" } as const;
	const seen = await facts<Left>("/o/sy/deregistration", "townshipStaff");
	expect([seen.left.waves, seen.left.asked, seen.blockers]).toEqual([0, 1, ["asked"]]);
	expect((await visit("/o/sy/deregistration", township)).text).toContain("上级开的满意度测评还在问这里");
	const end = { id: "d1", day: today, reason: "并村", ends: "on" };
	expect((await submit("/o/sy/deregistration", end, township)).status).toBe(422);
	// The township itself has one that is open below it.
	expect((await facts<Left>("/o/qq/deregistration", "districtStaff")).left.waves).toBe(1);
	await submit("/o/qq/surveys/w1/closing", { id: "c1", handed_out: "0" }, township);
	expect((await facts<Left>("/o/qq/deregistration", "districtStaff")).left.waves).toBe(0);
	expect((await submit("/o/sy/deregistration", end, township)).status).toBe(303);
	expect((await visit("/o/qq/surveys/w1", district)).status).toBe(200);
});

test("Whoever opened a survey below is told at home who lags behind, and to close it; a village isn't told to close it.", async () => {
	await openBelow();
	type Home = { tasks: { kind: string; units?: number }[] };
	const kinds = async (place: string, as: "townshipStaff" | "secretary") =>
		(await facts<Home>(`/o/${place}`, as)).tasks.map(({ kind }) => kind);
	expect(await kinds("qq", "townshipStaff")).not.toContain("survey");
	await env.DB.prepare("update wave set first_day = ?").bind(daysAfter(today, -12)).run();
	expect((await facts<Home>("/o/qq", "townshipStaff")).tasks).toContainEqual(
		expect.objectContaining({ kind: "lagging", units: 2, more: false }),
	);
	expect((await visit("/o/qq", township)).text).toContain("2 个协会答卷少");
	await env.DB.prepare("update wave set last_day = ?").bind(daysAfter(today, -1)).run();
	expect(await kinds("qq", "townshipStaff")).toContain("closing-below");
	expect(await kinds("sy", "secretary")).not.toContain("closing");
	expect((await visit("/o/qq", township)).text).toContain('href="/o/qq/surveys/w1/units"');
});
