import type { Entry, Posted } from "../tables/dues";
import { newId, sha256 } from "../values/id";

/** What the first entry of a year carries in the place of a hash. */
export const genesis = "0".repeat(64);

/** An entry that is about to be posted: all of it but its words' digest and its hashes. */
export type Draft = Omit<Entry, "salt" | "words" | "before" | "hash">;

const hasWords = ({ purpose, party, approver }: Draft) =>
	[purpose, party, approver].some((one) => one !== null);

/**
 * What the chain says of an entry: days, amounts, accounts, numbers, and whom it concerns by id only. Names lie outside, in
 * `person`; what was written by hand is covered by its salted digest.
 */
function textOf(entry: Draft & { salt: string | null; words: string | null }): string {
	const { organisation, year, position, id, series, number, day, amount, kind, method, lines } = entry;
	const { years, person, activity, fund, reverses, salt, words, madeBy, madeFrom } = entry;
	return JSON.stringify([
		...[organisation, year, position, id, series, number, day, amount, kind, method, lines, years],
		...[person, activity, fund, reverses, salt, words, madeBy, madeFrom],
	]);
}

const digestOf = ({ purpose, party, approver }: Draft, salt: string) =>
	sha256(JSON.stringify([salt, purpose, party, approver]));

/** Entries in the order of their places, each with the hash of the one before and its own. */
export async function chained(entries: readonly Draft[], head: string): Promise<Posted[]> {
	const posted: Posted[] = [];
	let before = head || genesis;
	for (const entry of entries) {
		const salt = hasWords(entry) ? newId() : null;
		const whole = { ...entry, salt, words: salt && (await digestOf(entry, salt)) };
		const hash = await sha256(`${before} ${textOf(whole)}`);
		posted.push({ ...whole, before, hash });
		before = hash;
	}
	return posted;
}

/** Why a chain is broken, and at which entry. */
export type Break = {
	id: string | null;
	position: number;
	reason: "missing" | "changed" | "not-chained" | "words" | "unbalanced" | "number" | "cut-off";
};

/** How far a year's chain has been followed: for one that is looked through in parts. */
export type Followed = { head: string; position: number; in: number; out: number };
export const unfollowed: Followed = { head: genesis, position: 0, in: 0, out: 0 };

/**
 * Follows a chain through entries in the order of their places.
 * @returns where it first breaks, or how far it holds
 */
export async function follow(
	entries: readonly Entry[],
	from: Followed = unfollowed,
): Promise<{ broken: Break; so: null } | { broken: null; so: Followed }> {
	let so = from;
	for (const entry of entries) {
		const reason = await breakAt(entry, so);
		if (reason) return { broken: { id: entry.id, position: so.position + 1, reason }, so: null };
		so = {
			...so,
			head: entry.hash ?? "",
			position: entry.position,
			[entry.series]: so[entry.series] + 1,
		};
	}
	return { broken: null, so };
}

/** Whether an entry is what its hash says, its words among it. */
export const isWhole = async (entry: Entry) =>
	entry.before !== null &&
	entry.hash === (await sha256(`${entry.before} ${textOf(entry)}`)) &&
	(entry.words === null || entry.words === (await digestOf(entry, entry.salt ?? "")));

async function breakAt(entry: Entry, so: Followed): Promise<Break["reason"] | null> {
	if (entry.position !== so.position + 1) return "missing";
	if (entry.before === null || entry.hash === null || entry.before !== so.head) return "not-chained";
	if (entry.hash !== (await sha256(`${entry.before} ${textOf(entry)}`))) return "changed";
	if (hasWords(entry) !== (entry.words !== null)) return "words";
	if (entry.words !== null && entry.words !== (await digestOf(entry, entry.salt ?? ""))) return "words";
	if (entry.lines.reduce((sum, [, fen]) => sum + fen, 0) !== 0) return "unbalanced";
	return entry.number === so[entry.series] + 1 ? null : "number";
}

/** The beginning of a hash, as an address carries it. */
export const markOf = (hash: string) => hash.slice(0, 16);

/** The head as papers show it: sixteen characters, enough to see that the end of a chain was cut off. */
export const shortHead = (head: string) => (markOf(head).match(/.{4}/g) ?? []).join(" ");
