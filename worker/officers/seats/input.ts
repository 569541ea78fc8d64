import * as v from "valibot";
import { idSchema } from "../../values/id";
import { day, requiredCount, requiredLine } from "../../values/typed";

const seats = () => requiredCount(0, 60);

/** What a kind of organisation calls for from a day on: how long a term lasts, and for each post its seats, of which full-time. */
export const seatRulesSchema = v.object({
	id: idSchema,
	kind: requiredLine(40),
	from_day: day(),
	years: requiredCount(1, 10),
	chair: seats(),
	chair_full: seats(),
	vice_chair: seats(),
	vice_chair_full: seats(),
	secretary_general: seats(),
	secretary_general_full: seats(),
	council_member: seats(),
	council_member_full: seats(),
});

export type NewSeatRules = v.InferOutput<typeof seatRulesSchema>;
