/** The kinds of question that somebody who makes a questionnaire chooses from, and the answers that come with them. */
import type { Choice, Option, Question } from "../questionnaire/rules";

/** As the page offers them: by what one would do on paper. */
export const shapes = [
	"satisfaction",
	"yes-no",
	"knowledge",
	"one",
	"several",
	"scale",
	"number",
	"open",
	"sex",
	"age",
] as const;
export type Shape = (typeof shapes)[number];

/** Whether whoever makes the question writes its answers. */
export const writesOptions = (shape: Shape) =>
	shape === "knowledge" || shape === "one" || shape === "several";

const option = (key: string, zh: string, en: string): Option => ({ key, words: { zh, en } });

/** 不知道, at the end of what is asked to learn what people know: whoever must guess doesn't know. */
export const unknown = option("unknown", "不知道", "I don't know");
const declined = option("declined", "不愿说", "I'd rather not say");

const levels: Option[] = [
	option("5", "很满意", "Very satisfied"),
	option("4", "满意", "Satisfied"),
	option("3", "一般", "In between"),
	option("2", "不满意", "Dissatisfied"),
	option("1", "很不满意", "Very dissatisfied"),
];

/** Five levels and 不了解, in words alone or with a face before each. */
export const satisfactionOptions = (faces: boolean): Option[] => [
	...levels.map((level) => (faces ? { ...level, face: Number(level.key) as 1 | 2 | 3 | 4 | 5 } : level)),
	option("unknown", "不了解", "I don't know"),
];

export const yesNoOptions: Option[] = [option("yes", "是", "Yes"), option("no", "不是", "No"), unknown];

export const sexOptions: Option[] = [
	option("female", "女", "A woman"),
	option("male", "男", "A man"),
	declined,
];

export const ageOptions: Option[] = [
	option("18", "18–34 岁", "18–34"),
	option("35", "35–49 岁", "35–49"),
	option("50", "50–64 岁", "50–64"),
	option("65", "65 岁及以上", "65 or over"),
	declined,
];

/** The shape of a question that stands. */
export function shapeOf(question: Question): Shape {
	if (question.kind !== "choice") return question.kind;
	if (question.role !== "plain" && question.role !== "participation") return question.role;
	return isYesNo(question) ? "yes-no" : "one";
}

const isYesNo = ({ options }: Choice) => options[0]?.key === "yes" && options[1]?.key === "no";
