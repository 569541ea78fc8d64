import { and, desc, eq, isNull, sql } from "drizzle-orm";
import { recountPaid } from "../funds/paid";
import type { Place } from "../http/door";
import { recountYears } from "../members/standing";
import { type Database, run } from "../tables/database";
import { waiver, waiverEnd } from "../tables/dues";
import { nameNow, person } from "../tables/ground";
import type { Day } from "../values/day";
import type { NewWaiver } from "./input";

/** How many waivers a list shows. */
const mostWaivers = 200;

/** Who is let off, or was given time, and hasn't had it ended: the latest granted first. */
export function waiversOf(db: Database, place: Place) {
	return db
		.select({
			id: waiver.id,
			person: waiver.person,
			name: nameNow.as("name"),
			what: waiver.what,
			fromYear: waiver.fromYear,
			toYear: waiver.toYear,
			until: waiver.until,
			reason: waiver.reason,
			grantedBy: waiver.grantedBy,
			grantedOn: waiver.grantedOn,
		})
		.from(waiver)
		.innerJoin(person, eq(person.id, waiver.person))
		.leftJoin(
			waiverEnd,
			and(eq(waiverEnd.organisation, waiver.organisation), eq(waiverEnd.waiver, waiver.id)),
		)
		.where(and(eq(waiver.organisation, place.id), isNull(waiverEnd.id)))
		.orderBy(desc(waiver.grantedOn), waiver.id)
		.limit(mostWaivers);
}

/** Grants a waiver; its key stops a second copy. */
export function grant(
	db: Database,
	place: Place,
	typed: NewWaiver,
	by: { by: string; madeFrom: string },
	today: Day,
) {
	const { id, member, what, from_year, to_year, until, reason, granted_by, granted_on } = typed;
	return db.batch([
		db.insert(waiver).values({
			...{
				organisation: place.id,
				person: member,
				id,
				what,
				fromYear: from_year,
				toYear: to_year ?? from_year,
			},
			...{ until: what === "deferred" ? until : null, reason, grantedBy: granted_by, grantedOn: granted_on },
			...{ madeBy: by.by, madeFrom: by.madeFrom },
		}),
		recountPaid(db, place, sql`(${member})`),
		recountYears(db, place, today, `${from_year}-01-01`),
	]);
}

/** What the waiver under an id was made from; its key has the member in it, so the range of the organisation is asked. */
export async function grantedBefore(db: Database, place: Place, member: string, id: string) {
	const [known] = await db
		.select({ madeFrom: waiver.madeFrom })
		.from(waiver)
		.where(and(eq(waiver.organisation, place.id), eq(waiver.person, member), eq(waiver.id, id)));
	return known?.madeFrom;
}

/** Ends a waiver: from then on it is as if it had not been granted. Its key stops a second end. */
export function endWaiver(
	db: Database,
	place: Place,
	one: { id: string; person: string; fromYear: number },
	by: { id: string; by: string; madeFrom: string },
	today: Day,
) {
	return db.batch([
		run(
			db,
			sql`insert into waiver_end (organisation, waiver, id, day, made_by, made_from)
			values (${place.id}, ${one.id}, ${by.id}, ${today}, ${by.by}, ${by.madeFrom})`,
		),
		recountPaid(db, place, sql`(${one.person})`),
		recountYears(db, place, today, `${one.fromYear}-01-01`),
	]);
}

/** What the end of a waiver was made from. */
export async function endedBefore(db: Database, place: Place, of: string): Promise<string | undefined> {
	const [known] = await db
		.select({ madeFrom: waiverEnd.madeFrom })
		.from(waiverEnd)
		.where(and(eq(waiverEnd.organisation, place.id), eq(waiverEnd.waiver, of)));
	return known?.madeFrom;
}

/** A waiver of this very organisation, ended or not; nothing for a forged id. */
export function waiverUnder(db: Database, place: Place, id: string) {
	return db
		.select({ id: waiver.id, person: waiver.person, fromYear: waiver.fromYear })
		.from(waiver)
		.where(and(eq(waiver.organisation, place.id), eq(waiver.id, id)));
}
