import { and, desc, eq, sql } from "drizzle-orm";
import type * as v from "valibot";
import { type Authorship, changeOf } from "../../changes/store";
import type { Place } from "../../http/door";
import { seekWords } from "../../members/rules";
import { type Database, run } from "../../tables/database";
import { person } from "../../tables/ground";
import { consent } from "../../tables/people";
import { list } from "../touched";
import type { consentSchema } from "./input";

type NewConsent = v.InferOutput<typeof consentSchema>;

/** What a person agreed to here and took back, the latest first, with who noted it. */
export function consentsOf(db: Database, place: Place, who: string) {
	return db
		.select({ id: consent.id, what: consent.what, day: consent.day, how: consent.how, by: person.name })
		.from(consent)
		.leftJoin(person, eq(person.id, consent.madeBy))
		.where(and(eq(consent.organisation, place.id), eq(consent.person, who)))
		.orderBy(desc(consent.day), desc(sql`${consent.what} = 'withdrawn'`))
		.limit(20);
}

/** Notes that somebody agreed, or no longer does. The row's key stops a second copy. */
export function noteConsent(db: Database, place: Place, who: string, typed: NewConsent, by: Authorship) {
	const { what, day, how } = typed;
	return db.batch([
		db.insert(consent).values({
			organisation: place.id,
			person: who,
			id: typed.id,
			what,
			day,
			how,
			madeBy: by.by,
			madeFrom: by.madeFrom,
		}),
		changeOf(db, place, { ...by, subject: who, act: `consent-${what}`, details: { day, how } }),
	]);
}

/** What the consent under an id was made from. */
export async function consentMade(db: Database, place: Place, who: string, id: string) {
	const rows = await db
		.select({ madeFrom: consent.madeFrom })
		.from(consent)
		.where(and(eq(consent.organisation, place.id), eq(consent.person, who), eq(consent.id, id)));
	return rows[0]?.madeFrom;
}

/** Empties telephone and address, in the record and in what is kept of its changes; the words they are found by follow. */
export function emptyContact(
	db: Database,
	place: Place,
	whom: { id: string; name: string },
	known: readonly { id: string; path: string }[],
	by: Authorship,
) {
	const words = known.map(({ id, path }) => [id, whom.id, seekWords({ ...whom, telephone: null }, path)]);
	const gone = ["telephone", "address"].flatMap((field) => [
		`$.from.${field}`,
		`$.to.${field}`,
		`$.${field}`,
	]);
	return db.batch([
		changeOf(db, place, { ...by, subject: whom.id, act: "contact-emptied", details: {} }),
		run(
			db,
			sql`update person set telephone = null, address = null where id = ${whom.id} or same_as = ${whom.id}`,
		),
		run(
			db,
			sql`update change set details = json_remove(details, ${sql.join(
				gone.map((path) => sql`${path}`),
				sql`, `,
			)}) where organisation in (${list(known.map(({ id }) => id))}) and subject = ${whom.id}`,
		),
		run(
			db,
			sql`delete from seek where rowid in (select rowid from seek where seek match ${`"i${whom.id}"`})`,
		),
		run(
			db,
			sql`insert into seek (organisation, person, words)
			select value ->> 0, value ->> 1, value ->> 2 from json_each(${JSON.stringify(words)})
			where exists (select 1 from membership where organisation = value ->> 0 and person = value ->> 1)`,
		),
	]);
}
