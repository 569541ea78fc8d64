import { changesOf } from "../../changes/store";
import type { Place } from "../../http/door";
import type { Database } from "../../tables/database";
import { type Day, dayOf, yearOf } from "../../values/day";
import { countPeople } from "../seats/people";
import { councilPosts } from "../seats/rules";
import { termsOf } from "../seats/store";
import { termBatch } from "./store";

type Inside = { db: Database; place: Place; today: Day };

/** The terms of a place and what happened to its councils, each the latest first. */
export async function termsSoFar({ db, place, zone }: { db: Database; place: Place; zone: string }) {
	const [terms, changes] = await db.batch([termsOf(db, place), changesOf(db, place, "council", 30)]);
	return {
		terms,
		changes: changes.map(({ id, at, act, by, details }) => {
			const { day, reason } = JSON.parse(details) as { day?: string; reason?: string };
			return { id, day: dayOf(at, zone), act, by, elected: day ?? null, reason: reason ?? null };
		}),
	};
}

/** A term as its page says it: who was elected, who went on, who ended; nothing for a forged id. */
export async function termOf({ db, place, today }: Inside, id: string) {
	const [terms, elected, ended] = await db.batch([termsOf(db, place), ...termBatch(db, place, id)]);
	const term = terms.find((one) => one.id === id);
	if (!term) return null;
	const inOrder = councilPosts.flatMap((post) => elected.filter((one) => one.post === post));
	const general = inOrder.filter(({ how }) => how === "general");
	return {
		term,
		latest: terms[0]?.id === id,
		elected: inOrder.map(({ again, letters, sex: _, birthYear: __, person: ___, ...one }) => ({
			...one,
			again: again === 1,
			letters,
		})),
		ended,
		people: countPeople(general, yearOf(term.fromDay)),
		withoutLetter: inOrder.filter(({ letters, toDay }) => letters === 0 && (toDay === null || toDay > today))
			.length,
	};
}
