import { env } from "cloudflare:workers";
import { beforeEach, expect, test } from "vitest";
import { facts, submit, visit } from "../doors";
import { today } from "../surveys/cast";
import { beginWorld } from "../world";

beforeEach(beginWorld);

const village = {
	id: "nv",
	organisation: "南坪村计划生育协会",
	kind: "village",
	adults: "620",
	households: "",
};

test("Township staff found a village below, and its secretary-to-be enters by their link.", async () => {
	expect((await submit("/o/qq/below", village, { as: "townshipStaff" })).status).toBe(303);
	expect(await env.DB.prepare("select path from organisation where id = 'nv'").first("path")).toBe(
		"jx/qq/nv/",
	);
	const stages = await env.DB.prepare(
		"select act, path, status, to_day from stage where organisation = 'nv'",
	).all();
	expect(stages.results).toEqual([{ act: "founded", path: "jx/qq/nv/", status: "active", to_day: null }]);
	const below = await facts<{ nodes: { name: string }[] }>("/o/qq/tree", "townshipStaff");
	expect(below.nodes.map(({ name }) => name)).toContain("南坪村计划生育协会");
	expect((await visit("/o/nv", { as: "districtStaff" })).status).toBe(200);
	expect((await visit("/o/nv", { as: "secretary" })).status).toBe(404);
	expect(
		(
			await submit(
				"/o/nv/officers/links",
				{ name: "王月娥", post: "secretary-general" },
				{ as: "townshipStaff" },
			)
		).status,
	).toBe(200);
});

test("Twenty copies found one village; another body under its id is offered as new.", async () => {
	const copies = await Promise.all(
		Array.from({ length: 20 }, () => submit("/o/qq/below", village, { as: "townshipStaff" })),
	);
	expect(copies.map(({ status }) => status)).toEqual(Array(20).fill(303));
	expect(
		(await submit("/o/qq/below", { ...village, organisation: "北坪村" }, { as: "townshipStaff" })).status,
	).toBe(409);
});

test("An id that is taken elsewhere in the tree neither founds nor reveals anything.", async () => {
	const forged = await submit("/o/sy/below", { ...village, kind: "enterprise", id: "lf" }, { as: "owner" });
	expect(forged.status).toBe(409);
	expect(await env.DB.prepare("select parent from organisation where id = 'lf'").first("parent")).toBe("qq");
});

test("The secretary corrects the facts of her association; the village next door can't.", async () => {
	const counts = { id: "c1", adults: "512", households: "190" };
	expect((await submit("/o/sy/association/edit", counts, { as: "neighbour" })).status).toBe(404);
	expect((await submit("/o/sy/association/edit", counts, { as: "secretary" })).status).toBe(303);
	const page = await visit("/o/sy/association", { as: "secretary" });
	expect(page.text).toContain("512");
});

test("Numbers of people that can't be are refused at their field.", async () => {
	for (const adults of ["-5", "1.5", "many", "99999999999"]) {
		const wrong = await submit("/o/sy/association/edit", { id: "c2", adults }, { as: "secretary" });
		expect(wrong.status).toBe(422);
		expect(wrong.text).toContain('id="adults-error"');
	}
});

test("Only what may stand under a place is founded there, and not before the place itself stood there.", async () => {
	const wrong = await submit("/o/qq/below", { ...village, kind: "township" }, { as: "townshipStaff" });
	expect(wrong.status).toBe(422);
	expect(wrong.text).toContain('id="kind-error"');
	const early = await submit("/o/qq/below", { ...village, day: "1899-12-31" }, { as: "townshipStaff" });
	expect(early.status).toBe(422);
	const future = await submit("/o/qq/below", { ...village, day: "2199-01-01" }, { as: "townshipStaff" });
	expect(future.text).toContain("这一天还没到");
	const past = await submit("/o/qq/below", { ...village, day: "1995-06-01" }, { as: "townshipStaff" });
	expect(past.status).toBe(303);
	expect(await env.DB.prepare("select from_day from stage where organisation = 'nv'").first("from_day")).toBe(
		"1995-06-01",
	);
});

test("A place without an association is entered, seen, and founded later; until then nobody is registered in it.", async () => {
	const entered = await submit("/o/qq/below", { ...village, unfounded: "on" }, { as: "townshipStaff" });
	expect(entered.status).toBe(303);
	expect((await visit("/o/nv/association", { as: "townshipStaff" })).text).toContain("还没有协会");
	expect((await visit("/o/nv/members/new", { as: "townshipStaff" })).status).toBe(404);
	const home = await visit("/o/nv", { as: "townshipStaff" });
	expect(home.text).toContain('href="/o/nv/founding"');
	expect(home.text).not.toContain("办齐了");
	const founding = { id: "f1", organisation: "南坪村计划生育协会", day: today, reason: "" };
	expect((await submit("/o/nv/founding", founding, { as: "townshipStaff" })).status).toBe(303);
	expect((await visit("/o/nv/members/new", { as: "townshipStaff" })).status).toBe(200);
	// There is one now: it can't be founded twice.
	expect((await visit("/o/nv/founding", { as: "townshipStaff" })).status).toBe(404);
});

test("A village reads what it uses often; what is rarely needed stands behind one quiet line.", async () => {
	const shown = async (path: string) =>
		(await visit(path, { as: "secretary" })).text.split('<details class="rare">');
	const [association, behind] = await shown("/o/sy/association");
	expect(association).toContain("看职务，发登录链接");
	expect(association).not.toMatch(/\/(?:renaming|kinds|practice|mergers|splits|below|tree)[/"]/);
	expect(behind).toContain('href="/o/sy/renaming"');
	const [members, more] = await shown("/o/sy/members");
	expect(members).not.toMatch(/\/(?:duplicates|register-only|households|network|groups)"/);
	expect(more).toContain('href="/o/sy/duplicates"');
	expect(more).toContain('href="/o/sy/register-only"');
	const above = (await visit("/o/sy/association", { as: "townshipStaff" })).text;
	expect(above).not.toContain('class="rare"');
	expect(above).toContain('href="/o/sy/deregistration"');
});
