import * as v from "valibot";
import { intakeKinds } from "../tables/intakes";
import { idSchema } from "../values/id";
import { requiredChoice, requiredCount, requiredLine } from "../values/typed";

/** Beginning an intake: the file by its name and digest, how many lines in how many requests, and how its columns were read. */
export const intakeSchema = v.object({
	id: idSchema,
	what: requiredChoice(intakeKinds),
	file: requiredLine(120),
	digest: requiredLine(80),
	lines: requiredCount(1, 200_000),
	chunks: requiredCount(1, 10_000),
	columns: requiredLine(8000),
});
export type NewIntake = v.InferOutput<typeof intakeSchema>;

/** Recounting what an intake touched, so many organisations at a time, from which one on. */
export const finishSchema = v.object({ from: requiredCount(0, 100_000) });

/** Taking one request's lines back. */
export const undoSchema = v.object({ number: requiredCount(0, 10_000) });
