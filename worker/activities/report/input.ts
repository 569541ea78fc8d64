import * as v from "valibot";
import { activityKinds } from "../../tables/activities";
import { idSchema } from "../../values/id";
import { count, day, line, lines, money, requiredChoice, requiredLine } from "../../values/typed";

/**
 * What is told of an activity: recorded in under a minute, so only kind, title and day must be given. The id is that of
 * the row it makes, or of the change.
 */
export const activitySchema = v.object({
	id: idSchema,
	kind: requiredChoice(activityKinds),
	title: requiredLine(60),
	day: day(),
	place: line(60),
	heads: count(0, 1_000_000),
	handed_out: line(120),
	cost: money(),
	outcome: lines(500),
	beneficiaries: count(0, 1_000_000),
	/** The item of the year's plan that it carries out. */
	plan_item: v.optional(v.union([v.literal("", "not-an-id"), idSchema], "not-an-id"), ""),
});

/** Taking back an activity that was recorded by mistake. */
export const withdrawalSchema = v.object({ id: idSchema, reason: requiredLine(120) });

export type NewActivity = v.InferOutput<typeof activitySchema>;
