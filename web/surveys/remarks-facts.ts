import * as v from "valibot";
import { formSchema } from "../../worker/http/body";
import { waveFacts } from "./facts";

/** What people wrote: a page of it, or what was searched for. */
export const remarksFacts = v.object({
	wave: waveFacts,
	/** How many wrote something; null while fewer than ten did. */
	count: v.nullable(v.number()),
	texts: v.array(v.object({ remark: v.number(), text: v.string(), tags: v.array(v.string()) })),
	page: v.number(),
	pages: v.number(),
	/** The words and the tag that were searched for; blank where all is shown. */
	search: v.string(),
	tag: v.string(),
	/** More was found than is shown. */
	more: v.boolean(),
	tags: v.array(v.object({ tag: v.string(), texts: v.number() })),
	/** When a name was hidden, by whom, in how many texts: never what it was. */
	hidings: v.array(v.object({ day: v.string(), by: v.nullable(v.string()), texts: v.number() })),
	/** Whether the reader may tag texts and hide names. */
	tends: v.boolean(),
	/** Whether this reader may hide names in them: those who are judged by a survey from above may not. */
	hides: v.boolean(),
	tagging: formSchema,
	hiding: formSchema,
});
