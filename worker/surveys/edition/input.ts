import * as v from "valibot";
import { idSchema } from "../../values/id";
import { mostQuestions } from "../draft/rules";

const key = v.pipe(v.string(), v.regex(/^[0-9a-z]{1,16}$/, "not-a-choice"));

/** Publishing a version: what was looked at, and which reworded questions ask the same as before. */
export const editionSchema = v.object({
	id: idSchema,
	/** The fingerprint of what the page showed. */
	seen: v.pipe(v.string(), v.regex(/^[0-9a-f]{16}$/, "overtaken")),
	same: v.pipe(
		v.optional(v.union([v.string(), v.array(v.string())]), []),
		v.transform((raw) => (typeof raw === "string" ? [raw] : raw).filter(Boolean)),
		v.maxLength(mostQuestions, `too-many ${mostQuestions}`),
		v.everyItem((one) => v.is(key, one), "not-a-choice"),
	),
});
