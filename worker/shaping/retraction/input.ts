import * as v from "valibot";
import { idSchema } from "../../values/id";
import { requiredLine } from "../../values/typed";

/** Taking the latest act back: which it is, as the form showed it, and why. */
export const retractionSchema = v.object({ id: idSchema, stage: idSchema, reason: requiredLine(200) });
