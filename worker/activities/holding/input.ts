import * as v from "valibot";
import { halves } from "../../tables/activities";
import { idSchema } from "../../values/id";
import { day, requiredChoice, requiredCount, requiredLine } from "../../values/typed";

/** An activity is put off to another day. */
export const postponementSchema = v.object({ id: idSchema, day: day(), reason: requiredLine(120) });

/** An activity is not held. */
export const cancellationSchema = v.object({ id: idSchema, reason: requiredLine(120) });

/** Another organisation is to hold it too. */
export const holderSchema = v.object({ id: idSchema, holder: requiredLine(16) });

/** What an organisation that was asked says to it. */
export const invitationSchema = v.object({ id: idSchema, outcome: requiredChoice(["accepted", "declined"]) });

/** It holds an activity no more. */
export const holderEndSchema = v.object({ id: idSchema });

/** The most half-days that an activity has. */
export const mostSessions = 10;

/** An activity is divided into half-days: how many, and which half of its day is the first. */
export const sessionsSchema = v.object({
	id: idSchema,
	sessions: requiredCount(1, mostSessions),
	first: requiredChoice(halves),
});
