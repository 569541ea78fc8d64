import { env } from "cloudflare:workers";
import fc from "fast-check";
import { beforeEach, describe, expect, test } from "vitest";
import { personColumns, rewritten } from "../../worker/people/keyed";
import { facts, follow, submit, visit } from "../doors";
import { today } from "../surveys/cast";
import { beginWorld } from "../world";

beforeEach(beginWorld);

const year = Number(today.slice(0, 4));
const secretary = { as: "secretary" } as const;
const township = { as: "townshipStaff" } as const;
const sides = {
	name: "one",
	sex: "one",
	birth_year: "one",
	telephone: "one",
	address: "one",
	note: "one",
	further: "one",
};

async function done(
	path: string,
	fields: Record<string, string | string[]>,
	as: "secretary" | "neighbour" | "townshipStaff" = "secretary",
) {
	const answer = await submit(path, fields, { as });
	if (answer.status !== 303) throw new Error(`${answer.status} at ${path}: ${answer.text.slice(0, 800)}`);
	return answer;
}

const register = (at: "sy" | "lf", id: string, fields: Record<string, string> = {}) =>
	done(
		`/o/${at}/members`,
		{ id, name: "张桂英", joined_on: `${year - 3}-03-01`, kind: "ordinary", ...fields },
		at === "sy" ? "secretary" : "neighbour",
	);

/** Every row of every table but those that tell of the joining itself. */
async function everything(): Promise<Record<string, unknown[]>> {
	const { results } = await env.DB.prepare(
		"select name from sqlite_master where type = 'table' and name not like '\\_cf%' escape '\\' and name not like 'seek\\_%' escape '\\' and name not in ('joining', 'separation', 'd1_migrations', 'sqlite_sequence')",
	).all<{ name: string }>();
	const rows = await env.DB.batch(
		results.map(({ name }) =>
			env.DB.prepare(
				name === "change"
					? "select * from change where act not in ('joined', 'separated')"
					: name === "seek"
						? "select organisation, person, rowid > 0 as found from seek order by organisation, person"
						: `select * from "${name}"`,
			),
		),
	);
	return Object.fromEntries(results.map(({ name }, index) => [name, rows[index]?.results ?? []]));
}

/** Two records of one person in two villages, with dues, activities, a household and posts. */
async function twoRecords(): Promise<void> {
	await register("sy", "m1", { telephone: "13957901234", birth_year: "1962", sex: "female" });
	await register("sy", "m2", { joined_on: `${year - 1}-05-01`, address: "三组", birth_year: "1963" });
	await done("/o/sy/dues/rates", { id: "r1", from_day: `${year - 3}-01-01`, amount: "10" });
	await done("/o/sy/dues", { id: "k1", day: today, method: "cash", tick: [`m1.${year - 2}`, `m2.${year}`] });
	for (const [id, came] of [
		["a1", ["m1", "m2"]],
		["a2", ["m2"]],
		["a3", ["m1"]],
	] as const) {
		await done("/o/sy/activities", {
			id,
			kind: "training",
			title: "培训",
			day: `${year}-01-02`,
			heads: "30",
		});
		await done(`/o/sy/activities/${id}/attendance`, { id: `t${id}`, came: [...came], before: [] });
	}
	await env.DB.batch([
		env.DB.prepare(
			"insert into household values ('sy', 'h1', '傅土根', '三组', 'm2', '2024-01-01', null, 'test')",
		),
		env.DB.prepare(
			"insert into consent values ('sy', 'm2', 'c1', 'given', '2024-01-01', 'paper', 'p3', 'test')",
		),
		env.DB.prepare("insert into transfer values ('sy', 't1', 'm2', 'lf', null, '2024-01-01', 'p3', 'test')"),
		env.DB.prepare(
			"insert into transfer_end values ('sy', 't1', 'taken-back', '2024-01-02', null, 'p3', 'test')",
		),
		env.DB.prepare(
			"insert into holder (organisation, id, person, post, from_day) values ('sy', 'hm2', 'm2', 'group-leader', '2024-03-01')",
		),
	]);
}

const join = (id = "j1", fields: Record<string, string> = {}) =>
	submit("/o/sy/duplicates/m1/m2/joining", { id, ...sides, ...fields }, secretary);

const value = <Value>(sql: string) => env.DB.prepare(sql).first<Value>("value");

test("Two records of one village are proposed, with reasons; the next village's secretary never hears of them.", async () => {
	await twoRecords();
	const proposed = await facts<{
		pairs: { one: { id: string }; other: { id: string }; reasons: string[]; strength: string }[];
	}>("/o/sy/duplicates", "secretary");
	expect(proposed.pairs).toMatchObject([{ strength: "perhaps", reasons: ["same-name", "near-year"] }]);
	expect((await visit("/o/sy/duplicates", { as: "neighbour" })).status).toBe(404);
	expect((await visit("/o/sy/duplicates", { as: "leader" })).status).toBe(404);
	expect((await visit("/o/lf/duplicates/m1/m2", { as: "neighbour" })).status).toBe(404);
	const page = await visit("/o/sy/duplicates/m1/m2", secretary);
	expect(page.text).toContain("13957901234");
	expect(page.text).toContain("三组");
	expect((await visit("/o/sy/duplicates?format=csv", secretary)).text).toContain("同名");
});

test("A township compares all below it; where they are too many, those below are walked through one by one.", async () => {
	await register("sy", "m1", { telephone: "13957901234" });
	await register("lf", "m2", { telephone: "13957901234" });
	type Facts = { pairs: unknown[]; tooMany: boolean; below: { id: string }[] };
	await visit("/o/qq", township);
	expect(await facts<Facts>("/o/qq/duplicates", "townshipStaff")).toMatchObject({
		pairs: [{}],
		tooMany: false,
	});
	await env.DB.exec("update board set members = 5001 where parent = 'qq' and organisation = 'qq'");
	const walked = await facts<Facts>("/o/qq/duplicates", "townshipStaff");
	expect(walked).toMatchObject({ pairs: [], tooMany: true });
	expect(walked.below.map(({ id }) => id).sort()).toEqual(["lf", "sy"]);
	expect((await visit("/o/qq/duplicates", township)).text).toContain("/o/sy/duplicates");
});

test("“Not the same” is kept, here and above, and proposed no more.", async () => {
	await twoRecords();
	await register("lf", "m3", { telephone: "13957901234" });
	const pairs = async (at: string, as: "secretary" | "townshipStaff") =>
		(
			await facts<{ pairs: { one: { id: string }; other: { id: string } }[] }>(`/o/${at}/duplicates`, as)
		).pairs
			.map(({ one, other }) => [one.id, other.id].sort().join(" "))
			.sort();
	expect(await pairs("sy", "secretary")).toEqual(["m1 m2"]);
	expect(await pairs("qq", "townshipStaff")).toEqual(["m1 m3"]);
	await done("/o/sy/duplicates/m2/m1/distinction", { id: "d1" });
	expect(await pairs("sy", "secretary")).toEqual([]);
	await done("/o/qq/duplicates/m1/m3/distinction", { id: "d2" }, "townshipStaff");
	expect(await pairs("qq", "townshipStaff")).toEqual([]);
	expect((await submit("/o/sy/duplicates/m1/m3/distinction", { id: "d3" }, secretary)).status).toBe(404);
});

test("same names taken for the same person at import (hitobito 10, 238; Dolibarr 28914), merge later: joined, everything is one person's, and counted once.", async () => {
	await twoRecords();
	const made = await join("j1", { address: "other" });
	expect(made.status, made.text).toBe(303);
	expect(made.cost.queries).toBeLessThanOrEqual(50);
	expect((await follow(made, secretary)).text).toContain("两份登记合成一份");
	const { results } = await env.DB.prepare(
		"select id, address, birth_year, same_as from person where id in ('m1', 'm2') order by id",
	).all();
	// m2 holds a post, so hers is the record that goes on.
	expect(results).toEqual([
		{ id: "m1", address: null, birth_year: 1962, same_as: "m2" },
		{ id: "m2", address: "三组", birth_year: 1962, same_as: null },
	]);
	const membership = await env.DB.prepare(
		"select person, from_day, to_day, paid from membership where organisation = 'sy'",
	).all();
	expect(membership.results).toEqual([
		{
			person: "m2",
			from_day: `${year - 3}-03-01`,
			to_day: null,
			paid: JSON.stringify({ [year - 2]: 1, [year]: 2 }),
		},
	]);
	expect(
		await value("select members as value from standing where organisation = 'sy' order by year desc limit 1"),
	).toBe(1);
	expect(await value("select group_concat(json_array_length(came)) as value from activity")).toBe("1,1,1");
	expect(await value("select count(*) as value from attendance")).toBe(3);
	const page = await visit("/o/sy/members/m2", secretary);
	expect(page.text).toContain("已缴 2 年");
	expect((await visit("/o/sy/members/m1", secretary)).status).toBe(404);
	// The receipt was made out to m1 and can't be changed; it still knows its year, and can still be reversed.
	const receipt = await value<string>("select id as value from entry where person = 'm1'");
	const shown = await facts<{ entry: { payer: string; years: unknown[] } }>(
		`/o/sy/funds/${receipt}`,
		"secretary",
	);
	expect(JSON.stringify(shown)).toContain(String(year - 2));
	const paid = await facts<{ members: { id: string }[] }>("/o/sy/members?search=1", "secretary");
	expect(paid.members.map(({ id }) => id)).toContain("m2");
	await done(`/o/sy/funds/${receipt}/reversal`, { id: "v1", reason: "记错了" });
	expect(await value("select paid as value from membership where person = 'm2'")).toBe(
		JSON.stringify({ [year]: 2 }),
	);
});

test("same names taken for the same person at import (hitobito 10, 238; Dolibarr 28914), reversible: a joining undone puts every table back as it was.", async () => {
	await twoRecords();
	await done("/o/lf/members", { id: "m9", name: "张桂英", joined_on: today, kind: "ordinary" }, "neighbour");
	await done("/o/sy/duplicates/m1/m2/distinction", { id: "d1" });
	const before = await everything();
	await join("j1", { name: "one", address: "other", telephone: "other" });
	expect(await everything()).not.toEqual(before);
	const apart = await submit("/o/sy/joinings/j1/separation", { id: "u1" }, secretary);
	expect(apart.status, apart.text).toBe(303);
	expect(apart.cost.queries).toBeLessThanOrEqual(50);
	const after = await everything();
	for (const table of Object.keys(before)) expect(after[table], table).toEqual(before[table]);
	// They can be joined again, and that undone again.
	expect((await join("j2")).status).toBe(303);
	expect((await submit("/o/sy/joinings/j2/separation", { id: "u2" }, secretary)).status).toBe(303);
	expect((await everything()).membership).toEqual(before.membership);
});

test("What was entered since stays with the one who was kept; a membership changed since can't be put back.", async () => {
	await twoRecords();
	await join();
	await done("/o/sy/dues", { id: "k2", day: today, method: "cash", tick: [`m2.${year - 1}`] });
	await done("/o/sy/members/m2/edit", {
		id: "c1",
		name: "张桂英",
		kind: "ordinary",
		telephone: "13900000000",
		birth_year: "1962",
		sex: "female",
	});
	await done("/o/sy/joinings/j1/separation", { id: "u1" });
	const { results } = await env.DB.prepare(
		"select id, telephone, birth_year from person where id in ('m1', 'm2') order by id",
	).all();
	expect(results).toEqual([
		{ id: "m1", telephone: "13957901234", birth_year: 1962 },
		{ id: "m2", telephone: "13900000000", birth_year: 1963 },
	]);
	expect(await value("select paid as value from membership where person = 'm2'")).toBe(
		JSON.stringify({ [year - 1]: 3, [year]: 2 }),
	);
	expect(await value("select paid as value from membership where person = 'm1'")).toBe(
		JSON.stringify({ [year - 2]: 1 }),
	);

	await join("j2");
	await done("/o/sy/members/m2/departure", { id: "x1", day: today, because: "moved" });
	const refused = await submit("/o/sy/joinings/j2/separation", { id: "u2" }, secretary);
	expect(refused.status).toBe(422);
	expect(refused.text).toContain("会籍又动过");
});

test("Joinings are undone latest first.", async () => {
	await register("sy", "m1");
	await register("sy", "m2", { joined_on: `${year - 2}-01-01` });
	await register("sy", "m3", { joined_on: `${year - 1}-01-01` });
	await done("/o/sy/duplicates/m1/m2/joining", { id: "j1", ...sides });
	await done("/o/sy/duplicates/m1/m3/joining", { id: "j2", ...sides });
	expect((await submit("/o/sy/joinings/j1/separation", { id: "u1" }, secretary)).text).toContain(
		"先分开后来的那一次",
	);
	await done("/o/sy/joinings/j2/separation", { id: "u2" });
	await done("/o/sy/joinings/j1/separation", { id: "u3" });
	expect(await value("select count(*) as value from membership")).toBe(3);
});

test("A joining made in another place, or never, is not there.", async () => {
	await twoRecords();
	await join("j1");
	for (const address of ["/o/lf/joinings/j1", "/o/sy/joinings/j9"]) {
		expect((await visit(address, township)).status).toBe(404);
		expect((await submit(`${address}/separation`, { id: "u1" }, township)).status).toBe(404);
	}
});

test("Only who may register members everywhere that knows the two may join them; nobody gains a post they couldn't give.", async () => {
	await register("sy", "m1");
	await register("lf", "m2");
	// m1 belongs to Lifan as well: Shangyuan's secretary doesn't reach it, the township does.
	await env.DB.batch([
		env.DB.prepare(
			"insert into membership (organisation, person, from_day, kind, sort) values ('lf', 'm1', '2024-01-01', 'ordinary', 'z')",
		),
		env.DB.prepare("insert into seek (organisation, person, words) values ('lf', 'm1', 'im1 ojx oqq olf')"),
	]);
	await register("sy", "m3", { joined_on: `${year - 1}-01-01` });
	const refused = await submit("/o/sy/duplicates/m1/m3/joining", { id: "j1", ...sides }, secretary);
	expect(refused.status).toBe(422);
	expect(refused.text).toContain("请上级来合并");
	expect((await submit("/o/sy/duplicates/m1/m2/joining", { id: "j1", ...sides }, secretary)).status).toBe(
		404,
	);
	expect((await submit("/o/qq/duplicates/m1/m2/joining", { id: "j1", ...sides }, township)).status).toBe(303);
	expect(await value("select count(*) as value from membership where organisation = 'lf'")).toBe(1);

	// The owner of all is a member of the village too: whoever joins her with somebody would hand her posts on.
	await env.DB.batch([
		env.DB.prepare(
			"insert into membership (organisation, person, from_day, kind, sort) values ('sy', 'p0', '2024-01-01', 'ordinary', 'z')",
		),
		env.DB.prepare("insert into seek (organisation, person, words) values ('sy', 'p0', 'ip0 ojx oqq osy')"),
	]);
	for (const as of ["secretary", "townshipStaff"] as const) {
		const page = await submit("/o/sy/duplicates/m3/p0/joining", { id: "j2", ...sides }, { as });
		expect(page.status).toBe(422);
	}
	expect(
		(await submit("/o/jx/duplicates/m3/p0/joining", { id: "j2", ...sides }, { as: "owner" })).status,
	).toBe(303);
});

test("Twenty copies of a joining join once; two who join at the same time do not both.", async () => {
	await twoRecords();
	const copies = await Promise.all(Array.from({ length: 20 }, () => join()));
	expect(copies.map(({ status }) => status)).toEqual(Array(20).fill(303));
	expect(await value("select count(*) as value from joining")).toBe(1);
	expect((await join("j1", { name: "other" })).status).toBe(404);
	expect(await value("select count(*) as value from joining")).toBe(1);
});

describe("Every column that names a person is known to the joining", () => {
	test("A table added later can't be forgotten: each stands in the list, and says what becomes of it.", async () => {
		const { results } = await env.DB.prepare(
			`select m.name as "table", c.name as column, exists (select 1 from pragma_foreign_key_list(m.name) f where f."from" = c.name and f."table" = 'person') as refers
			from sqlite_schema m join pragma_table_info(m.name) c
			where m.type = 'table' and m.name not like 'seek\\_%' escape '\\' and m.name not like '\\_cf%' escape '\\' and m.name <> 'd1_migrations'`,
		).all<{ table: string; column: string; refers: number }>();
		const names =
			/^(person|contact|by|subject|came|kept|gone|one|other|holder|rows|same_as|leader|member|whose)$|_by$/;
		const naming = results
			.filter(
				({ table, column, refers }) =>
					refers === 1 || (names.test(column) && !["deployment", "merger"].includes(table)),
			)
			.map(({ table, column }) => `${table}.${column}`);
		expect(naming.filter((one) => !(one in personColumns))).toEqual([]);
		const real = new Set(results.map(({ table, column }) => `${table}.${column}`));
		expect(Object.keys(personColumns).filter((one) => !real.has(one))).toEqual([]);
	});

	test("What is said to be moved is rewritten.", () => {
		const moved = Object.entries(personColumns).filter(([, what]) => what === "moved");
		const written = ["attendance.person", ...rewritten.map(({ table, column }) => `${table}.${column}`)];
		expect(moved.map(([column]) => column).sort()).toEqual(written.sort());
	});

	test("No column of a membership or a person is left out of what undoing puts back.", async () => {
		const columns = async (table: string) =>
			(
				await env.DB.prepare("select name from pragma_table_info(?)").bind(table).all<{ name: string }>()
			).results.map(({ name }) => name);
		const { periodColumns, personColumns: kept } = await import("../../worker/people/joinings/pair");
		expect([...periodColumns].sort()).toEqual((await columns("membership")).sort());
		expect([...kept, "made_from"].sort()).toEqual((await columns("person")).sort());
	});
});

const month = fc.integer({ min: 0, max: 30 }).map((ago) => {
	const at = new Date(Date.UTC(year, Number(today.slice(5, 7)) - 1 - ago, 1));
	return at.toISOString().slice(0, 10);
});
const who = fc.constantFrom("m1", "m2");
const act = fc.oneof(
	fc.record({ act: fc.constant("leave" as const), who, day: month }),
	fc.record({ act: fc.constant("return" as const), who, day: month }),
	fc.record({ act: fc.constant("pay" as const), who, of: fc.integer({ min: year - 2, max: year }) }),
	fc.record({ act: fc.constant("come" as const), came: fc.uniqueArray(who, { minLength: 1 }) }),
);

test("Whatever the two did, joined they never overlap and count as one; undone, every table is what it was.", async () => {
	await fc.assert(
		fc.asyncProperty(month, month, fc.array(act, { maxLength: 10 }), async (first, second, acts) => {
			await beginWorld();
			await register("sy", "m1", { joined_on: first, sex: "female" });
			await register("sy", "m2", { joined_on: second, sex: "female", telephone: "13957901234" });
			await done("/o/sy/dues/rates", { id: "r1", from_day: `${year - 4}-01-01`, amount: "10" });
			for (const [index, one] of acts.entries()) {
				const id = `z${index}`;
				if (one.act === "leave")
					await submit(
						`/o/sy/members/${one.who}/departure`,
						{ id, day: one.day, because: "left" },
						secretary,
					);
				if (one.act === "return")
					await submit(`/o/sy/members/${one.who}/return`, { id, day: one.day, kind: "ordinary" }, secretary);
				if (one.act === "pay")
					await submit(
						"/o/sy/dues",
						{ id, day: today, method: "cash", tick: `${one.who}.${one.of}` },
						secretary,
					);
				if (one.act === "come") {
					await submit(
						"/o/sy/activities",
						{ id, kind: "training", title: "培训", day: today, heads: "9" },
						secretary,
					);
					await submit(
						`/o/sy/activities/${id}/attendance`,
						{ id: `t${index}`, came: one.came, before: [] },
						secretary,
					);
				}
			}
			const before = await everything();
			const made = await submit(
				"/o/sy/duplicates/m1/m2/joining",
				{ id: "j1", ...sides, telephone: "other" },
				secretary,
			);
			expect(made.status, made.text).toBe(303);
			await expectOne();
			const apart = await submit("/o/sy/joinings/j1/separation", { id: "u1" }, secretary);
			expect(apart.status, apart.text).toBe(303);
			const after = await everything();
			for (const table of Object.keys(before)) expect(after[table], table).toEqual(before[table]);
		}),
		{ numRuns: 12 },
	);
}, 60_000);

/** The two are one: periods don't overlap, and the kept figures are those of a naive recount. */
async function expectOne(): Promise<void> {
	const { results: periods } = await env.DB.prepare("select * from membership order by from_day").all<{
		person: string;
		from_day: string;
		to_day: string | null;
	}>();
	expect(new Set(periods.map(({ person }) => person)).size).toBe(1);
	for (const [index, { to_day }] of periods.slice(0, -1).entries())
		expect(to_day !== null && to_day <= (periods[index + 1]?.from_day ?? "")).toBe(true);
	const now = periods.filter(
		({ from_day, to_day }) => from_day <= today && (to_day === null || to_day > today),
	);
	const { results: kept } = await env.DB.prepare(
		"select members, women, owing, paid from standing where organisation = 'sy' and year = ?",
	)
		.bind(year)
		.all();
	const inYear = periods.filter(
		({ from_day, to_day }) => from_day <= `${year}-12-31` && (to_day === null || to_day > `${year}-01-01`),
	);
	const paid = await env.DB.prepare(
		"select count(distinct person || year) as value from allocation where year = ?",
	)
		.bind(year)
		.first<number>("value");
	expect(kept).toEqual([
		{
			members: now.length,
			women: now.length,
			owing: inYear.length > 0 ? 1 : 0,
			paid: inYear.length > 0 ? Math.min(1, paid ?? 0) : 0,
		},
	]);
	expect(
		await value(
			"select count(*) as value from attendance a where not exists (select 1 from activity where id = a.activity and instr(came, a.person))",
		),
	).toBe(0);
	expect(
		(await value(
			"select sum(json_array_length(came)) - (select count(*) from attendance) as value from activity",
		)) ?? 0,
	).toBe(0);
}
