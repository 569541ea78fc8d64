import * as v from "valibot";
import { type Asking, askings } from "../tables/circulars";
import { idSchema, manyIds } from "../values/id";
import { count, line, lines, optionalDay, requiredChoice, requiredLine } from "../values/typed";

/** The most kinds or units that one circular may name. */
const mostNamed = 300;

/** A circular about to be sent. Without kinds or units it goes to all below. */
export const circularSchema = v.object({
	id: idSchema,
	title: requiredLine(60),
	body: v.pipe(
		lines(2000),
		v.check((text) => text !== null, "required"),
		v.transform((text) => text ?? ""),
	),
	asks: requiredChoice(askings),
	question: line(120),
	answer_by: optionalDay(),
	kinds: manyIds(mostNamed),
	units: manyIds(mostNamed),
});
export type NewCircular = v.InferOutput<typeof circularSchema>;

/** An answer; what it may be rests on what was asked. */
export const answerSchema = v.object({ id: idSchema, said: requiredLine(200) });

/** Taking a circular back. */
export const takingBackSchema = v.object({ id: idSchema, reason: requiredLine(120) });

export const yesNo = ["yes", "no"] as const;

const figure = count(-1_000_000_000, 1_000_000_000);

/** What is wrong with an answer to what was asked; null where nothing is. A number may be typed with commas and full-width digits. */
export function answerMistake(asks: Asking, said: string): string | null {
	switch (asks) {
		case "reading":
			return "nothing-asked";
		case "yes-no":
			return (yesNo as readonly string[]).includes(said) ? null : "not-a-choice";
		case "number":
			return v.safeParse(figure, said).issues?.[0].message ?? null;
		case "text":
			return null;
	}
}

/** An answer as it is kept: a number in plain digits. */
export const keptAnswer = (asks: Asking, said: string) =>
	asks === "number" ? String(v.parse(figure, said)) : said;
