import { env } from "cloudflare:workers";
import { beforeEach, expect, test } from "vitest";
import { facts, submit, visit } from "../doors";
import { today } from "../surveys/cast";
import { beginWorld } from "../world";

beforeEach(beginWorld);

const year = Number(today.slice(0, 4));
const secretary = { as: "secretary" } as const;
const name = "欧阳桂英";
const telephone = "13957908765";

async function done(
	path: string,
	fields: Record<string, string | string[]>,
	as: "secretary" | "neighbour" | null = "secretary",
) {
	const answer = await submit(path, fields, { as });
	if (answer.status !== 303) throw new Error(`${answer.status} at ${path}: ${answer.text.slice(0, 800)}`);
}

const value = <Value>(sql: string) => env.DB.prepare(sql).first<Value>("value");

/** Somebody with a whole life in the books, who left: dues, activities, a post, a household, an import, a joining. */
async function aLife(): Promise<void> {
	await done("/j/sy", { id: "q1", name, telephone, address: "三组", consent: "yes" }, null);
	await done("/o/sy/applications/q1", { outcome: "approved" });
	await done("/o/sy/members", {
		id: "m1",
		name,
		sex: "female",
		birth_year: "1962",
		telephone,
		address: "三组 12 号",
		note: "会裁衣",
		joined_on: `${year - 2}-01-01`,
		kind: "ordinary",
	});
	const other = await value<string>(`select id as value from person where name = '${name}' and id <> 'm1'`);
	const sides = {
		name: "one",
		sex: "one",
		birth_year: "one",
		telephone: "one",
		address: "one",
		note: "one",
		further: "one",
	};
	await done(`/o/sy/duplicates/m1/${other}/joining`, { id: "j1", ...sides });
	await done("/o/sy/members/m1/edit", {
		id: "c1",
		name,
		sex: "female",
		birth_year: "1962",
		telephone,
		address: "四组",
		note: "会裁衣",
		kind: "ordinary",
	});
	await done("/o/sy/dues/rates", { id: "r1", from_day: `${year - 3}-01-01`, amount: "10" });
	await done("/o/sy/dues", { id: "k1", day: today, method: "cash", tick: `m1.${year}` });
	await done("/o/sy/activities", {
		id: "a1",
		kind: "training",
		title: "培训",
		day: `${year}-01-02`,
		heads: "30",
	});
	await done("/o/sy/activities/a1/attendance", { id: "t1", came: ["m1"], before: [] });
	await env.DB.batch([
		env.DB.prepare(
			"insert into household (organisation, id, name, address, contact, from_day, made_from) values ('sy', 'h1', '傅土根', '三组', 'm1', '2024-01-01', 'test')",
		),
		env.DB.prepare(
			"insert into household (organisation, id, name, address, contact, from_day, made_from) values ('sy', 'h2', ?, '四组', 'p5', '2024-01-01', 'test')",
		).bind(name),
		env.DB.prepare(
			"insert into holder (organisation, id, person, post, from_day, to_day) values ('sy', 'hm1', 'm1', 'council-member', '2024-03-01', '2025-03-01')",
		),
		env.DB.prepare(
			"insert into letter values ('sy', 'l1', 'letter', 'hm1', 1, 2024, 'code-of-the-letter', '2024-03-01', 'p3', 'test')",
		),
		env.DB.prepare(
			"insert into session values ('hash', 'id', 'm1', 'device', 'Android', 0, '2024-01-01', '2024-01-01', unixepoch() + 1000)",
		),
		env.DB.prepare(
			"insert into link values ('hash2', 'post', null, 'sy', 'chair', ?, 'p3', unixepoch() + 600)",
		).bind(name),
		env.DB.prepare("insert into change values ('sy', 'h2', 1, 'x1', 'p3', 'made', ?, 'test')").bind(
			JSON.stringify({ name, address: "四组" }),
		),
		env.DB.prepare(
			"insert into transfer values ('sy', 't1', 'm1', 'lf', ?, '2024-01-01', 'p3', 'test')",
		).bind(`${name}搬家了`),
		env.DB.prepare(
			"insert into transfer_end values ('sy', 't1', 'taken-back', '2024-01-02', ?, 'p3', 'test')",
		).bind(`${name}又不搬了`),
		env.DB.prepare(
			"insert into intake (organisation, id, what, file, digest, lines, chunks, columns, day, made_at, made_by, made_from) values ('sy', 'i1', 'members', '名册.xlsx', 'x', 1, 1, '{}', ?, 1, 'p3', 'test')",
		).bind(today),
		env.DB.prepare(
			"insert into intake_chunk (organisation, intake, number, rows, places, counts, day, made_from) values ('sy', 'i1', 1, ?, '[\"sy\"]', '{}', ?, 'test')",
		).bind(
			JSON.stringify([
				[1, "changed", "m1", "sy", { name, telephone }],
				[2, "new", "p5", "sy", { name: "方志明" }],
			]),
			today,
		),
	]);
}

const leave = () => done("/o/sy/members/m1/departure", { id: "d1", day: today, because: "moved" });
const erase = (id = "e1", typed = name) => submit("/o/sy/members/m1/erasure", { id, name: typed }, secretary);

/** Every cell of every table that holds one of these texts, the search index's own pages included. */
async function cellsWith(...texts: string[]): Promise<string[]> {
	const { results: columns } = await env.DB.prepare(
		`select m.name as "table", c.name as column from sqlite_schema m join pragma_table_info(m.name) c
		where m.type = 'table' and m.name not like '\\_cf%' escape '\\' and m.name <> 'd1_migrations'`,
	).all<{ table: string; column: string }>();
	const found: string[] = [];
	for (const text of texts) {
		const hex = [...new TextEncoder().encode(text)]
			.map((byte) => byte.toString(16).padStart(2, "0"))
			.join("")
			.toUpperCase();
		for (let start = 0; start < columns.length; start += 40) {
			const asked = columns.slice(start, start + 40);
			const answers = await env.DB.batch<{ n: number }>(
				asked.map(({ table, column }) =>
					env.DB.prepare(
						`select count(*) as n from "${table}" where instr(hex(cast("${column}" as blob)), ?) > 0`,
					).bind(hex),
				),
			);
			asked.forEach(({ table, column }, index) => {
				if ((answers[index]?.results[0]?.n ?? 0) > 0) found.push(`${table}.${column} ${text}`);
			});
		}
	}
	return found;
}

const figures = async () =>
	(
		await env.DB.batch([
			env.DB.prepare("select * from standing order by organisation, year"),
			env.DB.prepare("select * from membership_days"),
			env.DB.prepare("select * from entry"),
			env.DB.prepare("select * from allocation"),
			env.DB.prepare("select * from attendance"),
			env.DB.prepare("select * from activity"),
			env.DB.prepare("select organisation, person, from_day, to_day, kind, paid from membership"),
		])
	).map(({ results }) => results);

test("clean-up wiped living people; removed ID still in the log (hitobito 3303, 3606): nobody who belongs or serves is erased, and then nothing of them is left anywhere.", async () => {
	await aLife();
	const still = await erase();
	expect(still.status).toBe(422);
	expect(still.text).toContain("请先办退会");
	await leave();
	await env.DB.exec("update holder set to_day = null where id = 'hm1'");
	expect((await erase()).text).toContain("请先结束职务");
	await env.DB.exec("update holder set to_day = '2025-03-01' where id = 'hm1'");
	expect((await cellsWith(name, telephone)).length).toBeGreaterThan(10);

	const preview = await visit("/o/sy/members/m1/erasure", secretary);
	for (const word of ["变动记录", "联系户", "聘书", "导入记录", "合并记录", "登录链接", "以此名登记的户"])
		expect(preview.text).toContain(word);
	const mistyped = await erase("e1", "欧阳桂花");
	expect(mistyped.status).toBe(422);
	expect(mistyped.text).toContain("和登记的姓名不一样");

	const before = await figures();
	const erased = await erase();
	expect(erased.status, erased.text.slice(0, 500)).toBe(303);
	expect(await cellsWith(name, telephone, "会裁衣", "四组", "ouyangguiying", "56780975931")).toEqual([]);
	expect(await figures()).toEqual(before);
	// The other rows of the import, the other household and its history are as they were.
	expect(await value<string>("select rows as value from intake_chunk")).toContain("方志明");
	expect(await value("select name as value from household where id = 'h1'")).toBe("傅土根");
	expect(await value("select count(*) as value from session where person = 'm1'")).toBe(0);
	expect(await value("select count(*) as value from letter where code = 'code-of-the-letter'")).toBe(0);
});

test("An erased person is shown as such in both languages, can't be changed or come back, and isn't found.", async () => {
	await aLife();
	await leave();
	await erase();
	expect((await visit("/o/sy/members/m1", secretary)).text).toContain("已删除的人");
	expect((await visit("/o/sy/members/m1", { ...secretary, language: "en" })).text).toContain("erased person");
	const receipt = await value<string>("select id as value from entry where person = 'm1'");
	expect((await visit(`/o/sy/funds/${receipt}`, secretary)).text).toContain("已删除的人");
	for (const path of ["edit", "return", "erasure", "consent"])
		expect([path, (await visit(`/o/sy/members/m1/${path}`, secretary)).status]).toEqual([path, 404]);
	const found = await facts<{ members: unknown[] }>(
		`/o/sy/members?search=${encodeURIComponent("欧阳")}`,
		"secretary",
	);
	expect(found.members).toEqual([]);
	const undone = await submit("/o/sy/joinings/j1/separation", { id: "u1" }, secretary);
	expect(undone.status).toBe(422);
	expect(undone.text).toContain("分不开了");
});

test("A namesake's household, application and history stay; what was written by hand is shown, not changed.", async () => {
	await aLife();
	await done("/o/sy/members", {
		id: "m9",
		name,
		joined_on: `${year}-01-01`,
		kind: "ordinary",
		birth_year: "1990",
	});
	await done("/o/sy/members/m9/edit", {
		id: "c9",
		name,
		kind: "ordinary",
		birth_year: "1991",
		address: "七组",
	});
	await done("/o/sy/activities", {
		id: "a9",
		kind: "visit",
		title: `走访${name}`,
		day: `${year}-01-03`,
		heads: "3",
	});
	await leave();
	const preview = await visit("/o/sy/members/m1/erasure", secretary);
	expect(preview.text).toContain(`走访${name}`);
	expect((await erase()).status).toBe(303);
	expect(await value("select name as value from person where id = 'm9'")).toBe(name);
	expect(await value("select name as value from household where id = 'h2'")).toBe(name);
	expect(
		await value<string>("select details as value from change where subject = 'm9' and act = 'changed'"),
	).toContain("1991");
	expect(await value("select title as value from activity where id = 'a9'")).toBe(`走访${name}`);
});

test("Twenty copies erase once; the next village's secretary and a council member can't.", async () => {
	await aLife();
	await leave();
	expect((await submit("/o/sy/members/m1/erasure", { id: "e1", name }, { as: "neighbour" })).status).toBe(
		404,
	);
	expect((await submit("/o/sy/members/m1/erasure", { id: "e1", name }, { as: "leader" })).status).toBe(404);
	const copies = await Promise.all(Array.from({ length: 20 }, () => erase()));
	expect(new Set(copies.map(({ status }) => status))).toEqual(new Set([303]));
	expect(await value("select count(*) as value from erasure")).toBe(1);
	expect(await value("select count(*) as value from change where act = 'erased'")).toBe(1);
	expect((await erase("e2")).status).toBe(404);
});

test("Consent comes with an application; withdrawn, it shows what follows, and contact details go from history too.", async () => {
	await done("/j/sy", { id: "q1", name, telephone, address: "三组", consent: "yes" }, null);
	await done("/o/sy/applications/q1", { outcome: "approved" });
	const id = await value<string>(`select id as value from person where name = '${name}'`);
	const page = await visit(`/o/sy/members/${id}/consent`, secretary);
	expect(page.text).toContain("入会申请时");
	expect((await visit(`/o/sy/members/${id}`, secretary)).text).toContain("本人的资料");
	await done(`/o/sy/members/${id}/edit`, {
		id: "c1",
		name,
		telephone,
		address: "四组",
		kind: "ordinary",
		note: "党员",
	});
	const future = await submit(
		`/o/sy/members/${id}/consent`,
		{ id: "w1", what: "withdrawn", day: "2199-01-01", how: "spoken" },
		secretary,
	);
	expect(future.status).toBe(422);
	const noted = await submit(
		`/o/sy/members/${id}/consent`,
		{ id: "w1", what: "withdrawn", day: today, how: "spoken" },
		secretary,
	);
	expect(noted.headers.get("Location")).toBe(`/o/sy/members/${id}/consent`);
	const follows = await visit(`/o/sy/members/${id}/consent`, secretary);
	expect(follows.text).toContain("清空电话和住址");
	expect(follows.text).toContain(`/o/sy/members/${id}/erasure`);
	expect(await value(`select telephone as value from person where id = '${id}'`)).toBe(telephone);
	await done(`/o/sy/members/${id}/consent/contact-emptying`, { id: "x1" });
	expect(await cellsWith(telephone, [...telephone].reverse().join(""), "四组")).toEqual([]);
	expect(await value(`select note as value from person where id = '${id}'`)).toBe("党员");
	const found = await facts<{ members: unknown[] }>(
		`/o/sy/members?search=${encodeURIComponent("欧阳")}`,
		"secretary",
	);
	expect(found.members).toHaveLength(1);
	expect((await visit(`/o/sy/members/${id}/consent`, { as: "neighbour" })).status).toBe(404);
});

test("All that is held about a member is one page, and one file; one's own from “me”, and nobody else's.", async () => {
	await aLife();
	const page = await visit("/o/sy/members/m1/own-data", secretary);
	for (const text of [name, telephone, "培训", "会裁衣", "四组"]) expect(page.text).toContain(text);
	const file = await visit("/o/sy/members/m1/own-data?format=json", secretary);
	expect(file.headers.get("Content-Disposition")).toMatch(/^attachment/);
	const held = JSON.parse(file.text) as Record<string, unknown[]>;
	expect(held.receipts).toMatchObject([{ year, amount: 1000 }]);
	expect(held.attendances).toHaveLength(1);
	expect(held.devices).toEqual([]);
	expect(JSON.stringify(held.changes)).toContain("三组 12 号");
	expect((await visit("/o/sy/members/m1/own-data", { as: "neighbour" })).status).toBe(404);
	expect((await visit("/o/lf/members/m1/own-data", { as: "neighbour" })).status).toBe(404);
	const own = JSON.parse((await visit("/me/own-data?format=json", secretary)).text) as {
		person: { name: string };
		devices: unknown[];
		posts: unknown[];
	};
	expect(own.person.name).toBe("吴美珍");
	expect(own.devices).toHaveLength(2);
	expect(own.posts).toHaveLength(1);
	expect((await visit("/me/own-data")).status).toBe(401);
});
