import { env } from "cloudflare:workers";
import { beforeEach, expect, test } from "vitest";
import { facts, submit, visit } from "../doors";
import { today } from "../surveys/cast";
import { beginWorld, secretOf } from "../world";

const district = { as: "districtStaff" } as const;
const move = { id: "n1", day: today, reason: "区划调整", under: "hx" };

/** Beside 青桥 stands 湖西 township, with a village below; one member in 上园 and one in 里畈. */
beforeEach(async () => {
	await beginWorld();
	await submit(
		"/o/jx/below",
		{ id: "hx", organisation: "湖西镇", kind: "township", day: "2020-01-01" },
		district,
	);
	await submit(
		"/o/hx/below",
		{ id: "hv", organisation: "湖头村", kind: "village", day: "2020-01-01" },
		district,
	);
	await submit(
		"/o/sy/below",
		{ id: "ew", organisation: "上园茶厂", kind: "enterprise", day: "2021-01-01" },
		{
			as: "townshipStaff",
		},
	);
	const person = { joined_on: "2024-01-01", kind: "ordinary" };
	await submit("/o/sy/members", { ...person, id: "m1", name: "张桂英" }, { as: "secretary" });
	await submit("/o/lf/members", { ...person, id: "m2", name: "张桂花" }, { as: "neighbour" });
	// Somebody of 湖西's own.
	await env.DB.batch([
		env.DB.prepare("update holder set organisation = 'hx' where person = 'p4'"),
		env.DB.prepare("update holder set post = 'staff' where person = 'p4'"),
	]);
});

const found = async (at: string, as: "townshipStaff" | "neighbour") =>
	(await facts<{ members: { name: string }[] }>(`/o/${at}/members?search=zgy`, as)).members.map(
		({ name }) => name,
	);

test("A village moves with all below it: the old township sees it no more, the new one does.", async () => {
	expect((await visit("/o/ew", { as: "townshipStaff" })).status).toBe(200);
	expect((await visit("/o/sy", { as: "neighbour" })).status).toBe(404);
	expect(await found("qq", "townshipStaff")).toEqual(["张桂英"]);

	expect((await submit("/o/sy/relocation", move, district)).status).toBe(303);
	for (const path of ["/o/sy", "/o/sy/members", "/o/ew", "/o/sy/members/m1"]) {
		expect((await visit(path, { as: "townshipStaff" })).status, path).toBe(404);
		expect((await visit(path, { as: "neighbour" })).status, path).toBe(200);
	}
	expect(await found("qq", "townshipStaff")).toEqual([]);
	expect(await found("hx", "neighbour")).toEqual(["张桂英"]);
	const { results } = await env.DB.prepare(
		"select organisation, path, parent, from_day from stage where id = 'n1' order by path",
	).all();
	expect(results).toEqual([
		{ organisation: "sy", path: "jx/hx/sy/", parent: "hx", from_day: today },
		{ organisation: "ew", path: "jx/hx/sy/ew/", parent: "sy", from_day: today },
	]);
	expect((await visit("/o/qq", { as: "townshipStaff" })).text).not.toContain("上园村");
	// Its own secretary notices nothing but the name above.
	expect((await visit("/o/sy/association", { as: "secretary" })).text).toContain("湖西镇");
});

test("The home of the old township forgets the moved village at once, though its board is an hour's snapshot.", async () => {
	await visit("/o/qq", { as: "townshipStaff" });
	expect((await visit("/o/qq", { as: "townshipStaff" })).text).toContain("上园村");
	await submit("/o/sy/relocation", move, district);
	expect((await visit("/o/qq", { as: "townshipStaff" })).text).not.toContain("上园村");
});

test("Nobody moves what they don't shape, nor to where they don't found, nor below itself, nor out of order.", async () => {
	// The township reaches 上园, and not 湖西; a village's secretary shapes nothing.
	expect((await submit("/o/sy/relocation", move, { as: "townshipStaff" })).status).toBe(422);
	expect((await submit("/o/sy/relocation", move, { as: "secretary" })).status).toBe(404);
	expect((await submit("/o/sy/relocation", { ...move, under: "ew" }, district)).status).toBe(422);
	expect((await submit("/o/sy/relocation", { ...move, under: "lf" }, district)).status).toBe(422);
	expect((await submit("/o/qq/relocation", { ...move, under: "sy" }, district)).status).toBe(422);
	// 湖西 stands since 2020, and 上园's works since 2021.
	for (const day of ["2019-12-31", "2020-06-01", "2199-01-01"])
		expect((await submit("/o/sy/relocation", { ...move, day }, district)).status, day).toBe(422);
	const form = await facts<{ parents: { id: string }[]; along: number }>("/o/sy/relocation", "districtStaff");
	expect(form.parents.map(({ id }) => id)).toEqual(["jx", "hx"]);
	expect(form.along).toBe(1);
	expect((await env.DB.prepare("select count(*) as n from stage where id = 'n1'").first("n")) as number).toBe(
		0,
	);
});

test("Two moves at once: one happens, the other is told, and the paths are right.", async () => {
	const both = await Promise.all([
		submit("/o/sy/relocation", move, district),
		submit("/o/sy/relocation", { ...move, id: "n2", under: "jx" }, { as: "owner" }),
	]);
	expect(both.map(({ status }) => status).toSorted()).toEqual([303, 409]);
	const wrong = await env.DB.prepare(
		"select count(*) as n from organisation as o left join organisation as up on up.id = o.parent where o.path <> coalesce(up.path, '') || o.id || '/'",
	).first("n");
	expect(wrong).toBe(0);
});

test("A program's token that only reads moves nothing.", async () => {
	await env.DB.prepare("update session set reads_only = 1 where person = 'p1' and kind = 'program'").run();
	const answer = await submit("/o/sy/relocation", move, {
		headers: { Authorization: `Bearer ${secretOf("districtStaff", "program")}` },
	});
	expect(answer.status).toBe(404);
});
