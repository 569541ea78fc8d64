import { type Day, daysBetween, isDay } from "../../values/day";
import type { Language } from "../../values/language";

/** 重要节日: a day of the year on which every association holds something. What a key day is from a year on. */
export type KeyDayRule = {
	id: string;
	fromYear: number;
	/** `MM-DD`; null where it is none any more. */
	monthDay: string | null;
} & Record<Language, string>;

/** A key day of a year, and the nearest day on which something was held for it. */
export type KeyDay = { id: string; name: Record<Language, string>; day: Day; heldOn: Day | null };

/** An activity within a week of a key day counts as held for it: villages share a stage and a loudspeaker van. */
const near = 7;

/** The key days of a year in their order: of each the latest rule that had begun. 29 February is there in leap years only. */
export function keyDaysIn(year: number, rules: readonly KeyDayRule[]): Omit<KeyDay, "heldOn">[] {
	const begun = rules.filter(({ fromYear }) => fromYear <= year);
	const latest = new Map(begun.sort((a, b) => a.fromYear - b.fromYear).map((rule) => [rule.id, rule]));
	return [...latest.values()]
		.flatMap(({ id, monthDay, zh, en }) => {
			const day = `${year}-${monthDay}`;
			return isDay(day) ? [{ id, name: { zh, en }, day }] : [];
		})
		.sort((a, b) => (`${a.day} ${a.id}` < `${b.day} ${b.id}` ? -1 : 1));
}

/** The key days of a year against the days on which something was held. */
export function keyDaysOf(year: number, rules: readonly KeyDayRule[], held: readonly Day[]): KeyDay[] {
	return keyDaysIn(year, rules).map((one) => {
		const distance = (other: Day) => Math.abs(daysBetween(one.day, other));
		const close = held.filter((other) => distance(other) <= near).sort((a, b) => distance(a) - distance(b));
		return { ...one, heldOn: close[0] ?? null };
	});
}

/** A day of the year as people type it (5-29, 5·29, 5月29日, ５.29) as `MM-DD`; null for what is none. */
export function monthDayOf(text: string): string | null {
	const parts = /^(\d{1,2})[-/.·•月](\d{1,2})[日号]?$/.exec(text.normalize("NFKC").replace(/\s/g, ""));
	if (!parts) return null;
	const monthDay = `${parts[1]?.padStart(2, "0")}-${parts[2]?.padStart(2, "0")}`;
	// 2000 was a leap year: a 29 February may be named.
	return isDay(`2000-${monthDay}`) ? monthDay : null;
}

/** `MM-DD` as a form shows it: 5-29. */
export const monthDayText = (monthDay: string) => monthDay.split("-").map(Number).join("-");
