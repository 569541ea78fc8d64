import * as v from "valibot";
import { idSchema, manyIds } from "../../values/id";
import { requiredLine, tick } from "../../values/typed";
import { textsAPage } from "./rules";

/** Putting a tag on texts, by their numbers, or taking it off them. */
export const taggingSchema = v.object({
	id: idSchema,
	tag: v.pipe(
		requiredLine(20),
		v.transform((tag) => tag.replace(/^#+\s*/, "")),
		v.nonEmpty("required"),
	),
	off: tick(),
	remarks: v.pipe(
		manyIds(textsAPage * 2),
		v.minLength(1, "none-ticked"),
		v.check((numbers) => numbers.every((number) => /^\d{1,6}$/.test(number)), "not-a-list"),
	),
});
export type Tagging = v.InferOutput<typeof taggingSchema>;

/** Hiding a name in what people wrote: a name is short, and made of letters. */
export const hidingSchema = v.object({
	id: idSchema,
	name: v.pipe(
		requiredLine(20),
		v.check((name) => /^[\p{L}\p{M}\p{N}·.' -]{2,}$/u.test(name), "not-a-name"),
		// A Chinese name has four characters at most; longer ones are written with a point.
		v.check((name) => !/\p{Script=Han}{5,}/u.test(name), "not-a-name"),
	),
});
export type NewHiding = v.InferOutput<typeof hidingSchema>;
