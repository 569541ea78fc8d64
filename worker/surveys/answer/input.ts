import * as v from "valibot";
import { idSchema } from "../../values/id";
import { checkedBy, choice, count, line, lines, readTyped } from "../../values/typed";
import {
	heard,
	isAsked,
	optionsOf,
	type Question,
	type Questionnaire,
	type Said,
} from "../questionnaire/rules";

type Fields = Record<string, v.GenericSchema<unknown, string | null>>;
const schemas = new WeakMap<Questionnaire, ReturnType<typeof make>>();

/** Reads an answer to a questionnaire: the id of the answer, the code of the slip, one field a question. */
export function answerSchema(questionnaire: Questionnaire) {
	const known = schemas.get(questionnaire) ?? make(questionnaire);
	schemas.set(questionnaire, known);
	return known;
}

function make(questionnaire: Questionnaire) {
	return v.object({
		id: idSchema,
		code: line(40),
		// Field names come from the questionnaire, so their types are looser than a form's elsewhere.
		...(Object.fromEntries(
			questionnaire.questions.map((question) => [question.key, fieldOf(question)]),
		) as Fields),
	});
}

function fieldOf(question: Question): v.GenericSchema<unknown, string | null> {
	switch (question.kind) {
		case "open":
			return lines(question.longest);
		case "number":
			return v.pipe(
				count(question.least, question.most),
				v.transform((number) => (number === null ? null : String(number))),
			);
		case "several":
			return several(question.options.map(({ key }) => key));
		case "choice":
		case "scale":
			return choice(optionsOf(question).map(({ key }) => key));
	}
}

/** Boxes ticked under one name, as their keys in the question's own order with a space between; null for none. */
const several = (keys: readonly string[]) =>
	v.pipe(
		v.optional(v.union([v.string(), v.array(v.string())], "not-a-choice"), []),
		v.transform((raw) => (typeof raw === "string" ? raw.split(" ") : raw).filter(Boolean)),
		v.check((ticked) => ticked.every((key) => keys.includes(key)), "not-a-choice"),
		v.transform((ticked) => keys.filter((key) => ticked.includes(key)).join(" ") || null),
	);

/**
 * Reads an answer. What is required is looked for only in questions that were put to this person, and what stands in a
 * question that was not put to them is no mistake.
 */
export function readAnswer(questionnaire: Questionnaire, raw: Record<string, unknown>) {
	const read = readTyped(answerSchema(questionnaire), withoutUnasked(questionnaire, raw));
	return checkedBy(read, (value) => {
		const said = saidOf(questionnaire, value);
		const left = questionnaire.questions.filter(
			(question) =>
				question.kind !== "open" &&
				question.required &&
				said[question.key] === undefined &&
				isAsked(question, said),
		);
		return Object.fromEntries(left.map(({ key }) => [key, "required"]));
	});
}

/** A raw body without whatever it holds for questions that hang on an answer that was not given. */
function withoutUnasked({ questions }: Questionnaire, raw: Record<string, unknown>) {
	const kept = { ...raw };
	for (const { key, onlyIf } of questions) {
		const given = onlyIf ? kept[onlyIf.question] : undefined;
		const ticked = Array.isArray(given) ? given : String(given ?? "").split(" ");
		if (onlyIf && !ticked.includes(onlyIf.option)) delete kept[key];
	}
	return kept;
}

/** What was said, without the id and the code: a blank is left out. */
export function saidOf(questionnaire: Questionnaire, read: Record<string, unknown>): Said {
	return heard(
		questionnaire,
		Object.fromEntries(
			questionnaire.questions.flatMap(({ key }) => {
				const answer = read[key];
				return typeof answer === "string" ? [[key, answer]] : [];
			}),
		),
	);
}
