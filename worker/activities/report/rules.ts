import { sortKey } from "../../members/rules";
import type { Day } from "../../values/day";
import { yuanText } from "../../values/money";
import { type Read, type Typed, typedOf } from "../../values/typed";
import { typedLines } from "../handed-out/input";
import { type ActivityState, aheadMistake, isOpen } from "../holding/rules";
import type { NewActivity } from "./input";

/** Where a page of the year's list ended: the day and id of its last activity. */
export type Cursor = { day: Day; id: string };

export const cursorText = ({ day, id }: Cursor) => `${day}.${id}`;

/** A cursor from an address; null for one that nobody was given. */
export function cursorOf(text: string | undefined): Cursor | null {
	const parts = /^(\d{4}-\d\d-\d\d)\.([0-9a-z]{1,16})$/.exec(text ?? "");
	return parts ? { day: parts[1] ?? "", id: parts[2] ?? "" } : null;
}

/** The year asked for, or this one; nothing was recorded before 2000, and nothing is put down after the next year. */
export function yearAsked(text: string | undefined, thisYear: number): number {
	const year = /^\d{4}$/.test(text ?? "") ? Number(text) : thisYear;
	return year >= 2000 && year <= thisYear + 1 ? year : thisYear;
}

/**
 * What is told of who came and what came of it has happened: then a day after today is a mistake at its field. What is only put
 * down ahead may lie up to a year away.
 */
export function dayRight(today: Day, read: Read<NewActivity>): Read<NewActivity> {
	if (!read.ok || read.value.day <= today) return read;
	const { heads, outcome, beneficiaries, day } = read.value;
	const happened = heads !== null || outcome !== null || beneficiaries !== null;
	const mistake = happened ? "after-today" : aheadMistake(today, day);
	return mistake ? { ok: false, mistakes: { day: mistake }, typed: typedOfActivity(read.value) } : read;
}

/** The same for a change: an activity that is put off gets its other day by a postponement, and one that was held has no day ahead. */
export function changedDayRight(
	today: Day,
	before: { day: Day; announcedOn: Day | null },
	state: ActivityState,
	read: Read<NewActivity>,
): Read<NewActivity> {
	const right = dayRight(today, read);
	if (!right.ok) return right;
	const { day } = right.value;
	const wrong = (reason: string) =>
		({ ok: false, mistakes: { day: reason }, typed: typedOfActivity(right.value) }) as const;
	if (isOpen(state) && day !== before.day && day > today) return wrong("by-postponement");
	return day > today && !isOpen(state) ? wrong("after-today") : right;
}

/** A planned thing as the form to record it shows it: on today where its days are now, else on the nearest of them. */
export function typedAsPlanned(
	planned: { id: string; kind: string; title: string; place: string | null; firstDay: Day; lastDay: Day },
	today: Day,
): Typed {
	const { id, kind, title, place, firstDay, lastDay } = planned;
	const day = today < firstDay ? firstDay : today > lastDay ? lastDay : today;
	return typedOf({ plan_item: id, kind, title, place, day });
}

/** An activity as its form shows it, the cost in yuan. */
export function typedOfActivity({ handed_out, cost, ...told }: NewActivity): Typed {
	return { ...typedOf({ ...told, cost: cost === null ? "" : yuanText(cost) }), ...typedLines(handed_out) };
}

/** Those who came, by the reading of their names. */
export function byName<Somebody extends { name: string }>(people: readonly Somebody[]): Somebody[] {
	const keyed = people.map((somebody) => ({ somebody, key: sortKey(somebody.name) }));
	return keyed.sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ somebody }) => somebody);
}
