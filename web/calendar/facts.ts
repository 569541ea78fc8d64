import * as v from "valibot";
import { eventKinds } from "../../worker/calendar/rules";
import { bothNames } from "../organisations/kinds/facts";

const event = v.object({
	kind: v.picklist(eventKinds),
	id: v.string(),
	title: v.nullable(bothNames),
	firstDay: v.string(),
	/** Its last day; what is to happen within a month has the month's. */
	lastDay: v.string(),
	place: v.nullable(v.string()),
	/** Cancelled, dropped, or taken back. */
	off: v.boolean(),
	done: v.boolean(),
});
export type EventFacts = v.InferOutput<typeof event>;

export const calendarFacts = v.object({
	/** `YYYY-MM`; null for a whole year. */
	month: v.nullable(v.string()),
	year: v.number(),
	from: v.string(),
	to: v.string(),
	/** The reader may see what lies below. */
	leads: v.boolean(),
	events: v.array(event),
});
export type CalendarFacts = v.InferOutput<typeof calendarFacts>;
