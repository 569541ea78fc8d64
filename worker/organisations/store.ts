import { and, eq, sql } from "drizzle-orm";
import { type Authorship, changeOf } from "../changes/store";
import type { Place } from "../http/door";
import type { Database } from "../tables/database";
import { organisation, standing } from "../tables/ground";
import type { Day } from "../values/day";
import { yearOf } from "../values/day";
import type { NewOrganisation } from "./input";
import { foundingOf } from "./life/store";

/** Founds an organisation below a place that the reader reaches. */
export function foundBelow(
	db: Database,
	place: Place,
	founding: NewOrganisation & { id: string; madeFrom: string; day: Day },
	by: string,
) {
	const path = `${place.path}${founding.id}/`;
	return db.batch(
		foundingOf(
			db,
			{ ...founding, parent: place.id, path, practice: place.practice, madeBy: by },
			// Whoever moves the place meanwhile moves it from under this.
			sql`from organisation where id = ${place.id} and path = ${place.path}`,
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

/** Changes an organisation's facts, and keeps who did from what to what. */
export function changeFacts(db: Database, place: Place, facts: NewOrganisation, by: Authorship) {
	const { organisation: name, kind, adults, households } = facts;
	const from = {
		organisation: place.name,
		kind: place.kind,
		adults: place.adults,
		households: place.households,
	};
	return db.batch([
		changeOf(db, place, { ...by, subject: place.id, act: "changed", details: { from, to: facts } }),
		db.update(organisation).set({ name, kind, adults, households }).where(eq(organisation.id, place.id)),
	]);
}

/** How many organisations a page shows. */
export const pageOfOrganisations = 60;

/** The organisations directly below a place, by name, with their members of this year: one page after `after`. */
export function organisationsBelow(
	db: Database,
	place: Place,
	today: Day,
	after: { name: string; id: string } | null,
) {
	return db
		.select({
			id: organisation.id,
			name: organisation.name,
			kind: organisation.kind,
			adults: organisation.adults,
			members: standing.members,
		})
		.from(organisation)
		.leftJoin(standing, and(eq(standing.organisation, organisation.id), eq(standing.year, yearOf(today))))
		.where(
			and(
				eq(organisation.parent, place.id),
				after ? sql`(${organisation.name}, ${organisation.id}) > (${after.name}, ${after.id})` : undefined,
			),
		)
		.orderBy(organisation.name, organisation.id)
		.limit(pageOfOrganisations + 1);
}
