import * as v from "valibot";
import { idSchema } from "../../values/id";
import { requiredChoice } from "../../values/typed";
import { beginnings } from "./rules";

/** What a plan begins with. */
export const beginningSchema = v.object({ id: idSchema, from: requiredChoice(beginnings) });
