import { and, desc, eq, sql } from "drizzle-orm";
import type { Place } from "../http/door";
import { type Database, named } from "../tables/database";
import { holder, membership, organisation } from "../tables/ground";
import { household, smallGroup } from "../tables/people";
import type { Day } from "../values/day";
import { personWord } from "../values/id";
import { seenBy } from "./reach";

/** The most memberships or posts that a member's page tells of besides those here. */
const mostElsewhere = 20;

/** A person's memberships in other organisations that the reader sees, the latest first. */
export function membershipsElsewhere(db: Database, place: Place, reader: string, today: Day, person: string) {
	return db
		.select({
			organisation: organisation.id,
			name: named(organisation.name, "organisation_name"),
			fromDay: membership.fromDay,
			toDay: membership.toDay,
			kind: membership.kind,
		})
		.from(sql`seek`)
		.innerJoin(
			membership,
			and(sql`${membership.organisation} = seek.organisation`, sql`${membership.person} = seek.person`),
		)
		.innerJoin(organisation, eq(organisation.id, membership.organisation))
		.where(
			and(
				sql`seek match ${personWord(person)}`,
				sql`${membership.organisation} <> ${place.id}`,
				seenBy(reader, today),
			),
		)
		.orderBy(desc(membership.fromDay))
		.limit(mostElsewhere);
}

/** A person's posts here and wherever else the reader sees, the running ones first. */
export function postsOf(db: Database, reader: string, today: Day, person: string) {
	return db
		.select({
			organisation: organisation.id,
			name: named(organisation.name, "organisation_name"),
			post: holder.post,
			group: named(smallGroup.name, "group_name"),
			fromDay: holder.fromDay,
			toDay: holder.toDay,
		})
		.from(holder)
		.innerJoin(organisation, eq(organisation.id, holder.organisation))
		.leftJoin(
			smallGroup,
			and(eq(smallGroup.organisation, holder.organisation), eq(smallGroup.id, holder.part)),
		)
		.where(and(eq(holder.person, person), seenBy(reader, today)))
		.orderBy(sql`${holder.toDay} is not null`, desc(holder.fromDay))
		.limit(mostElsewhere);
}

/** The households that a member of this association keeps in touch with. */
export function householdsOf(db: Database, place: Place, person: string) {
	return db
		.select({ id: household.id, name: household.name, address: household.address })
		.from(household)
		.where(
			and(
				eq(household.organisation, place.id),
				eq(household.contact, person),
				sql`${household.toDay} is null`,
			),
		)
		.orderBy(household.name, household.id)
		.limit(60);
}
