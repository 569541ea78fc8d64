import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, test } from "vitest";
import { paths } from "../../web/paths";
import { treeOf, yearEnds } from "../../worker/overviews/tree/rules";
import { pastDay } from "../../worker/values/day";
import { facts, submit, visit } from "../doors";
import { beginWorld } from "../world";

type Tree = {
	day: string;
	whole: { organisations: number; members: number; women: number };
	elsewhere: number;
	folded: boolean;
	nodes: {
		id: string;
		parent: string;
		name: string;
		status: string;
		members: number;
		membersBelow: number;
		below: number;
	}[];
};

const run = (...statements: string[]) => env.DB.batch(statements.map((one) => env.DB.prepare(one)));
const register = (id: string, name: string, joined: string, at = "sy", sex = "female") =>
	submit(
		paths.members(at),
		{ id, name, joined_on: joined, kind: "ordinary", sex },
		{
			as: at === "sy" ? "secretary" : "neighbour",
		},
	);

/** Puts another township below the district, and a village of any state below one of the two. */
const another = (id: string, parent: string, kind: string, name: string, status = "active", practice = 0) => {
	const path = parent === "jx" ? `jx/${id}/` : `jx/${parent}/${id}/`;
	return run(
		`insert into organisation (id, parent, path, kind, name, made_from, status, practice)
			values ('${id}', '${parent}', '${path}', '${kind}', '${name}', 'test', '${status}', ${practice})`,
		`insert into stage (organisation, id, from_day, act, name, kind, parent, path, status, made_at)
			values ('${id}', '${id}', '1900-01-01', 'entered', '${name}', '${kind}', '${parent}', '${path}', '${status}', 0)`,
	);
};

/** Lifan moves from Qingqiao to Baishi township on 1 March 2025, and is renamed there. */
const move = () =>
	run(
		"update stage set to_day = '2025-03-01' where organisation = 'lf'",
		`insert into stage (organisation, id, from_day, act, name, kind, parent, path, status, made_at)
			values ('lf', 'mv', '2025-03-01', 'moved', '里畈社区', 'village', 'bs', 'jx/bs/lf/', 'active', 0)`,
		"update organisation set parent = 'bs', path = 'jx/bs/lf/', name = '里畈社区' where id = 'lf'",
	);

beforeEach(beginWorld);

describe("The tree below", () => {
	test("A township sees its villages with their members; a village's secretary doesn't see the township's tree.", async () => {
		await register("m1", "张桂英", "2024-05-01");
		await register("m2", "王建国", "2024-06-01", "sy", "male");
		const page = await visit(paths.tree("qq"), { as: "townshipStaff" });
		expect(page.text).toContain('<a href="/o/sy">上园村计划生育协会</a>');
		expect(page.text).toContain('<a href="/o/sy/members">2</a>');
		const { whole, nodes } = await facts<Tree>(paths.tree("qq"), "townshipStaff");
		expect(whole).toEqual({ organisations: 2, members: 2, women: 1 });
		expect(nodes.map(({ id, members }) => [id, members])).toEqual([
			["lf", 0],
			["sy", 2],
		]);
		expect((await visit(paths.tree("qq"), { as: "secretary" })).status).toBe(404);
	});

	test("A district opens its tree township by township, each with the sums of what is below it.", async () => {
		await register("m1", "张桂英", "2024-05-01");
		const { nodes } = await facts<Tree>(paths.tree("jx"), "districtStaff");
		expect(nodes.find(({ id }) => id === "qq")).toMatchObject({ below: 2, members: 0, membersBelow: 1 });
		const page = await visit(paths.tree("jx"), { as: "districtStaff" });
		expect(page.text).toMatch(/<summary>青桥镇计划生育协会/);
	});

	test("Practice villages, places without an association and deregistered ones are shown, marked, and not counted.", async () => {
		await another("px", "qq", "village", "练习村", "active", 1);
		await another("un", "qq", "village", "西坞村", "unfounded");
		await another("gone", "qq", "village", "老岭村", "deregistered");
		await run(
			"insert into membership_days values ('px', '[[\"2024-01-01\",7,7]]'), ('gone', '[[\"2024-01-01\",5,5]]')",
		);
		const { whole, nodes } = await facts<Tree>(paths.tree("jx"), "districtStaff");
		expect(whole).toEqual({ organisations: 3, members: 0, women: 0 });
		expect(nodes.find(({ id }) => id === "qq")).toMatchObject({ below: 2, membersBelow: 0 });
		const page = await visit(paths.tree("jx"), { as: "districtStaff" });
		for (const word of ["练习", "未建", "已注销"]) expect(page.text).toContain(word);
	});

	test("A lone village that opens the page is told that it needs none of it.", async () => {
		expect((await visit(paths.tree("sy"), { as: "secretary" })).text).toContain(
			"只有一个协会的，不用管这一页",
		);
	});
});

/** Four days a month, the latest first. */
const two = (number: number) => String(number).padStart(2, "0");
const month = (step: number) => two(10 - Math.floor(step / 4));
const day = (step: number) => two(28 - (step % 4) * 7);

describe("As of a day", () => {
	test("no view of a date in the past (hitobito_pbs): the tree stands as it stood that day, with that day's members.", async () => {
		await another("bs", "jx", "township", "白石镇");
		await register("m1", "张桂英", "2023-05-01");
		await register("n1", "陈金花", "2022-05-01", "lf");
		await register("n2", "陈金根", "2025-05-01", "lf", "male");
		await submit(
			paths.memberDeparture("sy", "m1"),
			{ id: "d1", day: "2025-02-01", because: "moved" },
			{ as: "secretary" },
		);
		await move();
		const then = await facts<Tree>(`${paths.tree("jx")}?day=2024-12-31`, "districtStaff");
		expect(then.nodes.find(({ id }) => id === "lf")).toMatchObject({
			...{ parent: "qq", name: "里畈村计划生育协会", members: 1 },
		});
		expect(then.nodes.find(({ id }) => id === "qq")).toMatchObject({ below: 2, membersBelow: 2 });
		expect(then.nodes.find(({ id }) => id === "bs")).toMatchObject({ below: 0, membersBelow: 0 });
		expect(then.whole).toEqual({ organisations: 4, members: 2, women: 2 });
		const now = await facts<Tree>(paths.tree("jx"), "districtStaff");
		expect(now.nodes.find(({ id }) => id === "lf")).toMatchObject({
			parent: "bs",
			name: "里畈社区",
			members: 2,
		});
		expect(now.whole).toEqual({ organisations: 4, members: 2, women: 1 });
		const page = await visit(`${paths.tree("jx")}?day=2024-12-31`, { as: "districtStaff" });
		expect(page.text).toContain("2024年12月31日的样子");
		expect(page.text).toContain("/o/lf/members?day=2024-12-31");
	});

	test("A day is found however often members came since: within the latest steps, past them, and before the first.", async () => {
		const days = Array.from({ length: 40 }, (_, step) => [
			`2025-${month(step)}-${day(step)}`,
			100 - step,
			50 - step,
		]);
		await env.DB.prepare("insert into membership_days values ('sy', ?)").bind(JSON.stringify(days)).run();
		const membersOn = async (asked: string) =>
			(await facts<Tree>(`${paths.tree("qq")}?day=${asked}`, "townshipStaff")).whole.members;
		for (const step of [0, 1, 22, 23, 24, 25, 39])
			expect(await membersOn(days[step]?.[0] as string), `${step}`).toBe(100 - step);
		expect(await membersOn("2024-12-31")).toBe(0);
		expect(await membersOn("2025-01-01")).toBe(0);
	});

	test("counted and reported numbers differ (hitobito 566): a count of the tree opens exactly the members behind it, today and on any day.", async () => {
		await another("bs", "jx", "township", "白石镇");
		await another("px", "qq", "village", "练习村", "active", 1);
		await register("m1", "张桂英", "2023-05-01");
		await register("m2", "王建国", "2025-06-01", "sy", "male");
		await register("n1", "陈金花", "2022-05-01", "lf");
		await run(
			"insert into person (id, name, made_from) values ('x1', '练习人', 'test')",
			"insert into membership (organisation, person, from_day, kind, sort) values ('px', 'x1', '2022-01-01', 'ordinary', 'l')",
			"insert into membership_days values ('px', '[[\"2022-01-01\",1,0]]')",
		);
		await submit(
			paths.memberDeparture("sy", "m1"),
			{ id: "d1", day: "2025-02-01", because: "moved" },
			{ as: "secretary" },
		);
		await move();
		for (const day of ["2022-12-31", "2024-12-31", "2025-03-01", "2025-12-31", null]) {
			const asked = day ? `?day=${day}` : "";
			const tree = await facts<Tree>(paths.tree("jx") + asked, "districtStaff");
			const counts = [
				["jx", tree.whole.members] as const,
				...tree.nodes.map((one) => [one.id, one.members + one.membersBelow] as const),
			];
			for (const [place, count] of counts.filter(([id]) => id !== "px")) {
				// What moved away since is said to be missing in its old township's own past, and listed there by nobody.
				const { whole, elsewhere } = await facts<Tree>(paths.tree(place) + asked, "districtStaff");
				const list = await facts<{ members: { id: string }[] }>(
					paths.members(place) + asked,
					"districtStaff",
				);
				expect(list.members.length, `${place} on ${day}`).toBe(whole.members);
				if (elsewhere === 0) expect(whole.members, `${place} on ${day}`).toBe(count);
			}
		}
		const then = await visit(`${paths.members("jx")}?day=2024-12-31`, { as: "districtStaff" });
		expect(then.text).toContain("这是 2024年12月31日的名册");
		expect(then.text).not.toContain("练习人");
	});

	test("One sees of the past what one may see today: a village that has left is neither named nor counted, only said to be missing.", async () => {
		await another("bs", "jx", "township", "白石镇");
		await register("n1", "陈金花", "2022-05-01", "lf");
		await move();
		const then = await facts<Tree>(`${paths.tree("qq")}?day=2024-12-31`, "townshipStaff");
		expect(then.nodes.map(({ id }) => id)).toEqual(["sy"]);
		expect([then.whole.members, then.elsewhere]).toEqual([0, 1]);
		const page = await visit(`${paths.tree("qq")}?day=2024-12-31`, { as: "townshipStaff" });
		expect(page.text).not.toContain("里畈");
		expect(page.text).toContain("后来划到别处");
		// Where it stands today it is one's own; in its new township's past it isn't.
		expect((await facts<Tree>(`${paths.tree("bs")}?day=2024-12-31`, "districtStaff")).nodes).toEqual([]);
		expect((await facts<Tree>(paths.tree("bs"), "districtStaff")).nodes.map(({ id }) => id)).toEqual(["lf"]);
	});

	test("A village that wasn't there yet doesn't stand in an earlier tree.", async () => {
		await another("nw", "qq", "village", "新村");
		await run("update stage set from_day = '2025-06-01' where organisation = 'nw'");
		const before = await facts<Tree>(`${paths.tree("qq")}?day=2025-05-31`, "townshipStaff");
		expect(before.nodes.map(({ id }) => id)).not.toContain("nw");
		const after = await facts<Tree>(`${paths.tree("qq")}?day=2025-06-01`, "townshipStaff");
		expect(after.nodes.map(({ id }) => id)).toContain("nw");
	});

	test("A day that is none, or still to come, is today.", () => {
		expect(pastDay("2025-02-30", "2026-11-24")).toBe("2026-11-24");
		expect(pastDay("2027-01-01", "2026-11-24")).toBe("2026-11-24");
		expect(pastDay(undefined, "2026-11-24")).toBe("2026-11-24");
		expect(pastDay("2024-12-31", "2026-11-24")).toBe("2024-12-31");
		expect(yearEnds("2026-11-24")[0]).toBe("2025-12-31");
	});

	test("A ring of parents, should one ever stand in the past, doesn't hang the sums.", () => {
		const row = { kind: "village", status: "active" as const, practice: 0, had: null };
		const rows = [
			{ ...row, id: "a", parent: "b", name: "甲", now: "x/a/" },
			{ ...row, id: "b", parent: "a", name: "乙", now: "x/b/" },
		];
		expect(treeOf(rows, "x", "x/").nodes).toHaveLength(2);
	});
});

describe("300 organisations on a phone", () => {
	const villages = 300;

	async function grow(count: number): Promise<void> {
		const list = (of: string) =>
			`with recursive g(n) as (select 1 union all select n + 1 from g where n < ${count}) ${of}`;
		await another("bs", "jx", "township", "白石镇");
		await run(
			`insert into organisation (id, parent, path, kind, name, made_from) ${list("select 'v' || n, 'bs', 'jx/bs/v' || n || '/', 'village', char(19968 + n * 7) || '坞村', 'test' from g")}`,
			`insert into stage (organisation, id, from_day, act, name, kind, parent, path, status, made_at)
				select id, id, '1900-01-01', 'entered', name, kind, parent, path, status, 0 from organisation where id like 'v%'`,
			`insert into membership_days select id, '[["2025-01-01",130,70],["2020-01-01",90,50]]' from organisation where id like 'v%'`,
		);
	}

	test("One question, two trips, at most 120 bytes a node, and two rows a count.", async () => {
		await grow(villages);
		const page = await visit(paths.tree("jx"), { as: "districtStaff" });
		expect(page.text.split("<li").length).toBeGreaterThan(villages);
		expect(page.cost.trips).toBe(2);
		const bytes = new TextEncoder().encode(page.text).length;
		expect(bytes / villages).toBeLessThan(120);
		expect(page.bytes).toBeLessThan(6 * 1024);
		expect(page.cost.rowsRead).toBeLessThan(villages * 6);
		const then = await visit(`${paths.tree("jx")}?day=2024-12-31`, { as: "districtStaff" });
		expect(then.text).toContain('members?day=2024-12-31">90</a>');
		expect(then.cost.rowsRead).toBeLessThan(villages * 8);
	});

	test("A tree of more than 600 is folded: those directly below with their sums, today and on a day.", async () => {
		await grow(700);
		for (const [day, members] of [
			["", 130 * 700],
			["?day=2024-12-31", 90 * 700],
		] as const) {
			const tree = await facts<Tree>(paths.tree("jx") + day, "districtStaff");
			expect(tree.folded).toBe(true);
			expect(tree.nodes.map(({ id, below, membersBelow }) => [id, below, membersBelow])).toEqual([
				["bs", 700, members],
				["qq", 2, 0],
			]);
			expect(tree.whole).toMatchObject({ organisations: 704, members });
		}
		const page = await visit(`${paths.tree("jx")}?day=2024-12-31`, { as: "districtStaff" });
		expect(page.text).toContain("/o/bs/tree?day=2024-12-31");
	});
});
