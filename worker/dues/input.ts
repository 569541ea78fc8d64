import * as v from "valibot";
import { methods, rateKinds, waiverKinds } from "../tables/dues";
import { idSchema } from "../values/id";
import {
	bookDay,
	choice,
	count,
	day,
	line,
	many,
	money,
	optionalDay,
	requiredChoice,
	requiredCount,
	requiredLine,
	requiredMoney,
} from "../values/typed";

/** One save of the grid: day, way of paying, and the ticked boxes. */
export const collectionSchema = v.object({
	id: idSchema,
	day: bookDay(),
	method: requiredChoice(methods),
	tick: v.pipe(many(2000), v.minLength(1, "required")),
	/** Who brought the money of all that is ticked: one receipt for them. Without, each member gets their own. */
	payer: v.optional(v.union([idSchema, v.literal("")]), ""),
	/** What they brought, in fen, where it isn't exactly what is ticked. */
	received: money(),
});

/** A yearly rate from a day on. */
export const rateSchema = v.object({
	id: idSchema,
	from_day: day(),
	kind: choice(rateKinds),
	amount: requiredMoney(),
});

/** A yearly run. */
export const runSchema = v.object({ id: idSchema, year: requiredCount(2000, 2099) });

/** Letting somebody off, or giving them time. */
export const waiverSchema = v.object({
	id: idSchema,
	member: v.union([idSchema, v.literal("")]),
	what: requiredChoice(waiverKinds),
	from_year: requiredCount(2000, 2099),
	to_year: count(2000, 2099),
	until: optionalDay(),
	reason: requiredLine(60),
	granted_by: requiredLine(40),
	granted_on: day(),
});

/** Opening a collection round. */
export const roundSchema = v.object({ id: idSchema });

/** Closing it: the cash counted, and what explains a difference. */
export const roundEndSchema = v.object({
	id: idSchema,
	counted: v.pipe(
		money(),
		v.check((fen) => fen !== null, "required"),
		v.transform((fen) => fen ?? 0),
	),
	explanation: line(100),
});

export const waiverEndSchema = v.object({ id: idSchema });

export type NewCollection = v.InferOutput<typeof collectionSchema>;
export type NewRun = v.InferOutput<typeof runSchema>;
export type NewWaiver = v.InferOutput<typeof waiverSchema>;
export type RoundEnd = v.InferOutput<typeof roundEndSchema>;
export type NewRate = v.InferOutput<typeof rateSchema>;
