import * as v from "valibot";
import { posts } from "../roles/may";
import { requiredChoice, requiredLine } from "../values/typed";

/** The posts that an officer may let others into; owners come in by an owner's link only. */
export const grantablePosts = posts.filter((post) => post !== "owner");

/** Letting an officer in: a name and the post. `member` is the person, where it is a member of the association. */
export const officerLinkSchema = v.object({
	name: requiredLine(40),
	post: requiredChoice(grantablePosts),
	member: v.optional(v.pipe(v.string(), v.regex(/^[0-9a-z]{0,16}$/, "not-an-id")), ""),
});
