/**
 * From counts to published tables: the only way by which anything of an answer leaves. Pages, JSON, files, notices and the
 * check in the reader's browser all work from these, and from nothing else.
 */
import type { Denominator } from "../../tables/surveys";
import { type Counts, levelsOf, optionCounts } from "../answer/rules";
import { type Counted, type Questionnaire, questionsFor } from "../questionnaire/rules";
import { crossedQuestions, type Grouping, groupingOf, levelsOfGroup } from "./crossing";
import { countOf, type Levels } from "./rules";
import { type Looked, type Sign, signsOf, usualBeside, usualOf } from "./signs";
import { type Branch, shownIn } from "./withholding";

/** A node of the tree that a wave asks, parents before children; `tally` where people were asked there. */
export type Node = { id: string; name: string; parent: string | null; tally: Tally | null };

/** What was counted in a unit, whom it speaks for, and the slips handed out there (0: none were). */
export type Tally = {
	counts: Counts;
	crossed: Counts;
	adults: number | null;
	handedOut: number;
	/** How many gave the commonest answer, and how many ticked straight down; where nobody looked, nothing. */
	alike?: { identical: number; straight: number };
};

/** The rule that tables are read by. */
export type Rule = { questionnaire: Questionnaire; denominator: Denominator };

/** One stratum of a sum: under which child (−1: those withheld, together), how many of how many, of how many adults. */
export type Stratum = [child: number, count: number, base: number, adults: number | null];

/** Beside the options of a question that takes several: how many people answered it at all. */
export const everybody = "";

/** The shares that are added up over a tree. */
export const sums = ["satisfied", "aware", "took"] as const;
export type Sum = (typeof sums)[number];

/** One directly below, as its parent shows it; null where it is withheld. */
export type Below = {
	id: string;
	name: string;
	units: number;
	answers: number | null;
	handedOut: number | null;
};

/** Satisfaction by group of one question. */
export type Crossed = { by: string; groups: { keys: string[]; levels: Record<string, number> }[] };

/** All that may be seen of one node. */
export type Published = {
	units: number;
	adults: number | null;
	handedOut: number;
	answers: number | null;
	/** Counts by question and option; a question that is withheld here isn't in it. `aware` counts people. */
	tables: Record<string, Record<string, number>>;
	/** Answers keyed in from paper, and texts written; null where they are fewer than ten but some. */
	paper: number | null;
	remarks: number | null;
	crossed: Crossed[];
	below: Below[];
	strata: Partial<Record<Sum, Stratum[]>>;
	/** At a unit, what somebody should look into; above it, at how many units. Not there in what was closed before. */
	signs?: Sign[];
	flagged?: number;
};

/** What is shown of a node that is withheld. */
export const nothing = (adults: number | null, handedOut: number): Published => ({
	...{ units: 0, adults, handedOut, answers: null, tables: {}, paper: null, remarks: null },
	...{ crossed: [], below: [], strata: {} },
});

/** The published tables of every node of a tree, the first of which is its root. */
export function publish(nodes: readonly Node[], rule: Rule, complementary = true): Map<string, Published> {
	const tree = grow(nodes);
	if (!tree) return new Map();
	const add = adderOf(nodes);
	const counts = add(({ counts }) => counts);
	const crossed = add(({ crossed }) => crossed);
	const shown = (basesOf: (id: string) => number[], within: ReadonlySet<string> | null) =>
		shownIn(tree, basesOf, within, complementary);

	const answered = shown((id) => [counts(id).n ?? 0], null);
	const tables = tablesOf(rule).map((table) => ({
		...table,
		at: shown(
			keeping((id) => [table.base(counts(id))]),
			answered,
		),
	}));
	const satisfaction = questionsFor(rule.questionnaire, "satisfaction")[0];
	const scored = tables.find(({ key }) => key === satisfaction?.key)?.at ?? new Set<string>();
	const crossings = satisfaction
		? crossedQuestions(rule.questionnaire).map((question) => {
				const levels = satisfaction.options.map(({ key }) => key);
				const grouping = groupingOf(question, levels, crossed(tree.id));
				const of = keeping((id) =>
					grouping.groups.map(({ keys }) => levelsOfGroup(crossed(id), question.key, keys, levels)),
				);
				const base = (group: Levels) => countOf(group, rule.denominator, null).answered;
				// One group alone is everybody, and says nothing more.
				const at =
					grouping.groups.length < 2
						? new Set<string>()
						: shown(
								keeping((id) => of(id).map(base)),
								scored,
							);
				return { grouping, of, at };
			})
		: [];
	const sum = summing(nodes, tree, rule, counts);
	const tableOf = (key: string) => tables.find((table) => table.key === key);
	const signs = signsIn(nodes, answered);
	const names = new Map(nodes.map(({ id, name }) => [id, name]));
	const branches = branchesOf(tree);

	return new Map(
		nodes.map((node) => {
			const branch = branches.get(node.id);
			const units = sum.units(node.id);
			const [adults, handedOut] = [sum.adults(node.id), sum.handedOut(node.id)];
			if (!branch || !answered.has(node.id)) return [node.id, nothing(adults, handedOut)];
			const own = counts(node.id);
			const [paper, written] = [own["by:paper"] ?? 0, own[remarkLabel(rule.questionnaire)] ?? 0];
			const strataOf = (name: Sum) => {
				const key = sumKey(rule.questionnaire, name);
				const at = key ? tableOf(key)?.at : undefined;
				return key && at?.has(node.id) && branch.below.length > 0 ? sum.strata(branch, key, at) : null;
			};
			const strata = Object.fromEntries(
				sums.flatMap((name) => {
					const found = strataOf(name);
					return found ? [[name, found]] : [];
				}),
			);
			return [
				node.id,
				{
					units,
					adults,
					handedOut,
					answers: own.n ?? 0,
					tables: Object.fromEntries(
						tables.flatMap(({ key, at, of }) => (at.has(node.id) ? [[key, of(own)]] : [])),
					),
					paper: paper === 0 || paper >= 10 ? paper : null,
					// Texts stand with their unit alone.
					remarks: node.tally && branch.below.length === 0 && written >= 10 ? written : null,
					crossed: crossings.flatMap(({ grouping, of, at }) =>
						at.has(node.id) ? [crossedFrom(grouping, of(node.id))] : [],
					),
					below: branch.below.map(({ id }) => {
						const known = answered.has(id);
						return {
							...{ id, name: names.get(id) ?? "", units: sum.units(id) },
							answers: known ? (counts(id).n ?? 0) : null,
							handedOut: known ? sum.handedOut(id) : null,
						};
					}),
					strata,
					...(branch.below.length === 0
						? { signs: signs.get(node.id) ?? [] }
						: { flagged: unitsOf(branch).filter((id) => (signs.get(id) ?? []).length > 0).length }),
				},
			];
		}),
	);
}

/** The signs of every unit that is shown, each beside all other units of the wave. */
function signsIn(nodes: readonly Node[], answered: ReadonlySet<string>): Map<string, Sign[]> {
	const looked = nodes.flatMap(({ id, tally }) => (tally ? [{ id, ...lookedAt(tally) }] : []));
	const usual = usualOf(looked);
	return new Map(
		looked
			.filter(({ id }) => answered.has(id))
			.map((unit) => [unit.id, signsOf(unit, usualBeside(unit, usual))]),
	);
}

const lookedAt = ({ counts, adults, handedOut, alike }: Tally): Looked => ({
	...{ answers: counts.n ?? 0, adults, handedOut },
	...{ bySlip: counts["by:slip"] ?? 0, byPaper: counts["by:paper"] ?? 0 },
	...{ identical: alike?.identical ?? 0, straight: alike?.straight ?? 0 },
});

const unitsOf = (branch: Branch): string[] =>
	branch.below.length === 0 ? [branch.id] : branch.below.flatMap(unitsOf);

/** A question about a node, answered once: a tree of hundreds asks it of each many times. */
function keeping<Answer>(ask: (id: string) => Answer): (id: string) => Answer {
	const known = new Map<string, Answer>();
	return (id) => {
		const before = known.get(id);
		if (before !== undefined) return before;
		const answer = ask(id);
		known.set(id, answer);
		return answer;
	};
}

const crossedFrom = (grouping: Grouping, levels: Record<string, number>[]): Crossed => ({
	by: grouping.by,
	groups: grouping.groups.map(({ keys }, at) => ({ keys, levels: levels[at] ?? {} })),
});

type Table = {
	key: string;
	/** The smallest number of people on whom a figure of this table rests. */
	base: (counts: Counts) => number;
	of: (counts: Counts) => Record<string, number>;
};

/** Every table of a questionnaire: one a question, and awareness, which counts people over several. */
function tablesOf({ questionnaire, denominator }: Rule): Table[] {
	const choices = questionnaire.questions.filter((question): question is Counted => question.kind !== "open");
	const of = (question: Counted) => (counts: Counts) => {
		const { base, options } = optionCounts(counts, question);
		const table = Object.fromEntries(options.map(({ key, count }) => [key, count]));
		return question.kind === "several" ? { ...table, [everybody]: base } : table;
	};
	const base = (question: Counted) => (counts: Counts) => {
		// 不了解 and "I'd rather not say" stand in the table; the figure without them rests on fewer people.
		if (question.role === "satisfaction")
			return countOf(levelsOf(counts, question.key), denominator, null).answered;
		if (question.role === "sex")
			return (counts[`${question.key}:female`] ?? 0) + (counts[`${question.key}:male`] ?? 0);
		return optionCounts(counts, question).base;
	};
	const aware = (counts: Counts) => ({ yes: counts["aware:yes"] ?? 0, no: counts["aware:no"] ?? 0 });
	return [
		...choices.map((question) => ({ key: question.key, base: base(question), of: of(question) })),
		{ key: "aware", base: (counts) => aware(counts).yes + aware(counts).no, of: aware },
	];
}

/** Which table a sum is taken from. */
function sumKey(questionnaire: Questionnaire, sum: Sum): string | undefined {
	switch (sum) {
		case "satisfied":
			return questionsFor(questionnaire, "satisfaction")[0]?.key;
		case "took":
			return questionsFor(questionnaire, "participation")[0]?.key;
		case "aware":
			return "aware";
	}
}

/** How many of how many a node's counts say for one table. */
export function partOf(
	{ questionnaire, denominator }: Rule,
	key: string,
	counts: Record<string, number>,
): [count: number, base: number] {
	const all = Object.values(counts).reduce((sum, one) => sum + one, 0);
	if (key === questionsFor(questionnaire, "satisfaction")[0]?.key) {
		const { satisfied, answered } = countOf(counts, denominator, null);
		return [satisfied, answered];
	}
	return [counts.yes ?? 0, all];
}

function remarkLabel({ questions }: Questionnaire): string {
	return `${questions.find(({ role }) => role === "remark")?.key}:said`;
}

/** The tree of a list of nodes. Where people were asked at a node that has others below it, its own stand as one of these. */
function grow(nodes: readonly Node[]): Branch | null {
	const [root] = nodes;
	if (!root) return null;
	const children = new Map<string, Node[]>();
	for (const node of nodes.slice(1)) {
		const parent = node.parent ?? root.id;
		const known = children.get(parent);
		if (known) known.push(node);
		else children.set(parent, [node]);
	}
	const branch = (node: Node): Branch => ({ id: node.id, below: (children.get(node.id) ?? []).map(branch) });
	return branch(root);
}

/** Every branch of a tree by its id. */
function branchesOf(tree: Branch, known = new Map<string, Branch>()): Map<string, Branch> {
	known.set(tree.id, tree);
	for (const child of tree.below) branchesOf(child, known);
	return known;
}

/** Counts of every node: its own and all below it. */
function adderOf(nodes: readonly Node[]) {
	return (of: (tally: Tally) => Counts) => {
		const known = new Map<string, Record<string, number>>(nodes.map(({ id }) => [id, {}]));
		const parents = new Map(nodes.map(({ id, parent }) => [id, parent]));
		for (const { id, tally } of nodes) {
			if (!tally) continue;
			const entries = Object.entries(of(tally));
			for (let at: string | null | undefined = id; at; at = parents.get(at)) {
				const sum = known.get(at);
				if (sum) for (const [label, count] of entries) sum[label] = (sum[label] ?? 0) + count;
			}
		}
		return (id: string): Counts => known.get(id) ?? {};
	};
}

/** Sums over a tree: units, adults, slips, and strata of a share. */
function summing(nodes: readonly Node[], tree: Branch, rule: Rule, counts: (id: string) => Counts) {
	const byId = new Map(nodes.map((node) => [node.id, node]));
	const unitsIn = (branch: Branch): Tally[] => {
		const own = byId.get(branch.id)?.tally;
		return [...(own ? [own] : []), ...branch.below.flatMap(unitsIn)];
	};
	const units = new Map<string, Tally[]>();
	const note = (branch: Branch) => {
		units.set(branch.id, unitsIn(branch));
		branch.below.forEach(note);
	};
	note(tree);
	const of = (id: string) => units.get(id) ?? [];
	const adultsOf = (ids: readonly string[]) => {
		const all = ids.flatMap(of);
		// Where nobody counted them, at least those who answered live there.
		return all.every(({ adults }) => adults === null)
			? null
			: all.reduce((sum, { adults, counts: own }) => sum + (adults ?? own.n ?? 0), 0);
	};
	const table = tablesOf(rule);
	const part = (key: string, id: string) =>
		partOf(rule, key, table.find((one) => one.key === key)?.of(counts(id)) ?? {});
	const strata = (branch: Branch, key: string, at: ReadonlySet<string>): Stratum[] => {
		const withheld = branch.below.filter(({ id }) => !at.has(id)).map(({ id }) => id);
		const parts = withheld.map((id) => part(key, id));
		const rest: Stratum[] =
			withheld.length === 0
				? []
				: [
						[
							-1,
							total(parts.map(([count]) => count)),
							total(parts.map(([, base]) => base)),
							adultsOf(withheld),
						],
					];
		return [
			...branch.below.flatMap((child, index): Stratum[] => {
				if (!at.has(child.id)) return [];
				if (child.below.length > 0)
					return strata(child, key, at).map(
						([, count, base, adults]): Stratum => [index, count, base, adults],
					);
				return [[index, ...part(key, child.id), adultsOf([child.id])]];
			}),
			...rest,
		];
	};
	return {
		units: (id: string) => of(id).length,
		adults: (id: string) => adultsOf([id]),
		handedOut: (id: string) => total(of(id).map(({ handedOut }) => handedOut)),
		strata,
	};
}

const total = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0);
