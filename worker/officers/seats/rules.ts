import type { Post } from "../../roles/may";
import { type Day, monthsAfter } from "../../values/day";

/** The posts of a council, which is elected for a term. Owners, staff and group leaders are no part of it. */
export const councilPosts = ["chair", "vice-chair", "secretary-general", "council-member"] as const;
export type CouncilPost = (typeof councilPosts)[number];

export const isCouncilPost = (post: Post): post is CouncilPost =>
	(councilPosts as readonly Post[]).includes(post);

/** How many of a post a kind of organisation calls for from a day on, and how many of those full-time. */
export type SeatRule = { post: Post; fromDay: Day; seats: number; fullTime: number };

/** A post held, as seats see it: `toDay` is the first day on which it is held no longer. */
export type Held = { id: string; post: Post; fromDay: Day; toDay: Day | null };

/** A council's term: really elected on `fromDay`, due to end with `dueDay`. */
export type Term = { fromDay: Day; dueDay: Day };

/**
 * How a seat stands on a day. "over": the term is past its due day and nobody was elected since; whoever holds the seat serves
 * on. "beyond": somebody holds the post for whom the kind calls for no seat.
 */
export const seatStates = ["filled", "soon", "over", "vacant", "beyond"] as const;
export type SeatState = (typeof seatStates)[number];

/** The last day that is "soon": six months ahead. */
export const soonBy = (day: Day): Day => monthsAfter(day, 6);

/** The term that runs on a day, or ran out and was followed by no other: the last one begun. */
export function termOn<One extends Term>(terms: readonly One[], day: Day): One | null {
	const begun = terms.filter(({ fromDay }) => fromDay <= day);
	return begun.reduce<One | null>((last, one) => (last && last.fromDay > one.fromDay ? last : one), null);
}

/** How a term stands on a day, and with it every seat that nobody has been elected into for longer. */
export function termStateOn(term: Term | null, day: Day): "running" | "soon" | "over" | "none" {
	if (!term) return "none";
	if (term.dueDay < day) return "over";
	return term.dueDay <= soonBy(day) ? "soon" : "running";
}

/** What a kind's rules call for of a post on a day; null where they say nothing, and then nothing limits it. */
export function calledFor(rules: readonly SeatRule[], post: Post, day: Day): SeatRule | null {
	const inForce = rules.filter((rule) => rule.post === post && rule.fromDay <= day);
	return inForce.reduce<SeatRule | null>(
		(last, one) => (last && last.fromDay > one.fromDay ? last : one),
		null,
	);
}

const holdsOn = ({ fromDay, toDay }: Held, day: Day) => fromDay <= day && (toDay === null || toDay > day);

/** A seat, or several vacant ones of a post. */
export type SeatOn<One extends Held> = {
	post: CouncilPost;
	state: SeatState;
	seats: number;
	holder: One | null;
};

/** Every seat of an organisation on a day. The same is said in SQL by seats/store.ts; a test holds the two together. */
export function seatsOn<One extends Held>(
	day: Day,
	rules: readonly SeatRule[],
	holders: readonly One[],
	terms: readonly Term[],
): SeatOn<One>[] {
	const term = termOn(terms, day);
	return councilPosts.flatMap((post) => {
		const called = calledFor(rules, post, day)?.seats ?? null;
		const holding = holders
			.filter((one) => one.post === post && holdsOn(one, day))
			.sort((a, b) => (`${a.fromDay} ${a.id}` < `${b.fromDay} ${b.id}` ? -1 : 1));
		const held = holding.map((holder, place) => ({
			...{ post, seats: 1, holder },
			state: called !== null && place >= called ? ("beyond" as const) : heldState(holder, term, day),
		}));
		const vacant = (called ?? 0) - holding.length;
		return vacant > 0 ? [...held, { post, state: "vacant" as const, seats: vacant, holder: null }] : held;
	});
}

function heldState({ toDay }: Held, term: Term | null, day: Day): SeatState {
	const state = termStateOn(term, day);
	if (state === "over" || state === "soon") return state;
	return toDay !== null && toDay <= soonBy(day) ? "soon" : "filled";
}

/** Whether somebody may take a post from a day on, for good: on no day from then would it be held beyond its seats. */
export function seatIsFree(
	post: Post,
	day: Day,
	rules: readonly SeatRule[],
	holders: readonly Held[],
): boolean {
	const theirs = holders.filter((one) => one.post === post);
	const days = [day, ...theirs.map(({ fromDay }) => fromDay).filter((one) => one > day)];
	return days.every((one) => {
		const called = calledFor(rules, post, one);
		return called === null || theirs.filter((held) => holdsOn(held, one)).length < called.seats;
	});
}
