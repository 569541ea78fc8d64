import * as v from "valibot";
import { duesStates } from "../../worker/dues/rules";
import { posts } from "../../worker/roles/may";
import { memberKinds, sexes } from "../../worker/tables/ground";
import { furtherKinds } from "../../worker/tables/people";
import { changeFacts, definedFacts } from "../members/history/page";
import { tagFacts } from "../members/tags/page";
import { consentPanelFacts } from "../people/panel";

/** A member's page: the record, memberships and posts wherever the reader sees them, what happened. */
export const memberFacts = v.object({
	member: v.object({
		id: v.string(),
		name: v.string(),
		sex: v.nullable(v.picklist(sexes)),
		birthYear: v.nullable(v.number()),
		telephone: v.nullable(v.string()),
		address: v.nullable(v.string()),
		note: v.nullable(v.string()),
		kind: v.picklist(memberKinds),
		/** A day of leaving that is still to come ends nothing yet. */
		current: v.boolean(),
		toDay: v.nullable(v.string()),
		/** Their details were erased at their wish: nothing is changed any more. */
		erased: v.boolean(),
	}),
	consent: consentPanelFacts,
	/** The intake by which they came, here or above. */
	came: v.nullable(
		v.object({
			id: v.string(),
			organisation: v.string(),
			file: v.string(),
			day: v.string(),
			by: v.nullable(v.string()),
		}),
	),
	/** The id of the form by which somebody stays whose day of leaving is still to come. */
	leaving: v.nullable(v.string()),
	/** The memberships in this association, the latest first. */
	periods: v.array(
		v.object({
			fromDay: v.string(),
			toDay: v.nullable(v.string()),
			leftBecause: v.nullable(v.string()),
			cameFromName: v.nullable(v.string()),
			wentToName: v.nullable(v.string()),
		}),
	),
	/** There is another organisation that they could go to. */
	goesElsewhere: v.boolean(),
	/** The transfer they are on. */
	waiting: v.nullable(v.object({ id: v.string(), to: v.string() })),
	/** The latest years in which dues were asked of them, the oldest first. */
	dues: v.array(v.object({ year: v.number(), state: v.picklist(duesStates) })),
	activities: v.array(v.object({ id: v.string(), day: v.string(), title: v.string() })),
	group: v.nullable(v.object({ id: v.string(), name: v.string(), leader: v.nullable(v.string()) })),
	tags: v.array(tagFacts),
	further: v.array(
		v.object({
			id: v.string(),
			kind: v.picklist(furtherKinds),
			zh: v.string(),
			en: v.string(),
			value: v.union([v.string(), v.number()]),
		}),
	),
	/** Memberships in other associations that the reader sees. */
	elsewhere: v.array(
		v.object({
			organisation: v.string(),
			name: v.string(),
			kind: v.picklist(memberKinds),
			fromDay: v.string(),
			toDay: v.nullable(v.string()),
			current: v.boolean(),
		}),
	),
	posts: v.array(
		v.object({
			organisation: v.string(),
			name: v.string(),
			post: v.picklist(posts),
			group: v.nullable(v.string()),
			fromDay: v.string(),
			toDay: v.nullable(v.string()),
			current: v.boolean(),
		}),
	),
	households: v.array(v.object({ id: v.string(), name: v.string(), address: v.nullable(v.string()) })),
	/** The latest changes, and whether there are more. */
	changes: v.array(changeFacts),
	moreChanges: v.boolean(),
	defined: definedFacts,
});
export type MemberFacts = v.InferOutput<typeof memberFacts>;
