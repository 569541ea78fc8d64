import type { Typed } from "../../values/typed";
import type { NewReview } from "./input";

/** Whoever returns a plan says why, of it all or at an item. */
export const reviewMistake = ({ outcome, note, comments }: NewReview): string | null =>
	outcome === "returned" && note === null && comments.length === 0 ? "say-why" : null;

/** An answer as its form shows it again. */
export const typedOfReview = ({ outcome, note, comments }: NewReview): Typed => ({
	outcome,
	note: note ?? "",
	...Object.fromEntries(comments.map(({ item, said }) => [`comment-${item}`, said])),
});
