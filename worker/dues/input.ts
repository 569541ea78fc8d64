import * as v from "valibot";
import { methods } from "../tables/dues";
import { idSchema } from "../values/id";
import { day, many, requiredChoice, requiredMoney } from "../values/typed";

/** One save of the grid: day, way of paying, and the ticked boxes. */
export const collectionSchema = v.object({
	id: idSchema,
	day: day(),
	method: requiredChoice(methods),
	tick: v.pipe(many(2000), v.minLength(1, "required")),
});

/** A yearly rate from a day on. */
export const rateSchema = v.object({ id: idSchema, from_day: day(), amount: requiredMoney() });

export type NewCollection = v.InferOutput<typeof collectionSchema>;
export type NewRate = v.InferOutput<typeof rateSchema>;
