import * as v from "valibot";
import { posts } from "../../worker/roles/may";
import { letterKinds } from "../../worker/tables/seats";

/** A letter of appointment or a plaque, as its paper shows it. */
export const letterFacts = v.object({
	id: v.string(),
	kind: v.picklist(letterKinds),
	year: v.number(),
	number: v.number(),
	issuedOn: v.string(),
	holder: v.nullable(v.string()),
	name: v.nullable(v.string()),
	post: v.nullable(v.picklist(posts)),
	fromDay: v.nullable(v.string()),
	toDay: v.nullable(v.string()),
	dueDay: v.nullable(v.string()),
	how: v.nullable(v.string()),
	termNumber: v.nullable(v.number()),
	assembly: v.nullable(v.string()),
});
