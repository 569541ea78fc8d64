import { activitiesOfMember } from "../activities/report/store";
import { changesOf } from "../changes/store";
import { duesOf, rateOf } from "../dues/rules";
import { ratesOf } from "../dues/store";
import type { Place } from "../http/door";
import { holdsOn } from "../members/rules";
import { memberOf } from "../members/store";
import { othersThan, waitingFor } from "../members/transfer/store";
import { consentsOf } from "../people/consent/store";
import type { Database } from "../tables/database";
import { type Day, dayOf, yearOf } from "../values/day";

/** How many years of dues a member's page shows. */
const yearsOfDues = 8;

/** A member's page in one batch; nothing when nobody of that id ever belonged here. */
export async function memberPageOf(db: Database, place: Place, today: Day, zone: string, id: string) {
	const [periods, changes, rates, activities, [waiting], others, [consent]] = await db.batch([
		memberOf(db, place, id),
		changesOf(db, place, id),
		ratesOf(db, place),
		activitiesOfMember(db, place, id),
		waitingFor(db, place, id),
		othersThan(db, place),
		consentsOf(db, place, id),
	]);
	const latest = periods[0];
	if (!latest) return null;
	const years = Array.from({ length: yearsOfDues }, (_, back) => yearOf(today) - yearsOfDues + 1 + back);
	return {
		member: { ...latest, current: holdsOn(latest, today), erased: latest.erasedOn !== null },
		consent: consent ?? null,
		goesElsewhere: others.length > 0,
		waiting: waiting ?? null,
		periods,
		dues: years
			.map((year) => ({ year, state: duesOf(periods, year, rateOf(rates, year)) }))
			.filter(({ state }) => state !== "none"),
		activities,
		changes: changes.map(({ at, act, by }) => ({ day: dayOf(at, zone), act, by })),
	};
}
