import type { Place } from "../../http/door";
import type { Database } from "../../tables/database";
import { anyTraining } from "../../tables/training";
import { topicsAndRequirements } from "../store";
import { activityHere, taughtAt } from "./store";

/** An activity with every topic there is, each with whether it teaches it; nothing for a forged id. */
export async function taughtOf({ db, place }: { db: Database; place: Place }, id: string) {
	const [[activity], marked, known] = await db.batch([
		activityHere(db, place, id),
		taughtAt(db, place, id),
		topicsAndRequirements(db)[0],
	]);
	if (!activity) return null;
	const taught = new Set(marked.map(({ topic }) => topic));
	return {
		activity,
		topics: known
			.filter((one) => one.id !== anyTraining)
			.map((one) => ({ ...one, taught: taught.has(one.id) })),
	};
}
