/** What a questionnaire is made of. A published version never changes; answers name their question and option by key. */
import type { Language, Words } from "../../values/language";

/** What is said in both languages. Where one was not written the other stands in its place, and `only` names the one there is. */
export type Wording = Words<string> & { only?: Language | undefined };

/** What a question is asked for: this decides what its answers count towards. A plain one is counted for itself alone. */
export type Role = "satisfaction" | "knowledge" | "participation" | "sex" | "age" | "plain" | "remark";

export type Option = {
	key: string;
	words: Wording;
	/** The face drawn before the words, from 5 (very satisfied) to 1. */
	face?: 1 | 2 | 3 | 4 | 5 | undefined;
	/** The right answer of a knowledge question. */
	right?: true | undefined;
};

/** Asks only whoever gave one answer to an earlier question. */
export type Condition = { question: string; option: string };

type Common = {
	key: string;
	words: Wording;
	/** The heading of a section that begins with this question. */
	heading?: Wording | undefined;
	onlyIf?: Condition | undefined;
};

/** One answer of several. A required one cannot be left blank: every other may. */
export type Choice = Common & {
	kind: "choice";
	role: Exclude<Role, "remark">;
	required: boolean;
	options: Option[];
};

/** Any number of several answers. */
export type Several = Common & { kind: "several"; role: "plain"; required: boolean; options: Option[] };

/** A mark from 0 to 10. */
export type Scale = Common & { kind: "scale"; role: "plain"; required: boolean };

/** A whole number between two bounds. */
export type Amount = Common & {
	kind: "number";
	role: "plain";
	required: boolean;
	least: number;
	most: number;
};

/** A question answered in one's own words. */
export type Open = Common & { kind: "open"; role: "remark"; longest: number };

export type Question = Choice | Several | Scale | Amount | Open;

/** Every question whose answers are counted by option. */
export type Counted = Exclude<Question, Open>;

export type Questionnaire = {
	key: string;
	version: number;
	name: Wording;
	/** The heading on the respondent's page and on posters. */
	title: Wording;
	questions: Question[];
	/** The questions, by key, that ask the same as in the version before: only their answers may be laid side by side. */
	comparable?: string[] | undefined;
};

/** What was answered: question key → option key, several with a space between, a number, or a text. A blank is not there. */
export type Said = Readonly<Record<string, string>>;

/** The questions of a questionnaire that serve a role. */
export function questionsFor(questionnaire: Questionnaire, role: Choice["role"]): Choice[] {
	return questionnaire.questions.filter((one): one is Choice => one.kind === "choice" && one.role === role);
}

/** The options chosen of a question. */
export const chosenOf = (said: string | undefined): string[] => (said ? said.split(" ") : []);

/** Whether a question is put to whoever has said so much. */
export function isAsked({ onlyIf }: Pick<Question, "onlyIf">, said: Said): boolean {
	return !onlyIf || chosenOf(said[onlyIf.question]).includes(onlyIf.option);
}

/**
 * What counts of what came: in the questions' order, and nothing for a question that was not put to this person, whatever
 * their page sent. An answer that falls away takes along what hangs on it.
 */
export function heard({ questions }: Pick<Questionnaire, "questions">, sent: Said): Said {
	const said: Record<string, string> = {};
	for (const question of questions) {
		const answer = sent[question.key];
		if (answer !== undefined && isAsked(question, said)) said[question.key] = answer;
	}
	return said;
}

/** The most bands that the answers of a number question are counted in. */
const mostBands = 11;

/** The bands of a number question: each number its own where they are few, else equal stretches. */
export function bandsOf({ least, most }: Pick<Amount, "least" | "most">): { from: number; to: number }[] {
	const width = Math.ceil((most - least + 1) / mostBands);
	return Array.from({ length: Math.ceil((most - least + 1) / width) }, (_, place) => ({
		from: least + place * width,
		to: Math.min(most, least + (place + 1) * width - 1),
	}));
}

const bandKey = ({ from, to }: { from: number; to: number }) => (from === to ? `${from}` : `${from}-${to}`);

/** What the answers of a question are counted by: its options, the marks from 0 to 10, or the bands of its numbers. */
export function optionsOf(question: Counted): readonly Option[] {
	switch (question.kind) {
		case "choice":
		case "several":
			return question.options;
		case "scale":
			return Array.from({ length: 11 }, (_, mark) => plainOption(`${mark}`));
		case "number":
			return bandsOf(question).map((band) => plainOption(bandKey(band)));
	}
}

const plainOption = (key: string): Option => ({
	key,
	words: { zh: key.replace("-", "–"), en: key.replace("-", "–") },
});

/** The options under which an answer to a question is counted. */
export function countedUnder(question: Counted, answer: string): string[] {
	if (question.kind === "several") return chosenOf(answer);
	if (question.kind !== "number") return [answer];
	const band = bandsOf(question).find(({ from, to }) => Number(answer) >= from && Number(answer) <= to);
	return band ? [bandKey(band)] : [];
}

/**
 * Whether a person knows the association: at least two of three knowledge questions answered right. Person-level awareness
 * rates 知晓率 are counted like this (the national AIDS survey: six of eight), so the figure compares with theirs, and not
 * with a mean over questions. A blank among answered ones is not right; all blank, and the person is in no base; a question
 * that was not put to the person is not asked of them.
 * @returns null when no knowledge question was answered.
 */
export function isAware(questionnaire: Questionnaire, said: Said): boolean | null {
	const knowledge = questionsFor(questionnaire, "knowledge").filter((question) => isAsked(question, said));
	if (!knowledge.some((question) => said[question.key] !== undefined)) return null;
	const right = knowledge.filter((question) =>
		question.options.some((option) => option.right && option.key === said[question.key]),
	);
	return right.length * 3 >= knowledge.length * 2;
}
