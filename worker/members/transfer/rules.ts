import type { TransferOutcome } from "../../tables/people";
import { afterToday, type Day } from "../../values/day";
import { departureMistake, type Period } from "../rules";

/** Whose eyes a transfer is seen with: the organisation that gives the member, or the one that receives. */
export const sides = ["giving", "receiving"] as const;
export type Side = (typeof sides)[number];

/** What each side may make of a transfer that waits. */
export const outcomesOf: Record<Side, readonly TransferOutcome[]> = {
	giving: ["taken-back"],
	receiving: ["received", "declined"],
};

/** What is wrong with a transfer on a day: it has to have come, and the membership to have begun. */
export function transferMistake(
	period: Period,
	day: Day,
	today: Day,
): "after-today" | "before-joining" | null {
	return afterToday(day, today) ?? departureMistake(period, day);
}
