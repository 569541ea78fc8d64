import { env } from "cloudflare:workers";
import { beforeEach, expect, test } from "vitest";
import { compositeOf, criteriaOf, isVetoed, pointsOf, totalOf } from "../../worker/surveys/assessment/rules";
import { facts, submit, visit } from "../doors";
import { beginWorld } from "../world";
import { codeAt, contented, opening, rowsIn } from "./cast";

beforeEach(beginWorld);

const township = { as: "townshipStaff" } as const;
const district = { as: "districtStaff" } as const;
const page = "/o/sy/surveys/w1/assessment";
const criteria = "活动开展 30\n会费公开 20\n弄虚作假 一票否决";
const open = (changes: Record<string, string> = {}) =>
	submit("/o/qq/surveys", { ...opening, scope: "below", assessors: "30", criteria, ...changes }, township);

type Shown = {
	mean: number | null;
	residents: number | null;
	total: number | null;
	vetoed: boolean;
	given: { name: string }[];
};

test("Named assessors above a village mark it by item with notes; the village sees who gave what and gives itself nothing.", async () => {
	await open();
	const given = await submit(page, { id: "m1", c1: "24", c2: "20", "c2-note": "账贴在门口" }, township);
	expect(given.status).toBe(303);
	expect((await submit(page, { id: "m2", c1: "30", c2: "15" }, district)).status).toBe(303);
	const seen = await visit(page, { as: "secretary" });
	for (const words of ["郑新富", "金建国", "账贴在门口", "88.0", "90.0", "还没有总分"])
		expect(seen.text, words).toContain(words);
	expect(seen.text).not.toContain("我来打分");
	expect((await submit(page, { id: "m3", c1: "30", c2: "20" }, { as: "secretary" })).status).toBe(404);
	expect((await submit(page, { id: "m4", c1: "30", c2: "20" }, { as: "neighbour" })).status).toBe(404);
	expect((await visit(page, { as: "neighbour" })).status).toBe(404);
	// Marks are given anew until the end; there is one row for each assessor.
	await submit(page, { id: "m5", c1: "27", c2: "20" }, township);
	expect(await rowsIn("assessment")).toBe(2);
	for (const wrong of [
		{ c1: "31", c2: "1" },
		{ c1: "-1", c2: "1" },
		{ c1: "", c2: "1" },
	])
		expect((await submit(page, { id: "m6", ...wrong }, township)).status).toBe(422);
});

test("Residents and assessors come together in the wave's proportion once it is closed, the formula printed; a veto makes it nothing.", async () => {
	await open();
	for (let place = 0; place < 12; place++) {
		const said = {
			...contented,
			satisfied: place < 9 ? "5" : "3",
			id: `a${place}`,
			code: await codeAt(place, "w1", "sy"),
		};
		expect((await submit("/s/w1/sy", said)).status).toBe(303);
		// Beside a village where nobody answered, this one would be withheld as well.
		const next = { ...said, code: await codeAt(place, "w1", "lf") };
		expect((await submit("/s/w1/lf", next)).status).toBe(303);
	}
	await submit(page, { id: "m1", c1: "24", c2: "16" }, township);
	expect(await facts<Shown>(page, "secretary")).toMatchObject({ mean: 80, residents: null, total: null });
	await submit("/o/qq/surveys/w1/closing", { id: "c1", handed_out: "0" }, township);
	expect(await facts<Shown>(page, "secretary")).toMatchObject({ mean: 80, residents: 75, total: 76.5 });
	const shown = await visit(page, { as: "secretary" });
	expect(shown.text).toContain("总分 = 居民 75.0 × 70 % + 考评平均 80.0 × 30 %");
	const notice = await visit("/o/sy/surveys/w1/notice", { as: "secretary" });
	for (const words of ["居民 70 %，考评人 30 %", "80.0 · 1 人打分", "76.5"])
		expect(notice.text).toContain(words);
	// Closed is closed, for marks too.
	expect((await submit(page, { id: "m2", c1: "30", c2: "20", c3: "on" }, district)).status).toBe(409);
	await env.DB.prepare("update assessment set marks = json_set(marks, '$.c3.vetoed', json('true'))").run();
	expect(await facts<Shown>(page, "secretary")).toMatchObject({ vetoed: true, total: 0 });
});

test("On a base below ten there is no total: it would give the residents' side away.", async () => {
	await open();
	for (let place = 0; place < 9; place++)
		await submit("/s/w1/sy", { ...contented, id: `a${place}`, code: await codeAt(place, "w1", "sy") });
	await submit(page, { id: "m1", c1: "24", c2: "16" }, township);
	await submit("/o/qq/surveys/w1/closing", { id: "c1", handed_out: "0" }, township);
	expect(await facts<Shown>(page, "secretary")).toMatchObject({ mean: 80, residents: null, total: null });
});

test("A wave without assessors has no such page, and items that can't be read come back at their field.", async () => {
	await submit("/o/qq/surveys", { ...opening, scope: "below" }, township);
	expect((await visit(page, township)).status).toBe(404);
	for (const wrong of ["", "活动开展", "弄虚作假 一票否决", "活动 0"]) {
		const refused = await open({ id: "w2", criteria: wrong });
		expect([wrong, refused.status]).toEqual([wrong, 422]);
	}
	expect(criteriaOf("组织健全 20分\n活动：30\nFalse figures veto")).toEqual([
		{ key: "c1", name: "组织健全", most: 20, veto: false },
		{ key: "c2", name: "活动", most: 30, veto: false },
		{ key: "c3", name: "False figures", most: 0, veto: true },
	]);
});

test("Points, totals and the proportion are as the rules say.", () => {
	const levels = { "5": 5, "4": 3, "3": 1, "2": 1, "1": 0, unknown: 7 };
	expect(pointsOf(levels, "100-80-60-30-0")).toBe((500 + 240 + 60 + 30) / 10);
	expect(pointsOf(levels, "100-75-55")).toBe((500 + 225 + 55) / 10);
	expect(pointsOf({ unknown: 4 }, "100-75-55")).toBeNull();
	const items = criteriaOf("甲 30\n乙 20\n丙 一票否决") ?? [];
	const marks = {
		c1: { points: 24, vetoed: false, note: null },
		c2: { points: 16, vetoed: false, note: null },
	};
	expect(totalOf(items, marks)).toBe(80);
	expect(isVetoed(items, [marks, { c3: { points: 0, vetoed: true, note: null } }])).toBe(true);
	expect(compositeOf(90, 80, 30, false)).toBe(87);
	expect(compositeOf(90, 80, 40, false)).toBe(86);
	expect(compositeOf(90, null, 30, false)).toBeNull();
	expect(compositeOf(90, 80, 30, true)).toBe(0);
});
