import * as v from "valibot";
import { memberKinds, sexes } from "../tables/ground";
import { idSchema } from "../values/id";
import { choice, count, day, line, lines, requiredChoice, requiredLine, telephone } from "../values/typed";

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

/** Registering a member. */
export const memberSchema = v.object({
	id: idSchema,
	...personFields,
	joined_on: day(),
	kind: requiredChoice(memberKinds),
	note: lines(200),
});

/** Changing a member's record; dates of membership change by leaving and returning only. */
export const memberChangeSchema = v.object({
	id: idSchema,
	...personFields,
	kind: requiredChoice(memberKinds),
	note: lines(200),
});

/** Why somebody leaves: 退会, 迁出, 去世, or something else said in the note. */
export const departureReasons = ["left", "moved", "died", "other"] as const;

export const departureSchema = v.object({
	id: idSchema,
	day: day(),
	because: requiredChoice(departureReasons),
});
export const returnSchema = v.object({ id: idSchema, day: day(), kind: requiredChoice(memberKinds) });

export type NewMember = v.InferOutput<typeof memberSchema>;
export type Departure = v.InferOutput<typeof departureSchema>;
export type Return = v.InferOutput<typeof returnSchema>;
export type MemberChange = v.InferOutput<typeof memberChangeSchema>;
