import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, test } from "vitest";
import type { PlanFacts, RoundFacts } from "../../web/plans/facts";
import { type Answer, facts, follow, submit, visit } from "../doors";
import { today } from "../surveys/cast";
import { beginWorld, type Who } from "../world";

const year = Number(today.slice(0, 4));
const here = `/o/sy/plans/${year}`;
const secretary = { as: "secretary" } as const;
const township = { as: "townshipStaff" } as const;

const item = {
	kind: "publicity",
	title: "会员活动日广场宣传",
	day: `${year}-05-29`,
	place: "村口",
	budget: "300",
};
const add = (id: string, more: Record<string, string> = {}, as: Who = "secretary", at = here) =>
	submit(`${at}/items`, { ...item, id, ...more }, { as });
const fileIt = (id = "s1", as: Who = "secretary") => submit(`${here}/rounds`, { id }, { as });
const answer = (id: string, fields: Record<string, string>, as: Who = "townshipStaff", round = 1) =>
	submit(`${here}/rounds/${round}/review`, { id, note: "", ...fields }, { as });
const planOf = (as: Who = "secretary") => facts<PlanFacts>(here, as);
const done = (answered: Answer) => {
	expect(answered.status, answered.text.slice(0, 400)).toBe(303);
	return answered;
};

beforeEach(beginWorld);

describe("A village's plan", () => {
	test("begins with a ready-made one that has the key days, and the next year's with the last.", async () => {
		done(await submit(`${here}/start`, { id: "b1", from: "ready" }, secretary));
		const { items, state } = await planOf();
		expect(state).toBe("draft");
		expect(items.filter(({ keyDay }) => keyDay).map(({ firstDay }) => firstDay.slice(5))).toEqual([
			...["05-29", "07-11", "12-01"],
		]);
		const next = `/o/sy/plans/${year + 1}`;
		done(await submit(`${next}/start`, { id: "b2", from: "last-year" }, secretary));
		const later = await facts<PlanFacts>(next, "secretary");
		expect(later.items.map(({ title }) => title)).toEqual(items.map(({ title }) => title));
		expect(later.items.every(({ firstDay }) => firstDay.startsWith(String(year + 1)))).toBe(true);
		done(await submit(`${next}/start`, { id: "b3", from: "ready" }, secretary));
		expect((await facts<PlanFacts>(next, "secretary")).items).toHaveLength(items.length);
	});

	test("says when: a day, a key day or a month; anything else comes back as it was typed.", async () => {
		done(await add("i1", { day: "", key_day: "aids" }));
		done(await add("i2", { day: "", month: "2" }));
		const { items } = await planOf();
		expect(items.map(({ firstDay, lastDay }) => [firstDay, lastDay])).toEqual([
			[`${year}-02-01`, `${year}-02-${year % 4 === 0 ? 29 : 28}`],
			[`${year}-12-01`, `${year}-12-01`],
		]);
		const nowhen = await add("i3", { day: "" });
		expect([nowhen.status, nowhen.text.includes("填一个日子")]).toEqual([422, true]);
		const elsewhere = await add("i3", { day: `${year - 1}-05-29` });
		expect([elsewhere.status, elsewhere.text.includes(`这是 ${year} 年的计划`)]).toEqual([422, true]);
		expect((await planOf()).items).toHaveLength(2);
	});

	test("is the next village's business as little as a group leader's or the township's to write; the township reads it.", async () => {
		for (const as of ["neighbour", "leader", "townshipStaff", "districtStaff"] as const)
			expect((await add("i1", {}, as)).status, as).toBe(404);
		done(await add("i1"));
		for (const as of ["neighbour", "leader", "townshipStaff"] as const)
			expect((await fileIt("s1", as)).status, as).toBe(404);
		expect((await visit(here, { as: "neighbour" })).status).toBe(404);
		const read = await visit(here, township);
		expect(read.text).toContain("会员活动日广场宣传");
		expect(read.text).not.toContain(`${here}/items/new`);
		expect((await visit(here, { as: "leader" })).status).toBe(200);
	});

	test("filed, returned with a comment at an item, filed again, approved: rounds of their own, and what was filed is kept.", async () => {
		done(await add("i1"));
		done(await fileIt());
		expect((await planOf()).state).toBe("filed");
		// While it waits nothing changes.
		expect((await add("i2")).status).toBe(422);
		expect((await submit(`${here}/items/i1`, { ...item, id: "c1" }, secretary)).status).toBe(422);
		const speechless = await answer("r1", { outcome: "returned" });
		expect([speechless.status, speechless.text.includes("退回要说明原因")]).toEqual([422, true]);
		done(await answer("r1", { outcome: "returned", "comment-i1": "请写明和谁一起办" }));
		const returned = await visit(here, secretary);
		expect(returned.text).toContain("退回修改");
		expect(returned.text).toContain("请写明和谁一起办");
		done(await submit(`${here}/items/i1`, { ...item, id: "c1", helpers: "卫生室" }, secretary));
		done(await fileIt("s2"));
		const second = await facts<RoundFacts>(`${here}/rounds/2`, "townshipStaff");
		expect(second.items).toMatchObject([{ id: "i1", helpers: "卫生室", earlier: "请写明和谁一起办" }]);
		const next = await follow(
			done(await answer("r2", { outcome: "approved" }, "townshipStaff", 2)),
			township,
		);
		expect(next.headers.get("Location")).toBe("/o/qq/plans-below");
		expect((await planOf()).state).toBe("approved");
		const first = await facts<RoundFacts>(`${here}/rounds/1`, "secretary");
		expect(first).toMatchObject({
			outcome: "returned",
			items: [{ helpers: null, comment: "请写明和谁一起办" }],
		});
	});

	test("the second of two approvers is told who was quicker, and changes nothing.", async () => {
		done(await add("i1"));
		done(await fileIt());
		done(await answer("r1", { outcome: "approved" }));
		const late = await answer("r2", { outcome: "returned", note: "重写" }, "districtStaff");
		expect(late.status).toBe(409);
		expect(late.text).toContain("郑新富");
		expect(late.text).toContain("已经批准");
		expect((await planOf()).state).toBe("approved");
		const { results } = await env.DB.prepare("select id, outcome from review").all();
		expect(results).toEqual([{ id: "r1", outcome: "approved" }]);
		expect((await answer("r3", { outcome: "approved" }, "neighbour")).status).toBe(404);
		expect((await answer("r3", { outcome: "approved" }, "secretary")).status).toBe(404);
	});

	test("a village withdraws its plan before it is answered, and then nobody can answer it; after that it is too late.", async () => {
		done(await add("i1"));
		done(await fileIt());
		expect((await submit(`${here}/rounds/1/withdrawal`, { id: "w1" }, township)).status).toBe(404);
		done(await submit(`${here}/rounds/1/withdrawal`, { id: "w1" }, secretary));
		expect((await planOf()).state).toBe("draft");
		expect((await answer("r1", { outcome: "approved" })).status).toBe(409);
		done(await fileIt("s2"));
		done(await answer("r2", { outcome: "approved" }, "townshipStaff", 2));
		expect((await submit(`${here}/rounds/2/withdrawal`, { id: "w2" }, secretary)).status).toBe(409);
		expect((await planOf()).state).toBe("approved");
	});

	test("once approved a change is an amendment: dated, with a reason, from what to what, and the level above sees it.", async () => {
		done(await add("i1"));
		done(await add("i2", { title: "秋季义诊", day: "", month: "10" }));
		done(await fileIt());
		done(await answer("r1", { outcome: "approved" }));
		expect((await submit(`${here}/items/i1`, { ...item, id: "c1", place: "礼堂" }, secretary)).status).toBe(
			422,
		);
		const changed = { ...item, id: "c1", place: "礼堂", reason: "村口修路" };
		done(await submit(`${here}/items/i1`, changed, secretary));
		done(await add("i3", { title: "冬季讲座", day: `${year}-12-20`, reason: "会员要求" }));
		expect((await submit(`${here}/items/i2/removal`, { id: "d1" }, secretary)).status).toBe(422);
		done(await submit(`${here}/items/i2/removal`, { id: "d1", reason: "医生来不了" }, secretary));
		const plan = await planOf("townshipStaff");
		expect(plan.items.map(({ id, state }) => `${id} ${state}`)).toContain("i2 dropped");
		expect(plan.amendments.map(({ act, item: of, reason }) => `${act} ${of} ${reason}`).sort()).toEqual([
			...["added i3 会员要求", "changed i1 村口修路", "dropped i2 医生来不了"],
		]);
		const page = await visit(here, township);
		expect(page.text).toContain("地点：村口 → 礼堂");
		expect(page.text).toContain("村口修路");
		// A dropped item is dropped once, and what was filed stays as it was filed.
		expect((await submit(`${here}/items/i2/removal`, { id: "d2", reason: "又" }, secretary)).status).toBe(
			409,
		);
		expect((await facts<RoundFacts>(`${here}/rounds/1`, "secretary")).items).toMatchObject([
			...[{ place: "村口" }, { id: "i2" }],
		]);
	});

	test("the root's own plan holds when it is filed: nobody stands above to approve it.", async () => {
		const at = `/o/jx/plans/${year}`;
		done(await add("i1", {}, "owner", at));
		done(await submit(`${at}/rounds`, { id: "s1" }, { as: "owner" }));
		expect((await facts<PlanFacts>(at, "owner")).state).toBe("approved");
		expect(await env.DB.prepare("select count(*) as n from plan_waiting").first("n")).toBe(0);
		expect((await visit(at, { as: "owner" })).text).toContain("已定下");
	});

	test("a visit is written down three times (a published consultative proposal): planned once, the activity's form knows it, and the plan shows it held.", async () => {
		done(await add("i1", { kind: "visit", title: "走访", day: today }));
		const page = await visit(here, secretary);
		expect(page.text).toContain("/o/sy/activities/new?item=i1");
		const form = (await visit("/o/sy/activities/new?item=i1", secretary)).text;
		for (const filled of ['value="走访"', 'value="村口"', `value="${today}"`, 'name="plan_item" value="i1"'])
			expect(form).toContain(filled);
		const told = { kind: "visit", title: "走访", day: today, plan_item: "i1" };
		done(await submit("/o/sy/activities", { id: "a1", ...told }, secretary));
		expect((await planOf()).items).toMatchObject([
			{ id: "i1", state: "done", activity: "a1", heldOn: today },
		]);
	});

	test("an item of the next village's plan fills in no form, and nothing recorded here carries it out.", async () => {
		done(await add("n1", { title: "里畈的走访", day: today }, "neighbour", `/o/lf/plans/${year}`));
		expect((await visit("/o/sy/activities/new?item=n1", secretary)).text).not.toContain("里畈");
		const told = { kind: "visit", title: "走访", day: today, plan_item: "n1" };
		done(await submit("/o/sy/activities", { id: "a1", ...told }, secretary));
		expect(
			await env.DB.prepare("select plan_item from activity where id = 'a1'").first("plan_item"),
		).toBeNull();
	});

	test("nothing is filed where nothing is planned, and a plan of no year is not found.", async () => {
		expect((await fileIt()).status).toBe(409);
		for (const asked of [year + 2, 1999, "abc"])
			expect((await visit(`/o/sy/plans/${asked}`, secretary)).status).toBe(404);
		expect((await visit(`${here}/rounds/1`, secretary)).status).toBe(404);
	});
});
