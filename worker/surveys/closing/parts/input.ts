import * as v from "valibot";
import { requiredCount } from "../../../values/typed";

/** Doing one part of a closing: which one, so that a second copy of the request doesn't do the next. */
export const partSchema = v.object({ part: requiredCount(0, 1_000_000) });
