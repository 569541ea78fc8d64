import * as v from "valibot";
import { idSchema } from "../../values/id";
import { requiredCount } from "../../values/typed";

/** Closing a wave: how many slips were really handed out. */
export const closingSchema = v.object({ id: idSchema, handed_out: requiredCount(0, 1_000_000) });
export type NewClosing = v.InferOutput<typeof closingSchema>;
