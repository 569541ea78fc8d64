import { env } from "cloudflare:workers";
import { beforeEach, expect, test } from "vitest";
import { groupKey } from "../../worker/intakes/members/rules";
import { facts, send, submit } from "../doors";
import { beginWorld, type Who } from "../world";

beforeEach(async () => {
	await beginWorld();
	await env.DB.batch([
		env.DB.prepare(
			"insert into further_field (organisation, id, kind, zh, en, choices, sort, made_from) values ('jx', 'f1', 'text', '特长', 'Skill', '[]', 1, 'x')",
		),
		env.DB.prepare(
			"insert into small_group (organisation, id, name, from_day, made_from) values ('sy', 'g1', '第一组', '2020-01-01', 'x')",
		),
	]);
});

type Line = Record<string, unknown> & { line: number };
const line = (number: number, name: string, more: object = {}): Line => ({
	...{
		line: number,
		name,
		sex: "female",
		birth_year: 1968,
		telephone: `139579${String(number).padStart(5, "0")}`,
	},
	...{ address: "三组", joined_on: "2019-05-01", exact: "month", kind: "ordinary", note: null, ...more },
});
const chunk = (lines: object[], id = "i1", as: Who = "secretary") =>
	send(`/o/sy/intakes/${id}/chunks`, { number: 0, lines }, as);
async function bringIn(lines: object[], id = "i1") {
	const file = {
		what: "members",
		file: "名册.xlsx",
		digest: id,
		lines: lines.length,
		chunks: 1,
		columns: "{}",
	};
	await send("/o/sy/intakes", { ...file, id }, "secretary");
	const answer = await chunk(lines, id);
	expect(answer.status, answer.text).toBe(201);
	await send(`/o/sy/intakes/${id}/finish`, { from: 0 }, "secretary");
	return answer;
}
const undo = (id: string) => send(`/o/sy/intakes/${id}/undo`, { number: 0 }, "secretary");
const groups = async () =>
	(
		await env.DB.prepare(
			"select name, (select count(*) from membership where organisation = 'sy' and small_group = small_group.id) as members from small_group where organisation = 'sy' order by name",
		).all<{ name: string; members: number }>()
	).results.map(({ name, members }) => `${name} ${members}`);
const further = (id: string) =>
	env.DB.prepare("select further from person where id = ?").bind(id).first("further");
const groupOf = (id: string) =>
	env.DB.prepare(
		"select (select name from small_group where id = membership.small_group) as name from membership where organisation = 'sy' and person = ?",
	)
		.bind(id)
		.first("name");

test("A column of groups puts members into those that stand, however it writes them, and makes the others; taken back, nothing of it is left.", async () => {
	const before = await groups();
	await bringIn([
		{ ...line(1, "张桂英", { group: "1组" }), as: "new" },
		{ ...line(2, "李伟", { group: "三组" }), as: "new" },
		{ ...line(3, "陈金花", { group: "第3组" }), as: "new" },
		{ ...line(4, "王建国", { group: null }), as: "new" },
	]);
	expect(await groups()).toEqual(["三组 2", "第一组 1"]);
	// The same request again makes nobody and nothing twice.
	const { text } = await send(
		"/o/sy/intakes/preview",
		{ lines: [line(9, "周秀兰", { group: "五组" })] },
		"secretary",
	);
	expect(JSON.parse(text).groups).toEqual([
		{ place: "sy", name: "第一组" },
		{ place: "sy", name: "三组" },
	]);
	expect((await undo("i1")).status).toBeLessThan(400);
	expect(await groups()).toEqual(before);
	expect(await env.DB.prepare("select count(*) as n from membership").first("n")).toBe(0);
});

test("A known member's blanks, group and further fields, are filled where somebody ticks it: shown before, kept as a change, undone.", async () => {
	await submit(
		"/o/sy/members",
		{
			id: "m1",
			name: "张桂英",
			birth_year: "1968",
			sex: "female",
			telephone: "13957900001",
			joined_on: "2019-05-01",
			kind: "ordinary",
		},
		{ as: "secretary" },
	);
	// She was registered a minute before.
	await env.DB.prepare("update change set at = at - 60").run();
	const told = line(1, "张桂英", { address: null, group: "三组", further: { f1: "唱歌" } });
	const { text } = await send("/o/sy/intakes/preview", { lines: [told] }, "secretary");
	expect(JSON.parse(text).proposals).toMatchObject([
		{
			outcome: "same",
			question: "differs",
			differences: [
				{ field: "group", from: null, to: "三组", fills: true },
				{ field: "further.f1", from: null, to: "唱歌", fills: true },
			],
		},
	]);
	await bringIn([{ ...told, as: "same", member: "m1", take: [] }], "i0");
	expect([await groupOf("m1"), await further("m1")]).toEqual([null, "{}"]);
	await bringIn([{ ...told, as: "same", member: "m1", take: ["group", "further.f1"] }]);
	expect([await groupOf("m1"), await further("m1")]).toEqual(["三组", '{"f1":"唱歌"}']);
	const { changes } = await facts<{ changes: { details: unknown }[] }>(
		"/o/sy/members/m1/changes",
		"secretary",
	);
	expect(JSON.stringify(changes)).toContain("唱歌");
	await undo("i1");
	expect([await groupOf("m1"), await further("m1")]).toEqual([null, "{}"]);
	expect(await groups()).toEqual(["第一组 0"]);
});

test("What contradicts is changed only where it is ticked, and a group that a file changed is the former one again when that is undone.", async () => {
	const known = line(1, "张桂英", { address: null, group: "1组", further: { f1: "唱歌" } });
	await bringIn([{ ...known, as: "new" }]);
	const [{ id }] = (await facts<{ members: { id: string }[] }>("/o/sy/members", "secretary")).members as [
		{ id: string },
	];
	const told = { ...known, group: "三组", further: { f1: "画画" }, as: "same", member: id };
	await bringIn([{ ...told, take: ["group"] }], "i2");
	expect([await groupOf(id), await further(id)]).toEqual(["三组", '{"f1":"唱歌"}']);
	await undo("i2");
	expect(await groupOf(id)).toBe("第一组");
	expect(await groups()).toEqual(["第一组 1"]);
});

test("Nobody fills a field under a name that is none, and a group's name has its measure.", async () => {
	const file = { what: "members", file: "名册.xlsx", digest: "x", lines: 1, chunks: 1, columns: "{}" };
	await send("/o/sy/intakes", { ...file, id: "i1" }, "secretary");
	for (const more of [
		{ take: ["further.f1') --"] },
		{ take: ["further"] },
		{ group: "组".repeat(21) },
		{ group: " " },
	])
		expect((await chunk([{ ...line(1, "张桂英"), as: "new", ...more }])).status).toBe(422);
});

test("A group is known again however it is written.", () => {
	for (const name of ["第三组", "三组", "3组", "３组", "3", "03组", "第 3 组"])
		expect(groupKey(name), name).toBe("3组");
	expect(groupKey("第十二组")).toBe("12组");
	expect(groupKey("二十组")).toBe("20组");
	expect(groupKey("东片")).toBe("东片");
	expect(groupKey("三组")).not.toBe(groupKey("十三组"));
});
