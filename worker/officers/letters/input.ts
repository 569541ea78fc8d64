import * as v from "valibot";
import { letterKinds } from "../../tables/seats";
import { idSchema } from "../../values/id";
import { requiredChoice } from "../../values/typed";

const idOrNone = v.optional(v.pipe(v.string(), v.regex(/^[0-9a-z]{0,16}$/, "not-an-id")), "");

/** Issuing letters to a holder, or to everybody elected into a term who has none yet; or a plaque to the association. */
export const letterSchema = v.object({
	id: idSchema,
	kind: requiredChoice(letterKinds),
	holder: idOrNone,
	term: idOrNone,
});

export type NewLetters = v.InferOutput<typeof letterSchema>;
