import * as v from "valibot";
import { idSchema } from "../../values/id";
import { requiredLine } from "../../values/typed";

/** Erasing somebody: their name, typed once more. */
export const erasureSchema = v.object({ id: idSchema, name: requiredLine(40) });
