import * as v from "valibot";
import { tagKinds } from "../../tables/people";
import { idSchema, manyIds } from "../../values/id";
import { requiredChoice, requiredLine, tick } from "../../values/typed";
import { neverMarked } from "./rules";

/** The most tags a root may have in use: they all stand in the form of a member. */
export const mostTags = 30;

/** The most members that one form may mark. */
export const mostMarked = 1000;

const tagName = v.pipe(
	requiredLine(20),
	v.check(
		(name) => neverMarked(name) === null,
		(issue) => `never-${neverMarked(String(issue.input)) ?? "held"}`,
	),
);
const described = { kind: requiredChoice(tagKinds), zh: tagName, en: tagName };

export const tagSchema = v.object({ id: idSchema, ...described });
export const tagChangeSchema = v.object({ id: idSchema, ...described, ended: tick() });

/** Who bears a tag, or stands in a group: as ticked, and as ticked when the page was shown. */
export const markingSchema = v.object({
	id: idSchema,
	members: manyIds(mostMarked),
	before: manyIds(mostMarked),
});

export type NewTag = v.InferOutput<typeof tagSchema>;
export type TagChange = v.InferOutput<typeof tagChangeSchema>;
