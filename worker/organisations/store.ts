import { and, eq, type SQL, type SQLWrapper, sql } from "drizzle-orm";
import { type Authorship, changeOf } from "../changes/store";
import type { Place } from "../http/door";
import type { Database } from "../tables/database";
import { organisation } from "../tables/ground";
import { kind } from "../tables/tree";
import type { NewFacts, NewFounding } from "./input";
import { foundingOf } from "./life/store";

/** Both names of a place's kind. */
export function kindNamed(db: Database, place: Place) {
	return db.select({ zh: kind.zh, en: kind.en }).from(kind).where(eq(kind.id, place.kind));
}

/** The day from which an organisation has stood where it stands: nothing can be put below it before. */
export const stoodSince = (id: string | SQL, path: string | SQL) =>
	sql<string>`coalesce((select max(to_day) from stage where organisation = ${id} and path <> ${path}),
		(select min(from_day) from stage where organisation = ${id}), '1900-01-01')`;

/** What may be founded below a place, and since when it has stood there. */
export function standsSince(db: Database, place: Place) {
	return db
		.select({ day: stoodSince(place.id, place.path).as("day") })
		.from(organisation)
		.where(eq(organisation.id, place.id));
}

/**
 * Founds an organisation below a place that the reader reaches, or enters a place without one. Nothing is written if the
 * place was moved or deregistered meanwhile, or may have no such kind below it any more.
 */
export function foundBelow(
	db: Database,
	place: Place,
	founding: NewFounding & { id: string; madeFrom: string },
	by: string,
) {
	const path = `${place.path}${founding.id}/`;
	return db.batch(
		foundingOf(
			db,
			{
				...founding,
				...{ parent: place.id, path, practice: place.practice, madeBy: by },
				...(founding.unfounded
					? { status: "unfounded", act: "entered" }
					: { status: "active", act: "founded" }),
			},
			sql`from organisation as above join kind_under on kind_under.kind = ${founding.kind} and kind_under.above = above.kind
				where above.id = ${place.id} and above.path = ${place.path} and above.status <> 'deregistered'
					and ${stoodSince(place.id, place.path)} <= ${founding.day}`,
		),
	);
}

/** What an organisation below a place was made from: tells a repeated founding from another one. */
export async function foundingBefore(db: Database, place: Place, id: string): Promise<string | undefined> {
	const rows = await db
		.select({ madeFrom: organisation.madeFrom })
		.from(organisation)
		.where(and(eq(organisation.id, id), eq(organisation.parent, place.id)));
	return rows[0]?.madeFrom;
}

/** Changes how many people an organisation stands for, and keeps who did from what to what. */
export function changeFacts(db: Database, place: Place, facts: NewFacts, by: Authorship) {
	const { adults, households } = facts;
	const from = { adults: place.adults, households: place.households };
	return db.batch([
		changeOf(db, place, {
			...by,
			subject: place.id,
			act: "changed",
			details: { from, to: { adults, households } },
		}),
		db.update(organisation).set({ adults, households }).where(eq(organisation.id, place.id)),
	]);
}

/** Whether anything but a practice village stands directly below an organisation, as a condition. */
export const leads = (id: SQLWrapper | SQL) =>
	sql<number>`exists (select 1 from organisation as under where under.parent = ${id} and under.practice = 0)`;

/** Whether anything but a practice village stands directly below a place: one row or none. */
export function leadsOthers(db: Database, place: Pick<Place, "id">) {
	return db
		.select({ id: organisation.id })
		.from(organisation)
		.where(and(eq(organisation.parent, place.id), eq(organisation.practice, false)))
		.limit(1);
}
