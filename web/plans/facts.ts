import * as v from "valibot";
import { formSchema } from "../../worker/http/body";
import { itemStates } from "../../worker/plans/plan";
import { planStates } from "../../worker/plans/rules";
import { activityKinds } from "../../worker/tables/activities";
import { amendmentActs, outcomes } from "../../worker/tables/plans";
import { bothNames } from "../organisations/kinds/facts";

/** What is planned: on a day, or within a month, from its first day to its last. */
export const itemTold = {
	id: v.string(),
	kind: v.picklist(activityKinds),
	title: v.string(),
	firstDay: v.string(),
	lastDay: v.string(),
	keyDay: v.nullable(v.string()),
	place: v.nullable(v.string()),
	budget: v.nullable(v.number()),
	helpers: v.nullable(v.string()),
};
const kept = v.object(itemTold);
export type KeptItemFacts = v.InferOutput<typeof kept>;

const keyDayIn = v.object({ id: v.string(), name: bothNames, day: v.string() });

const roundTold = {
	round: v.number(),
	filedOn: v.string(),
	by: v.nullable(v.string()),
	/** How the round ended; null while it waits. */
	outcome: v.nullable(v.picklist(outcomes)),
	reviewedOn: v.nullable(v.string()),
	reviewedBy: v.nullable(v.string()),
	note: v.nullable(v.string()),
};

export const planFacts = v.object({
	year: v.number(),
	state: v.picklist(planStates),
	/** Nobody stands above: a plan that is filed holds at once. */
	isRoot: v.boolean(),
	/** The day by which it is filed, and who set it. */
	deadline: v.nullable(v.object({ day: v.string(), name: v.string() })),
	items: v.array(
		v.object({
			...itemTold,
			state: v.picklist(itemStates),
			/** The activity that carried it out, and its day. */
			activity: v.nullable(v.string()),
			heldOn: v.nullable(v.string()),
			/** What the last answer said of it. */
			comment: v.nullable(v.string()),
		}),
	),
	rounds: v.array(v.object(roundTold)),
	amendments: v.array(
		v.object({
			id: v.string(),
			item: v.string(),
			act: v.picklist(amendmentActs),
			day: v.string(),
			reason: v.string(),
			by: v.nullable(v.string()),
			before: v.nullable(kept),
			after: v.nullable(kept),
			/** Which fields differ. */
			fields: v.array(v.string()),
		}),
	),
	keyDays: v.array(keyDayIn),
	/** How many items there were the year before. */
	lastYear: v.number(),
	form: formSchema,
});
export type PlanFacts = v.InferOutput<typeof planFacts>;

export const itemFormFacts = v.object({
	year: v.number(),
	state: v.picklist(planStates),
	/** Which item is changed; null for a new one. */
	item: v.nullable(v.object({ ...itemTold, dropped: v.boolean() })),
	keyDays: v.array(keyDayIn),
	form: formSchema,
});
export type ItemFormFacts = v.InferOutput<typeof itemFormFacts>;

export const removalFacts = v.object({
	year: v.number(),
	state: v.picklist(planStates),
	item: kept,
	form: formSchema,
});
export type RemovalFacts = v.InferOutput<typeof removalFacts>;

export const roundFacts = v.object({
	year: v.number(),
	...roundTold,
	/** No later round was filed. */
	isLast: v.boolean(),
	deadline: v.nullable(v.string()),
	/** The organisation above, by id. */
	above: v.string(),
	items: v.array(v.object({ ...itemTold, comment: v.nullable(v.string()), earlier: v.nullable(v.string()) })),
	amendments: v.number(),
	/** Other plans wait for an answer there. */
	waiting: v.boolean(),
	/** Somebody was quicker with an answer. */
	overtaken: v.boolean(),
	form: formSchema,
});
export type RoundFacts = v.InferOutput<typeof roundFacts>;
