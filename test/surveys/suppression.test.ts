import { env } from "cloudflare:workers";
import { beforeEach, expect, test } from "vitest";
import { newestQuestionnaire } from "../../worker/surveys/questionnaire/ready";
import { resultOf } from "../../worker/surveys/score/check";
import { blank } from "../../worker/surveys/score/crossing";
import type { Published } from "../../worker/surveys/score/published";
import { sha256 } from "../../worker/values/id";
import { facts, submit, visit } from "../doors";
import { beginWorld } from "../world";
import {
	Attacker,
	all,
	cellOf,
	choicesOf,
	type Ground,
	groupIn,
	learnsPublished,
	learnsTheForm,
	tableIn,
} from "./attacker";
import { rowsIn, today } from "./cast";
import { answered, openDistrictWave, people } from "./district";

beforeEach(beginWorld);

const year = today.slice(0, 4);
const units = ["sy", "lf", "xw", "nb", "dx", "xx"];
const places = ["jx", "qq", "bs", ...units];
/** Lifan is too small, and Nanbu is next; in Xixi few said their age; of Dongxi's people hardly any are men. */
const sizes: Record<string, number> = { sy: 60, lf: 4, xw: 50, nb: 14, dx: 45, xx: 40 };

type Wave = {
	published: Published | null;
	figures: { answers: number | null; below: { id: string; answers: number | null }[] };
};

async function fill(): Promise<void> {
	await openDistrictWave(units);
	for (const unit of units) {
		const said = people(sizes[unit] ?? 0, 7).map((one, at) => {
			const { age: _age, ...young } = one;
			if (unit === "xx" && at > 6) return young;
			return unit === "dx" ? { ...one, sex: at < 3 ? "male" : "female" } : one;
		});
		await answered(unit, said);
	}
}
const close = () =>
	submit("/o/jx/surveys/d1/closing", { id: "c1", handed_out: "0" }, { as: "districtStaff" });

const questionnaire = newestQuestionnaire;
const options: Record<string, string[]> = { aware: ["yes", "no"] };
for (const question of questionnaire.questions)
	if (question.kind === "choice") options[question.key] = question.options.map(({ key }) => key);
const ground: Ground = {
	unitsBelow: (node) =>
		({ jx: units, qq: ["sy", "lf", "xw", "nb"], bs: ["dx", "xx"] })[node] ??
		units.filter((unit) => unit === node),
	options,
	groups: { sex: [...(options.sex ?? []), blank], age: [...(options.age ?? []), blank] },
	satisfied: "satisfied",
};

/** What a comparison of a year says of those below. */
async function learnsComparison(attacker: Attacker, place: string): Promise<void> {
	type Score = { satisfied: number; answered: number };
	const { below } = await facts<{
		below: { units: { id: string; share: string | Score }[]; total: { answered: number } } | null;
	}>(`/o/${place}/surveys?year=${year}`, "districtStaff");
	const shown = (below?.units ?? []).filter(({ share }) => typeof share !== "string").map(({ id }) => id);
	for (const id of shown) {
		attacker.learns(all(tableIn(ground, "satisfied", ground.unitsBelow(id))));
		attacker.learns(
			all(
				ground.unitsBelow(id).flatMap((unit) => ["5", "4"].map((level) => cellOf("satisfied", unit, level))),
			),
		);
	}
	const sum = shown.flatMap(ground.unitsBelow).reduce((total, id) => total + (sizes[id] ?? 0), 0);
	expect(below?.total.answered ?? 0, "a sum takes in nobody who is withheld").toBe(sum);
}

async function learnsEverything(attacker: Attacker): Promise<void> {
	for (const place of places) {
		const answer = await visit(`/o/${place}/surveys/d1`, { as: "districtStaff" });
		if (answer.status === 404) continue;
		const { published } = await facts<Wave>(`/o/${place}/surveys/d1`, "districtStaff");
		if (published) learnsPublished(attacker, ground, place, published);
		await learnsComparison(attacker, place);
	}
}

function foundOut(attacker: Attacker, said: Map<string, Record<string, string>[]>): string[] {
	const base = (table: string, unit: string) =>
		(said.get(unit) ?? []).filter((one) => (table === "aware" ? true : one[table] !== undefined)).length;
	const found: string[] = [];
	for (const [table, keys] of Object.entries(ground.options)) {
		const small = units.filter((unit) => base(table, unit) < 10);
		for (const some of choicesOf(small)) {
			if (some.reduce((sum, unit) => sum + base(table, unit), 0) >= 10) continue;
			if (attacker.knows(all(tableIn(ground, table, some)))) found.push(`${table} ${some.join()}`);
			for (const key of keys)
				if (attacker.knows(all(some.map((unit) => cellOf(table, unit, key)))))
					found.push(`${table}:${key} ${some.join()}`);
		}
	}
	for (const [by, groups] of Object.entries(ground.groups))
		for (const unit of units)
			for (const some of choicesOf(groups)) {
				const many = (said.get(unit) ?? []).filter((one) => some.includes(one[by] ?? blank)).length;
				if (many > 0 && many < 10 && attacker.knows(all(groupIn(ground, by, some, [unit]))))
					found.push(`${by} ${some.join("+")} ${unit}`);
			}
	return found;
}

async function truth() {
	const { results } = await env.DB.prepare("select unit, said from answer").all<{
		unit: string;
		said: string;
	}>();
	const said = new Map<string, Record<string, string>[]>();
	for (const one of results) said.set(one.unit, [...(said.get(one.unit) ?? []), JSON.parse(one.said)]);
	return said;
}

test("A district's reader who fetches everything, while the wave runs and after, works out no figure on a base under ten.", async () => {
	await fill();
	const attacker = new Attacker();
	learnsTheForm(attacker, ground, units);
	// While it runs, only numbers in steps of ten.
	for (const unit of units) {
		const { published, figures } = await facts<Wave>(`/o/${unit}/surveys/d1`, "districtStaff");
		const step = Math.floor((sizes[unit] ?? 0) / 10) * 10;
		expect([published, figures.answers]).toEqual([null, step === 0 ? null : step]);
	}
	await learnsEverything(attacker);
	expect((await close()).status).toBe(303);
	await learnsEverything(attacker);
	expect(foundOut(attacker, await truth())).toEqual([]);
	// It is no empty win: the district's and its townships' own figures are there, of everybody.
	const { figures } = await facts<Wave>("/o/jx/surveys/d1", "districtStaff");
	expect(figures.answers).toBe(213);
	expect((await facts<Wave>("/o/qq/surveys/d1", "districtStaff")).figures.below).toMatchObject([
		{ id: "lf", answers: null },
		{ id: "nb", answers: null },
		{ id: "sy", answers: 60 },
		{ id: "xw", answers: 50 },
	]);
});

test("With the one small village withheld and no other, the same reader has its every answer.", async () => {
	await fill();
	await close();
	const attacker = new Attacker();
	learnsTheForm(attacker, ground, units);
	await learnsEverything(attacker);
	expect(attacker.knows(all(tableIn(ground, "satisfied", ["lf"])))).toBe(false);
	// What the page of Nanbu would say if only those under ten were withheld.
	attacker.learns(all(tableIn(ground, "satisfied", ["nb"])));
	expect(attacker.knows(all(tableIn(ground, "satisfied", ["lf"])))).toBe(true);
});

test("What is withheld is withheld in every face: page, JSON, file, notice, texts, board.", async () => {
	await openDistrictWave(units);
	for (const unit of units)
		await answered(
			unit,
			people(sizes[unit] ?? 0, 7).map((one) => ({ ...one, remark: `${unit}说的话` })),
		);
	await close();
	for (const unit of ["lf", "nb"]) {
		const page = await visit(`/o/${unit}/surveys/d1`, { as: "districtStaff" });
		expect(page.text).not.toMatch(/\d\d\.\d/);
		expect(
			(await visit(`/o/${unit}/surveys/d1?format=csv`, { as: "districtStaff" })).text.split("\r\n"),
		).toHaveLength(2);
		expect((await visit(`/o/${unit}/surveys/d1/remarks`, { as: "districtStaff" })).text).not.toContain(
			"说的话",
		);
		expect((await visit(`/o/${unit}/surveys/d1/notice`, { as: "districtStaff" })).text).toContain("不公布");
		expect(
			await env.DB.prepare("select survey_answered from standing where organisation = ?").bind(unit).first(),
		).toEqual({ survey_answered: 0 });
	}
	expect((await visit("/o/sy/surveys/d1/remarks", { as: "districtStaff" })).text).toContain("sy说的话");
	const csv = await visit("/o/qq/surveys/d1?format=csv", { as: "districtStaff" });
	expect(csv.text).toContain("128");
});

test("The district closes its wave in all villages at once; a village closes nothing of the district's.", async () => {
	await fill();
	const theirs = await submit("/o/sy/surveys/d1/closing", { id: "c1", handed_out: "0" }, { as: "secretary" });
	expect(theirs.status).toBe(404);
	const closed = await close();
	expect(closed.status).toBe(303);
	expect(closed.cost.trips).toBeLessThanOrEqual(4);
	expect((await close()).status).toBe(303);
	expect(await rowsIn("closing")).toBe(6);
	expect(await rowsIn("published")).toBe(9);
	expect((await submit("/s/d1/sy", { id: "a1", satisfied: "5" })).status).toBe(410);
	for (const [place, who] of [
		["sy", "secretary"],
		["qq", "townshipStaff"],
		["jx", "districtStaff"],
	] as const) {
		const page = await visit(`/o/${place}/surveys/d1`, { as: who });
		expect([page.status, page.cost.trips <= 2, page.cost.rowsRead <= 64]).toEqual([200, true, true]);
		expect((await visit(`/o/${place}/surveys`, { as: who })).text).toContain("/surveys/d1");
	}
	expect((await visit("/o/jx/surveys/d1", { as: "secretary" })).status).toBe(404);
});

test("A sealed page carries the tables that its figures come from, with their fingerprint; worked out again they say the same.", async () => {
	await fill();
	await close();
	for (const place of ["jx", "qq", "sy"]) {
		const { published, print, figures } = await facts<{
			published: Published;
			print: string;
			figures: { score: Record<string, unknown>; aware: { share: number } };
		}>(`/o/${place}/surveys/d1`, "districtStaff");
		expect(await sha256(JSON.stringify(published))).toBe(print);
		const again = resultOf(published, { question: "satisfied", denominator: "all", target: 90 });
		const { share, lower, upper, verdict } = figures.score as { verdict: { kind: string } } & Record<
			string,
			unknown
		>;
		expect(again).toEqual({ share, lower, upper, verdict: verdict.kind, aware: figures.aware.share });
		const page = await visit(`/o/${place}/surveys/d1`, { as: "districtStaff" });
		expect(page.text).toContain(`data-print="${print}"`);
	}
});
