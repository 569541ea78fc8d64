import * as v from "valibot";
import { formSchema } from "../../worker/http/body";
import { meetingKinds, shares } from "../../worker/tables/meetings";

export const meetingStates = ["called", "due", "off", "held", "signed"] as const;
const parts = ["came", "proxy", "absent"] as const;

export const meetingListFacts = v.object({
	year: v.number(),
	/** Whether the reader's organisation sets the rules of meetings. */
	isRoot: v.boolean(),
	meetings: v.array(
		v.object({
			id: v.string(),
			kind: v.picklist(meetingKinds),
			title: v.string(),
			day: v.string(),
			time: v.nullable(v.string()),
			place: v.string(),
			state: v.picklist(meetingStates),
		}),
	),
});
export type MeetingListFacts = v.InferOutput<typeof meetingListFacts>;

const rule = v.object({ quorum: v.picklist(shares), majority: v.picklist(shares), proxies: v.boolean() });

/** A meeting, as it stands or as it was signed off. */
const told = {
	id: v.string(),
	state: v.picklist(meetingStates),
	/** Why it was called off. */
	off: v.nullable(v.string()),
	kind: v.picklist(meetingKinds),
	title: v.string(),
	day: v.string(),
	time: v.nullable(v.string()),
	place: v.string(),
	rule,
	figures: v.object({
		voters: v.number(),
		came: v.number(),
		proxies: v.number(),
		present: v.number(),
		needed: v.number(),
		good: v.boolean(),
	}),
	/** Everybody with a vote on that day, by name. */
	roll: v.array(v.object({ id: v.string(), name: v.string(), part: v.picklist(parts) })),
	agenda: v.array(v.object({ about: v.string(), said: v.nullable(v.string()) })),
	resolutions: v.array(
		v.object({
			id: v.string(),
			item: v.nullable(v.number()),
			text: v.string(),
			share: v.picklist(shares),
			votesFor: v.number(),
			votesAgainst: v.number(),
			abstained: v.number(),
			carried: v.boolean(),
			/** More votes than people there. */
			tooMany: v.boolean(),
		}),
	),
	signing: v.nullable(v.object({ day: v.string(), by: v.nullable(v.string()), digest: v.string() })),
	additions: v.array(
		v.object({ id: v.string(), day: v.string(), text: v.string(), by: v.nullable(v.string()) }),
	),
	/** The term that an assembly elected. */
	elected: v.nullable(v.object({ id: v.string(), number: v.nullable(v.number()) })),
};

export const meetingFacts = v.object({ ...told, form: formSchema });
export type MeetingFacts = v.InferOutput<typeof meetingFacts>;
export const meetingPaperFacts = v.object(told);
export type MeetingPaperFacts = v.InferOutput<typeof meetingPaperFacts>;

/** Writing the minutes: what was said, and what is put to the vote. */
export const minutesFacts = v.object({ ...told, form: formSchema, vote: formSchema });
export type MinutesFacts = v.InferOutput<typeof minutesFacts>;

export const meetingFormFacts = v.object({
	/** Which meeting is changed; null when one is called. */
	meeting: v.nullable(v.object({ id: v.string(), title: v.string() })),
	form: formSchema,
});

export const callingOffFacts = v.object({
	meeting: v.object({ id: v.string(), title: v.string(), day: v.string() }),
	form: formSchema,
});

export const meetingRulesFacts = v.object({
	kind: v.picklist(meetingKinds),
	rules: v.array(v.object({ fromDay: v.string(), ...rule.entries })),
	form: formSchema,
});
