import type { Asking } from "../tables/circulars";
import type { Day } from "../values/day";

/** What a recipient did about a circular, as far as anything is known. */
export type Reply = { readOn: Day | null; said: string | null; answeredOn: Day | null };

/** How a recipient stands to a circular: done, done after the day, read and not answered, or not opened yet. */
export const replyStates = ["done", "late", "read", "unopened"] as const;
export type ReplyState = (typeof replyStates)[number];

/** How a recipient stands to what was asked of it by a day. Where only reading is asked, having opened it is the answer. */
export function replyState(
	asks: Asking,
	answerBy: Day | null,
	{ readOn, said, answeredOn }: Reply,
): ReplyState {
	const doneOn = asks === "reading" ? readOn : said === null ? null : answeredOn;
	if (doneOn !== null) return answerBy !== null && doneOn > answerBy ? "late" : "done";
	return readOn === null ? "unopened" : "read";
}

/** Whether an answer may be given or corrected: one that is there stands once the day is over; one that isn't may come late. */
export const mayAnswer = (today: Day, answerBy: Day | null, said: string | null) =>
	said === null || answerBy === null || today <= answerBy;
