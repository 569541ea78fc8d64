import * as v from "valibot";
import { idSchema } from "../../values/id";
import { day, requiredLine } from "../../values/typed";

/** Merging an organisation, `gone`, into this one. */
export const mergerSchema = v.object({
	id: idSchema,
	gone: requiredLine(16),
	day: day(),
	reason: requiredLine(100),
});
