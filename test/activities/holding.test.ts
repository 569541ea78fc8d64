import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, test } from "vitest";
import { paths } from "../../web/paths";
import { dayOf, daysAfter, nowInSeconds, yearOf } from "../../worker/values/day";
import { facts, send, submit, visit } from "../doors";
import { beginWorld, type Who } from "../world";

const today = dayOf(nowInSeconds(), "Asia/Shanghai");
const year = yearOf(today);
const coming = daysAfter(today, 14);
const secretary = { as: "secretary" } as const;

beforeEach(beginWorld);

async function done(path: string, body: object, as: Who = "secretary"): Promise<void> {
	const answer = await send(path, body, as);
	expect(answer.status, `${path}: ${answer.text}`).toBe(201);
}
const put = (id: string, day: string, more: object = {}, as: Who = "secretary", at = "sy") =>
	done(paths.activities(at), { id, kind: "training", title: `培训${id}`, day, ...more }, as);
const first = <Value>(query: string) => env.DB.prepare(query).first<Value>();
const stateOf = async (id: string) =>
	(await facts<{ state: string }>(paths.activity("sy", id), "secretary")).state;
const held = async (at = "sy", of = year) =>
	(await env.DB.prepare("select held from activity_year where organisation = ? and year = ?")
		.bind(at, of)
		.first<number>("held")) ?? 0;
async function member(id: string, at = "sy", as: Who = "secretary"): Promise<void> {
	await done(paths.members(at), { id, name: `会员${id}`, joined_on: `${year}-01-01`, kind: "ordinary" }, as);
}

describe("Put down ahead", () => {
	test("An activity put down ahead is planned, counts for nothing, and stands in the list; the neighbour never hears of it.", async () => {
		await put("a1", coming);
		expect(await stateOf("a1")).toBe("planned");
		expect([await held(), await held("sy", yearOf(coming))]).toEqual([0, 0]);
		const list = await visit(`${paths.activities("sy")}?year=${yearOf(coming)}`, secretary);
		expect(list.text).toContain("培训a1");
		expect((await visit(paths.activity("sy", "a1"), { as: "neighbour" })).status).toBe(404);
		for (const path of [paths.activityPostponement("sy", "a1"), paths.activityCancellation("sy", "a1")]) {
			expect((await visit(path, secretary)).status).toBe(200);
			expect((await visit(path, { as: "neighbour" })).status).toBe(404);
			expect((await visit(path, { as: "townshipStaff" })).status).toBe(404);
		}
	});

	test("What came of it can't be told before its day, and its day lies at most a year ahead.", async () => {
		const told = { id: "a1", kind: "visit", title: "走访", day: coming };
		for (const more of [{ heads: "4" }, { outcome: "好" }, { beneficiaries: "4" }]) {
			const answer = await send(paths.activities("sy"), { ...told, ...more }, "secretary");
			expect(JSON.parse(answer.text)).toMatchObject({ mistakes: { day: "after-today" } });
		}
		const far = await send(paths.activities("sy"), { ...told, day: daysAfter(today, 400) }, "secretary");
		expect(JSON.parse(far.text)).toMatchObject({ mistakes: { day: "too-far-ahead" } });
	});

	test("Put off, it keeps each of its days with the reason; its day changes in no other way.", async () => {
		await put("a1", coming);
		const later = daysAfter(coming, 7);
		const edit = { id: "c1", kind: "training", title: "培训a1", day: later };
		const slipped = await send(paths.activityEdit("sy", "a1"), edit, "secretary");
		expect(JSON.parse(slipped.text)).toMatchObject({ mistakes: { day: "by-postponement" } });
		const path = paths.activityPostponement("sy", "a1");
		for (const [day, mistake] of [
			[coming, "same-day"],
			[daysAfter(today, -1), "already-past"],
			[daysAfter(today, 400), "too-far-ahead"],
		]) {
			const answer = await send(path, { id: "z1", day, reason: "下雨" }, "secretary");
			expect(JSON.parse(answer.text)).toMatchObject({ mistakes: { day: mistake } });
		}
		const put_off = { id: "p1", day: later, reason: "老师来不了" };
		await done(path, put_off);
		await done(path, put_off);
		expect((await send(path, { ...put_off, day: daysAfter(later, 1) }, "secretary")).status).toBe(409);
		expect(await stateOf("a1")).toBe("postponed");
		expect(await first("select from_day, to_day, reason from postponement")).toEqual({
			from_day: coming,
			to_day: later,
			reason: "老师来不了",
		});
		expect((await visit(paths.activity("sy", "a1"), secretary)).text).toContain("老师来不了");
	});

	test("Cancelled, it stays in the list and never counts; nothing more can be told of it.", async () => {
		await put("a1", coming);
		const path = paths.activityCancellation("sy", "a1");
		const called_off = { id: "c1", reason: "场地没有了" };
		await done(path, called_off);
		await done(path, called_off);
		expect(await stateOf("a1")).toBe("cancelled");
		expect((await visit(path, secretary)).status).toBe(404);
		expect((await visit(paths.activityPostponement("sy", "a1"), secretary)).status).toBe(404);
		const edit = { id: "e1", kind: "training", title: "培训", day: today, heads: "9" };
		expect((await send(paths.activityEdit("sy", "a1"), edit, "secretary")).status).toBe(404);
		await member("m1");
		await submit(paths.attendance("sy", "a1"), { id: "t1", came: "m1", before: "" }, secretary);
		expect([await held(), (await first<{ n: number }>("select count(*) as n from attendance"))?.n]).toEqual([
			0, 0,
		]);
		expect((await visit(`${paths.activities("sy")}?year=${yearOf(coming)}`, secretary)).text).toContain(
			"取消",
		);
	});

	test("A day that has come proves nothing: it counts once somebody is on its roll, or once it is told.", async () => {
		for (const id of ["a1", "a2"]) await put(id, coming);
		await env.DB.exec(`update activity set day = '${today}', announced_on = '${daysAfter(today, -20)}'`);
		await member("m1");
		expect([await stateOf("a1"), await held()]).toEqual(["awaiting", 0]);
		await done(paths.attendance("sy", "a1"), { id: "t1", came: ["m1"], before: [] });
		expect([await stateOf("a1"), await held()]).toEqual(["held", 1]);
		const told = { id: "e1", kind: "training", title: "培训a2", day: today, heads: "20" };
		await done(paths.activityEdit("sy", "a2"), told);
		expect([await stateOf("a2"), await held()]).toEqual(["reported", 2]);
		await done(paths.attendance("sy", "a1"), { id: "t2", came: [], before: ["m1"] });
		expect([await stateOf("a1"), await held()]).toEqual(["awaiting", 1]);
	});
});

describe("Held together", () => {
	const withNeighbour = async (id: string) => {
		await put(id, today, { heads: "40", cost: "100" });
		await done(paths.activityHolders("sy", id), { id: `h${id}`, holder: "lf" });
	};
	const accept = (id: string, outcome = "accepted") =>
		done(paths.invitation("lf", "sy", id), { id: `y${id}`, outcome }, "neighbour");

	test("Another is asked and accepts: it stands in both lists and years; whoever was not asked can't answer.", async () => {
		await withNeighbour("a1");
		expect(await held("lf")).toBe(0);
		expect((await visit(paths.activity("lf", "a1"), { as: "neighbour" })).status).toBe(404);
		expect((await visit(paths.activities("lf"), { as: "neighbour" })).text).toContain("请本会一起办");
		await accept("a1");
		await accept("a1");
		expect([await held("sy"), await held("lf")]).toEqual([1, 1]);
		const there = await visit(paths.activity("lf", "a1"), { as: "neighbour" });
		expect(there.text).toContain("上园村计划生育协会 发起");
		expect((await visit(paths.activityEdit("lf", "a1"), { as: "neighbour" })).status).toBe(404);
		const year_of = await first("select heads, cost from activity_year where organisation = 'lf'");
		expect(year_of).toEqual({ heads: 40, cost: 0 });
		expect(
			(await send(paths.invitation("lf", "sy", "a9"), { id: "x", outcome: "accepted" }, "neighbour")).status,
		).toBe(404);
	});

	test("One that the asker may act in holds it at once; a village that says no doesn't, and one that leaves holds it no more.", async () => {
		await put("a1", today, {}, "owner", "jx");
		await done(paths.activityHolders("jx", "a1"), { id: "h1", holder: "qq" }, "owner");
		expect(await held("qq")).toBe(1);
		await withNeighbour("a2");
		await accept("a2", "declined");
		expect(await held("lf")).toBe(0);
		await withNeighbour("a3");
		await accept("a3");
		const gone = await send(paths.activityHolderEnd("lf", "a3", "lf"), { id: "g1" }, "neighbour");
		expect([gone.status, await held("lf"), await held("sy")]).toEqual([201, 0, 2]);
		expect((await visit(paths.activity("lf", "a3"), { as: "neighbour" })).status).toBe(404);
	});

	test("A member of either village is called on one roll, and it stands on their own page; who only came so is more than a name on the register.", async () => {
		await member("m1", "lf", "neighbour");
		await env.DB.exec("update membership set from_day = '2020-01-01'");
		await withNeighbour("a1");
		await accept("a1");
		const roll = await facts<{ roster: { id: string }[] }>(paths.attendance("sy", "a1"), "secretary");
		expect(roll.roster.map(({ id }) => id)).toEqual(["m1"]);
		await done(paths.attendance("lf", "a1"), { id: "r1", came: ["m1"], before: [] }, "neighbour");
		expect((await visit(paths.member("lf", "m1"), { as: "neighbour" })).text).toContain("培训a1");
		expect(
			await first("select register_only from standing where organisation = 'lf' order by year desc limit 1"),
		).toEqual({
			register_only: 0,
		});
	});

	test("A change of its day moves both years; taken back, it leaves both.", async () => {
		await withNeighbour("a1");
		await accept("a1");
		const moved = { id: "e1", kind: "training", title: "培训a1", day: `${year - 1}-05-29`, heads: "40" };
		await done(paths.activityEdit("sy", "a1"), moved);
		expect([
			await held("sy"),
			await held("lf"),
			await held("sy", year - 1),
			await held("lf", year - 1),
		]).toEqual([0, 0, 1, 1]);
		await done(paths.activityWithdrawal("sy", "a1"), { id: "w1", reason: "记错了" });
		expect([await held("sy", year - 1), await held("lf", year - 1)]).toEqual([0, 0]);
		expect(await first("select count(*) as n from co_holder")).toEqual({ n: 0 });
	});
});
