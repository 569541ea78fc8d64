import type { Half } from "../../tables/activities";
import { type Day, daysAfter } from "../../values/day";

/** What is known of an activity that its state is read from. */
export type Known = {
	day: Day;
	/** The day on which it was put down ahead; null where it was recorded afterwards. */
	announcedOn: Day | null;
	cancelled: boolean;
	postponed: boolean;
	heads: number | null;
	outcome: string | null;
	/** How many of those on the roll came. */
	members: number;
};

/**
 * How an activity stands on a day: planned 待办, postponed 延期 (to a day that is still to come), cancelled 取消, awaiting 等着记 (its day
 * has come and nobody has said anything), held 办了 (somebody is on its roll), reported 已记.
 */
export const activityStates = ["planned", "postponed", "cancelled", "awaiting", "held", "reported"] as const;
export type ActivityState = (typeof activityStates)[number];

export function stateOn(today: Day, one: Known): ActivityState {
	if (one.cancelled) return "cancelled";
	if (one.announcedOn === null || one.heads !== null || one.outcome !== null) return "reported";
	if (one.members > 0) return "held";
	if (one.day <= today) return "awaiting";
	return one.postponed ? "postponed" : "planned";
}

/** Whether it may still be put off or cancelled: nothing has happened yet. */
export const isOpen = (state: ActivityState) =>
	state === "planned" || state === "postponed" || state === "awaiting";

/** How far ahead an activity may be put down, in days. */
export const furthest = 366;

/** What is wrong with a day on which something is to be held. */
export function aheadMistake(today: Day, day: Day): "too-far-ahead" | null {
	return day > daysAfter(today, furthest) ? "too-far-ahead" : null;
}

/** What is wrong with the day that an activity is put off to: it lies ahead, and is another one. */
export function postponementMistake(today: Day, from: Day, to: Day): string | null {
	if (to < today) return "already-past";
	return to === from ? "same-day" : aheadMistake(today, to);
}

/** The half-days of an activity: mornings and afternoons by turns from its first half on; an evening follows on its own each day. */
export function sessionsFrom(
	day: Day,
	first: Half,
	count: number,
): { number: number; day: Day; half: Half }[] {
	if (count <= 1) return [];
	const [perDay, skipped] = first === "evening" ? [1, 0] : [2, first === "afternoon" ? 1 : 0];
	return Array.from({ length: count }, (_, index) => {
		const place = index + skipped;
		const half = perDay === 1 ? "evening" : place % 2 === 0 ? "morning" : "afternoon";
		return { number: index + 1, day: daysAfter(day, Math.floor(place / perDay)), half };
	});
}
