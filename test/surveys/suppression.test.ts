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
	groupCell,
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

async function fill(wave = "d1", many = sizes): Promise<void> {
	await openDistrictWave(units, wave);
	for (const unit of units) {
		const said = people(many[unit] ?? 0, 7).map((one, at) => {
			const { age: _age, ...young } = one;
			if (unit === "xx" && at > 6) return young;
			return unit === "dx" ? { ...one, sex: at < 3 ? "male" : "female" } : one;
		});
		await answered(unit, said, wave);
	}
}
const close = (wave = "d1") =>
	submit(`/o/jx/surveys/${wave}/closing`, { id: "c1", handed_out: "0" }, { as: "districtStaff" });

const questionnaire = newestQuestionnaire;
const options: Record<string, string[]> = { aware: ["yes", "no"] };
for (const question of questionnaire.questions)
	if (question.kind === "choice") options[question.key] = question.options.map(({ key }) => key);
/** What people of one wave said: the same unit in another wave is others' answers. */
const groundOf = (wave: string): Ground => ({
	unitsBelow: (node) =>
		(
			({ jx: units, qq: ["sy", "lf", "xw", "nb"], bs: ["dx", "xx"] })[node] ??
			units.filter((unit) => unit === node)
		).map((unit) => `${wave}/${unit}`),
	options,
	groups: { sex: [...(options.sex ?? []), blank], age: [...(options.age ?? []), blank] },
	satisfied: "satisfied",
});
const ground = groundOf("d1");
const unitsOf = (wave: string) => units.map((unit) => `${wave}/${unit}`);

/** What a comparison of a year says of those below. */
async function learnsComparison(
	attacker: Attacker,
	place: string,
	ground: Ground,
	many: Record<string, number>,
): Promise<void> {
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
	const sum = shown
		.flatMap(ground.unitsBelow)
		.reduce((total, unit) => total + (many[unit.split("/")[1] ?? ""] ?? 0), 0);
	expect(below?.total.answered ?? 0, "a sum takes in nobody who is withheld").toBe(sum);
}

/** What a workbook says: a line a question, group and answer, in words that the code book makes keys of. */
async function learnsWorkbook(attacker: Attacker, place: string, wave: string): Promise<void> {
	const ground = groundOf(wave);
	const answer = await visit(`/o/${place}/surveys/${wave}?format=table`, { as: "districtStaff" });
	const book = JSON.parse(answer.text) as {
		rows: [string, string, string, string, string, number, number][];
	};
	const keyOf = (by: string, word: string) =>
		questionnaire.questions
			.flatMap((one) => (one.kind === "choice" && one.key === by ? one.options : []))
			.find(({ words }) => words.zh === word)?.key ?? blank;
	const below = ground.unitsBelow(place);
	for (const [code, , group, option] of book.rows) {
		const [by = "", names = ""] = group.split(": ");
		if (group === "全部") {
			attacker.learns(all(below.map((unit) => cellOf(code, unit, option))));
			attacker.learns(all(tableIn(ground, code, below)));
		} else {
			const keys = names.split("、").map((word) => keyOf(by, word));
			attacker.learns(all(below.flatMap((unit) => keys.map((key) => groupCell(by, unit, key, option)))));
		}
	}
}

type Scored = { satisfied: number; answered: number };

/** What the map of the tree says, node by node. */
async function learnsMap(attacker: Attacker, place: string, wave: string): Promise<void> {
	const ground = groundOf(wave);
	const { nodes } = await facts<{ nodes: { id: string; answers: number | null; score: Scored | null }[] }>(
		`/o/${place}/surveys/${wave}/map`,
		"districtStaff",
	);
	for (const { id, answers, score } of nodes) {
		const below = ground.unitsBelow(id);
		if (answers !== null || score) attacker.learns(all(tableIn(ground, "satisfied", below)));
		if (score)
			attacker.learns(
				all(below.flatMap((unit) => ["5", "4"].map((level) => cellOf("satisfied", unit, level)))),
			);
	}
}

/** What the trends say: how many of how many chose an answer, in each wave. */
async function learnsTrends(attacker: Attacker, place: string): Promise<void> {
	const { waves, series } = await facts<{
		waves: { id: string }[];
		series: { question: string; options: string[]; figures: (object | null)[] }[];
	}>(`/o/${place}/surveys/trends`, "districtStaff");
	for (const { question, options: counted, figures } of series)
		for (const [at, { id }] of waves.entries()) {
			if (!figures[at]) continue;
			const ground = groundOf(id);
			const below = ground.unitsBelow(place);
			attacker.learns(all(tableIn(ground, question, below)));
			attacker.learns(all(below.flatMap((unit) => counted.map((key) => cellOf(question, unit, key)))));
		}
}

async function learnsEverything(attacker: Attacker, wave = "d1", many = sizes): Promise<void> {
	const ground = groundOf(wave);
	for (const place of places) {
		const answer = await visit(`/o/${place}/surveys/${wave}`, { as: "districtStaff" });
		if (answer.status === 404) continue;
		const { published } = await facts<Wave>(`/o/${place}/surveys/${wave}`, "districtStaff");
		if (published) {
			learnsPublished(attacker, ground, place, published);
			await learnsWorkbook(attacker, place, wave);
			await learnsMap(attacker, place, wave);
		}
		await learnsComparison(attacker, place, ground, many);
		await learnsTrends(attacker, place);
	}
}

function foundOut(
	attacker: Attacker,
	said: Map<string, Record<string, string>[]>,
	ground = groundOf("d1"),
): string[] {
	const units = ground.unitsBelow("jx");
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
	const { results } = await env.DB.prepare("select wave || '/' || unit as unit, said from answer").all<{
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
	learnsTheForm(attacker, ground, unitsOf("d1"));
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

test("Two waves of a year, laid side by side and after one another, give away no figure of either on a base under ten.", async () => {
	const later = { ...sizes, lf: 12, nb: 8, sy: 58, dx: 9 };
	const attacker = new Attacker();
	for (const [wave, many] of [
		["d1", sizes],
		["d2", later],
	] as const) {
		await fill(wave, many);
		learnsTheForm(attacker, groundOf(wave), unitsOf(wave));
		await close(wave);
		// The first wave is looked at again after the second has closed.
		for (const seen of wave === "d1" ? ["d1"] : ["d1", "d2"])
			for (const place of places) {
				const { published } = await facts<Wave>(`/o/${place}/surveys/${seen}`, "districtStaff");
				if (published) learnsPublished(attacker, groundOf(seen), place, published);
				await learnsMap(attacker, place, seen);
				await learnsTrends(attacker, place);
				if (seen === wave) await learnsComparison(attacker, place, groundOf(wave), many);
			}
	}
	const said = await truth();
	for (const wave of ["d1", "d2"]) expect(foundOut(attacker, said, groundOf(wave)), wave).toEqual([]);
});

test("With the one small village withheld and no other, the same reader has its every answer.", async () => {
	await fill();
	await close();
	const attacker = new Attacker();
	learnsTheForm(attacker, ground, unitsOf("d1"));
	await learnsEverything(attacker);
	expect(attacker.knows(all(tableIn(ground, "satisfied", ["d1/lf"])))).toBe(false);
	// What the page of Nanbu would say if only those under ten were withheld.
	attacker.learns(all(tableIn(ground, "satisfied", ["d1/nb"])));
	expect(attacker.knows(all(tableIn(ground, "satisfied", ["d1/lf"])))).toBe(true);
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
