import { describe, expect, it } from "vitest";
import { labelsOf } from "../../worker/surveys/answer/rules";
import { newestQuestionnaire } from "../../worker/surveys/questionnaire/ready";
import type { Said } from "../../worker/surveys/questionnaire/rules";
import { blank, crossedLabel, crossedQuestions } from "../../worker/surveys/score/crossing";
import { figuresOf } from "../../worker/surveys/score/figures";
import { publish } from "../../worker/surveys/score/publish";
import type { Node, Rule, Tally } from "../../worker/surveys/score/published";
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
import { luckFrom } from "./coverage";

const village = newestQuestionnaire;
const rule: Rule = { questionnaire: village, denominator: "all" };

/** The tally of some answers. */
function tallied(answers: readonly Said[], adults: number | null = 500): Tally {
	const [counts, crossed]: Record<string, number>[] = [{ n: 0 }, {}];
	for (const said of answers) {
		for (const label of labelsOf(village, said, "slip", "2026-10-15"))
			if (counts) counts[label] = (counts[label] ?? 0) + 1;
		for (const { key } of crossedQuestions(village)) {
			const label = crossedLabel(key, said[key] ?? blank, said.satisfied ?? "");
			if (crossed) crossed[label] = (crossed[label] ?? 0) + 1;
		}
	}
	return { counts: counts ?? {}, crossed: crossed ?? {}, adults, handedOut: 0 };
}

/** What somebody says, at random; now and then a question is left blank. */
function sayAtRandom(luck: () => number): Said {
	const said: Record<string, string> = {};
	for (const question of village.questions) {
		if (question.kind !== "choice" || (!question.required && luck() < 0.15)) continue;
		const options = question.options.map(({ key }) => key);
		said[question.key] = options[Math.floor(luck() ** 2 * options.length)] ?? "";
	}
	return said;
}

/** A district of townships of villages, some of which hardly anybody answers in. */
function treeAtRandom(luck: () => number): Node[] {
	const nodes: Node[] = [{ id: "jx", name: "", parent: null, tally: null }];
	for (let township = 0; township < 3; township++) {
		nodes.push({ id: `t${township}`, name: "", parent: "jx", tally: null });
		const villages = 1 + Math.floor(luck() * 4);
		for (let one = 0; one < villages; one++) {
			const many = luck() < 0.4 ? Math.floor(luck() * 12) : 10 + Math.floor(luck() * 60);
			const answers = Array.from({ length: many }, () => sayAtRandom(luck));
			nodes.push({ id: `t${township}v${one}`, name: "", parent: `t${township}`, tally: tallied(answers) });
		}
	}
	return nodes;
}

function groundOf(nodes: readonly Node[]): Ground {
	const units = nodes.filter(({ tally }) => tally).map(({ id }) => id);
	const options: Record<string, string[]> = { aware: ["yes", "no"] };
	for (const question of village.questions)
		if (question.kind === "choice") options[question.key] = question.options.map(({ key }) => key);
	return {
		unitsBelow: (node) => units.filter((unit) => unit.startsWith(node === "jx" ? "" : node)),
		options,
		groups: { sex: [...(options.sex ?? []), blank], age: [...(options.age ?? []), blank] },
		satisfied: "satisfied",
	};
}

/** Every figure on a base under ten that the attacker finds out: a unit's or several units', by question or by group. */
function foundOut(nodes: readonly Node[], complementary: boolean): string[] {
	const ground = groundOf(nodes);
	const attacker = new Attacker();
	const units = ground.unitsBelow("jx");
	learnsTheForm(attacker, ground, units);
	for (const [node, seen] of publish(nodes, rule, complementary))
		learnsPublished(attacker, ground, node, seen);
	const tallies = new Map(nodes.map(({ id, tally }) => [id, tally]));
	const found: string[] = [];
	for (const [table, options] of Object.entries(ground.options)) {
		const base = (unit: string) =>
			options.reduce((sum, option) => sum + (tallies.get(unit)?.counts[`${table}:${option}`] ?? 0), 0);
		const small = units.filter((unit) => base(unit) > 0 && base(unit) < 10);
		for (const some of choicesOf(small.slice(0, 7))) {
			if (some.reduce((sum, unit) => sum + base(unit), 0) >= 10) continue;
			const known =
				attacker.knows(all(tableIn(ground, table, some))) ||
				options.some((option) => attacker.knows(all(some.map((unit) => cellOf(table, unit, option)))));
			if (known) found.push(`${table} in ${some.join("+")}`);
		}
	}
	for (const [by, groups] of Object.entries(ground.groups)) {
		for (const unit of units) {
			const size = (group: string) =>
				(ground.options.satisfied ?? []).reduce(
					(sum, level) => sum + (tallies.get(unit)?.crossed[crossedLabel(by, group, level)] ?? 0),
					0,
				);
			for (const some of choicesOf(groups)) {
				const base = some.reduce((sum, group) => sum + size(group), 0);
				if (base === 0 || base >= 10) continue;
				if (attacker.knows(all(groupIn(ground, by, some, [unit]))))
					found.push(`${by} ${some.join("+")} in ${unit}`);
			}
		}
	}
	return found;
}

describe("Whoever fetches every published table and subtracts", () => {
	it("finds nothing out on a base under ten, in trees of any shape", () => {
		const luck = luckFrom(6);
		for (let round = 0; round < 25; round++)
			expect(foundOut(treeAtRandom(luck), true), `tree ${round}`).toEqual([]);
	});

	it("does find something out where those withheld are only those under ten", () => {
		const luck = luckFrom(6);
		const found = Array.from({ length: 25 }, () => foundOut(treeAtRandom(luck), false).length);
		expect(found.filter((many) => many > 0).length).toBeGreaterThan(10);
	});
});

describe("Published tables", () => {
	const said = (many: number, more: Said = {}): Said[] =>
		Array.from({ length: many }, (_, at) => ({
			satisfied: at % 10 === 0 ? "3" : "5",
			sex: "female",
			...more,
		}));
	const leaf = (id: string, answers: readonly Said[], adults: number | null = 500): Node => ({
		...{ id, name: id, parent: "qq", tally: tallied(answers, adults) },
	});
	const root: Node = { id: "qq", name: "qq", parent: null, tally: null };
	const seenAt = (nodes: readonly Node[], id: string) => publish(nodes, rule).get(id);

	it("withhold two where one is too small, and together they hold ten; the sum takes everybody in", () => {
		const nodes = [root, leaf("a", said(40)), leaf("b", said(4)), leaf("c", said(12)), leaf("d", said(30))];
		const township = seenAt(nodes, "qq");
		expect(township?.answers).toBe(86);
		expect(township?.below.map(({ answers }) => answers)).toEqual([40, null, null, 30]);
		expect(seenAt(nodes, "b")?.answers).toBeNull();
		expect(seenAt(nodes, "c")).toMatchObject({ answers: null, tables: {} });
		expect(township?.strata.satisfied).toEqual([
			[0, 36, 40, 500],
			[3, 27, 30, 500],
			[-1, 13, 16, 1000],
		]);
	});

	it("withhold as many as it takes until they hold ten together, and nobody answering is like too few", () => {
		const nodes = [
			root,
			leaf("a", said(2)),
			leaf("b", said(3)),
			leaf("c", []),
			leaf("d", said(11)),
			leaf("e", said(50)),
		];
		expect(seenAt(nodes, "qq")?.below.map(({ answers }) => answers)).toEqual([null, null, null, null, 50]);
	});

	it("withhold a question alone where few answered it, and more than it nowhere", () => {
		const few = [...said(9), ...said(30).map(({ sex: _sex, ...rest }) => rest)];
		const nodes = [root, leaf("a", few), leaf("b", said(25)), leaf("c", said(35))];
		expect(Object.keys(seenAt(nodes, "a")?.tables ?? {})).toEqual(["satisfied"]);
		expect(Object.keys(seenAt(nodes, "b")?.tables ?? {})).toEqual(["satisfied"]);
		expect(Object.keys(seenAt(nodes, "c")?.tables ?? {})).toEqual(["satisfied", "sex"]);
		expect(seenAt(nodes, "qq")?.tables.sex).toEqual({ female: 69, male: 0, declined: 0 });
	});

	it("put those who didn't say with the smallest group, the same at every node", () => {
		const nodes = [
			root,
			leaf("a", [...said(30), ...said(14, { sex: "male" }), ...said(3, { sex: "declined" })]),
			leaf("b", [...said(30), ...said(20, { sex: "male" })]),
		];
		for (const id of ["qq", "a", "b"])
			expect(
				seenAt(nodes, id)?.crossed.map(({ by, groups }) => [by, groups.map(({ keys }) => keys)]),
			).toEqual([["sex", [["female"], ["male", "declined"]]]]);
	});

	it("become figures: weighted share beside the plain mean, verdict, and each below with its own", () => {
		const nodes = [
			root,
			leaf("a", said(40), 2000),
			leaf("b", said(100, { satisfied: "5" }), 100),
			leaf("c", said(60), 300),
		];
		const seen = seenAt(nodes, "qq");
		if (!seen) throw new Error("nothing is published");
		const figures = figuresOf(seen, { ...rule, target: 90 });
		expect(figures.score?.share).toBeCloseTo((2000 * 0.9 + 100 + 300 * 0.9) / 2400, 10);
		expect(figures.naive).toBeCloseTo((0.9 + 1 + 0.9) / 3, 10);
		expect(figures.score?.verdict).toEqual({ kind: "open", further: null });
		expect(figures.below.map(({ score }) => score?.verdict.kind)).toEqual(["open", "met", "open"]);
	});
});
