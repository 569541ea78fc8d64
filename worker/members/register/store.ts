import { and, desc, eq, gt, gte, isNotNull, isNull, lt, or, type SQL, sql } from "drizzle-orm";
import type { Place } from "../../http/door";
import { countedUnder } from "../../organisations/then";
import { mayBelow } from "../../roles/may";
import { type Database, named, rows } from "../../tables/database";
import { membership, organisation, person } from "../../tables/ground";
import { smallGroup } from "../../tables/people";
import { type Day, yearOf } from "../../values/day";
import type { Cursor } from "../rules";

/** How many members one page of a register shows. */
export const pageOfMembers = 60;

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
	group: membership.smallGroup,
	tags: membership.tags,
	further: person.further,
	path: organisation.path,
	organisationName: named(organisation.name, "organisation_name"),
	practice: organisation.practice,
};

/** What a file holds besides. */
const fullRow = {
	...row,
	address: person.address,
	note: person.note,
	leftBecause: membership.leftBecause,
	group: named(smallGroup.name, "group_name"),
};

/** The first path after what a reader sees of a place: its subtree ('0' comes after '/'), or itself alone. */
const endOfPlace = (place: Place) =>
	mayBelow(place.holds, "see") ? `${place.path.slice(0, -1)}0` : `${place.path}!`;

const current = (day: Day) =>
	and(sql`${membership.fromDay} <= ${day}`, or(sql`${membership.toDay} is null`, gt(membership.toDay, day)));

function rowsBelow(db: Database, place: Place) {
	return db
		.select(row)
		.from(organisation)
		.innerJoin(membership, eq(membership.organisation, organisation.id))
		.innerJoin(person, eq(person.id, membership.person))
		.where(within(place))
		.$dynamic();
}

function fullRowsBelow(db: Database, place: Place) {
	return db
		.select(fullRow)
		.from(organisation)
		.innerJoin(membership, eq(membership.organisation, organisation.id))
		.innerJoin(person, eq(person.id, membership.person))
		.leftJoin(smallGroup, isGroupOf)
		.where(within(place))
		.$dynamic();
}

const isGroupOf = and(
	eq(smallGroup.organisation, membership.organisation),
	eq(smallGroup.id, membership.smallGroup),
);

/** The day as of which a register is asked for, and today. */
export type On = { day: Day; today: Day };

const shownOn = (place: Place, { day, today }: On) =>
	and(within(place), countedUnder(place, day, today), current(day));

const within = (place: Place) =>
	and(gte(organisation.path, place.path), lt(organisation.path, endOfPlace(place)));

/**
 * A page of the register of a place and all that counts below it, today or on a day, by organisation and then by name: two
 * statements, the rest of the organisation where the last page ended, and the organisations after it. Together they hold one
 * row more than a page.
 */
export function registerPage(db: Database, place: Place, on: On, after: Cursor | null, most = pageOfMembers) {
	const [rest, following] = since(
		after,
		sql`(${membership.sort}, ${membership.person}) > (${after?.sort}, ${after?.person})`,
	);
	const shown = shownOn(place, on);
	return [
		rowsBelow(db, place)
			.where(and(shown, rest))
			.orderBy(membership.sort, membership.person)
			.limit(most + 1),
		rowsBelow(db, place)
			.where(and(shown, following))
			.orderBy(organisation.path, membership.sort, membership.person)
			.limit(most + 1),
	] as const;
}

/**
 * The same for a file, with all that is known of each. A part of it goes by ids within an organisation, which no change of a
 * name moves: whoever is there from the first part to the last is in one of them.
 */
export function registerPart(
	db: Database,
	place: Place,
	on: On,
	after: Cursor | null,
	most: number,
	by: "name" | "id",
) {
	const order = by === "name" ? [membership.sort, membership.person] : [membership.person];
	const beyond =
		by === "name"
			? sql`(${membership.sort}, ${membership.person}) > (${after?.sort}, ${after?.person})`
			: sql`${membership.person} > ${after?.person}`;
	const [rest, following] = since(after, beyond);
	const shown = shownOn(place, on);
	return [
		fullRowsBelow(db, place)
			.where(and(shown, rest))
			.orderBy(...order)
			.limit(most + 1),
		fullRowsBelow(db, place)
			.where(and(shown, following))
			.orderBy(organisation.path, ...order)
			.limit(most + 1),
	] as const;
}

/** The rest of the organisation where a page ended, and the organisations after it. */
function since(after: Cursor | null, beyond: SQL): [SQL | undefined, SQL | undefined] {
	if (!after) return [sql`false`, undefined];
	const { organisation: id, path } = after;
	return [and(eq(organisation.id, id), eq(membership.organisation, id), beyond), gt(organisation.path, path)];
}

/** What the register of one association is narrowed down by: a group ("none": those in no group), or a tag. */
export type Mark = { group: string | null; tag: string | null };

/**
 * A page of an association's own members in a group or with a tag. They are looked for in its own range of the register, which
 * is a village's: an index would cost a row written with every membership, and a village's rows cost next to nothing to read.
 */
export function markedPage(
	db: Database,
	place: Place,
	today: Day,
	mark: Mark,
	after: Cursor | null,
	most = pageOfMembers,
) {
	return db
		.select(row)
		.from(membership)
		.innerJoin(person, eq(person.id, membership.person))
		.innerJoin(organisation, eq(organisation.id, membership.organisation))
		.where(and(eq(membership.organisation, place.id), current(today), isMarked(mark), beyond(after)))
		.orderBy(membership.sort, membership.person)
		.limit(most + 1);
}

/** The same for a file, with all that is known of each. */
export function markedRows(
	db: Database,
	place: Place,
	today: Day,
	mark: Mark,
	after: Cursor | null,
	most: number,
) {
	return db
		.select(fullRow)
		.from(membership)
		.innerJoin(person, eq(person.id, membership.person))
		.innerJoin(organisation, eq(organisation.id, membership.organisation))
		.leftJoin(smallGroup, isGroupOf)
		.where(and(eq(membership.organisation, place.id), current(today), isMarked(mark), beyond(after)))
		.orderBy(membership.sort, membership.person)
		.limit(most + 1);
}

function isMarked({ group, tag }: Mark): SQL | undefined {
	const inGroup = group === "none" ? isNull(membership.smallGroup) : eq(membership.smallGroup, group ?? "");
	const tagged = sql`exists (select 1 from json_each(${membership.tags}) where value = ${tag})`;
	return and(group === null ? undefined : inGroup, tag === null ? undefined : tagged);
}

const beyond = (after: Cursor | null) =>
	after ? sql`(${membership.sort}, ${membership.person}) > (${after.sort}, ${after.person})` : undefined;

/** Those who left this organisation, the latest first, after one of them. */
export function departedMembers(
	db: Database,
	place: Place,
	today: Day,
	after: Cursor | null = null,
	most = pageOfMembers,
) {
	return db
		.select(fullRow)
		.from(membership)
		.innerJoin(person, eq(person.id, membership.person))
		.innerJoin(organisation, eq(organisation.id, membership.organisation))
		.leftJoin(smallGroup, isGroupOf)
		.where(
			and(
				eq(membership.organisation, place.id),
				isNotNull(membership.toDay),
				sql`${membership.toDay} <= ${today}`,
				after
					? sql`(${membership.toDay}, ${membership.person}) < (${after.sort}, ${after.person})`
					: undefined,
			),
		)
		.orderBy(desc(membership.toDay), desc(membership.person))
		.limit(most + 1);
}

/**
 * How many members the register of a place has: its own, and those whom the reader sees below it as the board last counted
 * them. `below` is null where no board has been made.
 */
export function membersKnown(db: Database, place: Place, today: Day) {
	const year = sql`cast(${yearOf(today)} as integer)`;
	const below = mayBelow(place.holds, "see")
		? sql`(select members from board where parent = ${place.id} and year = ${year} and name = '' limit 1)`
		: sql`0`;
	return rows<{ members: number; below: number | null }>(
		db,
		sql`select coalesce((select members from standing where organisation = ${place.id} and year = ${year}), 0) as members,
			${below} as below`,
	);
}

/** Which columns a file has: whether the reader sees anything below, and whether there are groups. */
export function shapeOf(db: Database, place: Place) {
	const below = mayBelow(place.holds, "see")
		? sql`exists (select 1 from organisation where parent = ${place.id})`
		: sql`0`;
	return rows<{ below: number; groups: number }>(
		db,
		sql`select ${below} as below, exists (select 1 from small_group where organisation = ${place.id}) as groups`,
	);
}
