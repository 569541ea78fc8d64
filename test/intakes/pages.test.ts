import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, test } from "vitest";
import { facts, follow, send, submit, visit } from "../doors";
import { beginWorld, type Who } from "../world";

beforeEach(beginWorld);

type Known = { id: string; name: string };
type Preview = {
	known: { line: number; members: Known[] }[];
	proposals: {
		line: number;
		outcome: string;
		question: string | null;
		known: string | null;
		differences: object[];
	}[];
};
type Line = Record<string, unknown> & { line: number };

const line = (number: number, name: string, more: object = {}): Line => ({
	...{
		line: number,
		name,
		sex: "female",
		birth_year: 1968,
		telephone: `139579${String(number).padStart(5, "0")}`,
		address: "三组",
	},
	...{ joined_on: "2019-05-01", exact: "month", kind: "ordinary", note: null, ...more },
});
const three = [
	line(10, "张桂英"),
	line(11, "李伟", { sex: "male" }),
	line(12, "张桂英", { birth_year: 1985 }),
];
const file = { what: "members", file: "名册.xlsx", digest: "abc", lines: 3, chunks: 1, columns: "{}" };

const preview = async (lines: Line[], as: Who = "secretary", at = "sy") =>
	JSON.parse((await send(`/o/${at}/intakes/preview`, { lines }, as)).text) as Preview;
const begin = (id: string, more: object = {}, as: Who = "secretary", at = "sy") =>
	send(`/o/${at}/intakes`, { ...file, id, ...more }, as);
const chunk = (id: string, lines: object[], number = 0, as: Who = "secretary", at = "sy") =>
	send(`/o/${at}/intakes/${id}/chunks`, { number, lines }, as);
const finish = (id: string, as: Who = "secretary", at = "sy") =>
	send(`/o/${at}/intakes/${id}/finish`, { from: 0 }, as);
const taken = (lines: Line[]) => lines.map((one) => ({ ...one, as: "new" }));
const bringIn = async (id: string, lines: object[]) => {
	await begin(id, { digest: id });
	const answer = await chunk(id, lines);
	if (answer.status !== 201) throw new Error(`${answer.status} ${answer.text}`);
	return finish(id);
};
const members = async () =>
	(
		await env.DB.prepare(
			"select person.id, name, birth_year, telephone, from_day from membership join person on person.id = person where organisation = 'sy' order by sort, birth_year",
		).all<{ id: string; name: string; birth_year: number; telephone: string; from_day: string }>()
	).results;
const count = (table: string) => env.DB.prepare(`select count(*) as n from ${table}`).first<number>("n");

describe("A look before anything is written", () => {
	test("A preview of a register writes nothing, and another village's secretary can't have one.", async () => {
		const answer = await send("/o/sy/intakes/preview", { lines: three }, "secretary");
		expect(answer.status).toBe(200);
		expect(answer.cost.rowsWritten).toBe(0);
		const { proposals } = JSON.parse(answer.text) as Preview;
		expect(proposals.map(({ outcome, question }) => [outcome, question])).toEqual([
			["new", null],
			["new", null],
			["new", "namesake-line"],
		]);
		expect((await send("/o/sy/intakes/preview", { lines: three }, "neighbour")).status).toBe(404);
		expect((await send("/o/sy/intakes/preview", { lines: three }, "leader")).status).toBe(404);
	});

	test("same names taken for the same person at import (hitobito 10, 238; Dolibarr 28914): new, same as, look later, row by row.", async () => {
		await bringIn("i1", taken(three));
		const { proposals } = await preview([
			line(10, "张桂英", { telephone: "13957900010" }),
			line(20, "张桂英", { birth_year: 1985, telephone: null }),
			line(21, "张桂英", { birth_year: 1950, telephone: null }),
			line(22, "张桂英", { birth_year: null, telephone: null, sex: null, address: null }),
			line(23, "张贵英", { telephone: "13957900010" }),
			line(24, "陈洋"),
		]);
		expect(proposals.map(({ outcome, question }) => [outcome, question])).toEqual([
			["same", null],
			["same", null],
			["new", "namesake"],
			["later", "alike"],
			["later", "sounds-alike"],
			["new", null],
		]);
	});

	test("an import reset membership dates (Admidio 1592): a known day is shown beside the file's, and changes only when it is chosen.", async () => {
		await bringIn("i1", taken(three));
		const other = line(10, "张桂英", { joined_on: "2011-02-03", exact: "day", address: "五组" });
		const { proposals, known } = await preview([other]);
		expect(proposals[0]).toMatchObject({
			...{ outcome: "same", question: "differs" },
			differences: [
				{ field: "address", from: "三组", to: "五组", fills: false },
				{ field: "joined_on", from: "2019-05-01", to: "2011-02-03", fills: false },
			],
		});
		const member = known[0]?.members.find(({ name }) => name === "张桂英")?.id;
		await bringIn("i2", [{ ...other, as: "same", member, take: ["address"] }]);
		expect(
			(await members()).find(({ birth_year: year, name }) => year === 1968 && name === "张桂英")?.from_day,
		).toBe("2019-05-01");
		await bringIn("i3", [{ ...other, as: "same", member, take: ["joined_on"] }]);
		expect(
			(await members()).find(({ birth_year: year, name }) => year === 1968 && name === "张桂英")?.from_day,
		).toBe("2011-02-03");
		const page = await visit(`/o/sy/members/${member}`, { as: "secretary" });
		expect(page.text).toContain("改了登记");
	});
});

describe("Writing what was decided", () => {
	test("A member takes at most four rows, and each is found, counted and told of.", async () => {
		const many = Array.from({ length: 100 }, (_, at) =>
			line(100 + at, `陈${String.fromCharCode(0x4e00 + at * 7)}英`, { birth_year: 1930 + (at % 60) }),
		);
		await begin("i1", { lines: 100 });
		const answer = await chunk("i1", taken(many));
		expect(answer.status).toBe(201);
		expect(answer.cost.rowsWritten).toBeLessThanOrEqual(100 * 4 + 12);
		expect(answer.cost.queries).toBeLessThanOrEqual(20);
		expect((await finish("i1")).status).toBe(201);
		expect(await count("membership")).toBe(100);
		expect(
			await env.DB.prepare("select members from standing where organisation = 'sy'").first("members"),
		).toBe(100);
		const found = await visit("/o/sy/members?search=13957900100", { as: "secretary" });
		expect(found.text).toContain("陈");
	});

	test("A repeated chunk, another window with the same file, a broken-off intake begun again: nobody twice.", async () => {
		const first = await begin("i1");
		const second = await begin("i2");
		expect(second.headers.get("Location")).toBe(first.headers.get("Location"));
		const answers = await Promise.all([
			chunk("i1", taken(three)),
			chunk("i1", taken(three)),
			chunk("i1", taken([...three].reverse())),
		]);
		expect(answers.map(({ status }) => status).sort()).toEqual([201, 201, 201]);
		expect(await count("membership")).toBe(3);
		expect(await count("seek")).toBe(3);
		await finish("i1");
		await finish("i1");
		expect((await chunk("i1", taken([line(40, "多余")]))).status).toBe(201);
		expect(await count("membership")).toBe(3);
	});

	test("The same file again adds nobody, even where no one looked.", async () => {
		await bringIn("i1", taken(three));
		const { proposals } = await preview(three);
		expect(proposals.map(({ outcome, question }) => [outcome, question])).toEqual([
			["same", null],
			["same", null],
			["same", null],
		]);
		await bringIn("i2", taken(three));
		expect(await count("membership")).toBe(3);
		expect((await facts<{ counts: object[] }>("/o/sy/intakes/i2", "secretary")).counts).toEqual([
			{ outcome: "same", n: 3 },
		]);
	});

	test("A township's register of many villages goes where its lines say, and no further than its reader reaches.", async () => {
		const lines = [
			line(10, "张桂英", { place: "sy" }),
			line(11, "李伟", { place: "lf" }),
			line(12, "王芳", { place: "jx" }),
		];
		await begin("i1", {}, "townshipStaff", "qq");
		await chunk("i1", taken(lines), 0, "townshipStaff", "qq");
		await finish("i1", "townshipStaff", "qq");
		const where = await env.DB.prepare("select organisation from membership order by organisation").all();
		expect(where.results).toEqual([{ organisation: "lf" }, { organisation: "sy" }]);
		const told = await facts<{ rows: { outcome: string }[] }>("/o/qq/intakes/i1", "townshipStaff");
		expect(told.rows.map(({ outcome }) => outcome)).toEqual(["new", "new", "later"]);
		expect((await visit("/o/qq/intakes/i1", { as: "secretary" })).status).toBe(404);
		const standing = await env.DB.prepare("select members from standing where organisation = 'lf'").first(
			"members",
		);
		expect(standing).toBe(1);
	});

	test("An identity-card number is refused at the door as well.", async () => {
		await begin("i1");
		const answer = await chunk("i1", taken([line(10, "张桂英", { note: "330106196801011234" })]));
		expect(answer.status).toBe(422);
		expect(await count("membership")).toBe(0);
	});
});

describe("Its page, and taking it back", () => {
	test("It says who, when, which file, and what became of each line.", async () => {
		await bringIn("i1", [...taken(three), { line: 13, as: "later" }]);
		const page = await visit("/o/sy/intakes/i1", { as: "secretary" });
		expect(page.text).toContain("名册.xlsx");
		expect(page.text).toContain("吴美珍");
		expect(page.text).toContain("以后再看");
		expect(page.text).toMatch(/<a href="\/o\/sy\/members\/\w+">李伟<\/a>/);
		expect((await visit("/o/sy/intakes", { as: "secretary" })).text).toContain("已完成");
		expect((await visit("/o/sy/intakes/i1", { as: "neighbour" })).status).toBe(404);
	});

	test("Taken back whole: those brought in go, what was changed is as before, and the file may come again.", async () => {
		await bringIn("i1", taken(three));
		const [li] = (await members()).filter(({ name }) => name === "李伟");
		const changed = { ...line(11, "李伟", { sex: "male", telephone: "13800000000" }), as: "same" };
		await bringIn("i2", [{ ...changed, member: li?.id, take: ["telephone"] }, ...taken([line(30, "陈洋")])]);
		expect((await members()).find(({ name }) => name === "李伟")?.telephone).toBe("13800000000");
		const back = await submit("/o/sy/intakes/i2/undo", { number: 0 }, { as: "secretary" });
		expect(back.headers.get("Location")).toBe("/o/sy/intakes/i2");
		expect((await members()).map(({ name }) => name)).toEqual(["李伟", "张桂英", "张桂英"]);
		expect((await members()).find(({ name }) => name === "李伟")?.telephone).toBe(li?.telephone);
		expect((await follow(back, { as: "secretary" })).text).toContain("已撤销");
		expect(
			await env.DB.prepare("select members from standing where organisation = 'sy'").first("members"),
		).toBe(3);
		expect((await visit("/o/sy/members?search=13800000000", { as: "secretary" })).text).not.toContain("李伟");
		expect((await preview([line(30, "陈洋")])).proposals[0]?.outcome).toBe("new");
		await begin("i3", { digest: "i2" });
		await chunk("i3", taken([line(30, "陈洋")]));
		expect(await count("membership")).toBe(4);
	});

	test("Whoever has paid or come since stays, and the page says why.", async () => {
		const year = new Date().getFullYear();
		await bringIn("i1", taken(three));
		const [payer] = await members();
		await submit(
			"/o/sy/dues/rates",
			{ id: "r1", from_day: `${year}-01-01`, amount: "10" },
			{ as: "secretary" },
		);
		await submit(
			"/o/sy/dues",
			{ id: "k1", day: `${year}-01-02`, method: "cash", tick: `${payer?.id}.${year}` },
			{ as: "secretary" },
		);
		const look = await visit("/o/sy/intakes/i1/undo", { as: "secretary" });
		expect(look.text).toContain("可以撤销 2 行");
		expect(look.text).toContain("已经缴过会费");
		await submit("/o/sy/intakes/i1/undo", { number: 0 }, { as: "secretary" });
		expect((await members()).map(({ id }) => id)).toEqual([payer?.id]);
		const again = await submit("/o/sy/intakes/i1/undo", { number: 0 }, { as: "secretary" });
		expect(again.status).toBe(303);
		expect(await count("membership")).toBe(1);
		expect((await visit("/o/sy/intakes/i1", { as: "secretary" })).text).toContain("没有撤销");
	});
});

describe("A tree from a list", () => {
	const founded = (number: number, name: string, kind: string, more: object = {}) => ({
		...{
			line: number,
			as: "new",
			name,
			kind,
			adults: 500,
			households: 200,
			above: null,
			parent: null,
			...more,
		},
	});
	const tree = {
		what: "organisations",
		file: "district.csv",
		digest: "tree",
		lines: 3,
		chunks: 1,
		columns: "{}",
	};
	const lines = [
		founded(3, "柳塘镇", "township"),
		founded(4, "外坞湖村", "village", { above: 3 }),
		founded(5, "前山村", "village", { parent: "qq" }),
	];
	const treeChunk = (list: object[]) =>
		send("/o/jx/intakes/t1/tree-chunks", { number: 0, lines: list }, "districtStaff");

	test("Organisations are founded below the present place, parents first, each with its first stage; twice does nothing.", async () => {
		await send("/o/jx/intakes", { ...tree, id: "t1" }, "districtStaff");
		expect((await treeChunk(lines)).status).toBe(201);
		expect((await treeChunk(lines)).status).toBe(201);
		const made = await env.DB.prepare(
			"select o.name, p.name as above, s.act, o.path like p.path || '%' as within from organisation o join organisation p on p.id = o.parent join stage s on s.organisation = o.id where o.made_from = 't1' order by o.path",
		).all();
		expect(made.results).toHaveLength(3);
		expect(made.results).toContainEqual({ name: "外坞湖村", above: "柳塘镇", act: "entered", within: 1 });
		expect(made.results).toContainEqual({
			name: "前山村",
			above: "青桥镇计划生育协会",
			act: "entered",
			within: 1,
		});
		expect((await send("/o/sy/intakes/t1/tree-chunks", { number: 0, lines }, "secretary")).status).toBe(404);
	});

	test("What may not stand there is left for later, and the empty ones can be taken back together.", async () => {
		await send("/o/jx/intakes", { ...tree, id: "t1" }, "districtStaff");
		await treeChunk([...lines, founded(6, "怪区", "district", { above: 4 })]);
		await send("/o/jx/intakes/t1/finish", { from: 0 }, "districtStaff");
		const used = await env.DB.prepare("select id from organisation where name = '前山村'").first<string>(
			"id",
		);
		await submit(
			`/o/${used}/members`,
			{ id: "m9", name: "陈洋", joined_on: "2020-01-01", kind: "ordinary" },
			{ as: "districtStaff" },
		);
		const look = await visit("/o/jx/intakes/t1/undo", { as: "districtStaff" });
		expect(look.text).toContain("可以撤销 2 行");
		expect(look.text).toContain("已经有会员");
		await submit("/o/jx/intakes/t1/undo", { number: 0 }, { as: "districtStaff" });
		const left = await env.DB.prepare("select name from organisation where made_from = 't1'").all();
		expect(left.results).toEqual([{ name: "前山村" }]);
		expect((await visit("/o/jx/intakes/t1", { as: "districtStaff" })).text).toContain("没有撤销");
	});
});

test("changes missing from history (Admidio 1533): whose record came with a file says so, and who brought it in.", async () => {
	await bringIn("i1", taken(three));
	const [one] = await members();
	const page = await visit(`/o/sy/members/${one?.id}`, { as: "secretary" });
	expect(page.text).toContain("由表格“名册.xlsx”导入");
	expect(page.text).toContain('href="/o/sy/intakes/i1"');
	expect(page.text).toContain("吴美珍");
});
