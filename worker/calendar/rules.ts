import { type Day, daysAfter, isDay, monthsAfter, yearOf } from "../values/day";
import type { Language } from "../values/language";

/** What stands in a calendar: something planned, something held or put down, a meeting that is called, a key day, the first and last day of a survey, the day of a circular. */
export const eventKinds = [
	"item",
	"activity",
	"meeting",
	"key-day",
	"survey-opens",
	"survey-ends",
	"circular",
] as const;
export type EventKind = (typeof eventKinds)[number];

/** Something on a day, or within a month. */
export type CalendarEvent = {
	kind: EventKind;
	id: string;
	/** What it is called; null where its kind says it all. */
	title: Record<Language, string> | null;
	firstDay: Day;
	lastDay: Day;
	place: string | null;
	/** It was cancelled, dropped, or taken back. */
	off: boolean;
	/** It was held. */
	done: boolean;
};

/** Which days a calendar shows: a month, or a whole year. */
export type Span = { month: string | null; year: number; from: Day; to: Day };

/** The month or year asked for, from 2000 to next year; this month where nothing good was. */
export function spanAsked({ month, year }: Record<string, string>, today: Day): Span {
	const last = yearOf(today) + 1;
	const isGood = (one: number) => one >= 2000 && one <= last;
	if (year && /^\d{4}$/.test(year) && isGood(Number(year)))
		return { month: null, year: Number(year), from: `${year}-01-01`, to: `${year}-12-31` };
	const asked = month && isDay(`${month}-01`) && isGood(yearOf(`${month}-01`)) ? month : today.slice(0, 7);
	const from = `${asked}-01`;
	return { month: asked, year: yearOf(from), from, to: daysAfter(monthsAfter(from, 1), -1) };
}

/** On which day of the week a day falls: 1 for Monday to 7 for Sunday. */
export const weekdayOf = (day: Day) => ((new Date(day).getUTCDay() + 6) % 7) + 1;

/** Every day of a month with what is on it. What is to happen within the month stands on none of them. */
export function daysOf<One extends { firstDay: Day; lastDay: Day }>(
	from: Day,
	to: Day,
	events: readonly One[],
) {
	const length = Number(to.slice(8));
	return Array.from({ length }, (_, place) => {
		const day = daysAfter(from, place);
		return { day, events: events.filter(({ firstDay, lastDay }) => firstDay === day && lastDay === day) };
	});
}

/** What the kept figures of an organisation say of its year: the days on which it held something, and what it announced and has not held. */
export type KeptDays = { days: readonly Day[]; ahead: readonly (readonly [day: Day, ...string[]])[] };

/** How many organisations held something on a day, and how many have something announced for it that is not held (yet). */
export type DayBelow = { day: Day; held: number; ahead: number };

/** Every day from one to another on which any of them has something, in order: each organisation counts once a day. */
export function daysBelow(from: Day, to: Day, kept: readonly KeptDays[]): DayBelow[] {
	const found = new Map<Day, DayBelow>();
	const count = (days: readonly Day[], what: "held" | "ahead") => {
		for (const day of new Set(days)) {
			if (day < from || day > to) continue;
			const one = found.get(day) ?? { day, held: 0, ahead: 0 };
			one[what] += 1;
			found.set(day, one);
		}
	};
	for (const { days, ahead } of kept) {
		count(days, "held");
		count(
			ahead.map(([day]) => day),
			"ahead",
		);
	}
	return [...found.values()].sort((one, other) => (one.day < other.day ? -1 : 1));
}
