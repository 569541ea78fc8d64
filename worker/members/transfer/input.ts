import * as v from "valibot";
import { transferOutcomes } from "../../tables/people";
import { idSchema } from "../../values/id";
import { day, line, requiredChoice, requiredLine } from "../../values/typed";

/** Offering a member to another organisation; the day counts where it is done at once. */
export const transferSchema = v.object({ id: idSchema, to: requiredLine(16), day: day(), note: line(100) });

/** What becomes of it. A reason is asked for when it is declined. */
export const transferEndSchema = v.pipe(
	v.object({ outcome: requiredChoice(transferOutcomes), reason: line(100) }),
	v.forward(
		v.partialCheck(
			[["outcome"], ["reason"]],
			({ outcome, reason }) => outcome !== "declined" || reason !== null,
			"required",
		),
		["reason"],
	),
);

export type NewTransfer = v.InferOutput<typeof transferSchema>;
export type NewTransferEnd = v.InferOutput<typeof transferEndSchema>;
