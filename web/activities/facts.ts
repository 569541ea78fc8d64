import * as v from "valibot";
import { formSchema } from "../../worker/http/body";
import { activityKinds } from "../../worker/tables/activities";
import { keyDayFacts } from "../plans/key-days/facts";

/** What is told of an activity. */
const told = {
	id: v.string(),
	day: v.string(),
	kind: v.picklist(activityKinds),
	title: v.string(),
	place: v.nullable(v.string()),
	heads: v.nullable(v.number()),
	handedOut: v.nullable(v.string()),
	cost: v.nullable(v.number()),
	outcome: v.nullable(v.string()),
};

export const activityListFacts = v.object({
	year: v.number(),
	held: v.number(),
	heads: v.number(),
	cost: v.number(),
	days: v.array(v.string()),
	keyDays: v.array(keyDayFacts),
	first: v.boolean(),
	next: v.nullable(v.string()),
	activities: v.array(v.object({ ...told, members: v.number() })),
});
export type ActivityListFacts = v.InferOutput<typeof activityListFacts>;

export const activityFacts = v.object({
	...told,
	came: v.array(v.object({ id: v.string(), name: v.string() })),
	changes: v.array(v.object({ day: v.string(), act: v.string(), by: v.nullable(v.string()) })),
});
export type ActivityFacts = v.InferOutput<typeof activityFacts>;

export const activityFormFacts = v.object({
	/** Which record is changed; null when one is being made. */
	activity: v.nullable(v.object({ id: v.string(), title: v.string() })),
	form: formSchema,
});

export const withdrawalFormFacts = v.object({
	activity: v.object({ id: v.string(), title: v.string(), day: v.string() }),
	form: formSchema,
});

export const attendanceFacts = v.object({
	activity: v.object({ id: v.string(), title: v.string(), day: v.string(), place: v.nullable(v.string()) }),
	roster: v.array(v.object({ id: v.string(), name: v.string(), initials: v.string(), came: v.boolean() })),
	/** What was ticked on a form that came back; null where the boxes show who came. */
	ticked: v.nullable(v.array(v.string())),
	form: formSchema,
});
export type AttendanceFacts = v.InferOutput<typeof attendanceFacts>;
