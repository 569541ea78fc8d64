import type { Day } from "../../values/day";

/** A name as a stranger may see it: the first character, and a star for each that follows. 张桂英 is 张**. */
export function maskedName(name: string): string {
	const [first = "", ...rest] = [...name.trim()];
	return first + "*".repeat(Math.min(Math.max(rest.length, 1), 4));
}

/** What a letter stands on, as the register knows it today. */
export type Confirmed = {
	kind: "letter" | "plaque";
	fromDay: Day | null;
	toDay: Day | null;
	organisationStands: boolean;
};

/**
 * Whether a letter still holds on a day: its post is held, or the association of its plaque still stands. Past its due day a post
 * is held on until somebody else is elected, and its letter holds as long.
 */
export function stillHolds({ kind, fromDay, toDay, organisationStands }: Confirmed, day: Day): boolean {
	if (!organisationStands || kind === "plaque") return organisationStands;
	return fromDay !== null && fromDay <= day && (toDay === null || toDay > day);
}
