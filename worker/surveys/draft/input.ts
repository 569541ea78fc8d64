import * as v from "valibot";
import { idSchema } from "../../values/id";
import { count, line, lines, requiredChoice, tick } from "../../values/typed";
import { shapes } from "./shapes";

const title = { zh: line(30), en: line(60) };

/** At least one of the two languages. */
const inSomeLanguage = <Typed extends { zh: string | null; en: string | null }>(
	schema: v.GenericSchema<unknown, Typed>,
) =>
	v.pipe(
		schema,
		v.forward(
			v.check<Typed, string>(({ zh, en }) => zh !== null || en !== null, "required"),
			["zh"] as never,
		),
	);

/** A new questionnaire: its title, and what it starts from (blank, or a ready or published one by key). */
export const draftSchema = inSomeLanguage(v.object({ id: idSchema, ...title, from: line(16) }));
export type NewDraft = v.InferOutput<typeof draftSchema>;

/** Another title. */
export const titleSchema = inSomeLanguage(v.object({ id: idSchema, ...title }));

/** A question, new or as it shall stand. */
export const questionSchema = v.object({
	id: idSchema,
	shape: requiredChoice(shapes),
	zh: line(120),
	en: line(240),
	heading_zh: line(30),
	heading_en: line(60),
	required: tick(),
	faces: tick(),
	participation: tick(),
	options_zh: lines(800),
	options_en: lines(1600),
	right: line(20),
	least: count(0, 9999),
	most: count(1, 9999),
	only_if: line(40),
	/** Whoever wrote it looked again: nobody is asked about their own health, pregnancy or children. */
	sure: tick(),
});

/** A step up or down. */
export const placeSchema = v.object({ id: idSchema, to: requiredChoice(["up", "down"]) });

/** Taking a question out. */
export const removalSchema = v.object({ id: idSchema });
