import { env } from "cloudflare:workers";
import { drizzle } from "drizzle-orm/d1";
import { beforeEach, expect, test } from "vitest";
import type { PlanBoardFacts, PlanListFacts, ThingListFacts } from "../../web/plans/board-facts";
import { renewPlanBoard } from "../../worker/plans/board/store";
import { itemStates } from "../../worker/plans/plan";
import { planStates } from "../../worker/plans/rules";
import { daysAfter } from "../../worker/values/day";
import { facts, follow, submit, visit } from "../doors";
import { today } from "../surveys/cast";
import { beginWorld, type Who } from "../world";

const year = Number(today.slice(0, 4));
const township = { as: "townshipStaff" } as const;
const board = (at = "qq", as: Who = "townshipStaff") => facts<PlanBoardFacts>(`/o/${at}/plans-below`, as);
const renew = () => renewPlanBoard(drizzle(env.DB), year, today, null);
const plan = async (at: string, as: Who, days: readonly string[]) => {
	for (const [place, day] of days.entries())
		await submit(
			`/o/${at}/plans/${year}/items`,
			{ id: `${at}${place}`, kind: "visit", title: `走访${place}`, day },
			{ as },
		);
	return submit(`/o/${at}/plans/${year}/rounds`, { id: `s${at}` }, { as });
};
const past = daysAfter(today, -1).startsWith(String(year)) ? daysAfter(today, -1) : today;

beforeEach(beginWorld);

test("The township sets the day; who is late, who waits and who is done stand on its board, and on the district's by township.", async () => {
	await submit("/o/qq/plans-below/deadline", { id: "d1", year, day: past }, township);
	await plan("sy", "secretary", [past, `${year}-12-31`]);
	await renew();
	const { waiting, rows, whole, deadline } = await board();
	expect(deadline).toEqual({ day: past, name: "青桥镇计划生育协会" });
	expect(waiting).toMatchObject([{ organisation: "sy", round: 1 }]);
	expect(rows.map(({ organisation, state }) => `${organisation} ${state}`).sort()).toEqual([
		...["lf overdue", "sy filed"],
	]);
	expect(whole).toMatchObject({ units: 2, filed: 1, overdue: past < today ? 1 : 0 });
	const district = await board("jx", "districtStaff");
	expect(district.rows).toMatchObject([{ organisation: "qq", units: 3, filed: 1 }]);
	expect(district.waiting).toEqual([]);
	expect((await visit("/o/qq/plans-below", { as: "secretary" })).status).toBe(404);
	const village = await submit("/o/sy/plans-below/deadline", { id: "d2", year, day: past }, township);
	expect(village.status).toBe(404);
});

test("Plans are answered one after another: each answer leads on to the next that waits, and the last back to the board.", async () => {
	await plan("sy", "secretary", [past]);
	await plan("lf", "neighbour", [past]);
	const first = (await visit("/o/qq/plans-below/next", township)).headers.get("Location") ?? "";
	const answered = await submit(`${first}/review`, { id: "r1", outcome: "approved", note: "" }, township);
	const next = (await follow(answered, township)).headers.get("Location") ?? "";
	expect([first, next].map((path) => path.split("/")[2]).sort()).toEqual(["lf", "sy"]);
	const last = await submit(`${next}/review`, { id: "r1", outcome: "approved", note: "" }, township);
	expect((await follow(last, township)).headers.get("Location")).toBe("/o/qq/plans-below");
	expect((await board()).whole).toMatchObject({ approved: 2, filed: 0 });
});

test("counted and reported numbers differ (hitobito 566): every figure of plans and of what became of them opens exactly the rows it counts.", async () => {
	await plan("sy", "secretary", [past, today, `${year}-12-31`]);
	await plan("lf", "neighbour", [`${year}-12-31`]);
	await env.DB.prepare(
		"insert into activity (organisation, id, day, kind, title, plan_item, made_from) values ('sy', 'a1', ?, 'visit', '走访', 'sy1', 'x')",
	)
		.bind(today)
		.run();
	await submit(`/o/sy/plans/${year}/rounds/1/review`, { id: "r1", outcome: "approved", note: "" }, township);
	await submit(
		`/o/sy/plans/${year}/items/sy2/removal`,
		{ id: "m1", reason: "没有人手" },
		{ as: "secretary" },
	);
	await renew();
	for (const [at, as] of [
		["qq", "townshipStaff"],
		["jx", "districtStaff"],
	] as const) {
		const { rows, whole } = await board(at, as);
		for (const row of [...rows, ...(whole ? [whole] : [])]) {
			const under = row.name ? `&under=${row.organisation}` : "";
			for (const state of planStates) {
				const path = `/o/${at}/plans-below/list?state=${state}${under}`;
				expect((await facts<PlanListFacts>(path, as)).plans, path).toHaveLength(row[state]);
			}
			for (const state of itemStates) {
				const path = `/o/${at}/plans-below/items?state=${state}${under}`;
				expect((await facts<ThingListFacts>(path, as)).things, path).toHaveLength(row[state]);
			}
		}
	}
	expect((await board()).whole).toMatchObject({
		done: 1,
		dropped: 1,
		missed: past < today ? 1 : 0,
		amended: 1,
	});
});

test("A practice village's plan waits nowhere and is counted nowhere; a village that moves waits under its new township.", async () => {
	await env.DB.prepare("update organisation set practice = 1 where id = 'lf'").run();
	await plan("lf", "neighbour", [past]);
	await plan("sy", "secretary", [past]);
	expect((await board()).waiting).toMatchObject([{ organisation: "sy" }]);
	expect((await board()).whole).toMatchObject({ units: 1 });
	const district = { as: "districtStaff" } as const;
	await submit("/o/jx/below", { id: "hx", organisation: "湖西镇", kind: "township" }, district);
	const latest = await env.DB.prepare("select id from stage where organisation = 'sy'").first("id");
	const moved = await submit(
		"/o/sy/relocation",
		{ id: "m1", under: "hx", day: today, reason: "区划调整", stage: String(latest) },
		district,
	);
	expect(moved.status, moved.text.slice(0, 300)).toBe(303);
	expect((await board("hx", "districtStaff")).waiting).toMatchObject([{ organisation: "sy" }]);
	const answered = await submit(
		`/o/sy/plans/${year}/rounds/1/review`,
		{ id: "r1", outcome: "approved", note: "" },
		district,
	);
	expect(answered.status).toBe(303);
	expect(
		await env.DB.prepare("select count(*) as n from plan_waiting where organisation = 'sy'").first("n"),
	).toBe(0);
});

test("A board of sixty, each with a plan that waits, reads two rows for each that it shows and sixty more at the most: twenty that wait are listed, and that there are more is said.", async () => {
	await env.DB.batch([
		env.DB.prepare(
			`with recursive n(x) as (select 10 union all select x + 1 from n where x < 69)
			insert into organisation (id, parent, path, kind, name, made_from)
			select 'w' || x, 'jx', 'jx/w' || x || '/', 'township', '镇' || x, 'x' from n`,
		),
		env.DB.prepare(
			"insert into submission (organisation, year, round, id, filed_on, items, made_by, made_from) select id, ?, 1, 's1', ?, '[]', 'p1', 'x' from organisation where id like 'w%'",
		).bind(year, `${year}-01-05`),
		env.DB.prepare(
			"insert into plan_waiting select 'jx', id, ?, 1, ? from organisation where id like 'w%'",
		).bind(year, `${year}-01-05`),
	]);
	await visit("/o/jx/plans-below", { as: "districtStaff" });
	const page = await visit("/o/jx/plans-below", { as: "districtStaff" });
	expect(page.text).toContain("20 份以上等批");
	expect(page.cost.rowsRead).toBeLessThanOrEqual(60 + 2 * (60 + 20));
});
