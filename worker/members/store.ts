import { and, desc, eq, type SQL, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import { type Authorship, changeOf, changeWhere } from "../changes/store";
import type { Place } from "../http/door";
import { type Database, named, run } from "../tables/database";
import { change, membership, organisation, person } from "../tables/ground";
import { smallGroup } from "../tables/people";
import { type Day, nowInSeconds } from "../values/day";
import { personWord } from "../values/id";
import type { Departure, MemberChange, NewMember, Return } from "./input";
import { differencesOf, seekWords, sortKey } from "./rules";
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
	const { id, name, sex, birth_year: birthYear, telephone, address, note, further } = member;
	return [
		db
			.insert(person)
			.values({ id, name, sex, birthYear, telephone, address, note, further, madeFrom: by.madeFrom }),
		db.insert(membership).values(membershipAt(place, id, member)),
		seekable(db, place, member),
		changeOf(db, place, { ...by, subject: id, act: "registered", details: { joined_on: member.joined_on } }),
	] as const;
}

const membershipAt = (place: Place, id: string, { name, joined_on, kind, group, tags }: NewMember) => ({
	organisation: place.id,
	person: id,
	fromDay: joined_on,
	kind,
	sort: sortKey(name),
	smallGroup: group || null,
	tags: tags ?? [],
});

/**
 * A further membership of somebody who is a member elsewhere: their own dues and posts, the same person. Not beside a
 * membership that they have or had here.
 */
export function joinHere(
	db: Database,
	place: Place,
	known: { id: string; name: string; telephone: string | null },
	member: NewMember,
	by: Authorship,
	today: Day,
) {
	const none = sql`not exists (select 1 from membership where organisation = ${place.id} and person = ${known.id})`;
	const {
		fromDay,
		kind,
		sort,
		smallGroup: group,
		tags,
	} = membershipAt(place, known.id, { ...member, name: known.name });
	return db.batch([
		changeWhere(
			db,
			place,
			{ ...by, subject: known.id, act: "belongs", details: { joined_on: fromDay, kind } },
			none,
		),
		run(
			db,
			sql`insert into seek (organisation, person, words)
			select ${place.id}, ${known.id}, ${seekWords(known, place.path)} where ${none}`,
		),
		run(
			db,
			sql`insert into membership (organisation, person, from_day, kind, sort, small_group, tags)
			select ${place.id}, ${known.id}, ${fromDay}, ${kind}, ${sort}, ${group}, ${JSON.stringify(tags)} where ${none}`,
		),
		...recountMembers(db, place, today, fromDay),
	]);
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
			dues: membership.dues,
			carried: membership.carried,
			wentTo: membership.wentTo,
			cameFromName: named(before.name, "came_from_name"),
			wentToName: named(after.name, "went_to_name"),
			smallGroup: membership.smallGroup,
			groupName: named(smallGroup.name, "group_name"),
			tags: membership.tags,
			further: person.further,
		})
		.from(membership)
		.innerJoin(person, eq(person.id, membership.person))
		.leftJoin(before, eq(before.id, membership.cameFrom))
		.leftJoin(after, eq(after.id, membership.wentTo))
		.leftJoin(
			smallGroup,
			and(eq(smallGroup.organisation, membership.organisation), eq(smallGroup.id, membership.smallGroup)),
		)
		.where(and(eq(membership.organisation, place.id), eq(membership.person, id)))
		.orderBy(desc(membership.fromDay));
}

export type Member = Awaited<ReturnType<typeof memberOf>>[number];

/** An organisation that a person belongs or belonged to. */
export type Belonging = { organisation: string; path: string };

/** Every organisation that a person belongs or belonged to, found by the word of their id. */
export function belongingsOf(db: Database, id: string) {
	return db
		.select({ organisation: organisation.id, path: organisation.path })
		.from(sql`seek`)
		.innerJoin(organisation, sql`${organisation.id} = seek.organisation`)
		.where(sql`seek match ${personWord(id)}`);
}

/**
 * Changes a member's record, and keeps from what to what. A person is one: whoever else they belong to finds them under the
 * new name, and reads of the change in their own history.
 * @param belongings all that the person belongs to, this place among them
 */
export function changeMember(
	db: Database,
	place: Place,
	before: Member,
	after: MemberChange & { groupName?: string | null },
	belongings: readonly Belonging[],
	by: Authorship,
	today: Day,
) {
	const { name, sex, birth_year: birthYear, telephone, address, note, kind, group, tags } = after;
	const further = after.further ?? before.further;
	const elsewhere = belongings.filter(({ organisation }) => organisation !== place.id);
	const { whole, ofPerson } = differencesOf(before, { ...after, further });
	const marks = {
		...(group === undefined ? {} : { smallGroup: group || null }),
		...(tags === undefined ? {} : { tags: [...tags] }),
	};
	return db.batch([
		changeOf(db, place, { ...by, subject: before.id, act: "changed", details: whole }),
		db
			.update(person)
			.set({ name, sex, birthYear, telephone, address, note, further })
			.where(eq(person.id, before.id)),
		db
			.update(membership)
			.set({ kind, sort: sortKey(name), ...marks })
			.where(periodOf(place, before)),
		forgetWords(db, before.id),
		seekable(db, place, { id: before.id, name, telephone }),
		...recountMembers(db, place, today, before.fromDay),
		...elsewhere.flatMap(({ organisation, path }) => [
			db.insert(change).values({
				...{ organisation, subject: before.id, at: nowInSeconds(), id: by.id, by: by.by },
				...{ act: "changed", details: JSON.stringify(ofPerson), madeFrom: by.madeFrom },
			}),
			db
				.update(membership)
				.set({ sort: sortKey(name) })
				.where(and(eq(membership.organisation, organisation), eq(membership.person, before.id))),
			seekable(db, { id: organisation, path }, { id: before.id, name, telephone }),
			...recountMembers(db, { id: organisation }, today, before.fromDay),
		]),
	]);
}

const periodOf = (place: Place, member: Member) =>
	and(
		eq(membership.organisation, place.id),
		eq(membership.person, member.id),
		eq(membership.fromDay, member.fromDay),
	);

const isMine = (place: Place, member: Member) => sql`organisation = ${place.id} and person = ${member.id}`;

/**
 * Ends the running membership on a day, which may be one to come; the row stays. Of two who do so the second changes nothing;
 * until the day has come it can be set anew.
 */
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
		where ${isMine(place, member)} and from_day = ${member.fromDay} and ${runs(today)})`;
	const earliest = member.toDay !== null && member.toDay < day ? member.toDay : day;
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
			.where(and(periodOf(place, member), runs(today))),
		...recountMembers(db, place, today, earliest),
	]);
}

const runs = (today: Day) => sql`(to_day is null or to_day > ${today})`;

/** Takes back a departure that is still to come; nothing once its day is here. */
export function stay(db: Database, place: Place, member: Member, by: Authorship, today: Day) {
	const leaving = sql`${isMine(place, member)} and from_day = ${member.fromDay} and to_day > ${today}`;
	return db.batch([
		changeWhere(
			db,
			place,
			{
				...by,
				subject: member.id,
				act: "stayed",
				details: { from: { day: member.toDay }, to: { day: null } },
			},
			sql`exists (select 1 from membership where ${leaving})`,
		),
		run(db, sql`update membership set to_day = null, left_because = null where ${leaving}`),
		...recountMembers(db, place, today, today),
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
			sql`insert into membership (organisation, person, from_day, kind, sort, paid, dues, carried)
			select ${place.id}, ${member.id}, ${day}, ${kind}, ${sortKey(member.name)}, ${JSON.stringify(member.paid)},
				${JSON.stringify(member.dues)}, ${JSON.stringify(member.carried)} where ${gone}`,
		),
		...recountMembers(db, place, today, day),
	]);
}
