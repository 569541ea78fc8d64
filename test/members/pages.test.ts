import { env } from "cloudflare:workers";
import { beforeEach, expect, test } from "vitest";
import { facts, follow, send, submit, visit } from "../doors";
import { beginWorld } from "../world";

beforeEach(beginWorld);

const zhang = {
	id: "m1",
	name: "张桂英",
	sex: "female",
	birth_year: "1962",
	telephone: "13957901234",
	joined_on: "2019-03-12",
	kind: "ordinary",
};

test("The secretary of one village registers a member and sees her, the next village's secretary does not.", async () => {
	const made = await submit("/o/sy/members", zhang, { as: "secretary" });
	expect(made.status).toBe(303);
	const page = await follow(made, { as: "secretary" });
	expect(page.text).toContain("张桂英");
	expect((await visit("/o/sy/members", { as: "secretary" })).text).toContain("张桂英");
	expect((await visit("/o/sy/members/m1", { as: "neighbour" })).status).toBe(404);
	expect((await visit("/o/lf/members/m1", { as: "neighbour" })).status).toBe(404);
	expect((await visit("/o/qq/members", { as: "townshipStaff" })).text).toContain("张桂英");
});

test("Registering takes one look at what is offered, one batch and at most nine rows written.", async () => {
	const made = await submit("/o/sy/members", zhang, { as: "secretary" });
	expect(made.cost.trips).toBeLessThanOrEqual(3);
	expect(made.cost.rowsWritten).toBeLessThanOrEqual(9);
});

test("The same form twice registers once; the same id with another body is offered as new.", async () => {
	const copies = await Promise.all(
		Array.from({ length: 20 }, () => submit("/o/sy/members", zhang, { as: "secretary" })),
	);
	expect(copies.map(({ status }) => status)).toEqual(Array(20).fill(303));
	const other = await submit("/o/sy/members", { ...zhang, name: "张桂花" }, { as: "secretary" });
	expect(other.status).toBe(409);
	expect(other.text).toContain("张桂花");
	expect(other.text).not.toContain('name="id" value="m1"');
	const { results } = await env.DB.prepare("select name from person where id = 'm1'").all();
	expect(results).toEqual([{ name: "张桂英" }]);
	const changes = await env.DB.prepare("select count(*) as n from change").first("n");
	expect(changes).toBe(1);
});

test("A member is found by part of the name, initials, pinyin and the telephone's tail, within reach only.", async () => {
	await submit("/o/sy/members", zhang, { as: "secretary" });
	await submit(
		"/o/lf/members",
		{ ...zhang, id: "m2", name: "单桂英", telephone: "13800005678" },
		{ as: "neighbour" },
	);
	const found = async (typed: string, as: "secretary" | "townshipStaff", at: string) =>
		(
			await facts<{ members: { name: string }[] }>(`/o/${at}/members?search=${encodeURIComponent(typed)}`, as)
		).members
			.map(({ name }) => name)
			.sort();
	for (const typed of ["张", "桂英", "英", "zgy", "gy", "zhangg", "guiying", "1234", "01234"]) {
		expect(await found(typed, "secretary", "sy"), typed).toEqual(["张桂英"]);
	}
	expect(await found("桂英", "townshipStaff", "qq")).toEqual(["单桂英", "张桂英"]);
	expect(await found("sgy", "townshipStaff", "qq")).toEqual(["单桂英"]);
	expect(await found("5678", "secretary", "sy")).toEqual([]);
});

test("A changed name is found by the new one and no longer by the old.", async () => {
	await submit("/o/sy/members", zhang, { as: "secretary" });
	const changed = await submit(
		"/o/sy/members/m1/edit",
		{ ...zhang, id: "c1", name: "章桂英" },
		{ as: "secretary" },
	);
	expect(changed.status).toBe(303);
	const found = await facts<{ members: unknown[] }>("/o/sy/members?search=%E5%BC%A0", "secretary");
	expect(found.members).toHaveLength(0);
	expect((await visit("/o/sy/members/m1", { as: "secretary" })).text).toContain("改了登记");
});

test("A member leaves and comes back: two periods, and the standing counts both.", async () => {
	await submit("/o/sy/members", zhang, { as: "secretary" });
	await submit(
		"/o/sy/members/m1/departure",
		{ id: "d1", day: "2026-02-01", because: "moved" },
		{ as: "secretary" },
	);
	const standing = () =>
		env.DB.prepare(
			"select members, departed, joined from standing where organisation = 'sy' and year = 2026",
		).first();
	expect(await standing()).toEqual({ members: 0, departed: 1, joined: 0 });
	const early = await submit(
		"/o/sy/members/m1/return",
		{ id: "r1", day: "2026-01-01", kind: "ordinary" },
		{ as: "secretary" },
	);
	expect(early.status).toBe(422);
	await submit(
		"/o/sy/members/m1/return",
		{ id: "r1", day: "2026-05-01", kind: "ordinary" },
		{ as: "secretary" },
	);
	expect(await standing()).toEqual({ members: 1, departed: 1, joined: 1 });
	const page = await facts<{ periods: unknown[] }>("/o/sy/members/m1", "secretary");
	expect(page.periods).toHaveLength(2);
});

test("What is wrong comes back at its field with the typing kept, and nothing is stored.", async () => {
	const wrong = await submit(
		"/o/sy/members",
		{
			...zhang,
			name: " ",
			telephone: "1395790214",
			birth_year: "abc",
			joined_on: "2026-13-02",
			note: "330702196203121234",
			kind: "king",
		},
		{ as: "secretary" },
	);
	expect(wrong.status).toBe(422);
	expect(wrong.text).toContain("手机号有 11 位数字，这里有 10 位。");
	expect(wrong.text).toContain("身份证号");
	expect(wrong.text).toContain('value="2026-13-02"');
	const program = await send("/o/sy/members", { ...zhang, name: "" }, "secretary");
	expect(program.status).toBe(422);
	expect(JSON.parse(program.text)).toMatchObject({ mistakes: { name: "required" } });
	expect(await env.DB.prepare("select count(*) as n from membership").first("n")).toBe(0);
});

test("A page of the register costs two trips, sixty rows and two more for each row shown, and its pages join without a gap.", async () => {
	const names = Array.from({ length: 150 }, (_, index) => ({
		id: `x${index}`,
		name: `王${String.fromCharCode(0x4e00 + index * 7)}`,
	}));
	await env.DB.batch([
		env.DB.prepare(
			"insert into person (id, name, made_from) select value ->> 'id', value ->> 'name', 'x' from json_each(?)",
		).bind(JSON.stringify(names)),
		env.DB.prepare(
			"insert into membership (organisation, person, from_day, kind, sort) select case when rowid % 2 then 'sy' else 'lf' end, value ->> 'id', '2020-01-01', 'ordinary', value ->> 'name' from (select key as rowid, value from json_each(?))",
		).bind(JSON.stringify(names)),
	]);
	const seen: string[] = [];
	let path: string | null = "/o/qq/members";
	while (path) {
		const page = await visit(path, { as: "townshipStaff", headers: { Accept: "application/json" } });
		const { members, next } = JSON.parse(page.text) as { members: { id: string }[]; next: string | null };
		expect(page.cost.trips).toBe(2);
		expect(page.cost.rowsRead).toBeLessThanOrEqual(60 + 2 * members.length);
		seen.push(...members.map(({ id }) => id));
		path = next && `/o/qq/members?after=${encodeURIComponent(next)}`;
	}
	expect(seen).toHaveLength(150);
	expect(new Set(seen).size).toBe(150);
});

test("The register as a file is safe to open in a spreadsheet.", async () => {
	await submit("/o/sy/members", { ...zhang, name: "=HYPERLINK(1)" }, { as: "secretary" });
	const file = await visit("/o/sy/members?format=csv", { as: "secretary" });
	expect(file.headers.get("Content-Type")).toContain("text/csv");
	expect(file.text).toContain("'=HYPERLINK(1)");
});

test("Of two who note a departure the first stands, and nobody belongs twice at once.", async () => {
	await submit("/o/sy/members", zhang, { as: "secretary" });
	const leave = (id: string, day: string) =>
		submit("/o/sy/members/m1/departure", { id, day, because: "moved" }, { as: "secretary" });
	await Promise.all([leave("d1", "2026-02-01"), leave("d2", "2026-03-01")]);
	expect(await env.DB.prepare("select count(*) as n from change where act = 'departed'").first("n")).toBe(1);
	expect((await leave("d1", "2026-04-01")).status).toBe(409);
	const back = (id: string, day: string) =>
		submit("/o/sy/members/m1/return", { id, day, kind: "ordinary" }, { as: "secretary" });
	await Promise.all([back("r1", "2026-05-01"), back("r2", "2026-06-01")]);
	expect(await env.DB.prepare("select count(*) as n from membership where to_day is null").first("n")).toBe(
		1,
	);
	const found = await facts<{ members: { toDay: string | null }[] }>("/o/sy/members?search=zgy", "secretary");
	expect(found.members).toMatchObject([{ toDay: null }]);
});

test("Nobody joins on a day that is still to come.", async () => {
	const early = await submit("/o/sy/members", { ...zhang, joined_on: "2062-01-01" }, { as: "secretary" });
	expect(early.status).toBe(422);
	expect(early.text).toContain("这一天还没到");
});

test("A name made to look like another village's word is not found from there.", async () => {
	await submit("/o/lf/members", { ...zhang, id: "m3", name: "Q\u{1e900}osy" }, { as: "neighbour" });
	const found = await facts<{ members: unknown[] }>("/o/sy/members?search=Q", "secretary");
	expect(found.members).toEqual([]);
});

test("Broken characters are mended, and a name of nothing to be seen is none.", async () => {
	expect((await send("/o/sy/members", { ...zhang, name: "坏\ud800字" }, "secretary")).status).toBe(201);
	expect(
		(await send("/o/sy/members", { ...zhang, id: "m4", name: "\u3164\u200f" }, "secretary")).status,
	).toBe(422);
});
