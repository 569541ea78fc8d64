import * as v from "valibot";
import { idSchema } from "../../values/id";
import { day, requiredCount } from "../../values/typed";

/** The day by which those below file their plans of a year. */
export const deadlineSchema = v.object({ id: idSchema, year: requiredCount(2000, 2199), day: day() });
