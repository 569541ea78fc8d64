import * as v from "valibot";
import { idSchema } from "../../values/id";
import { lines, requiredChoice } from "../../values/typed";

/** Filing a plan, or withdrawing it: nothing but the row's id. */
export const filingSchema = v.object({ id: idSchema });

/** What the level above may answer. */
export const answers = ["approved", "returned"] as const;

const reviewFields = { id: idSchema, outcome: requiredChoice(answers), note: lines(500) };
type ReviewFields = { [Name in keyof typeof reviewFields]: v.InferOutput<(typeof reviewFields)[Name]> };

/** An answer to a plan. Beside the fields named here, what is said of an item stands under "comment-" and the item's id. */
export const reviewSchema = v.pipe(
	v.objectWithRest(reviewFields, lines(300)),
	// The rest's type would swallow the named fields'.
	v.transform((typed) => ({
		...(typed as unknown as ReviewFields),
		comments: Object.entries(typed).flatMap(([field, said]) =>
			field.startsWith("comment-") && said ? [{ item: field.slice("comment-".length), said }] : [],
		),
	})),
);

export type NewReview = v.InferOutput<typeof reviewSchema>;
