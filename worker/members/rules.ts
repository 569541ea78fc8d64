import { syllablesOf } from "./pinyin";

/** What a register is sorted by: the reading, character by character, then the name itself; 张 stands before 章. */
export function sortKey(name: string): string {
	return `${syllablesOf(name).join(" ")} ${name}`;
}

/** The letters and digits of a text, one by one. */
const characters = (text: string) => [
	...text
		.normalize("NFKC")
		.toLowerCase()
		.replace(/[^\p{L}\p{N}]/gu, ""),
];

// SQLite's tokenizer breaks words at letters that its older Unicode doesn't know, and what came after such a one could pass
// for another village's word. So every letter but the plain ones stands as its number.
const safe = (character: string) =>
	/[0-9a-z\u3400-\u9fa5\u{20000}-\u{2a6d6}]/u.test(character)
		? character
		: `x${character.codePointAt(0)?.toString(16)}x`;

/**
 * The words a member is found by. Every end part of the name, of its reading and of its initials is a word, so that a
 * search from the start of a word finds any part; the telephone number stands backwards, so that a search finds its tail.
 * The member's id is a word, so that the words of one can be taken back. Last come the organisations from the root down, so
 * a search is bounded in the index itself (`scopeAgain` in seek.ts rewrites these where a subtree moves).
 * @param path the path of the member's organisation, `root/…/its id/`
 */
export function seekWords(
	member: { id: string; name: string; telephone: string | null },
	path: string,
): string {
	const { id, name, telephone } = member;
	const syllables = syllablesOf(name)
		.map((syllable) => characters(syllable).map(safe).join(""))
		.filter(Boolean);
	const digits = (telephone ?? "").replace(/\D/g, "");
	const ends = (parts: readonly string[]) => parts.map((_, start) => parts.slice(start).join(""));
	return [
		...ends(characters(name).map(safe)).map((part) => `n${part}`),
		...ends(syllables).map((part) => `p${part}`),
		...ends(syllables.map((syllable) => syllable.slice(0, 1))).map((part) => `p${part}`),
		...(digits ? [`t${[...digits].reverse().join("")}`] : []),
		`i${id}`,
		...scopeWords(path),
	].join(" ");
}

/** The words of where a member belongs: every organisation from the root down, and the member's own once more. */
function scopeWords(path: string): string[] {
	const ids = path.split("/").filter(Boolean);
	return [...ids.map((id) => `o${id}`), `h${ids.at(-1)}`];
}

/**
 * The full-text word behind what somebody typed: a part of a name, of its pinyin or initials, or the last digits of a
 * telephone number. The beginnings that people type most are words of their own in the index (migrations/0010).
 * @returns null when nothing was typed that could be looked for
 */
export function soughtWord(typed: string): string | null {
	const sought = characters(typed).slice(0, 20);
	const text = sought.join("");
	if (text === "") return null;
	const word = /^\d+$/.test(text)
		? `t${[...text].reverse().join("")}`
		: /^[a-z]+$/.test(text)
			? `p${text}`
			: `n${sought.map(safe).join("")}`;
	return `"${word}" *`;
}

/** Where members are looked for: an organisation with all below it, or that one alone. */
export type Scope = { organisation: string; below: boolean };

/** The word of a scope in the index. */
export const scopeWord = ({ organisation, below }: Scope) => `"${below ? "o" : "h"}${organisation}"`;

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
