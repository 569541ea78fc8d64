import * as v from "valibot";
import { idSchema } from "../../values/id";
import { count, line, requiredCount, telephone, tick } from "../../values/typed";

/**
 * People who came and are on nobody's roll: how many. One of them may be named: a member is marked, somebody else may ask to
 * join, if they agree to that being kept.
 */
export const walkInSchema = v.pipe(
	v.object({
		id: idSchema,
		session: v.pipe(
			v.optional(count(1, 20), ""),
			v.transform((number) => number ?? 1),
		),
		people: requiredCount(1, 5000),
		name: line(40),
		telephone: telephone(),
		consent: v.optional(tick(), ""),
	}),
	v.forward(
		v.partialCheck([["name"], ["people"]], ({ name, people }) => name === null || people === 1, "one-by-one"),
		["people"],
	),
);
export type WalkIn = v.InferOutput<typeof walkInSchema>;
