import { env } from "cloudflare:workers";
import { beforeEach, expect, test } from "vitest";
import { facts, submit, visit } from "../doors";
import { today } from "../surveys/cast";
import { beginWorld } from "../world";

beforeEach(beginWorld);

const secretary = { as: "secretary" } as const;
const made = { id: "pv", members: "on" };

test("A village's secretary makes a practice village with one click, is its secretary, and tries everything.", async () => {
	expect((await submit("/o/sy/practice", made, { as: "neighbour" })).status).toBe(404);
	expect((await submit("/o/sy/practice", made, secretary)).status).toBe(303);
	const { members } = await facts<{ members: { name: string }[] }>("/o/pv/members", "secretary");
	expect(members).toHaveLength(12);
	const person = { id: "m9", name: "试一试", joined_on: today, kind: "ordinary" };
	expect((await submit("/o/pv/members", person, secretary)).status).toBe(303);
	expect((await visit("/o/pv/dues", secretary)).status).toBe(200);
	expect((await visit("/o/pv/surveys/new", secretary)).status).toBe(200);
});

test("Every page of it says that it is practice, on paper too, and its own village's pages say nothing of it.", async () => {
	await submit("/o/sy/practice", made, secretary);
	for (const page of [
		"",
		"/members",
		"/dues",
		"/activities",
		"/surveys",
		"/association",
		"/join-poster",
		"/history",
	]) {
		expect((await visit(`/o/pv${page}`, secretary)).text, page).toContain('class="strip practice"');
		const english = await visit(`/o/pv${page}`, { ...secretary, language: "en" });
		expect(english.text, page).toContain("<strong>Practice</strong>");
	}
	const home = await visit("/o/sy", secretary);
	expect(home.text).not.toContain("practice");
	// A lone village with a practice village is still a lone village.
	expect((await facts<{ board: unknown }>("/o/sy", "secretary")).board).toBe(null);
});

test("Cleared, it is a new one for the same people, and nobody invented is found any more.", async () => {
	await submit("/o/sy/practice", made, secretary);
	await submit("/o/pv/below", { id: "pw", organisation: "练习厂", kind: "enterprise" }, secretary);
	expect((await visit("/o/sy/clearing", secretary)).status).toBe(404);
	expect((await submit("/o/pv/clearing", { id: "pn", members: "" }, { as: "neighbour" })).status).toBe(404);
	const cleared = await submit("/o/pv/clearing", { id: "pn", members: "" }, secretary);
	expect(cleared.headers.get("Location")).toBe("/o/pn");
	// The old one is still to be looked at from above, and nothing in it is to be changed.
	for (const old of ["pv", "pw"]) expect((await visit(`/o/${old}/members/new`, secretary)).status).toBe(404);
	expect((await visit("/o/pn/members/new", secretary)).status).toBe(200);
	expect(await env.DB.prepare("select count(*) as n from seek").first("n")).toBe(0);
	const { results } = await env.DB.prepare(
		"select organisation, act, status from stage where id = 'pn' order by organisation",
	).all();
	expect(results).toEqual([
		{ organisation: "pn", act: "founded", status: "active" },
		{ organisation: "pv", act: "deregistered", status: "deregistered" },
		{ organisation: "pw", act: "deregistered", status: "deregistered" },
	]);
	const below = await facts<{ nodes: { id: string }[] }>("/o/sy/tree", "secretary");
	expect(below.nodes.map(({ id }) => id)).toEqual(["pn"]);
});

test("What is founded below a practice village is practice, and a practice village isn't moved about.", async () => {
	await submit("/o/sy/practice", made, secretary);
	await submit("/o/pv/below", { id: "pw", organisation: "练习厂", kind: "enterprise" }, secretary);
	expect(await env.DB.prepare("select practice from organisation where id = 'pw'").first("practice")).toBe(1);
	expect((await visit("/o/pv/relocation", { as: "townshipStaff" })).status).toBe(404);
	expect((await visit("/o/pv/practice", secretary)).status).toBe(404);
	// Nor is anything real moved below it.
	const { parents } = await facts<{ parents: { id: string }[] }>("/o/lf/relocation", "districtStaff");
	expect(parents.map(({ id }) => id)).toEqual(["jx"]);
});
