/** What the respondent's page knows: nothing of whoever reads it. */
import * as v from "valibot";
import { languages } from "../../worker/values/language";

/** Words in both languages; `only` names the one that was written, where the other stands in for it. */
export const wordingFacts = v.object({
	zh: v.string(),
	en: v.string(),
	only: v.optional(v.picklist(languages)),
});

const option = v.object({
	key: v.string(),
	words: wordingFacts,
	face: v.optional(v.picklist([1, 2, 3, 4, 5])),
});

const common = {
	key: v.string(),
	words: wordingFacts,
	heading: v.optional(wordingFacts),
	onlyIf: v.optional(v.object({ question: v.string(), option: v.string() })),
};
const required = v.boolean();
const options = v.array(option);

/** A question as a respondent meets it: never which answer is right. */
export const questionFacts = v.variant("kind", [
	v.object({ kind: v.literal("choice"), ...common, required, options }),
	v.object({ kind: v.literal("several"), ...common, required, options }),
	v.object({ kind: v.literal("scale"), ...common, required }),
	v.object({ kind: v.literal("number"), ...common, required, least: v.number(), most: v.number() }),
	v.object({ kind: v.literal("open"), ...common, longest: v.number() }),
]);
export type QuestionFacts = v.InferOutput<typeof questionFacts>;

/** Why an answer was not taken as it was sent; the form is shown again with everything kept. */
export const setbacks = [
	"used",
	"forged",
	"malformed",
	"missing",
	"ceiling",
	"another",
	"mistakes",
	"unsure",
	"full",
] as const;
export type Setback = (typeof setbacks)[number];

export const surveyFacts = v.object({
	wave: v.string(),
	unit: v.string(),
	unitName: v.string(),
	/** The title of the activity that it asks about. */
	about: v.nullable(v.string()),
	questionnaire: v.string(),
	version: v.number(),
	title: wordingFacts,
	questions: v.array(questionFacts),
	/** Whether an answer needs a code from a slip. */
	codeRequired: v.boolean(),
	/** The last day on which answers are taken. */
	lastDay: v.string(),
	/** The id of the answer this page will make. */
	id: v.string(),
	/** What was typed, when the form comes back. */
	typed: v.record(v.string(), v.union([v.string(), v.array(v.string())])),
	setback: v.nullable(v.picklist(setbacks)),
	/** Fields with a mistake: a reason with its figures. */
	mistakes: v.record(v.string(), v.string()),
	large: v.boolean(),
	/** Whether this is only to be looked at, and takes no answer. */
	preview: v.boolean(),
});
export type SurveyFacts = v.InferOutput<typeof surveyFacts>;

/** Why there is no form to fill in. */
export const shutReasons = ["closed", "early", "none"] as const;

export const shutFacts = v.object({
	reason: v.picklist(shutReasons),
	unitName: v.nullable(v.string()),
	/** The day on which it opened, opens, or closed. */
	day: v.nullable(v.string()),
});
export type ShutFacts = v.InferOutput<typeof shutFacts>;
