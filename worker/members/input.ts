import * as v from "valibot";
import { memberKinds, sexes } from "../tables/ground";
import { idSchema, manyIds } from "../values/id";
import { choice, count, day, line, lines, requiredChoice, requiredLine, telephone } from "../values/typed";
import type { FurtherValues } from "./fields/rules";

// Registers pad two-character names with a space so that columns look even: 曾 超 is 曾超.
const personName = v.pipe(
	requiredLine(40),
	v.transform((text) => text.replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, "")),
);

/** What is known of a person; no identity number, no health, no children, and no field for them. */
export const personFields = {
	name: personName,
	sex: choice(sexes),
	birth_year: count(1900, 2030),
	telephone: telephone(),
	address: line(80),
};

/** What a member is marked with: a group and tags. What a body doesn't mention stays as it is. */
const marks = {
	group: v.optional(v.union([v.literal("", "not-a-choice"), idSchema], "not-a-choice")),
	tags: v.optional(manyIds(30)),
};

/** Registering a member. `same`: the person whom they are, of those the form asked about, or "other". */
export const memberSchema = v.object({
	id: idSchema,
	...personFields,
	joined_on: day(),
	kind: requiredChoice(memberKinds),
	note: lines(200),
	...marks,
	same: v.optional(v.union([v.literal(""), v.literal("other"), idSchema], "not-a-choice"), ""),
});

/** Changing a member's record; dates of membership change by leaving and returning only. */
export const memberChangeSchema = v.object({
	id: idSchema,
	...personFields,
	kind: requiredChoice(memberKinds),
	note: lines(200),
	...marks,
});

/** Why somebody leaves: 退会, 迁出, 去世, or something else said in the note. */
export const departureReasons = ["left", "moved", "died", "other"] as const;

export const departureSchema = v.object({
	id: idSchema,
	day: day(),
	because: requiredChoice(departureReasons),
});
export const returnSchema = v.object({ id: idSchema, day: day(), kind: requiredChoice(memberKinds) });

/** Taking back a departure that is still to come. */
export const stayingSchema = v.object({ id: idSchema });

/** A member about to be registered, with what their association marks them with. */
export type NewMember = Omit<v.InferOutput<typeof memberSchema>, "same"> & { further?: FurtherValues };
export type Departure = v.InferOutput<typeof departureSchema>;
export type Return = v.InferOutput<typeof returnSchema>;
export type MemberChange = v.InferOutput<typeof memberChangeSchema> & { further?: FurtherValues };
