import { env } from "cloudflare:workers";
import { drizzle } from "drizzle-orm/d1";
import { beforeEach, expect, test } from "vitest";
import { renewSeatBoard } from "../../worker/officers/seats/board";
import { daysAfter, monthsAfter } from "../../worker/values/day";
import { facts, submit, visit } from "../doors";
import { today } from "../surveys/cast";
import { beginWorld } from "../world";

const board = () => facts<Board>("/o/jx/seats", "districtStaff");
type Row = {
	name: string;
	organisation: string;
	councils: number;
	filled: number;
	soon: number;
	over: number;
	vacant: number;
};
type Board = { whole: Row; rows: Row[] };
type List = {
	seats: { place: string; post: string; name: string | null; state: string; seats: number }[];
	next: number | null;
};
const list = (query: string, at = "jx") => facts<List>(`/o/${at}/seats/list?${query}`, "districtStaff");

/** Shangyuan's council is past its due day, Lifan's is due in three months; each has a chair and a secretary, and seats to fill. */
beforeEach(async () => {
	await beginWorld();
	const elected = { newcomers: "on", number: "6" };
	await submit(
		"/o/sy/terms",
		{
			...elected,
			id: "t1",
			day: "2018-01-01",
			due_day: "2023-01-01",
			"chair-1": "周秀兰",
			"secretary-general-1": "吴美珍",
		},
		{ as: "secretary" },
	);
	const day = daysAfter(monthsAfter(today, -60), 90);
	await submit(
		"/o/lf/terms",
		{ ...elected, id: "t2", day, "chair-1": "章福根", "secretary-general-1": "郑丽君", "full-chair-1": "on" },
		{ as: "neighbour" },
	);
});

test("The district sees by township what is due, overdue and vacant, and each figure opens its rows.", async () => {
	const { whole, rows } = await board();
	// The township's own council: a chair, two vice-chairs, a secretary, seven members, all vacant. Two villages lack four each.
	expect(rows).toMatchObject([
		{ name: "青桥镇计划生育协会", councils: 3, filled: 0, soon: 2, over: 2, vacant: 11 + 4 + 4 },
	]);
	expect(whole).toMatchObject({ councils: 3, soon: 2, over: 2, vacant: 19 });
	const over = await list("state=over&under=qq");
	expect(over.seats.map(({ place, name }) => `${place} ${name}`)).toEqual([
		"上园村计划生育协会 周秀兰",
		"上园村计划生育协会 吴美珍",
	]);
	const page = await visit("/o/jx/seats", { as: "districtStaff" });
	expect(page.text).toContain("/o/jx/seats/list?state=over&amp;under=qq");
	const chairs = await list("state=vacant&post=vice-chair");
	expect(chairs.seats.map(({ place, seats }) => `${place} ${seats}`)).toEqual([
		"青桥镇计划生育协会 2",
		"里畈村计划生育协会 1",
		"上园村计划生育协会 1",
	]);
});

test("the count of vacancies disagrees with the list (OnBoard 444): every figure of every row is the sum of the rows it opens, whatever happened since.", async () => {
	await board();
	// Somebody is elected after the figures were gathered: both still say what they said at that hour.
	await submit(
		"/o/sy/by-elections",
		{ id: "b1", post: "vice-chair", who: "傅国良", day: today, newcomers: "on" },
		{ as: "secretary" },
	);
	for (const again of [false, true]) {
		if (again) await renewSeatBoard(drizzle(env.DB), today, { id: "jx", path: "jx/" });
		const { whole, rows } = await board();
		for (const [row, under] of [[whole, ""], ...rows.map((row) => [row, row.organisation] as const)] as const)
			for (const state of ["filled", "soon", "over", "vacant"] as const) {
				const { seats } = await list(`state=${state}&under=${under}`);
				expect(seats.reduce((sum, one) => sum + one.seats, 0)).toBe(row[state]);
			}
		expect(whole.vacant).toBe(again ? 18 : 19);
	}
});

test("Practice villages and those unfounded or deregistered are left out, of counts and lists.", async () => {
	await env.DB.prepare("update organisation set practice = 1 where id = 'lf'").run();
	await env.DB.prepare("update organisation set status = 'deregistered' where id = 'sy'").run();
	const { whole } = await board();
	expect(whole).toMatchObject({ councils: 1, vacant: 11, over: 0 });
	expect((await list("")).seats.map(({ place }) => place)).toEqual(Array(4).fill("青桥镇计划生育协会"));
});

test("Nobody sees another's board, and a village of its own sees none.", async () => {
	expect((await visit("/o/jx/seats", { as: "secretary" })).status).toBe(404);
	expect((await visit("/o/jx/seats/list?under=sy", { as: "districtStaff" })).status).toBe(404);
	const village = await visit("/o/sy/officers", { as: "secretary" });
	expect(village.text).not.toContain("/o/sy/seats");
	expect((await visit("/o/qq/officers", { as: "townshipStaff" })).text).toContain("/o/qq/seats");
});

test("The share of women, full-time and ages of all holders below, by post.", async () => {
	await env.DB.prepare(
		"update person set sex = 'female', birth_year = 1960 where name in ('周秀兰', '吴美珍')",
	).run();
	type People = {
		whole: { people: number; women: number; sexKnown: number; fullTime: number; ages: number[] };
	};
	const everybody = await facts<People>("/o/jx/seats/people", "districtStaff");
	expect(everybody.whole).toEqual({
		people: 4,
		women: 2,
		sexKnown: 2,
		fullTime: 1,
		ages: [0, 0, 0, 0, 2, 2],
	});
	const chairs = await facts<People>("/o/jx/seats/people?post=chair", "districtStaff");
	expect(chairs.whole).toMatchObject({ people: 2, women: 1, fullTime: 1 });
	const file = await visit("/o/jx/seats/people?format=csv", { as: "districtStaff" });
	expect(file.text).toContain("青桥镇计划生育协会,4,2,2,1");
});

test("The root sets from a day on what a kind calls for; the past stays, and villages can't.", async () => {
	const rules = {
		...{
			id: "r1",
			kind: "village",
			from_day: today,
			years: "3",
			chair: "1",
			chair_full: "0",
			vice_chair: "2",
		},
		...{
			vice_chair_full: "1",
			secretary_general: "1",
			secretary_general_full: "0",
			council_member: "3",
			council_member_full: "0",
		},
	};
	expect((await submit("/o/sy/seats/rules", rules, { as: "secretary" })).status).toBe(404);
	expect(
		(await submit("/o/jx/seats/rules", { ...rules, vice_chair_full: "3" }, { as: "districtStaff" })).status,
	).toBe(422);
	const set = await submit("/o/jx/seats/rules", rules, { as: "districtStaff" });
	expect(set.status, set.text).toBe(303);
	const vacant = async (day: string) =>
		(await facts<{ seats: { state: string }[] }>(`/o/sy/officers?day=${day}`, "secretary")).seats.filter(
			({ state }) => state === "vacant",
		).length;
	expect(await vacant(daysAfter(today, -1))).toBe(4);
	expect(await vacant(today)).toBe(5);
	// A term elected today lasts three years now.
	const election = { id: "t9", day: today, "secretary-general-1": "吴美珍" };
	await submit("/o/sy/terms", election, { as: "secretary" });
	const council = await facts<{ term: { dueDay: string } }>("/o/sy/officers", "secretary");
	expect(council.term.dueDay).toBe(monthsAfter(today, 36));
});
