import { initialsOf } from "../../members/rules";
import type { Way } from "../../tables/activities";

type Member = { id: string; name: string; sort: string; smallGroup: string | null };
type Marked = { person: string; way: Way; proxy: boolean };

/** The roll by name, each with whether they came to this half-day, and whether another signed for them. */
export function rollOf(members: readonly Member[], marked: readonly Marked[]) {
	const present = new Map(marked.map((one) => [one.person, one]));
	// Somebody who belongs to two of those who hold it together stands on the roll once.
	const once = [...new Map(members.map((member) => [member.id, member])).values()];
	// Compared as the database would: the key is made of readings, so that 张 stands before 章 in every browser's locale.
	const sorted = once.sort((a, b) => (a.sort < b.sort ? -1 : 1));
	return sorted.map(({ id, name, sort, smallGroup }) => ({
		id,
		name,
		initials: initialsOf(sort),
		group: smallGroup,
		came: present.has(id),
		proxy: present.get(id)?.proxy ?? false,
	}));
}

/** A tap on a name: whether they came, and when. */
export type Tap = { id: string; person: string; came: boolean; proxy: boolean; at: number };

/**
 * Which of two taps on one name counts: the later, and of two at the same moment the one with the greater id. It depends on
 * nothing else, so phones that send late and in any order agree at the end.
 */
export const isLater = (one: Pick<Tap, "at" | "id">, other: Pick<Tap, "at" | "id">) =>
	one.at > other.at || (one.at === other.at && one.id > other.id);

/** The tap on each name that counts. */
export function lastTaps(taps: readonly Tap[]): Tap[] {
	const last = new Map<string, Tap>();
	for (const tap of taps) {
		const known = last.get(tap.person);
		if (!known || isLater(tap, known)) last.set(tap.person, tap);
	}
	return [...last.values()];
}

/** How far ahead of ours a phone's clock may be, in milliseconds; it is told the difference and sets itself right. */
const clockLeeway = 60_000;

export const isAhead = (taps: readonly Tap[], now: number) => taps.some(({ at }) => at > now + clockLeeway);
