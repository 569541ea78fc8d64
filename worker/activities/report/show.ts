import { changesOf } from "../../changes/store";
import type { Place } from "../../http/door";
import type { Database } from "../../tables/database";
import { type Day, dayOf } from "../../values/day";
import { isOpen, stateOn } from "../holding/rules";
import { holdingWith, sessionsOf, turnsOf } from "../holding/store";
import { photographsOf } from "../photographs/store";
import { byName } from "./rules";
import * as store from "./store";

type Inside = { db: Database; place: Place; today: Day; zone: string };

/** Everything told of an activity that this organisation holds, in one batch; nothing for a forged id. */
export async function shown({ db, place, today, zone }: Inside, id: string) {
	const [[activity], attended, walkIns, sessions, holders, photographs, postponements, [cancelled], changes] =
		await db.batch([
			store.heldActivityOf(db, place, id),
			store.attendersOf(db, place, id),
			store.walkInsOf(db, place, id),
			sessionsOf(db, place, id),
			holdingWith(db, place, id),
			photographsOf(db, place, id),
			...turnsOf(db, place, id),
			changesOf(db, place, id),
		]);
	if (!activity) return null;
	const people = Map.groupBy(attended, (one) => one.id);
	const came = byName(
		[...people.values()].flatMap((rows) => {
			const [first] = rows;
			return first ? [{ id: first.id, name: first.name, proxy: rows.some(({ proxy }) => proxy) }] : [];
		}),
	);
	const state = stateOn(today, {
		...activity,
		cancelled: activity.cancelled === 1,
		postponed: activity.postponed === 1,
		members: came.length,
	});
	return {
		...activity,
		handedOut: activity.handedOut ?? [],
		state,
		open: isOpen(state),
		host: activity.organisation === place.id ? null : { id: activity.organisation, name: activity.host },
		holders: holders.map((one) => ({ ...one, accepted: one.accepted === 1 })),
		photographs,
		postponements,
		cancelled: cancelled ?? null,
		came,
		sessions: (sessions.length > 0 ? sessions : [{ number: 1, day: activity.day, half: null }]).map(
			(one) => ({
				...one,
				came: attended.filter(({ session }) => session === one.number).length,
				walkIns: walkIns.find(({ session }) => session === one.number)?.people ?? 0,
			}),
		),
		walkIns: walkIns.reduce((sum, { people }) => sum + people, 0),
		changes: changes.map(({ at, act, by }) => ({ day: dayOf(at, zone), act, by })),
	};
}
