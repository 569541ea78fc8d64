import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, test } from "vitest";
import type { CertificatesFacts } from "../../web/training/facts";
import { nightly } from "../../worker/overviews/nightly";
import { facts, submit, visit } from "../doors";
import { today } from "../surveys/cast";
import { beginWorld, standOn, type Who } from "../world";

const secretary = { as: "secretary" } as const;
const year = Number(today.slice(0, 4));

async function done(path: string, fields: Record<string, string | string[]>, as: Who = "secretary") {
	const answer = await submit(path, fields, { as });
	expect(answer.status, `${path} ${answer.text.slice(0, 400)}`).toBe(303);
	return answer;
}

/** Shangyuan with ten members, its secretary and a group's leader; a member of Lifan. */
const beginTrained = () =>
	standOn("trained", async () => {
		await beginWorld();
		for (let place = 0; place < 10; place++) {
			const member = {
				id: `m${place}`,
				name: `陈${"金云水美春志彩玉秀国"[place]}`,
				joined_on: `${year - 2}-03-01`,
			};
			await done("/o/sy/members", { ...member, kind: "ordinary", telephone: `1395790${1000 + place}` });
		}
		await done(
			"/o/lf/members",
			{ id: "l1", name: "林银娣", joined_on: `${year - 2}-01-01`, kind: "ordinary" },
			"neighbour",
		);
	});
beforeEach(beginTrained);

type Told = { topics: { id: string; owed: number; reached: number; target: number }[] };
type Names = { owed: number; reached: number; people: { name: string }[] };
const coverage = async (topic = "year", query = "", as: Who = "secretary", at = "sy") =>
	(await facts<Told>(`/o/${at}/training${query}`, as)).topics.find(({ id }) => id === topic);
const names = (query: string) => facts<Names>(`/o/sy/training/people?${query}`, "secretary");

const train = (id: string, came: string[], more: object = {}, at = "sy", as: Who = "secretary") =>
	(async () => {
		const activity = {
			id,
			kind: "training",
			title: "会员培训",
			day: today,
			place: "村口",
			heads: "9",
			...more,
		};
		await done(`/o/${at}/activities`, activity as Record<string, string>, as);
		await env.DB.batch([
			...came.map((who) =>
				env.DB.prepare("insert into attendance (organisation, activity, person) values (?, ?, ?)").bind(
					at,
					id,
					who,
				),
			),
		]);
	})();

describe("Coverage of one's own people", () => {
	test("counted and reported numbers differ: here each figure opens exactly the names that it counts.", async () => {
		await train("a1", ["m0", "m1", "m2", "p3"]);
		const figure = await coverage();
		// Ten members, the secretary and the leader of a group.
		expect(figure).toMatchObject({ owed: 12, reached: 4, target: 95 });
		const missing = await names("topic=year&show=unreached");
		const reached = await names("topic=year&show=reached");
		expect([missing.owed, missing.reached]).toEqual([12, 4]);
		expect(missing.people).toHaveLength(8);
		expect(reached.people.map(({ name }) => name).sort()).toEqual(["吴美珍", "陈水", "陈云", "陈金"].sort());
		const page = await visit("/o/sy/training", secretary);
		expect(page.text).toContain("再训 8 人就达 95\u00a0%");
		expect(page.cost.trips).toBe(2);
		const file = await visit("/o/sy/training/people?topic=year&show=unreached&format=csv", secretary);
		expect(file.text.trim().split("\r\n")).toHaveLength(9);
	});

	test("a visit is written down three times: here what is entered once counts everywhere, and a training elsewhere too.", async () => {
		await train("b1", ["m3", "l1"], {}, "lf", "neighbour");
		expect(await coverage()).toMatchObject({ owed: 12, reached: 1 });
		expect(await coverage("year", "", "neighbour", "lf")).toMatchObject({ owed: 2, reached: 1 });
		const note = { id: "e1", topic: "year", day: `${year}-03-04`, evidence: "区里的结业证 2026-018" };
		await done("/o/sy/members/m4/training", note);
		expect(await coverage()).toMatchObject({ reached: 2 });
		const page = await visit("/o/sy/members/m4/training", secretary);
		expect(page.text).toContain("区里的结业证 2026-018");
		expect((await visit("/o/sy/members/m3/training", secretary)).text).toContain("里畈村");
		await done("/o/sy/members/m4/training/e1/removal", { id: "u1" });
		expect(await coverage()).toMatchObject({ reached: 1 });
		expect((await visit("/o/sy/members/l1/training", secretary)).status).toBe(404);
		expect(
			(await submit("/o/sy/members/m4/training", { ...note, id: "e2" }, { as: "townshipStaff" })).status,
		).toBe(404);
	});

	test("no view of a date in the past: here coverage is as of any day.", async () => {
		await train("a1", ["m0", "m1"], { day: `${year}-01-02` });
		await train("a2", ["m2"], { day: `${year - 1}-05-02` });
		expect(await coverage()).toMatchObject({ owed: 12, reached: 2 });
		expect(await coverage("year", `?day=${year}-01-01`)).toMatchObject({ reached: 0 });
		expect(await coverage("year", `?day=${year - 1}-05-01`)).toMatchObject({ reached: 0 });
		expect(await coverage("year", `?day=${year - 1}-12-31`)).toMatchObject({ owed: 12, reached: 1 });
		// Before they joined only the officers had to be trained.
		expect(await coverage("year", "?day=2024-02-29")).toMatchObject({ owed: 0, reached: 0 });
	});

	test("A meeting that taught something counts; a meeting that didn't, and one in a village for practice, do not.", async () => {
		await train("a1", ["m0", "m1"], { kind: "meeting" });
		expect(await coverage()).toMatchObject({ reached: 0 });
		const aid = {
			id: "aid",
			zh: "急救",
			en: "First aid",
			from_year: String(year),
			years: "2",
			target: "80",
			whom: ["member"],
		};
		expect((await submit("/o/sy/training/topics", aid, secretary)).status).toBe(404);
		await done("/o/jx/training/topics", aid, "owner");
		expect(await coverage("aid")).toMatchObject({ owed: 10, reached: 0, target: 80 });
		await done("/o/sy/activities/a1/topics", { id: "t1", topic: ["aid"], before: "" });
		expect(await coverage("aid")).toMatchObject({ owed: 10, reached: 2 });
		expect(await coverage()).toMatchObject({ reached: 2 });
		await env.DB.exec("update organisation set practice = 1 where id = 'lf'");
		await train("b1", ["m5"], {}, "lf", "neighbour");
		expect(await coverage()).toMatchObject({ reached: 2 });
		// From next year on of nobody: this year it still is.
		await done(
			"/o/jx/training/topics/aid",
			{ id: "q1", from_year: String(year + 1), years: "1", target: "80" },
			"owner",
		);
		expect(await coverage("aid")).toMatchObject({ owed: 10 });
		await done(
			"/o/jx/training/topics/aid",
			{ id: "q2", from_year: String(year), years: "1", target: "80" },
			"owner",
		);
		expect(await coverage("aid")).toBeUndefined();
	});

	test("Whoever is not reached stands on an invitation that prints, and in a text to be pasted; certificates are for those who came, numbered, and confirm themselves.", async () => {
		await train("a1", ["m0", "m1", "m2", "m3", "m4", "m5", "m6", "m7"]);
		const paper = await visit("/o/sy/training/invitation?topic=year", secretary);
		expect(paper.text).toContain("陈秀");
		expect(paper.text).toContain("13957901008");
		expect(paper.text).not.toContain("陈金<");
		expect(paper.text).toContain("还没有参加的有 4 位");
		const there = "/o/sy/activities/a1/certificates";
		expect((await visit(there, secretary)).text).toContain("给 8 人出证明");
		expect((await submit(there, { id: "n1" }, { as: "townshipStaff" })).status).toBe(404);
		await Promise.all([1, 2, 3].map(() => submit(there, { id: "n1" }, secretary)));
		const papers = await visit(there, secretary);
		expect(papers.text.match(/class="paper certificate"/g)).toHaveLength(8);
		expect(papers.text).not.toContain("出证明");
		const issued = await facts<CertificatesFacts>(there, "secretary");
		expect(issued.certificates.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8]);
		// One more came: theirs is the next, and nobody else gets a second.
		await done("/o/sy/activities/a1/attendance", { id: "t2", came: "m8", before: "" });
		await submit(there, { id: "n2" }, secretary);
		const more = await facts<CertificatesFacts>(there, "secretary");
		expect(more.certificates.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
		// The code confirms to anybody, with a masked name; taken off the roll, it holds no more.
		const [first] = more.certificates;
		const code = new URL(first?.address ?? "").pathname;
		const checked = await visit(code);
		expect(checked.status).toBe(200);
		expect(checked.text).toContain("本人参加过");
		expect(checked.text).not.toContain(first?.name);
		expect(checked.cost).toMatchObject({ trips: 1, queries: 2 });
		const whose = await env.DB.prepare("select person from certificate where number = 1").first("person");
		await done("/o/sy/activities/a1/attendance", { id: "t3", before: String(whose) });
		expect((await visit(code)).text).toContain("不再作数");
		expect((await facts<CertificatesFacts>(there, "secretary")).certificates).toHaveLength(8);
		expect((await visit("/c/nosuchcode")).status).toBe(404);
		expect((await visit("/o/sy/training/invitation", { as: "neighbour" })).status).toBe(404);
		expect((await visit(there, { as: "neighbour" })).status).toBe(404);
	});
});

test("Volunteers' hours are kept at an activity and summed by person and year, wherever they helped; kept again, they are corrected.", async () => {
	await train("a1", ["m0", "m1", "m2"], { kind: "service" });
	await train("b1", ["m0"], { kind: "service" }, "lf", "neighbour");
	await done("/o/sy/activities/a1/hours", { id: "h1", volunteer: ["m0", "m1", "m9"], hours: "2.5" });
	await done("/o/sy/activities/a1/hours", { id: "h2", volunteer: "m1", hours: "3" });
	await done("/o/lf/activities/b1/hours", { id: "h3", volunteer: "m0", hours: "1" }, "neighbour");
	const list = await facts<{ minutes: number; people: { id: string; minutes: number }[] }>(
		"/o/sy/volunteers",
		"secretary",
	);
	// m9 didn't come, and so didn't help.
	expect(list.people.map(({ id, minutes }) => [id, minutes])).toEqual([
		["m1", 180],
		["m0", 150],
	]);
	expect(list.minutes).toBe(330);
	// A person's year, and the rows behind it, wherever they helped.
	const page = await visit("/o/sy/members/m0/training", secretary);
	expect(page.text).toContain("3.5\u00a0小时");
	for (const row of ["2.5\u00a0小时", "1\u00a0小时", "里畈村计划生育协会"]) expect(page.text).toContain(row);
	expect(
		(await submit("/o/sy/activities/a1/hours", { id: "h4", volunteer: "m0", hours: "25" }, secretary)).status,
	).toBe(422);
	const file = await visit("/o/sy/volunteers?format=csv", secretary);
	expect(file.text).toContain("2.5");
	expect((await visit("/o/sy/volunteers", { as: "neighbour" })).status).toBe(404);
});

test("Who really came, per half-day, gave as many half-days: each is a row of its day, and one taken off the roll goes when the hours are kept again.", async () => {
	await train("a1", ["m0", "m1"], { kind: "service" });
	await done("/o/sy/activities/a1/sessions", { id: "s1", sessions: "3", first: "morning" });
	const roll = (session: string, came: string[], id: string, before = "") =>
		done("/o/sy/activities/a1/attendance", { id, session, came, before });
	await roll("3", ["m0"], "r3");
	expect((await visit("/o/sy/activities/a1/hours", secretary)).text).toContain("2 个半天");
	await done("/o/sy/activities/a1/hours", { id: "h1", volunteer: ["m0", "m1"], hours: "3" });
	const rows = async () =>
		(
			await env.DB.prepare("select person, id, day, minutes from volunteering order by person, day").all()
		).results.map(({ person, id, minutes }) => [person, id, minutes]);
	expect(await rows()).toEqual([
		["m0", "a1", 180],
		["m0", "a1-3", 180],
		["m1", "a1", 180],
	]);
	await roll("3", [], "r4", "m0");
	await done("/o/sy/activities/a1/hours", { id: "h2", volunteer: ["m0"], hours: "2" });
	expect(await rows()).toEqual([
		["m0", "a1", 120],
		["m1", "a1", 180],
	]);
});

test("At home it is a task with a verb, and after a roll the figure is told anew; nightly for everybody.", async () => {
	type Home = {
		tasks: { kind: string; more?: number }[];
		training: { owed: number; reached: number } | null;
	};
	const home = () => facts<Home>("/o/sy", "secretary");
	const task = async () => (await home()).tasks.find(({ kind }) => kind === "train");
	expect((await home()).training).toBeNull();
	// Whoever looked first has had it counted behind their back.
	expect(await task()).toMatchObject({ more: 12 });
	await train("a1", ["m0", "m1", "m2", "m3", "m4", "m5", "m6", "m7", "m8", "m9"]);
	await home();
	expect(await task()).toMatchObject({ more: 2, reached: 10, owed: 12 });
	const page = await visit("/o/sy", secretary);
	expect(page.text).toContain("再训 2 人就达 95\u00a0%");
	expect(page.text).toContain("应达 95\u00a0%");
	await env.DB.exec("delete from training_now");
	await nightly({ DB: env.DB });
	expect((await home()).training).toMatchObject({ owed: 12, reached: 10 });
	// Of a past year nothing is said.
	expect((await facts<Home>(`/o/sy?year=${year - 1}`, "secretary")).training).toBeNull();
});

test("What a village's page reads doesn't grow with what others attend.", async () => {
	await train("a1", ["m0", "m1"]);
	const before = (await visit("/o/sy/training", secretary)).cost.rowsRead;
	await train("b1", ["l1"], {}, "lf", "neighbour");
	await env.DB.batch([
		env.DB.prepare(
			"insert into person (id, name, made_from) with recursive n(x) as (select 0 union all select x + 1 from n where x < 800) select 'x' || x, 'x', 'x' from n",
		),
		env.DB.prepare(
			"insert into attendance (organisation, activity, person) select 'lf', 'b1', id from person where id glob 'x[0-9]*'",
		),
	]);
	expect((await visit("/o/sy/training", secretary)).cost.rowsRead).toBe(before);
	expect(before).toBeLessThan(60 + 12 * 12);
});
