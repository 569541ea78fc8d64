import { env } from "cloudflare:workers";
import { beforeAll, beforeEach, describe, expect, test } from "vitest";
import { seekWords, sortKey } from "../../worker/members/rules";
import { facts, submit, visit } from "../doors";
import { today } from "../surveys/cast";
import { beginWorld, places, type Who } from "../world";

type FoundMember = {
	receipt: object | null;
	id: string;
	name: string;
	organisation: string;
	where: string;
	current: boolean;
};
type FoundFacts = {
	members: FoundMember[];
	organisations: { name: string; above: string | null }[];
	next: string | null;
};

const at = (typed: string, after = "") => `/search?search=${encodeURIComponent(typed)}&after=${after}`;
const found = async (typed: string, as: Who) => (await facts<FoundFacts>(at(typed), as)).members;
const namesFound = async (typed: string, as: Who) => (await found(typed, as)).map(({ name }) => name).sort();

const person = (id: string, name: string, telephone = "") => ({
	...{ id, name, telephone, joined_on: "2019-03-12", kind: "ordinary" },
});

async function givePost(who: string, post: string, organisation: string) {
	await env.DB.prepare(
		"insert into holder (organisation, id, person, post, from_day) values (?, ?, ?, ?, '2024-03-01')",
	)
		.bind(organisation, `h${who}${organisation}`, who, post)
		.run();
}

describe("Search over everything one may see", () => {
	beforeEach(async () => {
		await beginWorld();
		await submit("/o/sy/members", person("m1", "张桂英", "13957901234"), { as: "secretary" });
		await submit("/o/lf/members", person("m2", "单桂英", "13800005678"), { as: "neighbour" });
		await submit("/o/qq/members", person("m3", "欧阳桂兰"), { as: "townshipStaff" });
	});

	test("A secretary finds her own village's members, a township's staff those below, and nobody anybody else's.", async () => {
		for (const typed of ["桂英", "gy", "guiy"]) {
			expect(await namesFound(typed, "secretary"), typed).toEqual(["张桂英"]);
			expect(await namesFound(typed, "neighbour"), typed).toEqual(["单桂英"]);
			expect(await namesFound(typed, "townshipStaff"), typed).toEqual(["单桂英", "张桂英"]);
			expect(await namesFound(typed, "owner"), typed).toEqual(["单桂英", "张桂英"]);
		}
		expect(await namesFound("欧", "secretary")).toEqual([]);
		expect(await namesFound("5678", "secretary")).toEqual([]);
		expect(await namesFound("5678", "districtStaff")).toEqual(["单桂英"]);
		expect((await visit("/search?search=gy")).status).toBe(401);
	});

	test("Associations are found by any part of their names, within reach: renamed, moved and gone as they are by then.", async () => {
		const named = async (typed: string, as: Who) =>
			(await facts<FoundFacts>(at(typed), as)).organisations.map(({ name }) => name);
		const [district, township, village, neighbour] = Object.values(places).map(({ name }) => name);
		expect(await named("上园", "secretary")).toEqual([village]);
		expect(await named("里畈", "secretary")).toEqual([]);
		expect(await named("村", "townshipStaff")).toEqual([village, neighbour]);
		expect(await named("生育 协会", "districtStaff")).toEqual([district, township, village, neighbour]);
		expect(await named("协生", "districtStaff")).toEqual([]);
		for (const typed of ["", "  ", '"', "a", "5678", '园" OR scope : "ojx'])
			expect(await named(typed, "secretary")).toEqual([]);
		const page = await visit(at("里畈"), { as: "townshipStaff" });
		expect(page.text).toContain('href="/o/lf"');
		expect(page.text).toContain(township);
		await env.DB.prepare(
			"update organisation set name = '东山社区', path = 'jx/lf/', parent = 'jx' where id = 'lf'",
		).run();
		expect(await named("东山", "districtStaff")).toEqual(["东山社区"]);
		expect(await named("里畈", "districtStaff")).toEqual([]);
		expect(await named("东山", "townshipStaff")).toEqual([]);
		await env.DB.prepare("update holder set to_day = '2025-01-01' where person = 'p3'").run();
		expect(await named("上园", "secretary")).toEqual([]);
	});

	test("Posts in two places are searched as one.", async () => {
		await givePost("p3", "staff", "lf");
		expect(await namesFound("桂英", "secretary")).toEqual(["单桂英", "张桂英"]);
		const page = await visit(at("桂英"), { as: "secretary" });
		for (const village of [places.village, places.neighbour]) expect(page.text).toContain(village.name);
	});

	test("A council member of the township sees the township's own members and not its villages'.", async () => {
		await env.DB.prepare("delete from holder where person = 'p4'").run();
		await givePost("p4", "council-member", "qq");
		expect(await namesFound("桂", "neighbour")).toEqual(["欧阳桂兰"]);
		expect(
			(await facts<FoundFacts>("/o/qq/members?search=gui", "neighbour")).members.map(({ name }) => name),
		).toEqual(["欧阳桂兰"]);
	});

	test("A post that has ended finds nobody, and neither does one who holds none.", async () => {
		await env.DB.prepare("update holder set to_day = '2025-01-01' where person = 'p3'").run();
		expect(await found("gy", "secretary")).toEqual([]);
		await env.DB.prepare("delete from holder where person = 'p3'").run();
		expect(await found("gy", "secretary")).toEqual([]);
	});

	test("Whoever left is found and marked.", async () => {
		const leaving = { id: "d1", day: "2026-02-01", because: "moved" };
		await submit("/o/sy/members/m1/departure", leaving, { as: "secretary" });
		expect(await found("zgy", "secretary")).toMatchObject([{ name: "张桂英", current: false }]);
		expect((await visit(at("zgy"), { as: "secretary" })).text).toContain("已退会");
	});

	test("Who paid receipt 1 is found by its number, in one's own association only.", async () => {
		const year = today.slice(0, 4);
		const rate = { id: "r1", from_day: `${year}-01-01`, amount: "10" };
		expect((await submit("/o/sy/dues/rates", rate, { as: "secretary" })).status).toBe(303);
		const tick = { id: "k1", day: today, method: "cash", tick: `m1.${year}` };
		expect((await submit("/o/sy/dues", tick, { as: "secretary" })).status).toBe(303);
		for (const typed of ["1", "0001", "№ 1", "第1号"]) {
			const [first] = await found(typed, "secretary");
			expect(first, typed).toMatchObject({ name: "张桂英", receipt: { year: Number(year), number: 1 } });
		}
		expect((await visit(at("0001"), { as: "secretary" })).text).toContain("收据 0001 号");
		const within = await facts<FoundFacts>("/o/sy/members?search=0001", "secretary");
		expect(within.members).toMatchObject([{ name: "张桂英" }]);
		// Every village below has a receipt 1: the levels above look in the village.
		expect(await namesFound("0001", "districtStaff")).toEqual([]);
		expect(await namesFound("0001", "neighbour")).toEqual([]);
	});

	test.each(["", " ", '"', "* OR osy", "n张", "osy", "i m1", "𞤀", "ᦰ", "%", "'; --", "\u0000", "hsy"])(
		"What is typed is never a question of its own: %j",
		async (typed) => {
			expect(await found(typed, "secretary")).toEqual([]);
			expect((await visit(at(typed), { as: "secretary" })).status).toBe(200);
			expect((await visit(at("gy", encodeURIComponent(typed)), { as: "secretary" })).status).toBe(200);
		},
	);

	test("A search is kept when the language is changed, and its page says what can be typed.", async () => {
		const page = await visit("/search", { as: "secretary" });
		expect(page.text).toContain("首字母");
		expect((await visit(at("zgy"), { as: "secretary", language: "en" })).text).toContain("<h1>Find</h1>");
	});
});

describe("Search stays one statement and sixty rows, whoever asks and however common the part", () => {
	const village = (place: number) => ({ id: `v${place}`, path: `jx/qq/v${place}/` });

	beforeAll(async () => {
		await beginWorld();
		const villages = Array.from({ length: 40 }, (_, place) => village(place));
		const members = villages.flatMap(({ id, path }, place) =>
			Array.from({ length: 50 }, (_, index) => {
				const one = {
					id: `${id}m${index}`,
					name: index % 2 ? "陈美兰" : "王卫国",
					telephone: `139000${place + 10}${index + 100}`,
				};
				return { ...one, at: id, sort: sortKey(one.name), words: seekWords(one, path) };
			}),
		);
		const into = (sql: string, rows: readonly object[]) =>
			env.DB.prepare(`${sql} from json_each(?)`).bind(JSON.stringify(rows));
		await env.DB.batch([
			into(
				"insert into organisation (id, parent, path, kind, name, made_from) select value ->> 'id', 'qq', value ->> 'path', 'village', value ->> 'id', 'x'",
				villages,
			),
			into(
				"insert into person (id, name, telephone, made_from) select value ->> 'id', value ->> 'name', value ->> 'telephone', 'x'",
				members,
			),
			into(
				"insert into membership (organisation, person, from_day, kind, sort) select value ->> 'at', value ->> 'id', '2020-01-01', 'ordinary', value ->> 'sort'",
				members,
			),
			into(
				"insert into seek (organisation, person, words) select value ->> 'at', value ->> 'id', value ->> 'words'",
				members,
			),
		]);
		await env.DB.batch(
			["v7", "v31"].flatMap((id) =>
				[0, 1].map((ago) =>
					env.DB.prepare(
						"insert into entry (organisation, id, year, series, number, day, amount, kind, person, made_by, made_from, lines, position, before, hash) values (?1, 'e' || ?2, ?2, 'in', 37, ?2 || '-03-01', 1000, 'dues', ?1 || 'm1', 'p3', 'x', '[[\"cash\",1000],[\"dues\",-1000]]', 37, 'x', 'x')",
					).bind(id, Number(today.slice(0, 4)) - ago),
				),
			),
		);
		await givePost("p3", "staff", "v7");
		await givePost("p3", "staff", "v31");
	}, 60_000);

	test.each(["secretary", "townshipStaff", "districtStaff", "owner"] as const)("%s", async (as) => {
		for (const typed of ["陈", "村", "v", "v7", "w", "wang", "m", "兰", "1", "37", "139", "7103", "zgy"]) {
			const answer = await visit(at(typed), { as });
			expect(answer.status).toBe(200);
			expect(answer.cost.rowsRead, typed).toBeLessThanOrEqual(60);
			// The session and the reach of the path are the middleware's two; the search is one.
			expect(answer.cost.queries, typed).toBe(3);
			expect(answer.cost.trips).toBe(2);
		}
	});

	test("Within a place as well.", async () => {
		for (const typed of ["陈", "w", "139", "7103"]) {
			const answer = await visit(`/o/jx/members?search=${encodeURIComponent(typed)}`, {
				as: "districtStaff",
			});
			expect(answer.cost.rowsRead, typed).toBeLessThanOrEqual(60);
		}
	});

	test("Page after page finds everybody once.", async () => {
		const seen: string[] = [];
		let after: string | null = "";
		while (after !== null) {
			const page: FoundFacts = await facts<FoundFacts>(at("陈", after), "secretary");
			seen.push(...page.members.map(({ organisation, id }) => `${organisation} ${id}`));
			after = page.next;
		}
		expect(seen).toHaveLength(50);
		expect(new Set(seen).size).toBe(50);
		expect(seen.every((one) => /^(v7|v31) /.test(one))).toBe(true);
	});

	test("Members found move with their village.", async () => {
		const { drizzle } = await import("drizzle-orm/d1");
		const { scopeAgain } = await import("../../worker/members/seek");
		const db = drizzle(env.DB);
		await env.DB.prepare("update organisation set path = 'jx/v31/', parent = 'jx' where id = 'v31'").run();
		await scopeAgain(db, "v31");
		const under = async (place: string) =>
			await env.DB.prepare("select count(*) as n from seek where seek match ?")
				.bind(`"pcml" * AND "o${place}"`)
				.first("n");
		expect(await under("jx")).toBe(40 * 25);
		expect(await under("qq")).toBe(39 * 25);
		expect(await under("v31")).toBe(25);
	});
});
