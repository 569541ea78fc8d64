import type * as v from "valibot";
import type { ElectionFacts } from "../../../web/officers/election";
import type { FormState } from "../../http/body";
import type { Place, Reader } from "../../http/door";
import { leadsOthers } from "../../organisations/store";
import { type Hold, mayGive } from "../../roles/may";
import type { Database } from "../../tables/database";
import type { Day } from "../../values/day";
import type { Mistakes } from "../../values/typed";
import { type CouncilPost, isCouncilPost } from "../seats/rules";
import { rulesOf, termsOf } from "../seats/store";
import { everyCandidate, type Holder, holdersOn, membersToElect } from "./candidates";
import type { Election } from "./input";
import * as rules from "./rules";
import * as store from "./store";

type Inside = { db: Database; place: Place; today: Day; reader: Reader };

/** What the page of a general election says: each seat with whoever holds it, and who may be elected. */
export async function electionFacts(
	{ db, place, today }: Inside,
	formOf: (prefilled: Record<string, string>) => FormState,
): Promise<v.InferInput<typeof ElectionFacts>> {
	const [called, lengths, terms, holders, members] = await db.batch([
		rulesOf(db, place),
		store.lengthsOf(db, place),
		termsOf(db, place),
		holdersOn(db, place, today),
		membersToElect(db, place, today),
	]);
	const candidates = everyCandidate(members, holders);
	const labels = new Map([...rules.labelsOf(candidates)].map(([label, id]) => [id, label]));
	const holding = holdingBy(holders);
	const ballot = rules.ballotOf(called, countsOf(holding), today);
	const places = ballot.map(({ key, post, fullTime }) => {
		const holder = holding.get(post)?.[Number(key.split("-").at(-1)) - 1] ?? null;
		return { key, post, fullTime, holder };
	});
	const kept = places.flatMap(({ key, holder }): [string, string][] =>
		holder
			? [
					[key, labels.get(holder.person) ?? holder.name],
					[`full-${key}`, holder.fullTime ? "on" : ""],
				]
			: [],
	);
	const number = terms[0]?.number ? String(terms[0].number + 1) : "";
	return {
		seats: places.map(({ holder, ...seat }) => ({ ...seat, now: holder?.name ?? null })),
		people: [...labels.values()],
		years: rules.yearsOn(lengths, today),
		last: terms[0]?.fromDay ?? null,
		form: formOf({ ...Object.fromEntries(kept), number }),
	};
}

/** Who holds each of a council's posts. */
const holdingBy = (holders: readonly Holder[]) =>
	Map.groupBy(
		holders.filter(({ post }) => isCouncilPost(post)),
		({ post }) => post as CouncilPost,
	);

const countsOf = (holding: ReturnType<typeof holdingBy>) =>
	Object.fromEntries([...holding].map(([post, holders]) => [post, holders.length]));

/** Reads a typed election against the register: what would be kept, or what is wrong, by field. */
export async function readElection({ db, place, today, reader }: Inside, typed: Election) {
	const seats = seatsIn(typed.seats);
	const names = Object.values(seats).flatMap((text) => (text ? [rules.nameIn(text), text] : []));
	const [called, lengths, terms, holders, members, below] = await db.batch([
		rulesOf(db, place),
		store.lengthsOf(db, place),
		termsOf(db, place),
		holdersOn(db, place, today),
		membersToElect(db, place, today, names),
		leadsOthers(db, place),
	]);
	const candidates = everyCandidate(members, holders);
	const ballot = rules.ballotOf(called, countsOf(holdingBy(holders)), typed.day);
	const { elected, mistakes } = rules.electedOn(ballot, seats, candidates, typed.newcomers);
	const dueDay = typed.due_day ?? rules.dueAfter(typed.day, rules.yearsOn(lengths, typed.day));
	const { number, day, assembly, document } = typed;
	// A copy of what was kept a moment ago finds itself as the last term, and is no mistake.
	const last = terms.find(({ id }) => id !== typed.id) ?? null;
	return {
		made: { number, day, dueDay, assembly, document },
		elected,
		mistakes: {
			...rules.termMistakes({ day, dueDay }, last, today),
			...mistakes,
			...emptyMistake(elected, ballot[0]?.key),
			...beyond(
				elected,
				({ post, person }) =>
					// Whoever holds the very post today is given nothing by being elected into it again.
					holders.some((one) => one.person === person && one.post === post && one.fromDay <= today) ||
					mayGive(place.holds, post, below.length > 0),
			),
			...lockedOut(elected, typed.handing_over, place.holds, reader),
		} as Mistakes,
	};
}

/** What was typed into the seats, whatever a program sent beside it. */
export const seatsIn = (seats: Readonly<Record<string, unknown>>) =>
	Object.fromEntries(
		Object.entries(seats).map(([name, value]) => [name, typeof value === "string" ? value : null]),
	);

/** The mistake of electing nobody at all, at the first seat. */
export const emptyMistake = (elected: readonly rules.Elected[], first: string | undefined): Mistakes =>
	elected.length === 0 && first ? { [first]: "required" } : {};

const beyond = (elected: readonly rules.Elected[], mayElect: (one: rules.Elected) => boolean): Mistakes =>
	Object.fromEntries(elected.filter((one) => !mayElect(one)).map(({ key }) => [key, "beyond-you"] as const));

/** Whoever comes in here only by a council's post, and is not elected again, would shut the door behind themselves. */
function lockedOut(
	elected: readonly rules.Elected[],
	knows: boolean,
	holds: readonly Hold[],
	reader: Reader,
): Mistakes {
	const onlyThus = holds.every(({ at, post }) => at === "own" && isCouncilPost(post));
	const stays = elected.some(({ person }) => person === reader.person);
	return onlyThus && !stays && !knows ? { handing_over: "locks-you-out" } : {};
}
