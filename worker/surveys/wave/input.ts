import * as v from "valibot";
import { denominators, issuers, pointScales } from "../../tables/surveys";
import { idSchema } from "../../values/id";
import {
	choice,
	count,
	day,
	line,
	lines,
	requiredChoice,
	requiredCount,
	requiredLine,
} from "../../values/typed";
import { mostSlips } from "../link/rules";

/** Who may answer: with a slip's code only, or whoever opens the poster's address. */
export const entries = ["slip", "anyone"] as const;

/** Whom a wave asks: this place alone, or all the lowest organisations below it at once. */
export const scopes = ["here", "below"] as const;

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
	scope: choice(scopes),
	/** What the levels are worth, where a score in points is asked for. */
	points: choice(pointScales),
	/** The share of the assessors' mean in the whole, in percent: 30 or 40, say. */
	assessors: count(0, 90),
	/** What the assessors mark, one a line with its most points. */
	criteria: lines(800),
	issuer: choice(issuers),
	/** The activity that it asks about. */
	activity: line(16),
});
export type NewWave = v.InferOutput<typeof waveSchema>;
