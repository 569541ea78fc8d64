import * as v from "valibot";
import { idSchema, manyIds } from "../../values/id";

/** The most members whose attendance one form may carry. */
export const mostNames = 1000;

/** Who came, as ticked, and who was ticked when the page was shown: what counts is the difference. */
export const attendanceSchema = v.object({
	id: idSchema,
	came: manyIds(mostNames),
	before: manyIds(mostNames),
});
