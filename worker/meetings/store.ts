import { and, desc, eq, sql } from "drizzle-orm";
import { type Authorship, changeOf, changeWhere, isKept } from "../changes/store";
import type { Place } from "../http/door";
import { ofCouncil } from "../officers/seats/store";
import { activity } from "../tables/activities";
import { type Database, named, rows, run } from "../tables/database";
import { deployment, person } from "../tables/ground";
import type { AgendaItem } from "../tables/meetings";
import { addition, callingOff, meeting, meetingRule, resolution, signing } from "../tables/meetings";
import { term } from "../tables/seats";
import type { Day } from "../values/day";
import { mostVoters, type NewMeeting } from "./input";

/** How many meetings a year's list shows; nobody calls more. */
export const mostMeetings = 100;

const its = (place: Pick<Place, "id">, id: string) =>
	and(eq(meeting.organisation, place.id), eq(meeting.id, id));

/** The day on which a meeting is or was: once it is an activity, the activity says so. */
const heldOn = sql<Day>`coalesce(${activity.day}, ${meeting.day})`;

/** What is told of a meeting, and which rows say how it stands. */
const told = {
	id: meeting.id,
	kind: meeting.kind,
	title: sql<string>`coalesce(${activity.title}, ${meeting.title})`.as("its_title"),
	day: heldOn.as("its_day"),
	time: meeting.time,
	place: sql<string>`coalesce(${activity.place}, ${meeting.place})`.as("its_place"),
	agenda: meeting.agenda,
	held: sql<number>`${activity.id} is not null`.as("held"),
	off: named(callingOff.reason, "off_reason"),
	signedOn: signing.signedOn,
};

function meetings(db: Database) {
	return db
		.select(told)
		.from(meeting)
		.leftJoin(activity, and(eq(activity.organisation, meeting.organisation), eq(activity.id, meeting.id)))
		.leftJoin(
			callingOff,
			and(eq(callingOff.organisation, meeting.organisation), eq(callingOff.meeting, meeting.id)),
		)
		.leftJoin(signing, and(eq(signing.organisation, meeting.organisation), eq(signing.meeting, meeting.id)));
}

/** A year's meetings, the latest first. */
export function meetingsOf(db: Database, place: Place, year: number) {
	return meetings(db)
		.where(and(eq(meeting.organisation, place.id), sql`substr(${heldOn}, 1, 4) = ${String(year)}`))
		.orderBy(desc(heldOn), meeting.id)
		.limit(mostMeetings);
}

/** One meeting of this very organisation; nobody's for a forged id. */
export function meetingOf(db: Database, place: Place, id: string) {
	return meetings(db).where(its(place, id));
}

export type MeetingRow = Awaited<ReturnType<typeof meetingOf>>[number];

/** Every rule of meetings, the latest first. */
export function meetingRules(db: Database) {
	const { kind, fromDay, quorum, majority, proxies } = meetingRule;
	return db
		.select({ kind, fromDay, quorum, majority, proxies })
		.from(meetingRule)
		.orderBy(desc(meetingRule.fromDay))
		.limit(100);
}

/** Who has a vote, and whether they came: proxy is null where they didn't, 1 where somebody signed for them. */
export type Voter = { id: string; name: string; proxy: 0 | 1 | null };

/** Whoever has a vote at a meeting of a kind on a day: the council's holders then, or the members of that day. */
export function votersAmong(place: Pick<Place, "id">) {
	const onDay = sql`from_day <= this.day and (to_day is null or to_day > this.day)`;
	return sql`select person from this cross join holder on holder.organisation = ${place.id}
			where this.kind = 'council' and ${ofCouncil(sql`post`)} and ${onDay}
		union select person from this cross join membership on membership.organisation = ${place.id}
			where this.kind = 'assembly' and ${onDay}`;
}

/** A meeting's kind and day, as `this`: the beginning of a statement about who may vote there. */
export const withMeeting = (place: Pick<Place, "id">, id: string) =>
	sql`with this as (select meeting.kind as kind, coalesce(activity.day, meeting.day) as day
		from meeting left join activity on activity.organisation = meeting.organisation and activity.id = meeting.id
		where meeting.organisation = ${place.id} and meeting.id = ${id})`;

/** Those with a vote at a meeting, by nothing in particular. */
export function votersOf(db: Database, place: Place, id: string) {
	return rows<Voter>(
		db,
		sql`${withMeeting(place, id)}, roll as materialized (
			select person, min(proxy) as proxy from attendance
			where organisation = ${place.id} and activity = ${id} group by person
		)
		select person.id as id, person.name as name, roll.proxy as proxy
		from (${votersAmong(place)}) as voter
		join person on person.id = voter.person left join roll on roll.person = voter.person
		limit cast(${mostVoters} as integer)`,
	);
}

/** What was resolved, in the order of the agenda. */
export function resolutionsOf(db: Database, place: Place, id: string) {
	const { item, text, share, votesFor, votesAgainst, abstained } = resolution;
	return db
		.select({ id: resolution.id, item, text, share, votesFor, votesAgainst, abstained })
		.from(resolution)
		.where(and(eq(resolution.organisation, place.id), eq(resolution.meeting, id)))
		.orderBy(sql`coalesce(${resolution.item}, 99)`, resolution.id)
		.limit(100);
}

/** The minutes as they were signed off, and who did; nothing before. */
export function signingOf(db: Database, place: Place, id: string) {
	return db
		.select({
			id: signing.id,
			signedOn: signing.signedOn,
			by: named(person.name, "signer"),
			minutes: signing.minutes,
			digest: signing.digest,
			madeFrom: signing.madeFrom,
		})
		.from(signing)
		.leftJoin(person, eq(person.id, signing.signedBy))
		.where(and(eq(signing.organisation, place.id), eq(signing.meeting, id)));
}

/** What was put right after the signing, the first first. */
export function additionsOf(db: Database, place: Place, id: string) {
	return db
		.select({ id: addition.id, day: addition.day, text: addition.text, by: named(person.name, "adder") })
		.from(addition)
		.leftJoin(person, eq(person.id, addition.madeBy))
		.where(and(eq(addition.organisation, place.id), eq(addition.meeting, id)))
		.orderBy(addition.day, addition.id)
		.limit(200);
}

/** The term that began on a meeting's day: whom this assembly elected. */
export function electedAt(db: Database, place: Place, id: string) {
	return db
		.select({ id: term.id, number: term.number })
		.from(meeting)
		.leftJoin(activity, and(eq(activity.organisation, meeting.organisation), eq(activity.id, meeting.id)))
		.innerJoin(term, and(eq(term.organisation, meeting.organisation), sql`${term.fromDay} = ${heldOn}`))
		.where(and(its(place, id), eq(meeting.kind, "assembly")));
}

/** The names of people by their ids, as signed minutes need them. */
export function namesOf(db: Database, ids: readonly string[]) {
	return rows<{ id: string; name: string }>(
		db,
		sql`select one.id as id, coalesce(kept.name, one.name) as name from json_each(${JSON.stringify(ids)}) as asked
		join person as one on one.id = asked.value left join person as kept on kept.id = one.same_as`,
	);
}

/** The deployment's secret, under which minutes are sealed. */
export const secretOfDeployment = (db: Database) =>
	db.select({ secret: deployment.key }).from(deployment).where(eq(deployment.one, 1));

/** Calls a meeting; its own key stops a second copy. */
export function callMeeting(
	db: Database,
	place: Place,
	typed: Omit<NewMeeting, "agenda">,
	agenda: AgendaItem[],
	by: Authorship,
) {
	const { id, kind, title, day, time, place: where } = typed;
	return db.batch([
		db.insert(meeting).values({
			...{ organisation: place.id, id, kind, title, day, time, place: where, agenda },
			...{ madeBy: by.by, madeFrom: by.madeFrom },
		}),
		changeOf(db, place, { ...by, subject: id, act: "called", details: { day } }),
	]);
}

/** What the meeting under an id was made from. */
export async function calledBefore(db: Database, place: Place, id: string): Promise<string | undefined> {
	const found = await db.select({ madeFrom: meeting.madeFrom }).from(meeting).where(its(place, id));
	return found[0]?.madeFrom;
}

/** Whether a meeting is only called: neither held nor off. */
const onlyCalled = (place: Place, id: string) =>
	sql`exists (select 1 from meeting where organisation = ${place.id} and id = ${id})
		and not exists (select 1 from activity where organisation = ${place.id} and id = ${id})
		and not exists (select 1 from calling_off where organisation = ${place.id} and meeting = ${id})`;

/** Calls a meeting anew, for another day or other business, as long as it was not held. */
export function changeMeeting(
	db: Database,
	place: Place,
	before: MeetingRow,
	typed: Omit<NewMeeting, "agenda">,
	agenda: AgendaItem[],
	by: Authorship,
) {
	const { kind, title, day, time, place: where } = typed;
	const after = { kind, title, day, time, place: where };
	const from = {
		kind: before.kind,
		title: before.title,
		day: before.day,
		time: before.time,
		place: before.place,
	};
	return db.batch([
		changeWhere(
			db,
			place,
			{ ...by, subject: before.id, act: "changed", details: { from, to: after } },
			onlyCalled(place, before.id),
		),
		db
			.update(meeting)
			.set({ ...after, agenda })
			.where(and(its(place, before.id), isKept(place, before.id, by.id))),
	]);
}

/** Calls a meeting off. */
export function callOff(db: Database, place: Place, id: string, reason: string, by: Authorship, today: Day) {
	return db.batch([
		changeWhere(
			db,
			place,
			{ ...by, subject: id, act: "called-off", details: { reason } },
			onlyCalled(place, id),
		),
		run(
			db,
			sql`insert into calling_off (organisation, meeting, day, reason, made_by, made_from)
			select ${place.id}, ${id}, ${today}, ${reason}, ${by.by}, ${by.madeFrom} where ${isKept(place, id, by.id)}`,
		),
	]);
}
