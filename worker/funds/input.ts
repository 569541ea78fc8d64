import * as v from "valibot";
import { methods } from "../tables/dues";
import { idSchema } from "../values/id";
import { day, line, requiredChoice, requiredLine, requiredMoney } from "../values/typed";

/** Money that came in otherwise than as dues, or money used. */
export const entrySchema = v.object({
	id: idSchema,
	direction: requiredChoice(["use", "income"]),
	day: day(),
	amount: requiredMoney(),
	purpose: requiredLine(60),
	party: line(40),
	method: requiredChoice(methods),
});

/** Taking an entry back, with the reason. */
export const reversalSchema = v.object({ id: idSchema, reason: requiredLine(60) });

export type NewEntry = v.InferOutput<typeof entrySchema>;
