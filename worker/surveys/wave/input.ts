import * as v from "valibot";
import { denominators } from "../../tables/surveys";
import { idSchema } from "../../values/id";
import { day, requiredChoice, requiredCount, requiredLine } from "../../values/typed";
import { mostSlips } from "../link/rules";

/** Who may answer: with a slip's code only, or whoever opens the poster's address. */
export const entries = ["slip", "anyone"] as const;

/** Opening a wave. */
export const waveSchema = v.object({
	id: idSchema,
	/** By key: a ready one, or one that was published here or above; its newest version is asked. */
	questionnaire: requiredLine(16),
	first_day: day(),
	last_day: day(),
	target: requiredCount(1, 100),
	denominator: requiredChoice(denominators),
	entry: requiredChoice(entries),
	slips: requiredCount(0, mostSlips),
});
export type NewWave = v.InferOutput<typeof waveSchema>;
