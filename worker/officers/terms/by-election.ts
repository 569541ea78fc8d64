import type { FormState } from "../../http/body";
import type { Place } from "../../http/door";
import { leadsOthers } from "../../organisations/store";
import { mayGive } from "../../roles/may";
import type { Database } from "../../tables/database";
import type { Day } from "../../values/day";
import type { Mistakes } from "../../values/typed";
import { councilPosts, seatIsFree } from "../seats/rules";
import { rulesOf, termsOf } from "../seats/store";
import { everyCandidate, holdersOn, membersToElect } from "./candidates";
import type { ByElection } from "./input";
import { aheadAtMost, labelsOf, meant, nameIn } from "./rules";

type Inside = { db: Database; place: Place; today: Day };

/** What the page of a by-election says: which posts have a free seat from today on, and who may be elected. */
export async function byElectionFactsOf({ db, place, today }: Inside, form: FormState) {
	const [called, holders, members] = await db.batch([
		rulesOf(db, place),
		holdersOn(db, place, today),
		membersToElect(db, place, today),
	]);
	const candidates = everyCandidate(members, holders);
	const leaving = holders.flatMap(({ toDay }) => (toDay && toDay > today ? [toDay] : []));
	// A seat that somebody has announced to leave may be filled from that day on.
	const days = [today, ...leaving.filter((day) => day <= aheadAtMost(today))];
	const posts = councilPosts.filter((post) => days.some((day) => seatIsFree(post, day, called, holders)));
	return { posts, people: [...labelsOf(candidates).keys()], form };
}

/** Reads a by-election against the register: who is meant, or what is wrong, by field. */
export async function readByElection({ db, place, today }: Inside, typed: ByElection) {
	const [members, holders, below, [term]] = await db.batch([
		membersToElect(db, place, today, [nameIn(typed.who), typed.who]),
		holdersOn(db, place, today),
		leadsOthers(db, place),
		termsOf(db, place),
	]);
	const candidates = everyCandidate(members, holders);
	const found = meant(typed.who, candidates);
	const isNew = "mistake" in found && found.mistake === "not-in-the-register" && typed.newcomers;
	const mistakes: Mistakes = {
		...("mistake" in found && !isNew ? { who: found.mistake } : {}),
		...(mayGive(place.holds, typed.post, below.length > 0) ? {} : { post: "beyond-you" }),
		...(typed.day > aheadAtMost(today) ? { day: "too-far-ahead" } : {}),
		...(term && typed.day < term.fromDay ? { day: "before-this-term" } : {}),
	};
	return { who: { person: "person" in found ? found.person : null, name: nameIn(typed.who) }, mistakes };
}
