import type { Outcome } from "../tables/plans";
import { type Day, daysAfter, monthsAfter, yearOf } from "../values/day";

/** A plan filed for the round-th time, and what ended the round. */
export type Round = { round: number; filedOn: Day; outcome: Outcome | null };

/** How a plan stands. "overdue": nothing is filed and the day set for it is over. */
export const planStates = ["draft", "overdue", "filed", "returned", "approved"] as const;
export type PlanState = (typeof planStates)[number];

/**
 * How a plan stands on a day: read from its last round and the day by which it is due, never stored. The same is said in SQL by
 * board/store.ts; a test holds the two together.
 */
export function planStateOn(today: Day, rounds: readonly Round[], deadline: Day | null): PlanState {
	const last = rounds.reduce<Round | null>((a, b) => (a && a.round > b.round ? a : b), null);
	if (last?.outcome === "approved" || last?.outcome === "returned") return last.outcome;
	if (last && last.outcome === null) return "filed";
	return deadline !== null && deadline < today ? "overdue" : "draft";
}

/** Whether items may be written freely: while it waits nothing changes, and once approved a change is an amendment. */
export const isOpen = (state: PlanState) => state !== "filed" && state !== "approved";

/** The years a plan can be of: nothing was kept before 2000, and nobody plans further than the next year. */
export function planYear(text: string, today: Day): number | null {
	const year = /^\d{4}$/.test(text) ? Number(text) : 0;
	return year >= 2000 && year <= yearOf(today) + 1 ? year : null;
}

/** From the first of a month to its last day. */
export function monthOf(year: number, month: number): { firstDay: Day; lastDay: Day } {
	const firstDay = `${year}-${String(month).padStart(2, "0")}-01`;
	return { firstDay, lastDay: daysAfter(monthsAfter(firstDay, 1), -1) };
}

/** The month within which an item is to happen; null where it has a day of its own. */
export const monthIn = ({ firstDay, lastDay }: { firstDay: Day; lastDay: Day }): number | null =>
	firstDay === lastDay ? null : Number(firstDay.slice(5, 7));
