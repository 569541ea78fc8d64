/** What a questionnaire is made of. A published version never changes; answers name their question and option by key. */
import type { Words } from "../../values/language";

/** What a question is asked for: this decides what its answers count towards. */
export type Role = "satisfaction" | "knowledge" | "participation" | "sex" | "age" | "remark";

export type Option = {
	key: string;
	words: Words<string>;
	/** The face drawn before the words, from 5 (very satisfied) to 1. */
	face?: 1 | 2 | 3 | 4 | 5;
	/** The right answer of a knowledge question. */
	right?: true;
};

/** One answer of several. A required one cannot be left blank: every other may. */
export type Choice = {
	kind: "choice";
	key: string;
	role: Exclude<Role, "remark">;
	words: Words<string>;
	required: boolean;
	options: readonly Option[];
};

/** A question answered in one's own words. */
export type Open = { kind: "open"; key: string; role: "remark"; words: Words<string>; longest: number };

export type Question = Choice | Open;

export type Questionnaire = {
	key: string;
	version: number;
	name: Words<string>;
	/** The heading on the respondent's page and on posters. */
	title: Words<string>;
	questions: readonly Question[];
};

/** What was answered: question key → option key or text; a question left blank is not there. */
export type Said = Readonly<Record<string, string>>;

/** The questions of a questionnaire that serve a role. */
export function questionsFor(questionnaire: Questionnaire, role: Choice["role"]): Choice[] {
	return questionnaire.questions.filter((one): one is Choice => one.kind === "choice" && one.role === role);
}

/**
 * Whether a person knows the association: at least two of three knowledge questions answered right. Person-level awareness
 * rates 知晓率 are counted like this (the national AIDS survey: six of eight), so the figure compares with theirs, and not
 * with a mean over questions. A blank among answered ones is not right; all blank, and the person is in no base.
 * @returns null when no knowledge question was answered.
 */
export function isAware(questionnaire: Questionnaire, said: Said): boolean | null {
	const knowledge = questionsFor(questionnaire, "knowledge");
	if (!knowledge.some((question) => said[question.key] !== undefined)) return null;
	const right = knowledge.filter((question) =>
		question.options.some((option) => option.right && option.key === said[question.key]),
	);
	return right.length * 3 >= knowledge.length * 2;
}
