/** Satisfaction by what people said of themselves: sex and age, where the questionnaire asks for them. */
import { type Choice, type Questionnaire, questionsFor } from "../questionnaire/rules";

/** The only attributes by which answers are looked at. */
export const crossedRoles = ["sex", "age"] as const;

/** Groups of people by their answer to one question; `keys` of several where a small group stands with those who didn't say. */
export type Grouping = { by: string; groups: { keys: string[] }[] };

/** The questions of a questionnaire by which satisfaction is looked at. */
export function crossedQuestions(questionnaire: Questionnaire): Choice[] {
	return crossedRoles.flatMap((role) => questionsFor(questionnaire, role));
}

/** The label of a count of two answers of one person; blank where the first was left blank. */
export const crossedLabel = (by: string, group: string, level: string) => `${by}:${group}:${level}`;

/** Those who left the question blank, as a group. */
export const blank = "";

/**
 * The groups of a wave by one question, the same at every node, so that no two nodes can be compared to find a smaller one.
 * Those who didn't say stand with the smallest group: they are mostly few, and total less the others would name them.
 * @param size how many people of the whole wave are in a group
 */
export function groupingOf(question: Choice, size: (group: string) => number): Grouping {
	const said = question.options.map(({ key }) => key).filter((key) => key !== "declined" && size(key) > 0);
	const unsaid = ["declined", blank].filter((key) => size(key) > 0);
	if (unsaid.length === 0) return { by: question.key, groups: said.map((key) => ({ keys: [key] })) };
	const smallest = [...said].sort((one, other) => size(one) - size(other))[0];
	return {
		by: question.key,
		groups: said.map((key) => ({ keys: key === smallest ? [key, ...unsaid] : [key] })),
	};
}
