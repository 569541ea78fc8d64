import type { Place } from "../../http/door";
import type { Database } from "../../tables/database";
import { sessionsOf } from "../holding/store";
import { heldActivityOf, walkInsOf } from "../report/store";
import { mostNames } from "./input";
import { rollOf } from "./rules";
import { groupsOf, markedFor, namesOf, rosterOf } from "./store";

/** The half-day that an address asks for; the first where it asks for none. */
export function sessionAsked(text: string | undefined): number {
	return /^\d{1,2}$/.test(text ?? "") ? Math.min(Math.max(1, Number(text)), 20) : 1;
}

/**
 * An activity that this place holds, the members of its day and who came to a half-day, in one batch.
 * @returns nothing for a forged id, for one that was cancelled or is still to come, or for a half-day that it hasn't
 */
export async function readRoll(
	{ db, place, today }: { db: Database; place: Place; today: string },
	id: string,
	session: number,
) {
	const [[activity], members, marked, sessions, groups, walkIns] = await db.batch([
		heldActivityOf(db, place, id),
		rosterOf(db, place, id, mostNames),
		markedFor(db, place, id, session),
		sessionsOf(db, place, id),
		groupsOf(db, place),
		walkInsOf(db, place, id),
	]);
	if (!activity || activity.cancelled === 1 || activity.day > today) return null;
	if (session > Math.max(1, sessions.length)) return null;
	const known = new Set(members.map((member) => member.id));
	const guests = marked.filter(({ person }) => !known.has(person)).map(({ person }) => person);
	// Who came from elsewhere is seldom there: their names are asked for only then.
	const names = guests.length > 0 ? await namesOf(db, guests) : [];
	return {
		activity,
		host: activity.organisation,
		session,
		sessions,
		heads: activity.heads,
		walkIns: walkIns.find((one) => one.session === session)?.people ?? 0,
		roster: rollOf([...members, ...names.map((one) => ({ ...one, sort: "~", smallGroup: null }))], marked),
		groups,
		ticked: null,
		called: { organisation: activity.organisation, id: activity.id, day: activity.day, session },
	};
}

export type RollRead = NonNullable<Awaited<ReturnType<typeof readRoll>>>;
