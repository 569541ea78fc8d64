import * as v from "valibot";
import { requiredCount } from "../../values/typed";
import { mostSlips } from "./rules";

/** Printing more slips: how many there are in all from now on. */
export const slipsSchema = v.object({ slips: requiredCount(1, mostSlips) });
