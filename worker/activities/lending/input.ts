import * as v from "valibot";
import { idSchema } from "../../values/id";
import { day, optionalDay, requiredLine } from "../../values/typed";

/** Something that may be lent. */
export const exhibitSchema = v.object({ id: idSchema, name: requiredLine(40) });

/** It goes to an organisation on a day, from here or from whoever has it, and is due back on another. */
export const loanSchema = v.object({
	id: idSchema,
	holder: requiredLine(16),
	day: day(),
	due: optionalDay(),
});

/** It came back. */
export const returnSchema = v.object({ id: idSchema, day: day() });
