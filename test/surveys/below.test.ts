import { env } from "cloudflare:workers";
import { beforeEach, expect, test } from "vitest";
import { belowOf } from "../../worker/surveys/below/rules";
import { facts, submit, visit } from "../doors";
import { beginWorld } from "../world";
import { today } from "./cast";
import { answered, openDistrictWave, people } from "./district";

beforeEach(beginWorld);

const year = Number(today.slice(0, 4));
const keep = (organisation: string, satisfied: number, answered: number, adults: number | null = 500) =>
	env.DB.prepare(
		`insert into standing (organisation, year, survey_satisfied, survey_answered, survey_adults, survey_target, survey_slips)
		values (?, ?, ?, ?, ?, 90, 200)`,
	)
		.bind(organisation, year, satisfied, answered, adults)
		.run();

type Below = {
	below: {
		units: { id: string; share: unknown; slips: number | null }[];
		total: { score: unknown; answered: number; withheld: number };
	};
};

test("The township compares its villages; a village sees no comparison, and the neighbour not its township's.", async () => {
	await keep("sy", 140, 150);
	await keep("lf", 190, 205);
	const { below } = await facts<Below>("/o/qq/surveys", "townshipStaff");
	expect(below.units.map(({ id }) => id)).toEqual(["sy", "lf"]);
	expect(below.total).toMatchObject({ answered: 355, score: { verdict: "met" } });
	const page = await visit("/o/qq/surveys", { as: "townshipStaff" });
	expect(page.text).toContain("上园村");
	expect(page.text).toContain("按成年人口加权");
	expect(page.cost.trips).toBe(2);
	expect(page.cost.rowsRead).toBeLessThanOrEqual(64);
	expect((await facts<{ below: null }>("/o/sy/surveys", "secretary")).below).toBeNull();
	expect((await visit("/o/qq/surveys", { as: "neighbour" })).status).toBe(404);
});

test("A village with fewer than ten answers is not published, and not in the total either.", async () => {
	await keep("sy", 140, 150);
	await keep("lf", 3, 9);
	const { below } = await facts<Below>("/o/qq/surveys", "townshipStaff");
	expect(below.units.at(-1)).toEqual({
		id: "lf",
		name: "里畈村计划生育协会",
		share: "withheld",
		slips: null,
	});
	expect(below.total).toMatchObject({ answered: 150, withheld: 1, score: { share: 140 / 150 } });
	expect((await visit("/o/qq/surveys", { as: "townshipStaff" })).text).toContain("不公布");
});

test("Villages weigh by their adults, and the plain mean stands beside: 86.3 % where it says 91.7 %.", () => {
	const row = (id: string, satisfied: number, adults: number) => ({
		id,
		name: id,
		surveySatisfied: satisfied,
		surveyAnswered: 100,
		surveyAdults: adults,
		surveyTarget: 90,
		surveySlips: 0,
	});
	const below = belowOf([row("a", 98, 500), row("b", 82, 2000), row("c", 95, 300)], 2026);
	expect(below.total.score?.share).toBeCloseTo(0.8625, 10);
	expect(below.more).toBe(false);
	expect(below.total.naive).toBeCloseTo(0.9167, 4);
	expect(below.units.map(({ id }) => id)).toEqual(["a", "c", "b"]);
});

test("A district whose wave asked the villages compares its townships by it, each as on its own page.", async () => {
	const units = ["sy", "xw", "dx", "xx"];
	await openDistrictWave(units);
	for (const unit of units) await answered(unit, people(40));
	await submit("/o/jx/surveys/d1/closing", { id: "c1", handed_out: "0" }, { as: "districtStaff" });
	type Scored = { figures: { score: { share: number; lower: number } | null } };
	const { below } = await facts<Below>("/o/jx/surveys", "districtStaff");
	expect(below.units.map(({ id }) => id).sort()).toEqual(["bs", "qq"]);
	for (const { id, share } of below.units) {
		const { figures } = await facts<Scored>(`/o/${id}/surveys/d1`, "districtStaff");
		expect(share, id).toEqual(figures.score);
	}
	const own = await facts<Scored>("/o/jx/surveys/d1", "districtStaff");
	expect(below.total).toMatchObject({ answered: 160, score: { share: own.figures.score?.share } });
	const page = await visit("/o/jx/surveys", { as: "districtStaff" });
	expect(page.text).not.toContain("没有结束的测评");
	expect([page.cost.trips, page.cost.rowsRead <= 64]).toEqual([2, true]);
});
