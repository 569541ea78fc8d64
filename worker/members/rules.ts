import { syllablesOf } from "./pinyin";

/** What a register is sorted by: the reading, character by character, then the name itself; 张 stands before 章. */
export function sortKey(name: string): string {
	return `${syllablesOf(name).join(" ")} ${name}`;
}

/**
 * The words a member is found by. Every end part of the name, of its reading and of its initials is a word, so that a
 * search from the start of a word finds any part; the telephone number stands backwards, so that a search finds its tail.
 * The organisations from the root down are words as well, so a search is bounded in the index itself; and the member's
 * id, so that the words of one can be taken back.
 * @param path the path of the member's organisation, `root/…/its id/`
 */
export function seekWords(
	member: { id: string; name: string; telephone: string | null },
	path: string,
): string {
	const { id, name, telephone } = member;
	const characters = [
		...name
			.normalize("NFKC")
			.replace(/[^\p{L}\p{N}]/gu, "")
			.toLowerCase(),
	];
	const syllables = syllablesOf(name);
	const ends = (parts: readonly string[]) => parts.map((_, start) => parts.slice(start).join(""));
	return [
		...ends(characters).map((part) => `n${part}`),
		...ends(syllables).map((part) => `p${part}`),
		...ends(syllables.map((syllable) => syllable.slice(0, 1))).map((part) => `p${part}`),
		...(telephone ? [`t${[...telephone].reverse().join("")}`] : []),
		`i${id}`,
		...path
			.split("/")
			.filter(Boolean)
			.map((id) => `o${id}`),
	].join(" ");
}

/**
 * The full-text question behind what somebody typed: a part of a name, of its pinyin or initials, or the last digits of a
 * telephone number.
 * @returns null when nothing was typed that could be looked for
 */
export function seekQuery(typed: string, organisation: string): string | null {
	const text = typed
		.normalize("NFKC")
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]/gu, "")
		.slice(0, 20);
	if (text === "") return null;
	const word = /^\d+$/.test(text)
		? `t${[...text].reverse().join("")}`
		: /^[a-z]+$/.test(text)
			? `p${text}`
			: `n${text}`;
	return `"${word}" * AND "o${organisation}"`;
}

/** Where a page of the register ended. */
export type Cursor = { organisation: string; path: string; sort: string; person: string };

/** A cursor as it stands in an address, and back; null for one that nobody was given. */
export function cursorText(cursor: Cursor): string {
	return btoa(String.fromCharCode(...new TextEncoder().encode(JSON.stringify(Object.values(cursor)))));
}

export function cursorOf(text: string | undefined): Cursor | null {
	if (!text) return null;
	try {
		const bytes = Uint8Array.from(atob(text), (character) => character.charCodeAt(0));
		const parts: unknown = JSON.parse(new TextDecoder().decode(bytes));
		if (!Array.isArray(parts) || parts.length !== 4 || !parts.every((part) => typeof part === "string"))
			return null;
		const [organisation, path, sort, person] = parts as [string, string, string, string];
		return { organisation, path, sort, person };
	} catch {
		return null;
	}
}

/** A period of membership: `toDay` is the first day on which it no longer holds. */
export type Period = { fromDay: string; toDay: string | null };

/** Whether a period holds on a day. */
export function holdsOn(period: Period, day: string): boolean {
	return period.fromDay <= day && (period.toDay === null || period.toDay > day);
}

/** Why a departure on that day can't be: it must not be before the joining. */
export function departureMistake(period: Period, day: string): "before-joining" | null {
	return day < period.fromDay ? "before-joining" : null;
}
