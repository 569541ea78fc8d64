import * as v from "valibot";
import { idSchema } from "../../values/id";
import { day, lines, requiredCount, requiredLine, tick } from "../../values/typed";

/** Posting a notice: its year, until when it hangs, where to object, and that the council agreed. */
export const noticeSchema = v.object({
	id: idSchema,
	year: requiredCount(2000, 2099),
	until: day(),
	place: requiredLine(60),
	agreed: v.pipe(
		tick(),
		v.check((agreed) => agreed, "no-agreement"),
	),
});

export const noticeEndSchema = v.object({ id: idSchema });

const text = (most: number) =>
	v.pipe(
		lines(most),
		v.check((said) => said !== null, "required"),
		v.transform((said) => said ?? ""),
	);

/** What somebody objects to. Nobody is asked who they are. */
export const objectionSchema = v.object({ id: idSchema, text: text(300) });

/** The association's answer, shown with the objection. */
export const replySchema = v.object({ id: idSchema, text: text(300) });

export type NewNotice = v.InferOutput<typeof noticeSchema>;
export type NewObjection = v.InferOutput<typeof objectionSchema>;
