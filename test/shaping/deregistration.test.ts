import { env } from "cloudflare:workers";
import { beforeEach, expect, test } from "vitest";
import { facts, submit, visit } from "../doors";
import { beginFurnished } from "../furnished";
import { today } from "../surveys/cast";
import { beginWorld } from "../world";

beforeEach(beginWorld);

const township = { as: "townshipStaff" } as const;
const district = { as: "districtStaff" } as const;
const end = { id: "d1", day: today, reason: "并村，无会员", ends: "on" };
const person = { id: "m1", name: "张桂英", joined_on: "2024-01-01", kind: "ordinary" };

type Facts = { left: Record<string, number>; blockers: string[] };

test("merging groups fails silently over one bad record (hitobito 3475): what stands in the way of a deregistration is listed first too, each with where to settle it.", async () => {
	await beginFurnished();
	await submit("/o/sy/below", { id: "ew", organisation: "上园茶厂", kind: "enterprise" }, township);
	const page = await visit("/o/sy/deregistration", township);
	for (const way of ["tree", "surveys", "funds", "applications", "transfers"])
		expect(page.text).toContain(`href="/o/sy/${way}"`);
	const { left, blockers } = await facts<Facts>("/o/sy/deregistration", "townshipStaff");
	expect(blockers).toEqual(["below", "waves", "balance", "applications", "transfers"]);
	expect(left).toMatchObject({ below: 1, waves: 1, balance: 700, applications: 1 });
	const tried = await submit("/o/sy/deregistration", end, township);
	expect(tried.status).toBe(422);
	expect(await env.DB.prepare("select status from organisation where id = 'sy'").first("status")).toBe(
		"active",
	);
});

test("A village is deregistered: its members and posts end with it, all is kept, nothing can be changed.", async () => {
	await submit("/o/sy/members", person, { as: "secretary" });
	expect((await submit("/o/sy/deregistration", end, { as: "secretary" })).status).toBe(404);
	const unasked = await submit("/o/sy/deregistration", { ...end, ends: "" }, township);
	expect(unasked.status).toBe(422);
	expect(unasked.text).toContain('id="ends-error"');
	// Nobody can have belonged to what was gone before they joined.
	expect((await submit("/o/sy/deregistration", { ...end, day: "2023-06-01" }, township)).status).toBe(422);
	expect((await submit("/o/sy/deregistration", end, township)).status).toBe(303);

	expect((await visit("/o/sy", { as: "secretary" })).status).toBe(404);
	const page = await visit("/o/sy/members/m1", township);
	expect(page.text).toContain("协会注销");
	expect(page.text).toContain("已注销");
	expect((await visit("/o/sy/members/new", township)).status).toBe(404);
	expect((await visit("/o/sy/officers", township)).status).toBe(200);
	expect(
		await env.DB.prepare("select members from standing where organisation = 'sy'").first("members"),
	).toBe(0);
	const joining = await submit("/j/sy", { id: "q1", name: "张银花", consent: "yes" });
	expect(joining.status).toBe(404);
});

test("A deregistration entered by mistake is taken back the same day, with its members and posts.", async () => {
	await submit("/o/sy/members", person, { as: "secretary" });
	await submit("/o/sy/deregistration", end, township);
	const back = { id: "r1", stage: "d1", reason: "点错了" };
	expect((await submit("/o/sy/retraction", back, { as: "secretary" })).status).toBe(404);
	expect((await submit("/o/sy/retraction", back, township)).status).toBe(303);
	expect((await visit("/o/sy/members/m1", { as: "secretary" })).status).toBe(200);
	expect(
		await env.DB.prepare("select members from standing where organisation = 'sy'").first("members"),
	).toBe(1);
	const history = await visit("/o/sy/history", { as: "secretary" });
	expect(history.text).toContain("撤回“注销”");
	expect(history.text).toContain("点错了");
	// There is nothing more to take back: what stood before was never an act.
	expect((await visit("/o/sy/retraction", township)).status).toBe(404);
});

test("A deregistered village is reinstated another day; its history tells all of it.", async () => {
	await submit("/o/sy/deregistration", { ...end, day: "2026-02-01" }, township);
	const founding = {
		id: "f1",
		day: "2026-05-01",
		organisation: "上园村计划生育协会",
		reason: "村民要求",
	};
	expect((await submit("/o/sy/founding", founding, township)).status).toBe(303);
	const { stages } = await facts<{ stages: { act: string }[] }>("/o/sy/history", "townshipStaff");
	expect(stages.map(({ act }) => act)).toEqual(["reinstated", "deregistered", "entered"]);
	const then = await visit("/o/sy/history?day=2026-03-01", township);
	expect(then.text).toContain("2026年3月1日是这样");
	expect(then.text).toContain("已注销");
});

test("What something builds on isn't taken back, nor is what was entered yesterday.", async () => {
	const begun = { id: "n1", day: today, reason: "没有换届" };
	await submit("/o/sy/standardisation", begun, township);
	await env.DB.prepare("update stage set made_at = made_at - 86400 where id = 'n1'").run();
	expect((await visit("/o/sy/retraction", township)).status).toBe(404);
	const renaming = { id: "n2", day: today, reason: "改名", organisation: "上园协会", kind: "village" };
	await submit("/o/sy/renaming", renaming, township);
	// The form shows the renaming; by the time it is sent another act is the latest.
	await submit("/o/sy/standardisation/end", { id: "n3", day: today, reason: "已换届" }, township);
	const late = await submit("/o/sy/retraction", { id: "r1", stage: "n2", reason: "错了" }, district);
	expect(late.status).toBe(422);
	expect(late.text).toContain("撤不回了");
	// One after the other they can be: each is the latest then.
	for (const stage of ["n3", "n2"])
		expect(
			(await submit("/o/sy/retraction", { id: `r${stage}`, stage, reason: "错了" }, district)).status,
		).toBe(303);
	const { results } = await env.DB.prepare("select name, status from organisation where id = 'sy'").all();
	expect(results).toEqual([{ name: "上园村计划生育协会", status: "standardising" }]);
});

test("A move is taken back with all that went along, and by nobody who doesn't reach where it came from.", async () => {
	await submit(
		"/o/jx/below",
		{ id: "hx", organisation: "湖西镇", kind: "township", day: "2020-01-01" },
		district,
	);
	await submit(
		"/o/sy/below",
		{ id: "ew", organisation: "上园茶厂", kind: "enterprise", day: "2021-01-01" },
		township,
	);
	await submit("/o/sy/members", person, { as: "secretary" });
	await submit("/o/sy/relocation", { id: "v1", day: today, reason: "区划调整", under: "hx" }, district);
	await env.DB.prepare("update holder set organisation = 'hx', post = 'staff' where person = 'p4'").run();
	const back = { id: "r1", stage: "v1", reason: "弄错了镇" };
	expect((await submit("/o/sy/retraction", back, { as: "neighbour" })).status).toBe(422);
	expect((await submit("/o/sy/retraction", back, district)).status).toBe(303);
	expect((await visit("/o/ew", township)).status).toBe(200);
	expect((await visit("/o/ew", { as: "neighbour" })).status).toBe(404);
	const { results } = await env.DB.prepare(
		"select path from organisation where path like 'jx/qq/sy/%' order by path",
	).all();
	expect(results).toEqual([{ path: "jx/qq/sy/" }, { path: "jx/qq/sy/ew/" }]);
	expect(
		await env.DB.prepare("select count(*) as n from stage where id = 'v1' or to_day is not null").first("n"),
	).toBe(0);
	const found = await facts<{ members: object[] }>("/o/qq/members?search=zgy", "townshipStaff");
	expect(found.members).toHaveLength(1);
});
