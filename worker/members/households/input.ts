import * as v from "valibot";
import { idSchema } from "../../values/id";
import { line, lines, requiredLine } from "../../values/typed";

/** A household: who speaks for it, where it lives, and which member keeps in touch (by name, or one of that name by id). */
export const householdSchema = v.object({
	id: idSchema,
	household: requiredLine(40),
	address: line(80),
	contact_name: line(40),
	contact: v.optional(v.union([v.literal("", "not-a-choice"), idSchema], "not-a-choice"), ""),
});

/** The end of being in touch, today. */
export const householdEndSchema = v.object({ id: idSchema });

/** Many at once, a line each. */
export const householdLinesSchema = v.object({
	id: idSchema,
	lines: v.pipe(
		v.unknown(),
		// A spreadsheet's columns come with tabs, which a text of several lines would lose.
		v.transform((raw) => (typeof raw === "string" ? raw.replaceAll("\t", "，") : raw)),
		lines(30_000),
		v.check((text) => text !== null, "required"),
		v.transform((text) => text ?? ""),
	),
});

export type TypedHousehold = v.InferOutput<typeof householdSchema>;
