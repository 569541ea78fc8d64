import { and, desc, eq, sql } from "drizzle-orm";
import { type Authorship, changeOf } from "../../changes/store";
import type { Place } from "../../http/door";
import { board } from "../../tables/board";
import { type Database, named, run } from "../../tables/database";
import { membership, organisation, person } from "../../tables/ground";
import { distinctPair, joining, separation } from "../../tables/people";
import { type Day, yearOf } from "../../values/day";

/** The most members of one organisation that are held against one another. */
const mostOfOne = 1200;

/** The most members below an organisation that are walked through at once; above that, each below is a walk of its own. */
export const mostTogether = 5000;

/** The first path after a place's subtree. */
const endOfPlace = (place: Place) => `${place.path.slice(0, -1)}0`;

const row = {
	id: person.id,
	organisation: membership.organisation,
	name: person.name,
	sort: membership.sort,
	sex: person.sex,
	birthYear: person.birthYear,
	telephone: person.telephone,
	address: person.address,
	fromDay: membership.fromDay,
	toDay: membership.toDay,
};

/** Everybody who belongs or belonged to an organisation: whoever moved away may have been entered anew on coming back. */
export function everybodyOf(db: Database, place: Place) {
	return db
		.select({ ...row, where: sql<string | null>`null` })
		.from(membership)
		.innerJoin(person, eq(person.id, membership.person))
		.where(and(eq(membership.organisation, place.id), sql`${person.erasedOn} is null`))
		.limit(mostOfOne);
}

/**
 * Those among everybody below who share a telephone number, or name and year of birth, with another person. Of a subtree
 * whose board says that it is too large nobody is read.
 */
export function alikeBelow(db: Database, place: Place, today: Day) {
	const members = sql`(select ${board.members} from ${board} where ${board.parent} = ${place.id}
		and ${board.year} = ${yearOf(today)} and ${board.name} = '' and ${board.organisation} = ${place.id})`;
	return run(
		db,
		sql`with everybody as materialized (
			select p.id, m.organisation, p.name, m.sort, p.sex, p.birth_year, p.telephone, p.address, m.from_day, m.to_day, o.name as place
			from organisation as o join membership as m on m.organisation = o.id join person as p on p.id = m.person
			where o.path > ${place.path} and o.path < ${endOfPlace(place)} and o.practice = ${place.practice ? 1 : 0}
				and p.erased_on is null and coalesce(${members}, 0) <= ${mostTogether} limit ${mostTogether})
		select * from everybody
		where telephone in (select telephone from everybody where telephone is not null group by telephone having count(distinct id) > 1)
			or (name, birth_year) in (select name, birth_year from everybody where birth_year is not null group by name, birth_year having count(distinct id) > 1)
		limit 600`,
	);
}

/** A row of `alikeBelow`, as SQL names it. */
export type AlikeRow = {
	id: string;
	organisation: string;
	name: string;
	sort: string;
	sex: "female" | "male" | null;
	birth_year: number | null;
	telephone: string | null;
	address: string | null;
	from_day: string;
	to_day: string | null;
	place: string;
};

/** Pairs of which somebody here, above or below decided that they are two people. */
export function pairsApart(db: Database, place: Place) {
	return db
		.select({ one: distinctPair.one, other: distinctPair.other })
		.from(distinctPair)
		.where(
			sql`${distinctPair.organisation} in (select value from json_each(${JSON.stringify(above(place))}))
			or ${distinctPair.organisation} in (select id from organisation where path > ${place.path} and path < ${endOfPlace(place)})`,
		);
}

/** An organisation and those above it, as ids. */
const above = ({ path }: Place) => path.split("/").filter(Boolean);

/** The organisations directly below, for walking through them one by one; with a board's number of members. */
export function directlyBelow(db: Database, place: Place, today: Day) {
	return db
		.select({ id: organisation.id, name: organisation.name, members: named(board.members, "members_below") })
		.from(organisation)
		.leftJoin(
			board,
			and(
				eq(board.parent, place.id),
				eq(board.year, yearOf(today)),
				eq(board.name, organisation.name),
				eq(board.organisation, organisation.id),
			),
		)
		.where(and(eq(organisation.parent, place.id), sql`${organisation.practice} = 0`))
		.orderBy(organisation.name)
		.limit(60);
}

/** How many members lie below together, as the board last counted; nothing where there is no board yet. */
export function membersTogether(db: Database, place: Place, today: Day) {
	return db
		.select({ members: board.members })
		.from(board)
		.where(
			and(
				eq(board.parent, place.id),
				eq(board.year, yearOf(today)),
				// A whole stands under no name.
				eq(board.name, ""),
				eq(board.organisation, place.id),
			),
		);
}

/** The latest joinings decided here, with whether they were undone. */
export function joiningsOf(db: Database, place: Place, most = 20) {
	return db
		.select({
			id: joining.id,
			name: person.name,
			joinedOn: joining.joinedOn,
			separatedOn: separation.separatedOn,
		})
		.from(joining)
		.innerJoin(person, eq(person.id, joining.kept))
		.leftJoin(
			separation,
			and(eq(separation.organisation, joining.organisation), eq(separation.joining, joining.id)),
		)
		.where(eq(joining.organisation, place.id))
		.orderBy(desc(joining.joinedOn))
		.limit(most);
}

/** Keeps that two are not the same person; they are proposed no more, here, above or below. */
export function setApart(
	db: Database,
	place: Place,
	[one, other]: readonly [string, string],
	by: Authorship,
	today: Day,
) {
	return db.batch([
		changeOf(db, place, { ...by, subject: one, act: "told-apart", details: { other } }),
		db
			.insert(distinctPair)
			.values({ organisation: place.id, one, other, decidedOn: today, madeBy: by.by })
			.onConflictDoNothing(),
	]);
}
