import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, test } from "vitest";
import { facts, follow, send, submit, visit } from "../doors";
import { beginWorld } from "../world";

beforeEach(beginWorld);

const secretary = { as: "secretary" } as const;
const owner = { as: "owner" } as const;

async function register(id: string, name: string, more: Record<string, string> = {}) {
	const made = await submit(
		"/o/sy/members",
		{ id, name, joined_on: "2020-03-01", kind: "ordinary", ...more },
		secretary,
	);
	expect(made.status, made.text.slice(0, 2000)).toBe(303);
}

/** A minute passes: changes of one second stand in no order. */
const later = () => env.DB.prepare("update change set at = at - 60").run();

async function three() {
	await register("m1", "张桂英");
	await register("m2", "陈金根");
	await register("m3", "楼春燕");
	await later();
}

type MemberFacts = {
	group: { name: string; leader: string | null } | null;
	tags: { zh: string }[];
	further: { zh: string; value: string | number }[];
	changes: { act: string; by: string; told: { field: string; from: string | null; to: string | null }[] }[];
};
const member = (id: string) => facts<MemberFacts>(`/o/sy/members/${id}`, "secretary");

describe("Groups", () => {
	test("The secretary founds a group, puts members in at once, and sets one of them to lead it.", async () => {
		await three();
		expect((await submit("/o/sy/groups", { id: "g1", group: "第一小组" }, secretary)).status).toBe(303);
		const marked = await submit(
			"/o/sy/groups/g1/members",
			{ id: "k1", members: ["m1", "m2"], before: [] },
			secretary,
		);
		expect(marked.status).toBe(303);
		expect((await follow(marked, secretary)).text).toContain("陈金根");
		const led = await submit("/o/sy/groups/g1/leader", { id: "l1", leader: "m2" }, secretary);
		expect(led.status).toBe(303);
		expect((await member("m1")).group).toMatchObject({ name: "第一小组", leader: "陈金根" });
		const list = await facts<{ groups: object[]; without: number }>("/o/sy/groups", "secretary");
		expect(list).toMatchObject({ groups: [{ name: "第一小组", leader: "陈金根", members: 2 }], without: 1 });
		// Nobody outside the group can be made to lead it, and the next village hears nothing of it.
		expect((await submit("/o/sy/groups/g1/leader", { id: "l2", leader: "m3" }, secretary)).status).toBe(422);
		expect((await visit("/o/sy/groups/g1", { as: "neighbour" })).status).toBe(404);
		expect((await visit("/o/lf/groups/g1", { as: "neighbour" })).status).toBe(404);
	});

	test("A new leader ends the former one's post; a dissolved group leaves its members in none.", async () => {
		await three();
		await submit("/o/sy/groups", { id: "g1", group: "第一小组" }, secretary);
		await submit("/o/sy/groups/g1/members", { id: "k1", members: ["m1", "m2"], before: [] }, secretary);
		await submit("/o/sy/groups/g1/leader", { id: "l1", leader: "m2" }, secretary);
		await submit("/o/sy/groups/g1/leader", { id: "l2", leader: "m1" }, secretary);
		const leaders = () =>
			env.DB.prepare("select person from holder where part = 'g1' and to_day is null").all();
		expect((await leaders()).results).toEqual([{ person: "m1" }]);
		await later();
		expect((await submit("/o/sy/groups/g1/dissolution", { id: "e1" }, secretary)).status).toBe(303);
		expect((await leaders()).results).toEqual([]);
		expect((await member("m1")).group).toBeNull();
		expect((await visit("/o/sy/groups/g1", secretary)).status).toBe(404);
		const [latest] = (await member("m1")).changes;
		expect(latest).toMatchObject({ act: "grouped", told: [{ field: "group", from: "第一小组", to: null }] });
	});

	test("The register is narrowed down to a group, page by page, and to those in none.", async () => {
		await three();
		await submit("/o/sy/groups", { id: "g1", group: "第一小组" }, secretary);
		await submit("/o/sy/groups/g1/members", { id: "k1", members: ["m1", "m3"], before: [] }, secretary);
		const names = async (group: string) =>
			(await facts<{ members: { name: string }[] }>(`/o/sy/members?group=${group}`, "secretary")).members.map(
				({ name }) => name,
			);
		expect(await names("g1")).toEqual(["楼春燕", "张桂英"]);
		expect(await names("none")).toEqual(["陈金根"]);
		expect((await visit("/o/sy/members?group=g1&format=csv", secretary)).text).toContain("第一小组");
	});

	test("A village without groups reads of none in its register and its form.", async () => {
		await three();
		expect((await visit("/o/sy/members/new", secretary)).text).not.toContain("小组");
		expect((await visit("/o/sy/members", secretary)).text).not.toContain("没有分组的");
	});

	test("One member is put into another group on their form; a group that isn't there is refused.", async () => {
		await three();
		await submit("/o/sy/groups", { id: "g1", group: "第一小组" }, secretary);
		await submit("/o/sy/groups", { id: "g2", group: "第二小组" }, secretary);
		const edit = (id: string, group: string) =>
			submit("/o/sy/members/m1/edit", { id, name: "张桂英", kind: "ordinary", group }, secretary);
		expect((await edit("c1", "g1")).status).toBe(303);
		await later();
		expect((await edit("c2", "g2")).status).toBe(303);
		expect((await edit("c3", "g9")).status).toBe(422);
		expect((await member("m1")).changes[0]).toMatchObject({
			act: "changed",
			by: "吴美珍",
			told: [{ field: "group", from: "第一小组", to: "第二小组" }],
		});
	});
});

describe("Tags", () => {
	const tag = (id: string, zh: string, en: string, kind = "volunteer") =>
		submit("/o/jx/tags", { id, kind, zh, en }, owner);

	test("The root defines tags, a village marks its members, and finds and counts them by tag.", async () => {
		await three();
		expect((await tag("t1", "入户宣传", "Home visits")).status).toBe(303);
		expect(
			(await submit("/o/sy/tags", { id: "t2", kind: "skill", zh: "算账", en: "Accounts" }, secretary)).status,
		).toBe(404);
		const marked = await submit(
			"/o/sy/tags/t1/members",
			{ id: "k1", members: ["m1", "m3"], before: "" },
			secretary,
		);
		expect(marked.status).toBe(303);
		const { tags } = await facts<{ tags: { members: number }[] }>("/o/sy/tags", "secretary");
		expect(tags).toMatchObject([{ zh: "入户宣传", members: 2 }]);
		const { members } = await facts<{ members: { id: string }[] }>("/o/sy/members?tag=t1", "secretary");
		expect(members.map(({ id }) => id)).toEqual(["m3", "m1"]);
		await later();
		await submit("/o/sy/tags/t1/members", { id: "k2", members: ["m3"], before: ["m1", "m3"] }, secretary);
		expect((await member("m1")).tags).toEqual([]);
		expect((await member("m1")).changes[0]).toMatchObject({
			act: "tagged",
			told: [{ field: "tags", from: "t1", to: null }],
		});
		expect((await visit("/o/sy/members/m1", secretary)).text).toContain("去掉“入户宣传”");
		expect((await visit("/o/sy/tags/t1/members", { as: "neighbour" })).status).toBe(404);
	});

	test("On the form a tag is ticked and unticked; what a body doesn't mention stays.", async () => {
		await register("m1", "张桂英");
		await tag("t1", "算账", "Accounts", "skill");
		const edit = (id: string, more: Record<string, string | string[]>) =>
			submit("/o/sy/members/m1/edit", { id, name: "张桂英", kind: "ordinary", ...more }, secretary);
		await edit("c1", { tags: ["", "t1"] });
		expect((await member("m1")).tags).toMatchObject([{ zh: "算账" }]);
		await edit("c2", { address: "三组" });
		expect((await member("m1")).tags).toHaveLength(1);
		await edit("c3", { tags: "" });
		expect((await member("m1")).tags).toEqual([]);
		expect((await edit("c4", { tags: "nosuch" })).status).toBe(422);
	});

	test("What a volunteer does may be named; what somebody is never held for may not.", async () => {
		expect((await tag("t1", "健康宣传", "Health publicity")).status).toBe(303);
		const refused = await tag("t2", "残疾", "Disabled");
		expect(refused.status).toBe(422);
		expect(refused.text).toContain("健康、疾病、残疾的情况，会家一律不记");
	});
});

describe("Further fields", () => {
	const define = (id: string, kind: string, zh: string, en: string, choices = "") =>
		submit("/o/jx/fields", { id, kind, zh, en, choices }, owner);

	async function four() {
		await define("f1", "text", "单位", "Employer");
		await define("f2", "number", "会龄", "Years");
		await define("f3", "day", "培训日", "Trained on");
		await define("f4", "choice", "文化程度", "Schooling", "小学\n初中\n高中");
	}

	test("The root defines four kinds of fields; they stand in the form, on the page, in the list and its file.", async () => {
		await four();
		expect((await visit("/o/sy/members/new", secretary)).text).toContain("文化程度");
		await register("m1", "张桂英", {
			"further.f1": "青桥小学",
			"further.f2": "１２.5",
			"further.f3": "2026年3月8日",
			"further.f4": "初中",
		});
		const { further } = await member("m1");
		expect(further.map(({ zh, value }) => [zh, value])).toEqual([
			["单位", "青桥小学"],
			["会龄", 12.5],
			["培训日", "2026-03-08"],
			["文化程度", "初中"],
		]);
		const file = await visit("/o/sy/members?format=csv", secretary);
		expect(file.text).toContain("单位,会龄,培训日,文化程度");
		expect(file.text).toContain("青桥小学,12.5,2026-03-08,初中");
		expect((await visit("/o/lf/members/m1", { as: "neighbour" })).status).toBe(404);
	});

	test("A value that doesn't fit its field comes back at the field, with what was typed.", async () => {
		await four();
		await register("m1", "张桂英");
		const wrong = await submit(
			"/o/sy/members/m1/edit",
			{
				...{ id: "c1", name: "张桂英", kind: "ordinary" },
				...{ "further.f2": "很久", "further.f3": "2026-02-30", "further.f4": "博士" },
			},
			secretary,
		);
		expect(wrong.status).toBe(422);
		expect(wrong.text).toContain("这里要填数字");
		expect(wrong.text).toContain('value="很久"');
		const program = await send(
			"/o/sy/members/m1/edit",
			{ id: "c2", name: "张桂英", kind: "ordinary", further: { f2: 3, f1: "330702196203121234" } },
			"secretary",
		);
		expect(JSON.parse(program.text)).toMatchObject({ mistakes: { "further.f1": "identity-number" } });
	});

	test("At most ten are in use; one out of use makes room, and what was noted stays.", async () => {
		for (let index = 0; index < 10; index++)
			expect((await define(`f${index}`, "text", `项目${index}`, `Field ${index}`)).status).toBe(303);
		await register("m1", "张桂英", { "further.f3": "有" });
		expect((await define("f11", "text", "第十一", "Eleventh")).status).toBe(422);
		const ended = await submit(
			"/o/jx/fields/f3/edit",
			{ id: "e1", zh: "项目3", en: "Field 3", choices: "", ended: "on" },
			owner,
		);
		expect(ended.status).toBe(303);
		expect((await define("f12", "text", "第十一", "Eleventh")).status).toBe(303);
		expect((await member("m1")).further).toMatchObject([{ zh: "项目3", value: "有" }]);
		expect((await visit("/o/sy/members/m1/edit", secretary)).text).not.toContain("项目3");
		const back = await submit(
			"/o/jx/fields/f3/edit",
			{ id: "e2", zh: "项目3", en: "Field 3", choices: "" },
			owner,
		);
		expect(back.status).toBe(422);
	});

	test("A field for what is never held is refused with a plain reason, whoever asks.", async () => {
		const refused = await define("f1", "text", "身份证号", "Number");
		expect(refused.status).toBe(422);
		expect(refused.text).toContain("身份证号和证件号，会家一律不记，不能设这一项。");
		expect((await define("f2", "choice", "情况", "Situation", "已婚\n怀孕")).status).toBe(422);
		expect((await define("f3", "text", "备忘", "Children's names")).status).toBe(422);
		expect(await env.DB.prepare("select count(*) as n from further_field").first("n")).toBe(0);
	});
});

test("changes missing from history (Admidio 1533): every change says who, when, from what, to what", async () => {
	await submit("/o/jx/fields", { id: "f1", kind: "text", zh: "单位", en: "Employer", choices: "" }, owner);
	await submit("/o/jx/tags", { id: "t1", kind: "skill", zh: "算账", en: "Accounts" }, owner);
	await register("m1", "张桂英", { telephone: "13957901234" });
	await submit("/o/sy/groups", { id: "g1", group: "第一小组" }, secretary);
	await later();
	await submit(
		"/o/sy/members/m1/edit",
		{
			...{ id: "c1", name: "章桂英", kind: "honorary", telephone: "13800005678", group: "g1", tags: "t1" },
			"further.f1": "青桥小学",
		},
		secretary,
	);
	await later();
	await submit("/o/sy/members/m1/departure", { id: "d1", day: "2026-02-01", because: "moved" }, secretary);
	await env.DB.prepare(
		"insert into change values ('sy', 'm1', unixepoch() + 5, 'x1', null, 'of-a-later-room', ?, 'x')",
	)
		.bind(JSON.stringify({ from: { name: "甲", hidden: { deep: 1 } }, to: { name: "乙" } }))
		.run();
	const { changes } = await facts<MemberFacts>("/o/sy/members/m1/changes", "secretary");
	expect(changes.map(({ act }) => act)).toEqual(["of-a-later-room", "departed", "changed", "registered"]);
	expect(changes[2]).toMatchObject({ by: "吴美珍" });
	expect(changes[2]?.told).toEqual([
		{ field: "name", from: "张桂英", to: "章桂英" },
		{ field: "telephone", from: "13957901234", to: "13800005678" },
		{ field: "further.f1", from: null, to: "青桥小学" },
		{ field: "kind", from: "ordinary", to: "honorary" },
		{ field: "group", from: null, to: "第一小组" },
		{ field: "tags", from: null, to: "t1" },
	]);
	const page = (await visit("/o/sy/members/m1/changes", secretary)).text;
	for (const words of [
		"手机号 由“13957901234”改为“13800005678”",
		"会员类别 由“普通会员”改为“名誉会员（免会费）”",
		"志愿者和特长 “算账”",
		"单位 “青桥小学”",
		"原因 “迁出”",
		// An act of a room that hasn't given its word yet is still told, with what is known.
		"登记有变动",
		"姓名 由“甲”改为“乙”",
	])
		expect(page).toContain(words);
	const english = (await visit("/o/sy/members/m1/changes", { ...secretary, language: "en" })).text;
	expect(english).toContain("Telephone “13957901234” became “13800005678”");
	expect((await visit("/o/sy/members/m1/changes", { as: "neighbour" })).status).toBe(404);
});

test("A long history is read page by page without a gap.", async () => {
	await register("m1", "张桂英");
	const changes = Array.from({ length: 70 }, (_, index) => ({
		id: `z${index}`,
		at: 1000 + Math.floor(index / 3),
	}));
	await env.DB.prepare(
		"insert into change select 'sy', 'm1', value ->> 'at', value ->> 'id', 'p3', 'changed', '{}', 'x' from json_each(?)",
	)
		.bind(JSON.stringify(changes))
		.run();
	const seen: string[] = [];
	let path: string | null = "/o/sy/members/m1/changes";
	while (path) {
		const page: { changes: { id: string }[]; next: string | null } = await facts(path, "secretary");
		seen.push(...page.changes.map(({ id }) => id));
		path = page.next && `/o/sy/members/m1/changes?after=${page.next}`;
	}
	expect(new Set(seen).size).toBe(71);
	expect(seen).toHaveLength(71);
	expect((await visit("/o/sy/members/m1", secretary)).text).toContain("/o/sy/members/m1/changes");
});
