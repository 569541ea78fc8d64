import type * as v from "valibot";
import type { earlierTermFacts } from "../../../web/officers/earlier";
import type { FormState } from "../../http/body";
import type { Place } from "../../http/door";
import type { Database } from "../../tables/database";
import { type Day, isDay } from "../../values/day";
import type { Mistakes } from "../../values/typed";
import { rulesOf, termsOf } from "../seats/store";
import { everyCandidate, holdersOn, membersToElect } from "../terms/candidates";
import { emptyMistake, seatsIn } from "../terms/election";
import { ballotOf, dueAfter, electedOn, labelsOf, nameIn, yearsOn } from "../terms/rules";
import { lengthsOf } from "../terms/store";
import type { EarlierTerm } from "./input";
import { earlierMistakes, isShortened, neighboursOf, takenThen } from "./rules";
import { meetingsBetween } from "./store";

type Inside = { db: Database; place: Place };

/** Before every day: whoever holds a post after it is whoever ever held one. */
const ever: Day = "0000-01-01";

/** What the page of an earlier term says: the terms on record, the seats of that day, and who was ever known here; nothing where no term is. */
export async function earlierFactsOf(
	{ db, place }: Inside,
	form: FormState,
): Promise<v.InferInput<typeof earlierTermFacts> | null> {
	const [called, lengths, terms, holders, members] = await db.batch([
		rulesOf(db, place),
		lengthsOf(db, place),
		termsOf(db, place),
		holdersOn(db, place, ever),
		membersToElect(db, place, null),
	]);
	const first = terms.at(-1);
	if (!first) return null;
	const typed = String(form.typed.day ?? "");
	const day = isDay(typed) ? typed : first.fromDay;
	const { before, next } = neighboursOf(terms, day);
	return {
		terms: terms.map(({ id, number, fromDay }) => ({ id, number, fromDay })),
		seats: ballotOf(called, {}, day),
		people: [...labelsOf(everyCandidate(members, holders)).keys()],
		years: yearsOn(lengths, day),
		shortened: next && before ? holders.filter((one) => isShortened(one, day, next.fromDay)).length : 0,
		form,
	};
}

/** Reads an earlier term against the register: what would be kept, or what is wrong, by field. */
export async function readEarlier({ db, place }: Inside, typed: EarlierTerm) {
	const seats = seatsIn(typed.seats);
	const names = Object.values(seats).flatMap((text) => (text ? [nameIn(text), text] : []));
	const [called, lengths, terms, holders, members, [held]] = await db.batch([
		rulesOf(db, place),
		lengthsOf(db, place),
		termsOf(db, place),
		holdersOn(db, place, ever),
		membersToElect(db, place, null, names),
		meetingsBetween(db, place, typed.day, typed.ends),
	]);
	const { number, day, assembly, document } = typed;
	const dueDay = typed.due_day ?? dueAfter(day, yearsOn(lengths, day));
	// A copy of what was kept a moment ago finds itself, and is no mistake.
	const others = terms.filter(({ id }) => id !== typed.id);
	const { before, next } = neighboursOf(others, day);
	const ballot = ballotOf(called, {}, day);
	const { elected, mistakes } = electedOn(ballot, seats, everyCandidate(members, holders), typed.newcomers);
	const wrong = { ...earlierMistakes({ day, ends: typed.ends, dueDay }, others), ...mistakes };
	const ends = typed.ends ?? next?.fromDay ?? day;
	const made = { number, day, dueDay, assembly, document, ends, before, next };
	if (!next || wrong.day || wrong.ends) return { made, elected, mistakes: wrong };
	const meetings = held?.meetings ?? 0;
	const shortened = holders.filter((one) => isShortened(one, day, next.fromDay)).length;
	return {
		made,
		elected,
		mistakes: {
			...(meetings > 0 ? { day: `met-then ${meetings}` } : {}),
			...(shortened > 0 && !typed.shortens ? { shortens: `shortens ${shortened}` } : {}),
			...takenThen(elected, holders, called, { day, ends, next: next.fromDay }),
			...emptyMistake(elected, ballot[0]?.key),
			...wrong,
		} as Mistakes,
	};
}
