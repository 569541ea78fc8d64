import * as v from "valibot";
import { furtherKinds } from "../../tables/people";
import { idSchema } from "../../values/id";
import { lines, requiredChoice, requiredLine, tick } from "../../values/typed";
import { neverHeld } from "./rules";

/** The most choices one field may offer. */
export const mostChoices = 30;

/** A name that doesn't ask for what is never held. */
const fieldName = v.pipe(
	requiredLine(20),
	v.check(
		(name) => neverHeld(name) === null,
		(issue) => `never-${neverHeld(String(issue.input)) ?? "held"}`,
	),
);

/** What a field of choices offers, one a line; a choice is no way round what is never held. */
const choices = v.pipe(
	lines(mostChoices * 21),
	v.transform((text) => [
		...new Set(
			(text ?? "")
				.split("\n")
				.map((one) => one.trim())
				.filter(Boolean),
		),
	]),
	v.maxLength(mostChoices, `too-many ${mostChoices}`),
	v.check((all) => all.every((one) => [...one].length <= 20), "too-long 20"),
	v.check(
		(all) => all.every((one) => neverHeld(one) === null),
		(issue) => `never-${(issue.input as string[]).map(neverHeld).find(Boolean) ?? "held"}`,
	),
);

const named = { zh: fieldName, en: fieldName, choices };

export const fieldSchema = v.pipe(
	v.object({ id: idSchema, kind: requiredChoice(furtherKinds), ...named }),
	v.forward(
		v.check(({ kind, choices }) => kind !== "choice" || choices.length > 1, "two-choices"),
		["choices"],
	),
);
export const fieldChangeSchema = v.object({ id: idSchema, ...named, ended: tick() });

export type NewField = v.InferOutput<typeof fieldSchema>;
export type FieldChange = v.InferOutput<typeof fieldChangeSchema>;
