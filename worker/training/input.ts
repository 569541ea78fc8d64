import * as v from "valibot";
import { trainees } from "../tables/training";
import { idSchema, manyIds } from "../values/id";
import { day, many, requiredCount, requiredLine } from "../values/typed";

/** Whom a topic is required of: some of those who may be trained, or nobody. */
const whom = v.pipe(
	many(trainees.length),
	v.everyItem((one) => (trainees as readonly string[]).includes(one), "not-a-choice"),
	v.transform((typed) => trainees.filter((one) => typed.includes(one))),
);

const required = {
	from_year: requiredCount(2000, 2199),
	years: requiredCount(1, 5),
	target: requiredCount(1, 100),
	whom,
};

/** A new topic, and who has to be trained in it. */
export const topicSchema = v.object({
	id: idSchema,
	zh: requiredLine(20),
	en: requiredLine(40),
	...required,
});
export type NewTopic = v.InferOutput<typeof topicSchema>;

/** Who has to be trained in a topic from a year on. */
export const requirementSchema = v.object({ id: idSchema, ...required });
export type NewRequirement = v.InferOutput<typeof requirementSchema>;

/** What an activity teaches. */
export const taughtSchema = v.object({ id: idSchema, topic: manyIds(20), before: manyIds(20) });

/** That somebody was trained elsewhere, and what shows it. */
export const elsewhereSchema = v.object({
	id: idSchema,
	topic: requiredLine(16),
	day: day(),
	evidence: requiredLine(80),
});
export type NewElsewhere = v.InferOutput<typeof elsewhereSchema>;

export const elsewhereRemovalSchema = v.object({ id: idSchema });

/** The most people whose hours one form carries. */
export const mostVolunteers = 300;

/**
 * Hours of volunteers at an activity: whom they are of, as ticked, and how long. Half an hour is the least; a day holds no more
 * than twenty-four.
 */
export const hoursSchema = v.object({
	id: idSchema,
	volunteer: v.pipe(manyIds(mostVolunteers), v.minLength(1, "required")),
	hours: v.pipe(
		requiredLine(5),
		v.transform((text) => text.normalize("NFKC").replace(/[。，,]/g, ".")),
		v.check((text) => /^\d{1,2}(\.\d)?$/.test(text) && Number(text) > 0 && Number(text) <= 24, "not-hours"),
		v.transform((text) => Math.round(Number(text) * 60)),
	),
});
