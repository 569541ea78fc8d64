import * as v from "valibot";
import { idSchema } from "../../values/id";
import { choice, line, lines, requiredChoice } from "../../values/typed";
import type { Questionnaire, Said } from "../questionnaire/rules";

const schemas = new Map<string, ReturnType<typeof make>>();

/** Reads an answer to a questionnaire: the id of the answer, the code of the slip, one field a question. */
export function answerSchema(questionnaire: Questionnaire) {
	const key = `${questionnaire.key} ${questionnaire.version}`;
	let known = schemas.get(key);
	if (!known) {
		known = make(questionnaire);
		schemas.set(key, known);
	}
	return known;
}

function make(questionnaire: Questionnaire) {
	const fields = questionnaire.questions.map((question) => {
		if (question.kind === "open") return [question.key, lines(question.longest)] as const;
		const keys = question.options.map((option) => option.key);
		return [question.key, question.required ? requiredChoice(keys) : choice(keys)] as const;
	});
	return v.object({
		id: idSchema,
		code: line(40),
		// Field names come from the questionnaire, so their types are looser than a form's elsewhere.
		...(Object.fromEntries(fields) as Record<string, v.GenericSchema<unknown, string | null>>),
	});
}

/** What was said, without the id and the code: a blank is left out. */
export function saidOf(questionnaire: Questionnaire, read: Record<string, unknown>): Said {
	return Object.fromEntries(
		questionnaire.questions.flatMap(({ key }) => {
			const answer = read[key];
			return typeof answer === "string" ? [[key, answer]] : [];
		}),
	);
}
