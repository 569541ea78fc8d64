import * as v from "valibot";
import { methods } from "../tables/dues";
import { idSchema } from "../values/id";
import { bookDay, choice, line, requiredChoice, requiredLine, requiredMoney } from "../values/typed";
import { incomes, uses } from "./accounts";

/** Money that came in otherwise than as dues, or money used. */
export const entrySchema = v.object({
	id: idSchema,
	direction: requiredChoice(["use", "income"]),
	what: choice([...incomes, ...uses]),
	day: bookDay(),
	amount: requiredMoney(),
	purpose: requiredLine(60),
	party: line(40),
	approver: line(40),
	activity: v.optional(v.union([idSchema, v.literal("")]), ""),
	method: requiredChoice(methods),
	/** The purpose that this money is for, or was given for. */
	fund: v.optional(v.union([idSchema, v.literal("")]), ""),
});

/** Taking an entry back, with the reason. */
export const reversalSchema = v.object({ id: idSchema, reason: requiredLine(60) });

/** Settling a month or a year. */
export const settlementSchema = v.object({
	id: idSchema,
	period: v.pipe(v.string(), v.regex(/^20\d\d(-(0[1-9]|1[0-2]))?$/, "not-a-choice")),
});

export type NewEntry = v.InferOutput<typeof entrySchema>;
