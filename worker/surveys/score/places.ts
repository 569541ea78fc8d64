/**
 * What is counted of a unit as a row of numbers, each label at its own place: a tree of hundreds of units is added up and
 * looked at many times over, and numbers in a row are quickly added.
 */
import type { Counts } from "../answer/rules";
import { type Counted, optionsOf, type Questionnaire, questionsFor } from "../questionnaire/rules";
import { blank, crossedLabel, crossedQuestions } from "./crossing";

/** Counts by place. */
export type Row = ArrayLike<number>;

/** Where in a row a label stands; a label that is nowhere is asked of by nobody. */
export type Places = {
	/** Labels of what is counted at once, then those of two answers of one person. */
	labels: readonly string[];
	crossed: readonly string[];
	of: (label: string) => number;
};

/** The places of all labels that published tables of a questionnaire rest on. */
export function placesOf(questionnaire: Questionnaire): Places {
	const asked = questionnaire.questions.flatMap((question) => {
		const said = [`${question.key}:said`];
		if (question.kind === "open") return said;
		return [...(question.kind === "several" ? said : []), ...optionLabels(question)];
	});
	const labels = ["n", "by:slip", "by:paper", "aware:yes", "aware:no", ...asked];
	const satisfaction = questionsFor(questionnaire, "satisfaction")[0];
	const crossed = satisfaction
		? crossedQuestions(questionnaire).flatMap(({ key, options }) =>
				[...options.map((option) => option.key), blank].flatMap((group) =>
					satisfaction.options.map((level) => crossedLabel(key, group, level.key)),
				),
			)
		: [];
	const places = new Map([...labels, ...crossed].map((label, place) => [label, place]));
	return { labels, crossed, of: (label) => places.get(label) ?? -1 };
}

const optionLabels = (question: Counted) => optionsOf(question).map(({ key }) => `${question.key}:${key}`);

/** A unit's counts in a row. */
export function rowOf({ labels, crossed }: Places, counts: Counts, groups: Counts): number[] {
	return [...labels.map((label) => counts[label] ?? 0), ...crossed.map((label) => groups[label] ?? 0)];
}

/** The sum of a row's numbers at some places. */
export function sumAt(row: Row, places: readonly number[]): number {
	let sum = 0;
	for (const place of places) sum += row[place] ?? 0;
	return sum;
}
