import * as v from "valibot";
import { personFields } from "../../members/input";
import { memberKinds } from "../../tables/ground";
import { idSchema } from "../../values/id";
import { choice, day, lines, listOf, requiredCount, tick } from "../../values/typed";
import { changedFields, type FurtherName, linesInChunk } from "./rules";

const optionalDay = v.nullable(day());
const further = v.optional(
	v.pipe(
		v.record(idSchema, v.union([v.pipe(v.string(), v.maxLength(80)), v.number()])),
		v.check((fields) => Object.keys(fields).length <= 10, "too-many 10"),
	),
	{},
);

const lineFields = {
	line: requiredCount(1, 30_000_000),
	place: v.optional(v.nullable(idSchema), null),
	...personFields,
	group: v.optional(
		v.nullable(v.pipe(v.string(), v.trim(), v.nonEmpty("required"), v.maxLength(20, "too-long 20"))),
		null,
	),
	joined_on: optionalDay,
	exact: choice(["day", "month", "year"]),
	kind: v.pipe(
		choice(memberKinds),
		v.transform((kind) => kind ?? "ordinary"),
	),
	note: lines(200),
	further,
};

const furtherField = v.custom<FurtherName>(
	(name) => typeof name === "string" && /^further\.[0-9a-z]{1,16}$/.test(name),
	"not-a-choice",
);

/** Lines to be looked at: nothing is written. */
export const previewSchema = v.object({ lines: listOf(v.object(lineFields), linesInChunk) });

/** What was decided for a line: `member` is who they are, `twin` the earlier line they repeat, `take` what the line may change. */
const decidedSchema = v.object({
	...lineFields,
	as: v.picklist(["new", "same", "later", "left-out"], "not-a-choice"),
	member: v.optional(v.nullable(idSchema), null),
	twin: v.optional(v.nullable(requiredCount(1, 30_000_000)), null),
	take: v.optional(v.array(v.union([v.picklist(changedFields), furtherField])), []),
	/** Somebody decided that this is another person, however alike. */
	sure: v.optional(tick(), false),
});
/** A line that isn't taken brings nothing along but its number. */
const leftSchema = v.object({ line: lineFields.line, as: v.picklist(["later", "left-out"], "not-a-choice") });

/** Some lines of an intake, to be written. */
export const chunkSchema = v.object({
	number: requiredCount(0, 10_000),
	lines: listOf(v.union([leftSchema, decidedSchema], "not-a-choice"), linesInChunk),
});

export type Decided = v.InferOutput<typeof decidedSchema>;
export type Left = v.InferOutput<typeof leftSchema>;
