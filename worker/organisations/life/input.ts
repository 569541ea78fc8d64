import * as v from "valibot";
import { idSchema } from "../../values/id";
import { day, line, requiredLine } from "../../values/typed";

/** An act of an organisation's life that needs no more than its day and a reason. */
export const lifeActSchema = v.object({ id: idSchema, day: day(), reason: requiredLine(200) });

/** Founding an association where there is none, or again where it was deregistered. */
export const foundingHereSchema = v.object({
	id: idSchema,
	day: day(),
	reason: line(200),
	organisation: requiredLine(60),
});

/** Another name, or another kind, or both. */
export const renamingSchema = v.object({
	...lifeActSchema.entries,
	organisation: requiredLine(60),
	kind: requiredLine(16),
});

/** Another place in the tree. */
export const relocationSchema = v.object({ ...lifeActSchema.entries, under: requiredLine(16) });
