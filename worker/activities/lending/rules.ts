import type { Day } from "../../values/day";

type Open = { id: string; fromDay: Day } | undefined;

/** What is wrong with the days of a loan: it doesn't begin before the thing came to whoever has it now, nor end before it begins. */
export function loanMistakes(today: Day, open: Open, { day, due }: { day: Day; due: Day | null }) {
	return { day: returnMistake(today, open, day), due: due !== null && due < day ? "wave-backwards" : null };
}

/** What is wrong with the day on which it came back. */
export function returnMistake(today: Day, open: Open, day: Day): string | null {
	if (day > today) return "after-today";
	return open && day < open.fromDay ? "wave-backwards" : null;
}
