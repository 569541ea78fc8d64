import * as v from "valibot";
import { activityStates } from "../../worker/activities/holding/rules";
import { formSchema } from "../../worker/http/body";
import { activityKinds, halves } from "../../worker/tables/activities";
import { photographSized } from "../parts/photographs";
import { keyDayFacts } from "../plans/key-days/facts";
import { handedFacts, thingFacts } from "./handed-out/facts";

/** A half-day of an activity; `half` is null where the activity has only one. */
export const sessionFacts = v.object({
	number: v.number(),
	day: v.string(),
	half: v.nullable(v.picklist(halves)),
	came: v.number(),
	walkIns: v.number(),
});

/** What is told of an activity. */
const told = {
	id: v.string(),
	day: v.string(),
	kind: v.picklist(activityKinds),
	title: v.string(),
	place: v.nullable(v.string()),
	heads: v.nullable(v.number()),
	handedOut: v.array(handedFacts),
	cost: v.nullable(v.number()),
	outcome: v.nullable(v.string()),
	beneficiaries: v.nullable(v.number()),
	/** How it stands today. */
	state: v.picklist(activityStates),
	/** Who put it down, where it is held together with another; null where this organisation did. */
	host: v.nullable(v.object({ id: v.string(), name: v.string() })),
};

export const activityListFacts = v.object({
	year: v.number(),
	held: v.number(),
	heads: v.number(),
	cost: v.number(),
	days: v.array(v.string()),
	keyDays: v.array(keyDayFacts),
	first: v.boolean(),
	next: v.nullable(v.string()),
	activities: v.array(v.object({ ...told, members: v.number() })),
	/** Days on which something is announced. */
	ahead: v.array(v.string()),
	/** What others ask this organisation to hold together with them. */
	invited: v.array(
		v.object({
			organisation: v.string(),
			activity: v.string(),
			title: v.string(),
			day: v.string(),
			host: v.string(),
			/** The id of the answer that a form will make. */
			answer: v.string(),
		}),
	),
});
export type ActivityListFacts = v.InferOutput<typeof activityListFacts>;

export const activityFacts = v.object({
	...told,
	/** Whether it may still be put off or cancelled. */
	open: v.boolean(),
	holders: v.array(v.object({ id: v.string(), name: v.string(), accepted: v.boolean() })),
	postponements: v.array(v.object({ fromDay: v.string(), toDay: v.string(), reason: v.string() })),
	cancelled: v.nullable(v.object({ day: v.string(), reason: v.string() })),
	came: v.array(v.object({ id: v.string(), name: v.string(), proxy: v.boolean() })),
	sessions: v.array(sessionFacts),
	/** Those who came and are on no roll. */
	walkIns: v.number(),
	/** Whether there is a place for photographs, and those that there are. */
	photographing: v.boolean(),
	photographs: v.array(photographSized),
	changes: v.array(v.object({ day: v.string(), act: v.string(), by: v.nullable(v.string()) })),
});
export type ActivityFacts = v.InferOutput<typeof activityFacts>;

export const activityFormFacts = v.object({
	/** Which record is changed; null when one is being made. */
	activity: v.nullable(v.object({ id: v.string(), title: v.string() })),
	/** What this organisation handed out lately, so that a thing keeps its name. */
	known: v.array(thingFacts),
	form: formSchema,
});

export const withdrawalFormFacts = v.object({
	activity: v.object({ id: v.string(), title: v.string(), day: v.string() }),
	form: formSchema,
});

const rollHead = {
	activity: v.object({ id: v.string(), title: v.string(), day: v.string(), place: v.nullable(v.string()) }),
	/** Which half-day's roll this is, and all of them. */
	session: v.number(),
	sessions: v.array(v.object({ number: v.number(), day: v.string(), half: v.picklist(halves) })),
};

export const attendanceFacts = v.object({
	...rollHead,
	heads: v.nullable(v.number()),
	walkIns: v.number(),
	roster: v.array(
		v.object({
			id: v.string(),
			name: v.string(),
			initials: v.string(),
			group: v.nullable(v.string()),
			came: v.boolean(),
			proxy: v.boolean(),
		}),
	),
	groups: v.array(v.object({ id: v.string(), name: v.string() })),
	/** What was ticked on a form that came back; null where the boxes show who came. */
	ticked: v.nullable(v.array(v.string())),
	form: formSchema,
});
export type AttendanceFacts = v.InferOutput<typeof attendanceFacts>;

export const sheetFacts = v.object({
	...rollHead,
	/** Everybody on the roll; those without a number get one when the numbers are fixed. */
	lines: v.array(v.object({ number: v.nullable(v.number()), name: v.string() })),
	unnumbered: v.number(),
	/** The id of the numbering that a form will make. */
	numbers: v.string(),
});
export type SheetFacts = v.InferOutput<typeof sheetFacts>;

export const numbersFacts = v.object({
	...rollHead,
	numbered: v.number(),
	/** Whom the numbers that were keyed in stand for; null before any were. */
	preview: v.nullable(
		v.object({
			people: v.array(v.object({ number: v.number(), name: v.string(), already: v.boolean() })),
			added: v.number(),
		}),
	),
	form: formSchema,
});
export type NumbersFacts = v.InferOutput<typeof numbersFacts>;
