import { and, desc, eq, is, SQL, sql } from "drizzle-orm";
import type { Place } from "../http/door";
import { type Database, named, run } from "../tables/database";
import { change, person } from "../tables/ground";
import { nowInSeconds } from "../values/day";

/** Who makes a change, under which id (it came with the form, and its key stops a second copy) and from which body. */
export type Authorship = { id: string; madeFrom: string; by: string };

/** What happens to a record: which act, from what to what. */
export type Change = Authorship & { subject: string; act: string; details: object };

/** The statement that keeps a change; it goes first into the batch that makes it. */
export function changeOf(db: Database, place: Pick<Place, "id">, { details, ...rest }: Change) {
	return db
		.insert(change)
		.values({ ...rest, organisation: place.id, at: nowInSeconds(), details: JSON.stringify(details) });
}

/**
 * The same, kept only where a condition holds: a `where` after the insert's select. It comes first into its batch.
 * @param details in SQL where what is kept is only known while it is written
 */
export function changeWhere(
	db: Database,
	place: Pick<Place, "id">,
	{ id, madeFrom, subject, by, act, details }: Omit<Change, "details"> & { details: object | SQL },
	condition: SQL,
) {
	const kept = is(details, SQL) ? details : sql`${JSON.stringify(details)}`;
	return run(
		db,
		sql`insert into change (organisation, subject, at, id, by, act, details, made_from)
		select ${place.id}, ${subject}, ${nowInSeconds()}, ${id}, ${by}, ${act}, ${kept}, ${madeFrom}
		where ${condition}`,
	);
}

/** Whether the change under an id stands: what follows `changeWhere` in its batch happens only then. */
export const isKept = (place: Pick<Place, "id">, subject: string, id: string) =>
	sql`exists (select 1 from change where organisation = ${place.id} and subject = ${subject} and id = ${id})`;

/** What the change under an id was made from: tells a repeat from another body. */
export async function changedBefore(
	db: Database,
	place: Place,
	subject: string,
	id: string,
): Promise<string | undefined> {
	const [known] = await changeUnder(db, place, subject, id);
	return known?.madeFrom;
}

/** The same as a question, for a batch that asks more. */
export function changeUnder(db: Database, place: Pick<Place, "id">, subject: string, id: string) {
	return db
		.select({ madeFrom: change.madeFrom })
		.from(change)
		.where(and(eq(change.organisation, place.id), eq(change.subject, subject), eq(change.id, id)));
}

/** Where a page of a history ended. */
export type After = { at: number; id: string };

/** The latest changes of a record, newest first, with the name of who made each; or those before where a page ended. */
export function changesOf(db: Database, place: Place, subject: string, most = 12, after?: After) {
	const earlier = after && sql`(${change.at}, ${change.id}) < (cast(${after.at} as integer), ${after.id})`;
	return latest(db, place, subject, earlier, most);
}

/** The latest changes of one kind: however many others came between. */
export function changesBy(db: Database, place: Place, subject: string, act: string, most: number) {
	return latest(db, place, subject, eq(change.act, act), most);
}

function latest(db: Database, place: Place, subject: string, condition: SQL | undefined, most: number) {
	return db
		.select({
			id: change.id,
			at: change.at,
			act: change.act,
			by: named(person.name, "author"),
			details: change.details,
		})
		.from(change)
		.leftJoin(person, eq(person.id, change.by))
		.where(and(eq(change.organisation, place.id), eq(change.subject, subject), condition))
		.orderBy(desc(change.at), desc(change.id))
		.limit(most);
}
