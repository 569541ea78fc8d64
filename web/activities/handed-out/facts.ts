import * as v from "valibot";

/** A thing as lines name it. */
export const thingFacts = v.object({ thing: v.string(), unit: v.nullable(v.string()) });

/** What was handed out of a thing: how many is null where nobody counted. */
export const handedFacts = v.object({ ...thingFacts.entries, amount: v.nullable(v.number()) });

export const handedOutFacts = v.object({
	year: v.number(),
	/** Whether the sums take in what lies below. */
	below: v.boolean(),
	/** A line a thing, with how many lines were written of it; none where one thing is looked at. */
	things: v.array(v.object({ ...handedFacts.entries, lines: v.number() })),
	/** One thing: at which activities of this organisation's own, and by whom of all. */
	of: v.nullable(
		v.object({
			...thingFacts.entries,
			at: v.array(
				v.object({ id: v.string(), title: v.string(), day: v.string(), amount: v.nullable(v.number()) }),
			),
			by: v.array(
				v.object({ id: v.string(), name: v.string(), amount: v.nullable(v.number()), lines: v.number() }),
			),
		}),
	),
});
export type HandedOutFacts = v.InferOutput<typeof handedOutFacts>;
