import * as v from "valibot";
import { idSchema } from "../../values/id";
import { line, many, requiredLine } from "../../values/typed";
import { uses } from "../accounts";

/** Setting money aside for one purpose: what it is for, who gave it, and the only uses it may have (none ticked: whatever serves it). */
export const purposeSchema = v.object({
	id: idSchema,
	name: requiredLine(40),
	giver: line(40),
	uses: v.pipe(
		many(uses.length),
		v.check((chosen) => chosen.every((one) => (uses as readonly string[]).includes(one)), "not-a-choice"),
	),
});
export type NewPurpose = v.InferOutput<typeof purposeSchema>;
