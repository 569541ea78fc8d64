import * as v from "valibot";
import { idSchema } from "../../values/id";
import { requiredLine, tick } from "../../values/typed";

/** Taking an election back: why, and that the reader knows that they no longer come in here. */
export const termWithdrawalSchema = v.object({
	id: idSchema,
	reason: requiredLine(200),
	handing_over: tick(),
});

export type TermWithdrawal = v.InferOutput<typeof termWithdrawalSchema>;
