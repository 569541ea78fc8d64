import type { Place } from "../http/door";
import type { Database } from "../tables/database";
import { type Day, yearOf } from "../values/day";
import { countPeople } from "./seats/people";
import { isCouncilPost, seatsOn, termOn, termStateOn } from "./seats/rules";
import { holdingsOf, rulesOf, type TermRow, termsOf } from "./seats/store";
import * as store from "./store";

type Inside = { db: Database; place: Place; today: Day };

/** How many who held a post once the page lists. */
const mostFormer = 30;

/** The officers of a place on a day: its council seat by seat, other posts, who held one; and a member about to be let in. */
export async function officersOf({ db, place, today }: Inside, day: Day, member = "") {
	const [rules, terms, holdings, below, [named]] = await db.batch([
		rulesOf(db, place),
		termsOf(db, place),
		holdingsOf(db, place),
		store.anyBelow(db, place),
		store.memberNamed(db, place, member),
	]);
	const seats = seatsOn(day, rules, holdings, terms);
	const held = seats.flatMap(({ holder }) => (holder ? [holder] : []));
	const open = holdings.filter(({ toDay }) => toDay === null || toDay > today);
	// A post that ended on the day it began was none.
	const ended = holdings.filter(({ fromDay, toDay }) => toDay !== null && toDay <= today && fromDay < toDay);
	const facts = {
		day,
		term: termFacts(terms, day),
		terms: terms.length,
		// Each seat is a line of its own, so that what is counted is what is listed.
		seats: seats.flatMap(({ post, state, holder, seats }) =>
			Array.from({ length: seats }, () => ({ post, state, holder })),
		),
		others: open.filter(({ post }) => !isCouncilPost(post)),
		former: ended.sort((a, b) => (b.toDay ?? "").localeCompare(a.toDay ?? "")).slice(0, mostFormer),
		leads: below.length > 0,
		people: countPeople(held, yearOf(day)),
		isRoot: place.path === `${place.id}/`,
	};
	return { facts, named };
}

/** The term of a day, with how it stands. */
export function termFacts(terms: readonly TermRow[], day: Day) {
	const term = termOn(terms, day);
	return term && { ...term, state: termStateOn(term, day) };
}
