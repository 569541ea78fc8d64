import { env } from "cloudflare:workers";
import { drizzle } from "drizzle-orm/d1";
import { beforeEach, expect, test } from "vitest";
import { renewTraining } from "../../worker/training/board/store";
import { facts, submit, visit } from "../doors";
import { furnishTree } from "../furnished";
import { today } from "../surveys/cast";
import { beginWorld, standOn, type Who } from "../world";

const year = Number(today.slice(0, 4));

async function done(path: string, fields: Record<string, string | string[]>, as: Who) {
	const answer = await submit(path, fields, { as });
	expect(answer.status, `${path} ${answer.text.slice(0, 300)}`).toBe(303);
}

/** Twenty members in Shangyuan, nineteen of them trained; ten in Lifan, none; a village to practise in and a place without one. */
const beginBoard = () =>
	standOn("training below", async () => {
		await beginWorld();
		await furnishTree();
		for (let place = 0; place < 30; place++) {
			const [at, as] = place < 20 ? (["sy", "secretary"] as const) : (["lf", "neighbour"] as const);
			const member = {
				id: `m${place}`,
				name: `会员${String.fromCharCode(0x4e00 + place * 11)}`,
				joined_on: `${year}-01-01`,
			};
			await done(`/o/${at}/members`, { ...member, kind: "ordinary" }, as);
		}
		await done("/o/sy/activities", { id: "a1", kind: "training", title: "培训", day: today }, "secretary");
		const came = Array.from({ length: 19 }, (_, place) => `m${place}`);
		for (const who of [...came, "p3", "p5"])
			await env.DB.prepare("insert into attendance (organisation, activity, person) values ('sy', 'a1', ?)")
				.bind(who)
				.run();
	});
beforeEach(beginBoard);

type Figures = { topic: string; owed: number; reached: number }[];
type Board = { rows: { organisation: string; figures: Figures }[]; whole: Figures; time: string };
type List = { owed: number; reached: number; people: { id: string; place: string }[]; next: number | null };
const board = (at = "qq", as: Who = "townshipStaff") => facts<Board>(`/o/${at}/training/board`, as);
const list = (query: string, at = "qq", as: Who = "townshipStaff") =>
	facts<List>(`/o/${at}/training/board/people?${query}`, as);

test("counted and reported numbers differ: on a board every figure opens exactly the names it was counted of.", async () => {
	const { rows, whole, time } = await board();
	expect(time).toMatch(/^\d\d:\d\d$/);
	expect(rows.map(({ organisation, figures: [one] }) => [organisation, one?.owed, one?.reached])).toEqual(
		[
			["ns", undefined, undefined],
			["sy", 22, 21],
			["lf", 11, 0],
		].filter(([, owed]) => owed !== undefined),
	);
	// The township's own staff stands in the whole.
	expect(whole).toMatchObject([{ topic: "year", owed: 34, reached: 21 }]);
	for (const { organisation, figures } of rows)
		for (const show of ["reached", "unreached"]) {
			const [figure] = figures;
			const names = await list(`topic=year&under=${organisation}&show=${show}`);
			const expected = show === "reached" ? figure?.reached : (figure?.owed ?? 0) - (figure?.reached ?? 0);
			expect([organisation, show, names.people.length]).toEqual([organisation, show, expected]);
		}
	expect((await list("topic=year&under=sy")).people).toMatchObject([{ id: "m19" }]);
});

test("A district sums all below it, and neither a village for practice nor a place without an association stands in it.", async () => {
	const { rows, whole } = await board("jx", "districtStaff");
	expect(rows.map(({ organisation }) => organisation)).toEqual(["qq"]);
	expect(rows[0]?.figures).toMatchObject([{ owed: 34, reached: 21 }]);
	expect(whole[0]?.owed).toBe(35);
	const inPractice = await env.DB.prepare(
		"select count(*) as n from training_unit where organisation in ('pv', 'nu')",
	).first("n");
	expect(inPractice).toBe(0);
});

test("What was written since stays out of figures and names alike until both are made anew, above as well.", async () => {
	await board();
	await board("jx", "districtStaff");
	await env.DB.prepare(
		"insert into attendance (organisation, activity, person) values ('sy', 'a1', 'm19')",
	).run();
	expect((await list("topic=year&under=sy")).people).toHaveLength(1);
	expect((await board()).rows.find(({ organisation }) => organisation === "sy")?.figures[0]?.reached).toBe(
		21,
	);
	await renewTraining(drizzle(env.DB), today, { id: "qq", path: "jx/qq/" });
	expect((await list("topic=year&under=sy")).people).toHaveLength(0);
	expect((await board()).rows.find(({ organisation }) => organisation === "sy")?.figures[0]?.reached).toBe(
		22,
	);
	expect((await board("jx", "districtStaff")).rows[0]?.figures[0]?.reached).toBe(22);
});

test("A board is read in two round trips and two rows for each it shows; the village's secretary has none.", async () => {
	await board();
	const page = await visit("/o/qq/training/board", { as: "townshipStaff" });
	expect(page.cost.trips).toBe(2);
	expect(page.cost.rowsRead).toBeLessThan(60 + 2 * 3);
	expect(page.text).toContain("数字截至");
	const names = await visit("/o/qq/training/board/people?topic=year", { as: "townshipStaff" });
	expect(names.cost.trips).toBe(2);
	expect((await visit("/o/qq/training/board", { as: "secretary" })).status).toBe(404);
	expect((await visit("/o/sy/training/board", { as: "neighbour" })).status).toBe(404);
	expect((await visit("/o/qq/training/board/people?under=jx", { as: "townshipStaff" })).status).toBe(404);
});
