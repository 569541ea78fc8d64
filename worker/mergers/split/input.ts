import * as v from "valibot";
import { idSchema } from "../../values/id";
import { day, many, requiredLine } from "../../values/typed";

/** Splitting groups off into an association of their own; the id is that of the association it makes. */
export const splitSchema = v.object({
	id: idSchema,
	group: v.pipe(
		many(60),
		v.nonEmpty("required"),
		v.everyItem((id) => /^[0-9a-z]{1,16}$/.test(id), "not-an-id"),
	),
	organisation: requiredLine(60),
	kind: requiredLine(16),
	day: day(),
	reason: requiredLine(100),
});
export type NewSplit = v.InferOutput<typeof splitSchema>;
