import * as v from "valibot";
import { activityKinds } from "../../tables/activities";
import { idSchema } from "../../values/id";
import { count, day, line, lines, money, requiredChoice, requiredLine } from "../../values/typed";
import { lineFields, linesIn, nameless } from "../handed-out/input";

/**
 * What is told of an activity: recorded in under a minute, so only kind, title and day must be given. The id is that of
 * the row it makes, or of the change.
 */
const fields = v.object({
	id: idSchema,
	kind: requiredChoice(activityKinds),
	title: requiredLine(60),
	day: day(),
	place: line(60),
	heads: count(0, 1_000_000),
	cost: money(),
	outcome: lines(500),
	beneficiaries: count(0, 1_000_000),
	/** The item of the year's plan that it carries out. */
	plan_item: v.optional(v.union([v.literal("", "not-an-id"), idSchema], "not-an-id"), ""),
	/** What was handed out, a line a thing. */
	...lineFields,
});

export const activitySchema = v.pipe(
	fields,
	v.rawCheck(({ dataset, addIssue }) => {
		if (!dataset.typed) return;
		const { value } = dataset;
		for (const key of nameless(value))
			addIssue({
				message: "required",
				path: [{ type: "object", origin: "value", input: { ...value }, key, value: null }],
			});
	}),
	v.transform(
		({ id, kind, title, day, place, heads, cost, outcome, beneficiaries, plan_item, ...handed }) => ({
			...{ id, kind, title, day, place, heads, cost, outcome, beneficiaries, plan_item },
			handed_out: linesIn(handed),
		}),
	),
);

/** Taking back an activity that was recorded by mistake. */
export const withdrawalSchema = v.object({ id: idSchema, reason: requiredLine(120) });

export type NewActivity = v.InferOutput<typeof activitySchema>;
