import { and, eq, isNull, sql } from "drizzle-orm";
import type { Place } from "../../http/door";
import type { Database } from "../../tables/database";
import { holder, membership, person } from "../../tables/ground";
import type { Day } from "../../values/day";
import type { Candidate } from "./rules";

/** The most people a list to choose from offers: a whole village, and then some. */
export const mostCandidates = 600;

/**
 * Members of today by name, who may be elected; whoever holds a post without being one may be as well.
 * @param today nobody's day where everybody is asked for who ever was a member
 * @param names only those who bear one of these; everybody when left out
 */
export function membersToElect(
	db: Database,
	place: Pick<Place, "id">,
	today: Day | null,
	names?: readonly string[],
) {
	const { fromDay, toDay } = membership;
	return db
		.select({ id: person.id, name: person.name, birthYear: person.birthYear, telephone: person.telephone })
		.from(membership)
		.innerJoin(person, eq(person.id, membership.person))
		.where(
			and(
				eq(membership.organisation, place.id),
				today === null
					? undefined
					: sql`${fromDay} <= ${today} and (${toDay} is null or ${toDay} > ${today})`,
				isNull(person.erasedOn),
				names && sql`${person.name} in (select value from json_each(${JSON.stringify(names)}))`,
			),
		)
		.orderBy(membership.sort, membership.person)
		.limit(mostCandidates);
}

/** Members and holders together, each person once. */
export const everyCandidate = (members: readonly Candidate[], holders: readonly Holder[]): Candidate[] => [
	...new Map(
		[
			...members,
			...holders.map(({ person, name, birthYear, telephone }) => ({
				id: person,
				name,
				birthYear,
				telephone,
			})),
		].map((one) => [one.id, one]),
	).values(),
];

/** Who holds a post on a day or is to take one later. */
export function holdersOn(db: Database, place: Pick<Place, "id">, day: Day) {
	return db
		.select({
			id: holder.id,
			person: holder.person,
			name: person.name,
			birthYear: person.birthYear,
			telephone: person.telephone,
			post: holder.post,
			fromDay: holder.fromDay,
			toDay: holder.toDay,
			fullTime: holder.fullTime,
			because: holder.endedBecause,
		})
		.from(holder)
		.innerJoin(person, eq(person.id, holder.person))
		.where(and(eq(holder.organisation, place.id), sql`(${holder.toDay} is null or ${holder.toDay} > ${day})`))
		.orderBy(holder.fromDay, holder.id);
}

export type Holder = Awaited<ReturnType<typeof holdersOn>>[number];
