import type { Place } from "../http/door";
import type { Database } from "../tables/database";
import { type Day, yearOf } from "../values/day";
import { countPeople } from "./seats/people";
import { termOn, termStateOn } from "./seats/rules";
import { type SeatRow, seatsOf } from "./seats/store";
import * as store from "./store";
import { type TermRow, termsOf } from "./terms/store";

type Inside = { db: Database; place: Place; today: Day };

/** The officers of a place on a day: its council seat by seat, other posts, who held one; and a member about to be let in. */
export async function officersOf({ db, place, today }: Inside, day: Day, member = "") {
	const [terms, seats, others, former, below, [named]] = await db.batch([
		termsOf(db, place),
		seatsOf(db, place, day),
		store.othersOf(db, place, today),
		store.formerOf(db, place, today),
		store.anyBelow(db, place),
		store.memberNamed(db, place, member),
	]);
	const facts = {
		day,
		term: termFacts(terms, day),
		...{ terms: terms.length, seats: seats.flatMap(seatFacts), others, former, leads: below.length > 0 },
		people: peopleOf(seats, day),
		isRoot: place.path === `${place.id}/`,
	};
	return { facts, named };
}

/** The term of a day, with how it stands. */
export function termFacts(terms: readonly TermRow[], day: Day) {
	const term = termOn(terms, day);
	return term && { ...term, state: termStateOn(term, day) };
}

/** Each seat as a line of its own, so that what is counted is what is listed. */
function seatFacts({ post, state, seats, holder, name, fromDay, toDay, fullTime, signsIn }: SeatRow) {
	const held = holder !== null && name !== null && fromDay !== null;
	const who = held
		? { id: holder, name, fromDay, toDay, fullTime: fullTime === 1, signsIn: signsIn === 1 }
		: null;
	return Array.from({ length: seats }, () => ({ post, state, holder: who }));
}

function peopleOf(seats: readonly SeatRow[], day: Day) {
	const held = seats.filter(({ holder }) => holder !== null);
	return countPeople(
		held.map(({ sex, birthYear, fullTime }) => ({ sex, birthYear, fullTime: fullTime === 1 })),
		yearOf(day),
	);
}
