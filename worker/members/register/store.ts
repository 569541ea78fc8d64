import { and, desc, eq, gt, gte, isNotNull, lt, or, sql } from "drizzle-orm";
import type { Place } from "../../http/door";
import { countedUnder } from "../../organisations/then";
import { type Database, named } from "../../tables/database";
import { membership, organisation, person } from "../../tables/ground";
import type { Day } from "../../values/day";
import type { Cursor } from "../rules";

/** How many members one page of a register shows. */
export const pageOfMembers = 60;

/** How many members a file of a register holds at the most: reading them is one batch within the CPU of a request. */
export const fileOfMembers = 3000;

const row = {
	organisation: membership.organisation,
	person: membership.person,
	name: person.name,
	sex: person.sex,
	birthYear: person.birthYear,
	telephone: person.telephone,
	kind: membership.kind,
	fromDay: membership.fromDay,
	toDay: membership.toDay,
	sort: membership.sort,
	path: organisation.path,
	organisationName: named(organisation.name, "organisation_name"),
	practice: organisation.practice,
};

/** The first path after a place's subtree. */
const endOfPlace = (place: Place) => `${place.path.slice(0, -1)}0`;

const current = (day: Day) =>
	and(sql`${membership.fromDay} <= ${day}`, or(sql`${membership.toDay} is null`, gt(membership.toDay, day)));

function rowsBelow(db: Database, place: Place) {
	return db
		.select(row)
		.from(organisation)
		.innerJoin(membership, eq(membership.organisation, organisation.id))
		.innerJoin(person, eq(person.id, membership.person))
		.where(and(gte(organisation.path, place.path), lt(organisation.path, endOfPlace(place))))
		.$dynamic();
}

/**
 * A page of the register of a place and all that counts below it, today or on a day, by organisation and then by name: two statements, the rest of the
 * organisation where the last page ended, and the organisations after it. Together they hold one row more than a page.
 */
export function registerPage(
	db: Database,
	place: Place,
	{ day, today }: { day: Day; today: Day },
	after: Cursor | null,
	most = pageOfMembers,
) {
	const restOfOne = after
		? and(
				eq(organisation.id, after.organisation),
				eq(membership.organisation, after.organisation),
				sql`(${membership.sort}, ${membership.person}) > (${after.sort}, ${after.person})`,
			)
		: sql`false`;
	const following = after ? gt(organisation.path, after.path) : undefined;
	const within = and(
		gte(organisation.path, place.path),
		lt(organisation.path, endOfPlace(place)),
		countedUnder(place, day, today),
		current(day),
	);
	return [
		rowsBelow(db, place)
			.where(and(within, restOfOne))
			.orderBy(membership.sort, membership.person)
			.limit(most + 1),
		rowsBelow(db, place)
			.where(and(within, following))
			.orderBy(organisation.path, membership.sort, membership.person)
			.limit(most + 1),
	] as const;
}

/** Those who left this organisation, the latest first. */
export function departedMembers(db: Database, place: Place, today: Day, most = pageOfMembers) {
	return db
		.select(row)
		.from(membership)
		.innerJoin(person, eq(person.id, membership.person))
		.innerJoin(organisation, eq(organisation.id, membership.organisation))
		.where(
			and(
				eq(membership.organisation, place.id),
				isNotNull(membership.toDay),
				sql`${membership.toDay} <= ${today}`,
			),
		)
		.orderBy(desc(membership.toDay))
		.limit(most);
}
