import { env } from "cloudflare:workers";
import { drizzle } from "drizzle-orm/d1";
import { beforeEach, expect, test } from "vitest";
import type { HomeFacts } from "../../web/overviews/home-facts";
import { app } from "../../worker/app";
import { renewBoard } from "../../worker/overviews/board";
import { nightly } from "../../worker/overviews/nightly";
import { renewNow } from "../../worker/training/board/store";
import { dayOf, nowInSeconds, yearOf } from "../../worker/values/day";
import { facts, submit, visit } from "../doors";
import { beginWorld, secretOf } from "../world";

beforeEach(beginWorld);

const today = dayOf(nowInSeconds(), "Asia/Shanghai");
const year = yearOf(today);
const verbs = (home: HomeFacts) => home.tasks.map(({ kind }) => kind);
const member = { name: "张桂英", joined_on: `${year}-01-02`, kind: "ordinary" };

test("A fresh village is led through its first steps, and each that is done leaves the list.", async () => {
	const fresh = await facts<HomeFacts>("/o/sy", "secretary");
	expect(verbs(fresh).slice(0, 3)).toEqual(["register", "rate", "activity"]);
	const page = await visit("/o/sy", { as: "secretary" });
	expect(page.text).toContain("/o/sy/members/new");
	await submit("/o/sy/members", { ...member, id: "m1" }, { as: "secretary" });
	await submit(
		"/o/sy/dues/rates",
		{ id: "r1", from_day: `${year}-01-01`, amount: "10" },
		{ as: "secretary" },
	);
	const day = dayOf(nowInSeconds(), "Asia/Shanghai");
	await submit(
		"/o/sy/activities",
		{ id: "a1", kind: "visit", title: "走访", day, heads: "3" },
		{ as: "secretary" },
	);
	const later = await facts<HomeFacts>("/o/sy", "secretary");
	expect(verbs(later)).not.toContain("register");
	expect(later.tasks).toContainEqual({ kind: "collect", people: 1, amount: 1000 });
	expect(later.activities).toEqual({ held: 1, heads: 3, days: [day], ahead: [] });
	expect(later.members).toMatchObject({ members: 1, joined: 1 });
});

test("An open round, a waiting objection and a share from below stand on the home until somebody sees to them.", async () => {
	const secretary = { as: "secretary" } as const;
	const day = dayOf(nowInSeconds(), "Asia/Shanghai");
	const tasks = async (at: string, as: "secretary" | "townshipStaff") =>
		verbs(await facts<HomeFacts>(`/o/${at}`, as)).filter((kind) =>
			["round", "objections", "shares"].includes(kind),
		);
	await submit("/o/sy/dues/rounds", { id: "o1" }, secretary);
	const gift = { direction: "income", what: "gift", day, amount: "20", purpose: "捐款", method: "cash" };
	await submit("/o/sy/funds", { ...gift, id: "g1" }, secretary);
	await submit(
		"/o/sy/funds/notices",
		{ id: "n1", year, until: day, place: "村委会", agreed: "on" },
		secretary,
	);
	await submit("/n/sy/n1", { id: "b1", text: "捐款是谁的？" });
	await submit("/o/sy/funds/shares", { id: "s1", year, amount: "5", method: "cash" }, secretary);
	expect(await tasks("sy", "secretary")).toEqual(["round", "objections"]);
	expect(await tasks("qq", "townshipStaff")).toEqual(["shares"]);
	const page = await visit("/o/sy", secretary);
	for (const link of ["/o/sy/dues/rounds", "/o/sy/funds/notices"])
		expect(page.text).toContain(`href="${link}"`);
	expect((await visit("/o/qq", { as: "townshipStaff" })).text).toContain('href="/o/qq/funds/shares"');
	await submit("/o/sy/dues/rounds/o1/end", { id: "e1", counted: "0" }, secretary);
	await submit("/o/sy/funds/notices/n1/objections/b1/reply", { id: "r1", text: "村民集体捐的。" }, secretary);
	await submit("/o/qq/funds/shares/from/sy/s1", { id: "x1", outcome: "received" }, { as: "townshipStaff" });
	expect(await tasks("sy", "secretary")).toEqual([]);
	expect(await tasks("qq", "townshipStaff")).toEqual([]);
});

test("The next village's secretary finds no such home, and the township reads it without its buttons.", async () => {
	expect((await visit("/o/sy", { as: "neighbour" })).status).toBe(404);
	expect((await visit("/o/sy")).status).toBe(401);
	const page = await visit("/o/sy", { as: "townshipStaff" });
	expect(page.status).toBe(200);
	expect(page.text).not.toContain("/o/sy/activities/new");
});

test("A home says what it says in both languages, for any year.", async () => {
	for (const language of ["zh", "en"] as const) {
		for (const asked of [year, year - 1, "abc"]) {
			const page = await visit(`/o/sy?year=${asked}`, { as: "secretary", language });
			expect(page.status).toBe(200);
			expect(page.text).toContain('class="ruler"');
		}
	}
});

test("A township's board sums its villages, a district's its townships; withheld shares stay withheld.", async () => {
	await submit("/o/sy/members", { ...member, id: "m1" }, { as: "secretary" });
	await submit("/o/sy/members", { ...member, id: "m2", name: "应云" }, { as: "secretary" });
	await submit("/o/lf/members", { ...member, id: "m3", name: "单建平" }, { as: "neighbour" });
	await submit(
		"/o/sy/activities",
		{ id: "a1", kind: "visit", title: "走访", day: `${year}-01-02` },
		{ as: "secretary" },
	);
	await env.DB.prepare(
		"update standing set survey_satisfied = 112, survey_answered = 120, survey_adults = 500, survey_target = 90 where organisation = 'sy'",
	).run();
	await env.DB.prepare(
		"update standing set survey_satisfied = 8, survey_answered = 8, survey_adults = 500, survey_target = 90 where organisation = 'lf'",
	).run();
	await nightly({ DB: env.DB });
	const { board } = await facts<HomeFacts>("/o/qq", "townshipStaff");
	expect(board?.rows.map(({ name, members, held }) => [name, members, held])).toEqual([
		["上园村计划生育协会", 2, 1],
		["里畈村计划生育协会", 1, 0],
	]);
	expect(board?.rows[0]?.months[0]).toBe(1);
	expect(board?.whole).toMatchObject({ below: 2, members: 3, held: 1, score: board?.rows[0]?.score });
	expect(board?.rows[0]?.score).toMatchObject({ verdict: "open", units: 1 });
	expect(board?.rows[1]?.score).toBe("withheld");
	const above = await facts<HomeFacts>("/o/jx", "districtStaff");
	expect(above.board?.rows).toMatchObject([{ name: "青桥镇计划生育协会", below: 2, members: 3, held: 1 }]);
	// The one village that may be shown is all that the township's share rests on.
	expect(above.board?.rows[0]?.score).toEqual(board?.rows[0]?.score);
	expect((await facts<HomeFacts>("/o/sy", "secretary")).board).toBeNull();
});

test("A board says of which hour it is, in the zone that the installation was set to.", async () => {
	await renewBoard(drizzle(env.DB), year, { id: "qq" });
	const headers = { Cookie: `session=${secretOf("townshipStaff")}`, Accept: "application/json" };
	const waiting: Promise<unknown>[] = [];
	const context = {
		waitUntil: (promise: Promise<unknown>) => waiting.push(promise),
		passThroughOnException() {},
		props: {},
	};
	const seenFrom = async (TIME_ZONE: string) => {
		await env.DB.prepare("update board set at = unixepoch('2026-03-01 20:05:00')").run();
		const request = new Request("http://huijia.test/o/qq", { headers });
		const home = await (await app.fetch(request, { ...env, TIME_ZONE }, context)).json<HomeFacts>();
		await Promise.all(waiting);
		return [home.board?.day, home.board?.time];
	};
	expect(await seenFrom("Asia/Shanghai")).toEqual(["2026-03-02", "04:05"]);
	expect(await seenFrom("Asia/Urumqi")).toEqual(["2026-03-02", "02:05"]);
});

test("A board that is missing is made behind the reader's back, and shown the next time.", async () => {
	const first = await facts<HomeFacts>("/o/qq", "townshipStaff");
	expect(first.board).toMatchObject({ at: null, rows: [] });
	expect((await facts<HomeFacts>("/o/qq", "townshipStaff")).board?.rows).toHaveLength(2);
});

test("A home costs two trips and sixty rows, and one more for each row of its board.", async () => {
	const names = Array.from({ length: 60 }, (_, index) => ({ id: `v${index}`, name: `第${index}村` }));
	await env.DB.prepare(
		"insert into organisation (id, parent, path, kind, name, adults, households, made_from) select value ->> 'id', 'qq', 'jx/qq/' || (value ->> 'id') || '/', 'village', value ->> 'name', 500, 180, 'x' from json_each(?)",
	)
		.bind(JSON.stringify(names))
		.run();
	await env.DB.prepare(
		"insert into application (organisation, id, name, consent, applied_on, made_from) select 'qq', value ->> 'id', 'x', 'x', '2026-01-01', 'x' from json_each(?)",
	)
		.bind(JSON.stringify(names))
		.run();
	await renewBoard(drizzle(env.DB), year, { id: "qq" });
	// Whoever looks first has the figure of training counted behind their back.
	for (const id of ["qq", "sy"]) await renewNow(drizzle(env.DB), { id }, today);
	const page = await visit("/o/qq", { as: "townshipStaff" });
	expect(page.cost.trips).toBe(2);
	expect(page.cost.rowsRead).toBeLessThanOrEqual(60 + 2 * 60);
	const { board } = await facts<HomeFacts>("/o/qq", "townshipStaff");
	expect([board?.rows.length, board?.more, board?.whole?.below]).toEqual([60, true, 62]);
	expect(page.text).toContain("合计是全部的");
	const village = await visit("/o/sy", { as: "secretary" });
	expect(village.cost.trips).toBe(2);
	expect(village.cost.rowsRead).toBeLessThanOrEqual(60);
});

test("On 1 January, before anybody has written, the night has counted the members of the new year.", async () => {
	await submit("/o/sy/members", { ...member, id: "m1", joined_on: "2020-01-02" }, { as: "secretary" });
	await env.DB.prepare("delete from standing").run();
	expect((await facts<HomeFacts>("/o/sy", "secretary")).members.members).toBe(0);
	await nightly({ DB: env.DB });
	expect((await facts<HomeFacts>("/o/sy", "secretary")).members).toMatchObject({
		opening: 1,
		joined: 0,
		members: 1,
	});
});
