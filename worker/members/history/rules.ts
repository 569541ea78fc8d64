import { toldBy } from "../../changes/rules";
import type { After } from "../../changes/store";
import { dayOf } from "../../values/day";

type Kept = { id: string; at: number; act: string; by: string | null; details: string };

/** Kept changes as a page tells them: the day, the act, who, and from what to what. */
export function historyOf(changes: readonly Kept[], zone: string) {
	return changes.map(({ id, at, act, by, details }) => ({
		id,
		day: dayOf(at, zone),
		act,
		by,
		told: toldBy(details),
	}));
}

type Named = { id: string; zh: string; en: string };

/** The words by which a history tells of tags and further fields. */
export function definedWords(tags: readonly Named[], fields: readonly Named[]) {
	return Object.fromEntries([
		...tags.map(({ id, zh, en }) => [id, { zh, en }]),
		...fields.map(({ id, zh, en }) => [`further.${id}`, { zh, en }]),
	]) as Record<string, { zh: string; en: string }>;
}

/** Where a page of a history ended, as it stands in an address, and back; nothing for what nobody was given. */
export const afterText = ({ at, id }: After) => `${at}.${id}`;

export function afterOf(text: string | undefined): After | undefined {
	const parts = /^(\d{1,12})\.([0-9a-z]{1,40})$/.exec(text ?? "");
	return parts ? { at: Number(parts[1]), id: parts[2] ?? "" } : undefined;
}
