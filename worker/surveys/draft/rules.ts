/** What is decided about a questionnaire that is being written: what is never asked, what stands in the way of publishing, what compares. */
import { neverHeld } from "../../members/fields/rules";
import {
	type Condition,
	optionsOf,
	type Question,
	type Questionnaire,
	type Wording,
} from "../questionnaire/rules";

/** The most questions of one questionnaire: more than a minute or two nobody gives. */
export const mostQuestions = 30;

/**
 * Whether a text asks what must never be asked. "never" where it asks for papers, or asks a person about their own or their
 * family's health, pregnancy, contraception or children; "look" where a word of these stands and the text may be about a service.
 */
export function neverAsked(text: string): "never" | "look" | null {
	const smell = neverHeld(text);
	if (smell === null) return null;
	if (smell === "identity") return "never";
	const serves = /满意|服务|活动|讲座|宣传|义诊|知道|了解|satisf|service|activit|talk|know/i.test(text);
	const personal = /您|你|本人|自己|家里|家中|配偶|爱人|\b(you|your|spouse|husband|wife|family)\b/i.test(
		text,
	);
	return personal && !serves ? "never" : "look";
}

/** The condition as a form names it, where it hangs on an earlier question that offers that option. */
export function conditionOf(name: string, earlier: readonly Question[]): Condition | null {
	const [question = "", option = ""] = name.split(":");
	const parent = earlier.find(({ key }) => key === question);
	if (!parent || !mayHangOn(parent)) return null;
	return parent.options.some(({ key }) => key === option) ? { question, option } : null;
}

/** Whether others may hang on a question: those that are answered by choosing. */
export const mayHangOn = (question: Question) => question.kind === "choice" || question.kind === "several";

/** How many questions are answered in one's own words: a questionnaire has one at most. */
export const opensIn = (questions: readonly Question[]) =>
	questions.filter(({ kind }) => kind === "open").length;

/** What stands in the way of publishing, by question: what it hangs on is gone, or comes later. */
export function lostConditions(questions: readonly Question[]): string[] {
	return questions
		.filter(
			({ onlyIf }, place) =>
				onlyIf && !conditionOf(`${onlyIf.question}:${onlyIf.option}`, questions.slice(0, place)),
		)
		.map(({ key }) => key);
}

/** A wording with both languages filled: where one is missing the other stands in, and it says which was written. */
function filled({ zh, en }: Wording): Wording {
	if (zh && en) return { zh, en };
	return zh ? { zh, en: zh, only: "zh" } : { zh: en, en, only: "en" };
}

/** A draft as respondents meet it: every wording in both languages, or the one there is. */
export function finished(
	key: string,
	version: number,
	title: Wording,
	questions: readonly Question[],
): Questionnaire {
	return {
		key,
		version,
		name: filled(title),
		title: filled(title),
		questions: questions.map((question) => ({
			...question,
			words: filled(question.words),
			...(question.heading ? { heading: filled(question.heading) } : {}),
			...("options" in question
				? { options: question.options.map((option) => ({ ...option, words: filled(option.words) })) }
				: {}),
		})) as Question[],
	};
}

/** How a question of a new version stands to the version before. */
export type Kinship = "same" | "reworded" | "changed" | "new";

/**
 * How a question stands to the one of that key before. "same" word for word; "reworded" where the words alone differ, so that
 * somebody must say whether it asks the same; "changed" where the answers themselves differ, so that figures never compare.
 */
export function kinshipOf(question: Question, before: Questionnaire | null): Kinship {
	const stood = before?.questions.find(({ key }) => key === question.key);
	if (!stood) return "new";
	const [now, then] = [boneOf(question), boneOf(stood)];
	if (JSON.stringify(now) !== JSON.stringify(then)) return "changed";
	return JSON.stringify(wordsOf(question)) === JSON.stringify(wordsOf(stood)) ? "same" : "reworded";
}

/** What figures rest on: the kind, what it counts towards, its answers and which are right, and whom it is put to. */
const boneOf = (question: Question) => [
	question.kind,
	question.role,
	question.kind === "open" ? [] : optionsOf(question).map(({ key, right }) => [key, right ?? false]),
	question.onlyIf ?? null,
];

const wordsOf = (question: Question) => [
	question.words.zh,
	question.words.en,
	question.kind === "open" ? [] : optionsOf(question).map(({ words }) => [words.zh, words.en]),
];
