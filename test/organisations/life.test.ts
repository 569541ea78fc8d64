import { env } from "cloudflare:workers";
import { beforeEach, expect, test } from "vitest";
import { facts, submit, visit } from "../doors";
import { today } from "../surveys/cast";
import { beginWorld } from "../world";

beforeEach(beginWorld);

const township = { as: "townshipStaff" } as const;
const district = { as: "districtStaff" } as const;
const secretary = { as: "secretary" } as const;

async function stages(organisation: string) {
	const { results } = await env.DB.prepare(
		"select id, act, name, kind, path, status, from_day, to_day, reason, made_by from stage where organisation = ? order by to_day is null, from_day",
	)
		.bind(organisation)
		.all();
	return results;
}

test("A village is renamed: its row is the new name, its former name keeps its days.", async () => {
	const renaming = {
		id: "n1",
		day: "2026-03-01",
		reason: "村改社区",
		organisation: "上园社区计划生育协会",
		kind: "village",
	};
	expect((await submit("/o/sy/renaming", renaming, { as: "neighbour" })).status).toBe(404);
	expect((await submit("/o/sy/renaming", renaming, secretary)).status).toBe(303);
	expect((await visit("/o/sy/association", secretary)).text).toContain("上园社区计划生育协会");
	expect(await stages("sy")).toMatchObject([
		{ act: "entered", name: "上园村计划生育协会", from_day: "1900-01-01", to_day: "2026-03-01" },
		{ act: "renamed", name: "上园社区计划生育协会", to_day: null, reason: "村改社区", made_by: "p3" },
	]);
});

test("A secretary renames her association, and leaves it of the kind it is; the level above may change that.", async () => {
	const change = { id: "n1", day: today, reason: "改制", organisation: "上园企业协会", kind: "enterprise" };
	expect((await submit("/o/sy/renaming", change, secretary)).status).toBe(422);
	expect((await submit("/o/sy/renaming", change, township)).status).toBe(303);
	expect((await facts<{ kind: string }>("/o/sy/association", "secretary")).kind).toBe("enterprise");
	// A township with villages below can't become what no village may stand under.
	const wrong = { ...change, id: "n2", organisation: "青桥镇", kind: "migrants" };
	expect((await submit("/o/qq/renaming", wrong, district)).status).toBe(422);
});

test("An act is not of tomorrow, and not before what happened last.", async () => {
	const begun = { id: "n1", day: "2026-03-01", reason: "换届未完成" };
	expect((await submit("/o/sy/standardisation", { ...begun, day: "2199-01-01" }, township)).status).toBe(422);
	expect((await submit("/o/sy/standardisation", begun, township)).status).toBe(303);
	const early = await submit(
		"/o/sy/standardisation/end",
		{ id: "n2", day: "2026-02-01", reason: "好了" },
		township,
	);
	expect(early.status).toBe(422);
	expect(early.text).toContain("2026-03-01");
});

test("A village is put under standardisation and comes out of it; it works on meanwhile, and is marked.", async () => {
	const begun = { id: "n1", day: today, reason: "换届未完成" };
	// A village's own secretary doesn't shape the tree, nor does the township at itself.
	expect((await submit("/o/sy/standardisation", begun, secretary)).status).toBe(404);
	expect((await submit("/o/qq/standardisation", begun, township)).status).toBe(404);
	expect((await submit("/o/sy/standardisation", begun, township)).status).toBe(303);
	expect((await visit("/o/sy/association", secretary)).text).toContain("整顿");
	expect((await visit("/o/sy/members/new", secretary)).status).toBe(200);
	// Whoever does the same again is told that somebody was quicker.
	const again = await submit("/o/sy/standardisation", { ...begun, id: "n2" }, district);
	expect(again.status).toBe(409);
	expect(again.text).toContain("有人先改过了");
	const ended = { id: "n3", day: today, reason: "已换届" };
	expect((await submit("/o/sy/standardisation/end", ended, township)).status).toBe(303);
	expect(await stages("sy")).toHaveLength(3);
	expect((await facts<{ status: string }>("/o/sy/association", "secretary")).status).toBe("active");
});

test("Two people at once: one act happens, the other is told plainly.", async () => {
	const acts = [
		submit("/o/sy/standardisation", { id: "n1", day: today, reason: "甲" }, township),
		submit("/o/sy/standardisation", { id: "n2", day: today, reason: "乙" }, district),
	];
	const statuses = (await Promise.all(acts)).map(({ status }) => status);
	expect(statuses.toSorted()).toEqual([303, 409]);
	expect(await stages("sy")).toHaveLength(2);
});

test("The root is neither put under standardisation nor moved nor deregistered.", async () => {
	for (const act of ["standardisation", "relocation", "founding"])
		expect((await visit(`/o/jx/${act}`, { as: "owner" })).status).toBe(404);
	const page = await facts<{ doable: string[] }>("/o/jx/association", "owner");
	expect(page.doable).toEqual(["renaming"]);
});
