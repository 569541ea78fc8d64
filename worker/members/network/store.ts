import { and, eq, isNull, sql } from "drizzle-orm";
import type { Place } from "../../http/door";
import type { Database } from "../../tables/database";
import { household } from "../../tables/people";
import type { Day } from "../../values/day";
import { groupsOf, leadersOf } from "../groups/store";
import { rosterOf } from "../marking";

/** How many households each contact has; those with nobody under null. */
function householdCounts(db: Database, place: Place) {
	return db
		.select({ contact: household.contact, households: sql<number>`count(*)`.as("households") })
		.from(household)
		.where(and(eq(household.organisation, place.id), isNull(household.toDay)))
		.groupBy(household.contact);
}

/** The whole network of an association in one batch: its groups, their leaders, its members, how many households each has. */
export async function networkOf(db: Database, place: Place, today: Day) {
	const [groups, leaders, roster, counts] = await db.batch([
		groupsOf(db, place),
		leadersOf(db, place, today),
		rosterOf(db, place, today),
		householdCounts(db, place),
	]);
	const households = new Map(counts.map((one) => [one.contact, one.households]));
	const members = [...roster]
		.sort((one, other) => (one.sort < other.sort ? -1 : 1))
		.map(({ id, name, smallGroup }) => ({
			id,
			name,
			group: smallGroup,
			households: households.get(id) ?? 0,
		}));
	const known = new Set(members.map(({ id }) => id));
	// A household whose contact is no longer a member has nobody either.
	const loose = counts
		.filter(({ contact }) => contact === null || !known.has(contact))
		.reduce((sum, one) => sum + one.households, 0);
	return {
		groups: groups.map((group) => ({
			...group,
			leader: leaders.find((one) => one.group === group.id)?.name ?? null,
		})),
		members,
		loose,
	};
}

export type Network = Awaited<ReturnType<typeof networkOf>>;
