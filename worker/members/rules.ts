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
export function scopeWords(path: string): string[] {
	const ids = path.split("/").filter(Boolean);
	return [...ids.map((id) => `o${id}`), `h${ids.at(-1)}`];
}

/** The word under which somebody is found by their whole name. */
export const wholeNameWord = (name: string) => `n${characters(name).map(safe).join("")}`;

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

/** Whether somebody's latest membership is over: a day of leaving that is still to come ends nothing yet. */
export function hasLeft(period: Period, today: string): boolean {
	return period.toDay !== null && period.toDay <= today;
}

/** Why a return on that day can't be: it must not be before the departure, nor still to come. */
export function returnMistake(
	period: Period,
	day: string,
	today: string,
): "before-leaving" | "after-today" | null {
	if (period.toDay !== null && day < period.toDay) return "before-leaving";
	return day > today ? "after-today" : null;
}

/** Why a departure on that day can't be: it must not be before the joining. */
export function departureMistake(period: Period, day: string): "before-joining" | null {
	return day < period.fromDay ? "before-joining" : null;
}

/** The id of the root above a place, which defines tags and further fields for all. */
export const rootOf = (place: { path: string }) => place.path.split("/")[0] ?? "";

/** Whether a place is the root itself. */
export const isRoot = (place: { id: string; path: string }) => place.path === `${place.id}/`;

/** The initials of a sort key's reading: what a name on a roster is narrowed down by, "chen cai juan 陈彩娟" to "ccj". */
export function initialsOf(sort: string): string {
	const reading = sort.split(" ").filter((part) => /^[a-z]/.test(part));
	return reading.map((syllable) => syllable.slice(0, 1)).join("");
}

/** A telephone number as it is shown to tell one person from another: 139****1234. */
export function maskedTelephone(telephone: string | null): string | null {
	if (telephone === null) return null;
	return `${telephone.slice(0, 3)}****${telephone.slice(-4)}`;
}

type Before = {
	name: string;
	sex: string | null;
	birthYear: number | null;
	telephone: string | null;
	address: string | null;
	note: string | null;
	kind: string;
	groupName: string | null;
	tags: readonly string[];
	further: Readonly<Record<string, string | number>>;
};
type After = Omit<Before, "birthYear" | "groupName" | "tags"> & {
	birth_year: number | null;
	/** Its id; the name stands beside it. Undefined: left as it is. */
	group?: string | undefined;
	groupName?: string | null;
	tags?: readonly string[] | undefined;
};

type Known = Record<string, unknown>;
type Difference = { from: Known; to: Known };

/**
 * From what to what a record changes: the whole of it, and what of it is the person's own and not their membership's, for
 * the histories of other associations that they belong to.
 */
export function differencesOf(before: Before, after: After): { whole: Difference; ofPerson: Difference } {
	const [known, now] = [personalOf(before, before.birthYear), personalOf(after, after.birth_year)];
	const ofPerson = changed(known, now);
	const [was, is]: [Known, Known] = [{ kind: before.kind }, { kind: after.kind }];
	if (after.group !== undefined) [was.group, is.group] = [before.groupName, after.groupName ?? null];
	if (after.tags !== undefined) [was.tags, is.tags] = [[...before.tags].sort(), [...after.tags].sort()];
	const ofMembership = changed(was, is);
	return {
		whole: {
			from: { ...ofPerson.from, ...ofMembership.from },
			to: { ...ofPerson.to, ...ofMembership.to },
		},
		ofPerson,
	};
}

function personalOf(one: Omit<After, "birth_year" | "kind" | "tags">, birthYear: number | null): Known {
	const { name, sex, telephone, address, note, further } = one;
	const values = Object.entries(further).map(([id, value]) => [`further.${id}`, value]);
	return { name, sex, birth_year: birthYear, telephone, address, note, ...Object.fromEntries(values) };
}

function changed(before: Known, after: Known): Difference {
	const fields = [...new Set([...Object.keys(before), ...Object.keys(after)])];
	const differing = fields.filter(
		(field) => JSON.stringify(before[field] ?? null) !== JSON.stringify(after[field] ?? null),
	);
	const pick = (one: Known) => Object.fromEntries(differing.map((field) => [field, one[field] ?? null]));
	return { from: pick(before), to: pick(after) };
}
