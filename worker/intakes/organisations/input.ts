import * as v from "valibot";
import { idSchema } from "../../values/id";
import { count, listOf, requiredCount, requiredLine } from "../../values/typed";

import { linesInChunk } from "../members/rules";

const line = requiredCount(1, 30_000_000);

/** An organisation to be founded: under a line of the same file that is founded as well, or under one that stands. */
const foundedSchema = v.object({
	line,
	as: v.literal("new", "not-a-choice"),
	name: requiredLine(60),
	kind: requiredLine(40),
	adults: count(1, 2_000_000),
	households: count(1, 1_000_000),
	above: v.nullable(line),
	parent: v.nullable(idSchema),
});
/** One that stands already, or isn't taken. */
const passedSchema = v.object({
	line,
	as: v.picklist(["same", "later", "left-out"], "not-a-choice"),
	id: v.optional(v.nullable(idSchema), null),
});

export const treeChunkSchema = v.object({
	number: requiredCount(0, 10_000),
	lines: listOf(v.union([foundedSchema, passedSchema], "not-a-choice"), linesInChunk),
});
export type Founded = v.InferOutput<typeof foundedSchema>;
export type TreeDecided = v.InferOutput<typeof treeChunkSchema>["lines"][number];
