import { and, eq, gt, gte, isNull, lt, or, sql } from "drizzle-orm";
import type { Place } from "../../http/door";
import { countedUnder } from "../../organisations/then";
import { mayBelow } from "../../roles/may";
import type { Database } from "../../tables/database";
import { holder, membership, organisation, person, standing } from "../../tables/ground";
import { smallGroup } from "../../tables/people";
import { type Day, yearOf } from "../../values/day";

/** How many lines a book of members holds at the most: an association larger than that has groups or others below it. */
export const mostInBook = 1500;

/** How many associations below lead to books of their own, on one page. */
export const mostBooks = 120;

/** An association's own members of today and those who left this year, by name, as a paper register lists them. */
export function linesOfBook(db: Database, place: Place, today: Day) {
	return db
		.select({
			name: person.name,
			sex: person.sex,
			birthYear: person.birthYear,
			telephone: person.telephone,
			address: person.address,
			note: person.note,
			kind: membership.kind,
			fromDay: membership.fromDay,
			toDay: membership.toDay,
			leftBecause: membership.leftBecause,
			group: membership.smallGroup,
		})
		.from(membership)
		.innerJoin(person, eq(person.id, membership.person))
		.where(
			and(
				eq(membership.organisation, place.id),
				sql`${membership.fromDay} <= ${today}`,
				or(isNull(membership.toDay), gte(membership.toDay, `${yearOf(today)}-01-01`)),
			),
		)
		.orderBy(membership.sort, membership.person)
		.limit(mostInBook + 1);
}

/** The groups of an association today, each with whoever leads it. */
export function groupsOfBook(db: Database, place: Place, today: Day) {
	const leader = sql<string | null>`(select group_concat(person.name, '、') from ${holder}
		join ${person} on person.id = holder.person
		where holder.organisation = ${place.id} and holder.part = small_group.id and holder.post = 'group-leader'
			and holder.from_day <= ${today} and (holder.to_day is null or holder.to_day > ${today}))`;
	return db
		.select({ id: smallGroup.id, name: smallGroup.name, leader: leader.as("leader") })
		.from(smallGroup)
		.where(
			and(eq(smallGroup.organisation, place.id), or(isNull(smallGroup.toDay), gt(smallGroup.toDay, today))),
		)
		.orderBy(smallGroup.name);
}

/** The associations directly below that have books of their own, by name; none where the reader sees none of them. */
export function booksBelow(db: Database, place: Place, today: Day) {
	return db
		.select({ id: organisation.id, name: organisation.name, members: standing.members })
		.from(organisation)
		.leftJoin(standing, and(eq(standing.organisation, organisation.id), eq(standing.year, yearOf(today))))
		.where(
			and(
				eq(organisation.parent, place.id),
				lt(sql`0`, mayBelow(place.holds, "see") ? sql`1` : sql`0`),
				countedUnder(place, today, today),
			),
		)
		.orderBy(organisation.name, organisation.id)
		.limit(mostBooks);
}
