import * as v from "valibot";
import { activityKinds } from "../../tables/activities";
import { idSchema } from "../../values/id";
import { choice, line, money, optionalDay, requiredChoice, requiredLine } from "../../values/typed";

export const months = ["1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12"] as const;

/**
 * Something planned. When: a day, a key day or a month, whichever is given first in this order. The reason is asked for once the
 * plan is approved.
 */
export const planItemSchema = v.object({
	id: idSchema,
	kind: requiredChoice(activityKinds),
	title: requiredLine(60),
	day: optionalDay(),
	key_day: line(16),
	month: choice(months),
	place: line(60),
	budget: money(),
	helpers: line(60),
	reason: line(120),
});

/** Taking an item out: of a plan that is still written freely, or dropping it from one that is approved. */
export const removalSchema = v.object({ id: idSchema, reason: line(120) });

export type NewPlanItem = v.InferOutput<typeof planItemSchema>;
