import * as v from "valibot";
import { formSchema } from "../../worker/http/body";
import { itemStates } from "../../worker/plans/plan";
import { planStates } from "../../worker/plans/rules";
import { stampFacts } from "../officers/board";

const boardRow = v.object({
	organisation: v.string(),
	name: v.string(),
	/** Of its own plan; empty where it has none to file. */
	state: v.string(),
	/** How many plans are in it. */
	units: v.number(),
	draft: v.number(),
	overdue: v.number(),
	filed: v.number(),
	returned: v.number(),
	approved: v.number(),
	/** Changes since approval. */
	amended: v.number(),
	done: v.number(),
	missed: v.number(),
	dropped: v.number(),
	due: v.number(),
});
export type PlanBoardRowFacts = v.InferOutput<typeof boardRow>;

export const planBoardFacts = v.object({
	year: v.number(),
	...stampFacts,
	show: v.picklist(["filing", "progress"]),
	/** The day by which those below file, and who set it. */
	deadline: v.nullable(v.object({ day: v.string(), name: v.string() })),
	/** Whether more wait than are listed. */
	moreWaiting: v.boolean(),
	/** Plans that wait for an answer, as they wait now. */
	waiting: v.array(
		v.object({
			organisation: v.string(),
			name: v.string(),
			year: v.number(),
			round: v.number(),
			filedOn: v.string(),
		}),
	),
	/** All that lies below, whether its row is shown or not. */
	whole: v.nullable(boardRow),
	rows: v.array(boardRow),
	more: v.boolean(),
	form: formSchema,
});
export type PlanBoardFacts = v.InferOutput<typeof planBoardFacts>;

const listed = {
	year: v.number(),
	...stampFacts,
	under: v.nullable(v.string()),
	/** The name of that row of the board. */
	name: v.nullable(v.string()),
	/** How many lines come before, and where the next page begins. */
	from: v.number(),
	next: v.nullable(v.number()),
};

export const planListFacts = v.object({
	...listed,
	state: v.picklist(planStates),
	plans: v.array(
		v.object({
			organisation: v.string(),
			name: v.string(),
			round: v.nullable(v.number()),
			filedOn: v.nullable(v.string()),
			deadline: v.nullable(v.string()),
		}),
	),
});
export type PlanListFacts = v.InferOutput<typeof planListFacts>;

export const thingListFacts = v.object({
	...listed,
	state: v.picklist(itemStates),
	things: v.array(
		v.object({
			organisation: v.string(),
			name: v.string(),
			item: v.string(),
			title: v.string(),
			firstDay: v.string(),
			lastDay: v.string(),
			activity: v.nullable(v.string()),
		}),
	),
});
export type ThingListFacts = v.InferOutput<typeof thingListFacts>;
