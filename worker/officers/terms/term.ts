import type { Place } from "../../http/door";
import type { Database } from "../../tables/database";
import { type Day, yearOf } from "../../values/day";
import { countPeople } from "../seats/people";
import { councilPosts } from "../seats/rules";
import { termsOf } from "../seats/store";
import { termBatch } from "./store";

type Inside = { db: Database; place: Place; today: Day };

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
