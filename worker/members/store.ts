import { and, desc, eq, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import { type Authorship, changeOf, changeWhere } from "../changes/store";
import type { Place } from "../http/door";
import { type Database, named, run } from "../tables/database";
import { membership, organisation, person } from "../tables/ground";
import type { Day } from "../values/day";
import type { Departure, MemberChange, NewMember, Return } from "./input";
import { sortKey } from "./rules";
import { forgetWords, seekable } from "./seek";
import { recountMembers } from "./standing";

/** The batch that registers a member. The first statement carries the form's id: a second copy breaks its key. */
export function registerMember(db: Database, place: Place, member: NewMember, by: Authorship, today: Day) {
	return db.batch([
		...registrationOf(db, place, member, by),
		...recountMembers(db, place, today, member.joined_on),
	]);
}

/** The statements of a registration; whoever also decides on an application puts theirs beside them. */
export function registrationOf(db: Database, place: Place, member: NewMember, by: Authorship) {
	const { id, name, sex, birth_year: birthYear, telephone, address, note, kind, joined_on: fromDay } = member;
	return [
		db.insert(person).values({ id, name, sex, birthYear, telephone, address, note, madeFrom: by.madeFrom }),
		db.insert(membership).values({ organisation: place.id, person: id, fromDay, kind, sort: sortKey(name) }),
		seekable(db, place, member),
		changeOf(db, place, { ...by, subject: id, act: "registered", details: { joined_on: fromDay } }),
	] as const;
}

/** What the person under an id was made from, if they belong to this place: tells a repeat from another body. */
export async function registeredBefore(db: Database, place: Place, id: string): Promise<string | undefined> {
	const rows = await db
		.select({ madeFrom: person.madeFrom })
		.from(membership)
		.innerJoin(person, eq(person.id, membership.person))
		.where(and(eq(membership.organisation, place.id), eq(membership.person, id)))
		.limit(1);
	return rows[0]?.madeFrom;
}

/** A member of this very organisation with all their periods, the latest first; nobody for a forged id. */
export function memberOf(db: Database, place: Place, id: string) {
	const before = alias(organisation, "before");
	const after = alias(organisation, "after");
	return db
		.select({
			id: person.id,
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
			erasedOn: person.erasedOn,
			paid: membership.paid,
			carried: membership.carried,
			wentTo: membership.wentTo,
			cameFromName: named(before.name, "came_from_name"),
			wentToName: named(after.name, "went_to_name"),
		})
		.from(membership)
		.innerJoin(person, eq(person.id, membership.person))
		.leftJoin(before, eq(before.id, membership.cameFrom))
		.leftJoin(after, eq(after.id, membership.wentTo))
		.where(and(eq(membership.organisation, place.id), eq(membership.person, id)))
		.orderBy(desc(membership.fromDay));
}

export type Member = Awaited<ReturnType<typeof memberOf>>[number];

/** Changes a member's record, and keeps from what to what. */
export function changeMember(
	db: Database,
	place: Place,
	before: Member,
	after: MemberChange,
	by: Authorship,
	today: Day,
) {
	const { name, sex, birth_year: birthYear, telephone, address, note, kind } = after;
	return db.batch([
		changeOf(db, place, { ...by, subject: before.id, act: "changed", details: differences(before, after) }),
		db.update(person).set({ name, sex, birthYear, telephone, address, note }).where(eq(person.id, before.id)),
		db
			.update(membership)
			.set({ kind, sort: sortKey(name) })
			.where(periodOf(place, before)),
		forgetWords(db, before.id),
		seekable(db, place, { id: before.id, name, telephone }),
		...recountMembers(db, place, today, before.fromDay),
	]);
}

const periodOf = (place: Place, member: Member) =>
	and(
		eq(membership.organisation, place.id),
		eq(membership.person, member.id),
		eq(membership.fromDay, member.fromDay),
	);

function differences(before: Member, after: MemberChange) {
	const known: Record<string, unknown> = { ...before, birth_year: before.birthYear };
	const changed = Object.entries(after).filter(([field, value]) => known[field] !== value && field !== "id");
	return {
		from: Object.fromEntries(changed.map(([field]) => [field, known[field]])),
		to: Object.fromEntries(changed),
	};
}

const isMine = (place: Place, member: Member) => sql`organisation = ${place.id} and person = ${member.id}`;

/** Ends the running membership on a day; the row stays. Of two who do so the second changes nothing. */
export function endMembership(
	db: Database,
	place: Place,
	member: Member,
	departure: Departure,
	by: Authorship,
	today: Day,
) {
	const { day, because } = departure;
	const running = sql`exists (select 1 from membership
		where ${isMine(place, member)} and from_day = ${member.fromDay} and to_day is null)`;
	return db.batch([
		changeWhere(
			db,
			place,
			{ ...by, subject: member.id, act: "departed", details: { day, because } },
			running,
		),
		db
			.update(membership)
			.set({ toDay: day, leftBecause: because })
			.where(and(periodOf(place, member), sql`${membership.toDay} is null`)),
		...recountMembers(db, place, today, day),
	]);
}

/** Why a membership or a post ended: the association itself was deregistered. */
export const endedWithIt = "deregistered";

/** The statement that ends every membership of an organisation that is deregistered; a recount goes with it. */
export function endEveryMembership(db: Database, place: Pick<Place, "id">, day: Day, good: SQL) {
	return run(
		db,
		sql`update membership set to_day = ${day}, left_because = ${endedWithIt}
		where organisation = ${place.id} and (to_day is null or to_day > ${day}) and from_day <= ${day} and ${good}`,
	);
}

/** The statement that takes that back: whoever was a member until then is one again. */
export function beginEveryMembershipAgain(db: Database, place: Pick<Place, "id">, day: Day, good: SQL) {
	return run(
		db,
		sql`update membership set to_day = null, left_because = null
		where organisation = ${place.id} and to_day = ${day} and left_because = ${endedWithIt} and ${good}`,
	);
}

/** Begins a new period for somebody who had left; not beside one that still runs. */
export function beginAgain(
	db: Database,
	place: Place,
	member: Member,
	again: Return,
	by: Authorship,
	today: Day,
) {
	const { day, kind } = again;
	const gone = sql`not exists (select 1 from membership
		where ${isMine(place, member)} and (to_day is null or to_day > ${day}))`;
	return db.batch([
		changeWhere(db, place, { ...by, subject: member.id, act: "returned", details: { day, kind } }, gone),
		run(
			db,
			sql`insert into membership (organisation, person, from_day, kind, sort, paid, carried)
			select ${place.id}, ${member.id}, ${day}, ${kind}, ${sortKey(member.name)}, ${JSON.stringify(member.paid)},
				${JSON.stringify(member.carried)} where ${gone}`,
		),
		...recountMembers(db, place, today, day),
	]);
}
