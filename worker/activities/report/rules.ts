import { sortKey } from "../../members/rules";
import type { Day } from "../../values/day";
import { yuanText } from "../../values/money";
import { type Read, type Typed, typedOf } from "../../values/typed";
import type { NewActivity } from "./input";

/** Where a page of the year's list ended: the day and id of its last activity. */
export type Cursor = { day: Day; id: string };

export const cursorText = ({ day, id }: Cursor) => `${day}.${id}`;

/** A cursor from an address; null for one that nobody was given. */
export function cursorOf(text: string | undefined): Cursor | null {
	const parts = /^(\d{4}-\d\d-\d\d)\.([0-9a-z]{1,16})$/.exec(text ?? "");
	return parts ? { day: parts[1] ?? "", id: parts[2] ?? "" } : null;
}

/** The year asked for, or this one; nothing was recorded before 2000 and nothing after this year. */
export function yearAsked(text: string | undefined, thisYear: number): number {
	const year = /^\d{4}$/.test(text ?? "") ? Number(text) : thisYear;
	return year >= 2000 && year <= thisYear ? year : thisYear;
}

/** What is recorded has happened: a day after today is a mistake at its field. */
export function notAfter(today: Day, read: Read<NewActivity>): Read<NewActivity> {
	if (!read.ok || read.value.day <= today) return read;
	return { ok: false, mistakes: { day: "after-today" }, typed: typedOfActivity(read.value) };
}

/** An activity as its form shows it, the cost in yuan. */
export function typedOfActivity(activity: NewActivity): Typed {
	return typedOf({ ...activity, cost: activity.cost === null ? "" : yuanText(activity.cost) });
}

/** Those who came, by the reading of their names. */
export function byName<Somebody extends { name: string }>(people: readonly Somebody[]): Somebody[] {
	const keyed = people.map((somebody) => ({ somebody, key: sortKey(somebody.name) }));
	return keyed.sort((a, b) => (a.key < b.key ? -1 : 1)).map(({ somebody }) => somebody);
}
