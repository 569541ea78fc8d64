import * as v from "valibot";
import { personFields } from "../members/input";
import { idSchema } from "../values/id";
import { line, requiredChoice, tick } from "../values/typed";

/** A resident asks to join: the short fields, and consent to their being kept. */
export const applicationSchema = v.object({
	id: idSchema,
	...personFields,
	consent: v.pipe(
		tick(),
		v.check((agreed) => agreed, "no-consent"),
	),
});

/** The association decides. A reason is asked for when it declines. */
export const decisionSchema = v.pipe(
	v.object({ outcome: requiredChoice(["approved", "declined"]), reason: line(100) }),
	v.forward(
		v.partialCheck(
			[["outcome"], ["reason"]],
			({ outcome, reason }) => outcome === "approved" || reason !== null,
			"required",
		),
		["reason"],
	),
);

export type NewApplication = v.InferOutput<typeof applicationSchema>;
