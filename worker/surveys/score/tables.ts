/** The tables of a questionnaire over rows of counts: what stands in each, and on how many people its figures rest. */
import { type Choice, type Counted, optionsOf, questionsFor } from "../questionnaire/rules";
import { blank, crossedLabel, crossedQuestions, type Grouping, groupingOf } from "./crossing";
import { type Places, type Row, sumAt } from "./places";
import { type Crossed, everybody, type Rule, type Sum } from "./published";

/** One table: a question's, or awareness, which counts people over several. */
export type Table = {
	key: string;
	/** The smallest number of people on whom a figure of this table rests. */
	base: (row: Row) => number;
	/** How many of how many it says, where it is one that is added up over a tree. */
	part: (row: Row) => [count: number, base: number];
	of: (row: Row) => Record<string, number>;
};

/** Every table of a questionnaire. */
export function tablesOf(rule: Rule, places: Places): Table[] {
	const choices = rule.questionnaire.questions.filter(
		(question): question is Counted => question.kind !== "open",
	);
	const [yes, no] = [places.of("aware:yes"), places.of("aware:no")];
	return [
		...choices.map((question) => tableOf(question, rule, places)),
		{
			key: "aware",
			base: (row) => sumAt(row, [yes, no]),
			part: (row) => [row[yes] ?? 0, sumAt(row, [yes, no])],
			of: (row) => ({ yes: row[yes] ?? 0, no: row[no] ?? 0 }),
		},
	];
}

function tableOf(question: Counted, { denominator }: Rule, places: Places): Table {
	const at = (option: string) => places.of(`${question.key}:${option}`);
	const options = optionsOf(question).map(({ key }) => ({ key, place: at(key) }));
	const all = options.map(({ place }) => place);
	// Whoever ticks three boxes is one person: the base of such a question is counted apart.
	const everyone = question.kind === "several" ? [at("said")] : all;
	const based =
		question.role === "satisfaction"
			? answeringLevels(denominator).map(at)
			: question.role === "sex"
				? // "I'd rather not say" stands in the table; the figure without it rests on fewer people.
					[at("female"), at("male")]
				: everyone;
	const counted = question.role === "satisfaction" ? satisfiedLevels.map(at) : [at("yes")];
	return {
		key: question.key,
		base: (row) => sumAt(row, based),
		part: (row) => [sumAt(row, counted), sumAt(row, question.role === "satisfaction" ? based : all)],
		of: (row) => {
			const table: Record<string, number> = {};
			for (const { key, place } of options) table[key] = row[place] ?? 0;
			if (question.kind === "several") table[everybody] = sumAt(row, everyone);
			return table;
		},
	};
}

const satisfiedLevels = ["5", "4"];

/** The levels that are in the base of the share satisfied: 不了解 only under the rule "all". */
const answeringLevels = (denominator: Rule["denominator"]) => [
	...["5", "4", "3", "2", "1"],
	...(denominator === "all" ? ["unknown"] : []),
];

/** Which table a sum is taken from. */
export function sumKey({ questionnaire }: Rule, sum: Sum): string | undefined {
	switch (sum) {
		case "satisfied":
			return questionsFor(questionnaire, "satisfaction")[0]?.key;
		case "took":
			return questionsFor(questionnaire, "participation")[0]?.key;
		case "aware":
			return "aware";
	}
}

/** Satisfaction in groups by one question, over rows of counts. */
export type Crossing = {
	grouping: Grouping;
	/** The people of each group on whom its share rests. */
	bases: (row: Row) => number[];
	of: (row: Row) => Crossed;
};

/** Every crossing of a questionnaire, grouped as the whole wave's counts say. One group alone is everybody, and says nothing more. */
export function crossingsOf(rule: Rule, places: Places, whole: Row): Crossing[] {
	const satisfaction = questionsFor(rule.questionnaire, "satisfaction")[0];
	if (!satisfaction) return [];
	return crossedQuestions(rule.questionnaire)
		.map((question) => crossingOf(question, satisfaction, rule, places, whole))
		.filter(({ grouping }) => grouping.groups.length > 1);
}

function crossingOf(by: Choice, satisfaction: Choice, rule: Rule, places: Places, whole: Row): Crossing {
	const levels = satisfaction.options.map(({ key }) => key);
	const at = (group: string, level: string) => places.of(crossedLabel(by.key, group, level));
	const sizes = new Map(
		[...by.options.map(({ key }) => key), blank].map((group) => [
			group,
			sumAt(
				whole,
				levels.map((level) => at(group, level)),
			),
		]),
	);
	const grouping = groupingOf(by, (group) => sizes.get(group) ?? 0);
	const answering = new Set(answeringLevels(rule.denominator));
	const groups = grouping.groups.map(({ keys }) => ({
		keys,
		levels: levels.map((level) => ({ level, places: keys.map((key) => at(key, level)) })),
		based: keys.flatMap((key) => levels.filter((one) => answering.has(one)).map((level) => at(key, level))),
	}));
	return {
		grouping,
		bases: (row) => groups.map(({ based }) => sumAt(row, based)),
		of: (row) => ({
			by: by.key,
			groups: groups.map((group) => ({
				keys: group.keys,
				levels: Object.fromEntries(group.levels.map((one) => [one.level, sumAt(row, one.places)])),
			})),
		}),
	};
}
