import * as v from "valibot";
import { meetingKinds, shares } from "../tables/meetings";
import { idSchema, manyIds } from "../values/id";
import {
	choice,
	count,
	day,
	line,
	lines,
	requiredChoice,
	requiredCount,
	requiredLine,
	tick,
} from "../values/typed";
import { itemsIn } from "./rules";

/** The most items of an agenda, and the most people on a roll. */
export const mostItems = 20;
export const mostVoters = 2000;

/** A meeting to be called: what for, when, where, and its agenda, an item a line. The id is that of the meeting, or of the change. */
export const meetingSchema = v.object({
	id: idSchema,
	kind: requiredChoice(meetingKinds),
	title: requiredLine(60),
	day: day(),
	time: v.pipe(
		line(5),
		v.transform((text) => text?.normalize("NFKC").replace(/^(\d):/, "0$1:") ?? null),
		v.check((text) => text === null || /^([01]\d|2[0-3]):[0-5]\d$/.test(text), "not-a-time"),
	),
	place: requiredLine(60),
	agenda: v.pipe(
		lines(1500),
		v.transform((text) => text ?? ""),
		v.check((text) => itemsIn(text).length > 0, "required"),
		v.check((text) => itemsIn(text).length <= mostItems, `too-many-items ${mostItems}`),
		v.check((text) => itemsIn(text).every((item) => [...item].length <= 120), "too-long 120"),
	),
});
export type NewMeeting = v.InferOutput<typeof meetingSchema>;

/** A meeting that will not be held after all. */
export const callingOffSchema = v.object({ id: idSchema, reason: requiredLine(120) });

/** Who came and whom somebody signed for, as ticked, and as it was when the page was shown. */
export const rollSchema = v.object({
	id: idSchema,
	came: manyIds(mostVoters),
	proxy: manyIds(mostVoters),
	before: manyIds(mostVoters),
	before_proxy: manyIds(mostVoters),
});
export type Roll = v.InferOutput<typeof rollSchema>;

/**
 * What was said. Beside the fields named here, "said-1", "said-2" … are what was said of each item of the agenda; `about` is one
 * that was taken up beside it.
 */
export const saidSchema = v.pipe(
	v.objectWithRest({ id: idSchema, about: line(120), said: lines(4000) }, lines(4000)),
	// The rest's type would swallow the named fields'.
	v.transform((typed) => ({
		...(typed as unknown as { id: string; about: string | null; said: string | null }),
		items: typed as unknown as Readonly<Record<string, string | null | undefined>>,
	})),
);
export type Said = v.InferOutput<typeof saidSchema>;

/** What was put to the vote. */
export const resolutionSchema = v.object({
	id: idSchema,
	item: count(1, mostItems),
	text: requiredLine(300),
	share: choice(shares),
	votes_for: requiredCount(0, 100_000),
	votes_against: requiredCount(0, 100_000),
	abstained: requiredCount(0, 100_000),
});
export type NewResolution = v.InferOutput<typeof resolutionSchema>;

export const resolutionRemovalSchema = v.object({ id: idSchema });
export const signingSchema = v.object({ id: idSchema });

/** Something to be put right in minutes that are signed off: it stands beside them. */
export const additionSchema = v.object({
	id: idSchema,
	text: v.pipe(
		lines(1000),
		v.check((text) => text !== null, "required"),
		v.transform((text) => text ?? ""),
	),
});

/** What makes a kind of meeting good, from a day on. */
export const meetingRuleSchema = v.object({
	id: idSchema,
	kind: requiredChoice(meetingKinds),
	from_day: day(),
	quorum: requiredChoice(shares),
	majority: requiredChoice(shares),
	proxies: tick(),
});
export type NewMeetingRule = v.InferOutput<typeof meetingRuleSchema>;
