/** What the page of assessors' marks knows. */
import * as v from "valibot";
import { formSchema } from "../../worker/http/body";
import { waveFacts } from "./facts";

const mark = v.object({ points: v.number(), vetoed: v.boolean(), note: v.nullable(v.string()) });

export const assessmentFacts = v.object({
	wave: waveFacts,
	criteria: v.array(v.object({ key: v.string(), name: v.string(), most: v.number(), veto: v.boolean() })),
	/** Each assessor's marks by item, and their total out of a hundred. */
	given: v.array(v.object({ name: v.string(), marks: v.record(v.string(), mark), total: v.number() })),
	mean: v.nullable(v.number()),
	vetoed: v.boolean(),
	/** The residents' share, or their score in points, out of a hundred; null until the wave is closed on a base of ten. */
	residents: v.nullable(v.number()),
	total: v.nullable(v.number()),
	/** Whether the reader may give marks here. */
	assesses: v.boolean(),
	form: formSchema,
});
