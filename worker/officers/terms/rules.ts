import { type Day, daysAfter, monthsAfter } from "../../values/day";
import type { Mistakes } from "../../values/typed";
import { type CouncilPost, calledFor, councilPosts, type SeatRule } from "../seats/rules";

/** Somebody who may be elected, as the register knows them. */
export type Candidate = { id: string; name: string; birthYear: number | null; telephone: string | null };

/**
 * How candidates are written in a list to choose from: the name alone, and with year of birth and the end of the telephone number
 * where several bear it.
 */
export function labelsOf(candidates: readonly Candidate[]): Map<string, string> {
	const bearers = Map.groupBy(candidates, ({ name }) => name);
	const labels = new Map<string, string>();
	for (const [name, same] of bearers) {
		same.forEach((one, place) => {
			const parts = [name, one.birthYear, one.telephone && `*${one.telephone.slice(-4)}`];
			const label = same.length === 1 ? name : parts.filter(Boolean).join(" ");
			labels.set(labels.has(label) ? `${label} #${place + 1}` : label, one.id);
		});
	}
	return labels;
}

/** The name in what was typed or chosen, without what tells namesakes apart. */
export function nameIn(typed: string): string {
	const bare = typed.replace(/( \d{4})?( \*\d{4})?( #\d+)?$/, "");
	return (bare || typed).replace(/(?<=\p{Script=Han})\s+(?=\p{Script=Han})/gu, "");
}

/** Who is meant by a typed name; a reason when nobody is, or several could be. */
export function meant(
	typed: string,
	candidates: readonly Candidate[],
): { person: string } | { mistake: "several-of-that-name" | "not-in-the-register" } {
	const chosen = labelsOf(candidates).get(typed);
	if (chosen) return { person: chosen };
	const bearers = candidates.filter(({ name }) => name === nameIn(typed));
	if (bearers[0] && bearers.length === 1) return { person: bearers[0].id };
	return { mistake: bearers.length > 1 ? "several-of-that-name" : "not-in-the-register" };
}

/** A council for a kind that the rules say nothing of. */
const usual: Record<CouncilPost, number> = {
	chair: 1,
	"vice-chair": 1,
	"secretary-general": 1,
	"council-member": 3,
};

export type BallotSeat = { key: string; post: CouncilPost; fullTime: boolean };

/**
 * The seats that a general election on a day fills, each under its key: "vice-chair-2".
 * @param holders how many hold each post now: where the rules say nothing of a post, as many
 */
export function ballotOf(
	rules: readonly SeatRule[],
	holders: Partial<Record<CouncilPost, number>>,
	day: Day,
) {
	const silent = councilPosts.every((post) => calledFor(rules, post, day) === null);
	return councilPosts.flatMap((post): BallotSeat[] => {
		const called = calledFor(rules, post, day);
		const seats =
			called?.seats ?? (silent ? Math.max(usual[post], holders[post] ?? 0) : (holders[post] ?? 0));
		return Array.from({ length: seats }, (_, place) => ({
			key: `${post}-${place + 1}`,
			post,
			fullTime: place < (called?.fullTime ?? 0),
		}));
	});
}

/** Somebody elected: a known person, or somebody new by name. */
export type Elected = {
	key: string;
	post: CouncilPost;
	person: string | null;
	name: string;
	fullTime: boolean;
};

const isSeatKey = (key: string) => councilPosts.some((post) => new RegExp(`^${post}-\\d+$`).test(key));

/** Reads a ballot: who was elected into which seat, or what is wrong, by seat. Seats left blank stay vacant. */
export function electedOn(
	ballot: readonly BallotSeat[],
	typed: Readonly<Record<string, string | null>>,
	candidates: readonly Candidate[],
	newcomers: boolean,
): { elected: Elected[]; mistakes: Mistakes } {
	const mistakes: Record<string, string> = {};
	const taken = new Set<string>();
	// The page may offer seats of another day, on which the kind called for more.
	for (const [key, text] of Object.entries(typed))
		if (text && isSeatKey(key) && ballot.every((seat) => seat.key !== key)) mistakes[key] = "no-seat-then";
	const elected = ballot.flatMap(({ key, post }): Elected[] => {
		const text = typed[key];
		if (!text) return [];
		const who = meant(text, candidates);
		const isNew = "mistake" in who;
		if (isNew && (who.mistake !== "not-in-the-register" || !newcomers)) mistakes[key] = who.mistake;
		const person = isNew ? null : who.person;
		const name = nameIn(text);
		const once = `${post} ${person ?? name}`;
		if (taken.has(once)) mistakes[key] = "twice";
		taken.add(once);
		const full = typed[`full-${key}`] ?? "";
		return [{ key, post, person, name, fullTime: ["on", "true", "1", "yes"].includes(full) }];
	});
	return { elected, mistakes };
}

/** The day a term is due to end: so many years after the election. */
export const dueAfter = (day: Day, years: number): Day => monthsAfter(day, years * 12);

/** What is wrong with the days of a general election. */
export function termMistakes(
	{ day, dueDay }: { day: Day; dueDay: Day },
	last: { fromDay: Day } | null,
	today: Day,
): Mistakes {
	if (day > today) return { day: "after-today" };
	if (last && day <= last.fromDay) return { day: "before-last-term" };
	return dueDay <= day ? { due_day: "not-after-election" } : {};
}

/** The furthest ahead that a change in mid-term may be entered. */
export const aheadAtMost = (today: Day): Day => daysAfter(today, 366);

/** How many years a term lasts for a kind on a day; five where nothing is set. */
export function yearsOn(lengths: readonly { fromDay: Day; years: number }[], day: Day): number {
	const inForce = lengths.filter(({ fromDay }) => fromDay <= day);
	return inForce.reduce((last, one) => (one.fromDay >= last.fromDay ? one : last), { fromDay: "", years: 5 })
		.years;
}
