/** What the pages know on which a questionnaire is made. */
import * as v from "valibot";
import { formSchema } from "../../../worker/http/body";
import { shapes } from "../../../worker/surveys/draft/shapes";
import { wordingFacts } from "../answer-facts";
import { questionFacts } from "../facts";

/** A questionnaire in a list: a ready one, one of this place's, or a published one of a level above. */
const listed = v.object({
	id: v.string(),
	title: wordingFacts,
	questions: v.number(),
	/** The newest published version; null while it is only being written. */
	version: v.nullable(v.number()),
	whose: v.picklist(["ready", "here", "above"]),
});

export const questionnaireListFacts = v.object({ questionnaires: v.array(listed) });

export const draftFormFacts = v.object({
	form: formSchema,
	/** What one may start from. */
	from: v.array(listed),
});

export const draftFacts = v.object({
	id: v.string(),
	title: v.object({ zh: v.string(), en: v.string() }),
	questions: v.array(questionFacts),
	/** Questions, by key, that hang on what is gone or comes later. */
	lost: v.array(v.string()),
	/** Whether one more question may be added. */
	room: v.boolean(),
	editions: v.array(v.object({ version: v.number(), publishedOn: v.string() })),
	/** Whether it differs from the newest version, or none is published. */
	changed: v.boolean(),
});
export type DraftFacts = v.InferOutput<typeof draftFacts>;

export const titleFormFacts = v.object({ id: v.string(), form: formSchema });

/** The form of a question, new (`key` null) or standing. */
export const questionFormFacts = v.object({
	questionnaire: v.object({ id: v.string(), title: v.object({ zh: v.string(), en: v.string() }) }),
	key: v.nullable(v.string()),
	shape: v.picklist(shapes),
	/** The earlier questions that this one may hang on. */
	earlier: v.array(questionFacts),
	form: formSchema,
});
export type QuestionFormFacts = v.InferOutput<typeof questionFormFacts>;

export const publishFacts = v.object({
	id: v.string(),
	title: v.object({ zh: v.string(), en: v.string() }),
	/** The version that this will be. */
	version: v.number(),
	questions: v.array(
		v.object({
			key: v.string(),
			words: wordingFacts,
			kinship: v.picklist(["same", "reworded", "changed", "new"]),
		}),
	),
	/** What stands in the way. */
	blockers: v.array(v.picklist(["empty", "opens", "lost"])),
	/** What is worth knowing before: no satisfaction question, and how many texts stand in one language only. */
	unscored: v.boolean(),
	oneLanguage: v.number(),
	form: formSchema,
});
