import * as v from "valibot";
import { denominators } from "../../tables/surveys";
import { idSchema } from "../../values/id";
import { day, requiredChoice, requiredCount } from "../../values/typed";
import { mostSlips } from "../link/rules";
import { readyQuestionnaires } from "../questionnaire/ready";

/** Who may answer: with a slip's code only, or whoever opens the poster's address. */
export const entries = ["slip", "anyone"] as const;

/** Opening a wave. */
export const waveSchema = v.object({
	id: idSchema,
	questionnaire: requiredChoice([...new Set(readyQuestionnaires.map((one) => one.key))]),
	first_day: day(),
	last_day: day(),
	target: requiredCount(1, 100),
	denominator: requiredChoice(denominators),
	entry: requiredChoice(entries),
	slips: requiredCount(0, mostSlips),
});
export type NewWave = v.InferOutput<typeof waveSchema>;
