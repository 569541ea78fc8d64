import * as v from "valibot";
import { idSchema } from "../../values/id";
import { many, requiredLine, tick } from "../../values/typed";

/** A kind of organisation: its names, whether a place of the kind should have an association, what it may stand under. */
export const kindSchema = v.object({
	id: idSchema,
	zh: requiredLine(20),
	en: requiredLine(40),
	covers: tick(),
	above: many(60),
});

/** Removing a kind takes no more than the form's own id. */
export const kindRemovalSchema = v.object({ id: idSchema });

export type KindChange = Omit<v.InferOutput<typeof kindSchema>, "id">;
