import { and, eq, sql } from "drizzle-orm";
import { type Authorship, changeOf, changeWhere, isKept } from "../../changes/store";
import type { Place } from "../../http/door";
import { recountYears } from "../../members/standing";
import {
	activity,
	activitySession,
	cancellation,
	coHolder,
	type Half,
	invitation,
	postponement,
} from "../../tables/activities";
import { type Database, rows, run } from "../../tables/database";
import { organisation } from "../../tables/ground";
import { type Day, yearOf } from "../../values/day";
import { recount, recountHolders } from "../report/recount";
import { type Activity, heldBy } from "../report/store";

/** Nothing has happened of an activity yet, and its day is still the one that was read. */
const stillOpen = (place: Place, { id, day }: Pick<Activity, "id" | "day">) =>
	sql`exists (select 1 from activity where organisation = ${place.id} and id = ${id} and day = ${day} and announced_on is not null
		and heads is null and outcome is null and came = '[]')
		and not exists (select 1 from cancellation where organisation = ${place.id} and activity = ${id})`;

/** Puts an activity off to another day, with the reason. */
export function postpone(
	db: Database,
	place: Place,
	before: Activity,
	{ day, reason }: { day: Day; reason: string },
	by: Authorship,
) {
	const { id } = before;
	const kept = isKept(place, id, by.id);
	const details = { reason, from: { day: before.day }, to: { day } };
	return db.batch([
		changeWhere(db, place, { ...by, subject: id, act: "postponed", details }, stillOpen(place, before)),
		run(
			db,
			sql`insert into postponement (organisation, activity, id, from_day, to_day, reason, made_by)
			select ${place.id}, ${id}, ${by.id}, ${before.day}, ${day}, ${reason}, ${by.by} where ${kept}`,
		),
		run(
			db,
			sql`update activity set day = ${day} where organisation = ${place.id} and id = ${id} and ${kept}`,
		),
		recountHolders(db, place, id, yearOf(before.day)),
		recountHolders(db, place, id, yearOf(day)),
	]);
}

/** Says that an activity is not held, with the reason. */
export function cancel(
	db: Database,
	place: Place,
	before: Activity,
	reason: string,
	by: Authorship,
	today: Day,
) {
	const { id } = before;
	return db.batch([
		changeWhere(
			db,
			place,
			{ ...by, subject: id, act: "cancelled", details: { reason } },
			stillOpen(place, before),
		),
		run(
			db,
			sql`insert into cancellation (organisation, activity, day, reason, made_by)
			select ${place.id}, ${id}, ${today}, ${reason}, ${by.by} where ${isKept(place, id, by.id)}`,
		),
		recountHolders(db, place, id, yearOf(before.day)),
	]);
}

/** What became of an activity's day: each time it was put off, and that it was cancelled. */
export function turnsOf(db: Database, place: Pick<Place, "id">, id: string) {
	return [
		db
			.select({ fromDay: postponement.fromDay, toDay: postponement.toDay, reason: postponement.reason })
			.from(postponement)
			.where(heldBy(place, id, postponement))
			.orderBy(postponement.toDay),
		db
			.select({ day: cancellation.day, reason: cancellation.reason })
			.from(cancellation)
			.where(heldBy(place, id, cancellation)),
	] as const;
}

/** Those who hold an activity together with its host, and those who are asked to. */
export function holdingWith(db: Database, place: Pick<Place, "id">, id: string) {
	return rows<{ id: string; name: string; accepted: 0 | 1 }>(
		db,
		sql`select organisation.id, organisation.name, 1 as accepted from co_holder join organisation on organisation.id = co_holder.holder
			where ${heldBy(place, id, coHolder)}
		union all select organisation.id, organisation.name, 0 from invitation join organisation on organisation.id = invitation.holder
			where ${heldBy(place, id, invitation)}`,
	);
}

/** The organisations near a place, which it may hold something together with: above, beside and directly below it. */
export function near(db: Database, place: Place) {
	return rows<{ id: string; name: string }>(
		db,
		sql`select other.id, other.name from organisation as own join organisation as other
			on other.id = own.parent or other.parent = own.parent or other.parent = own.id
		where own.id = ${place.id} and other.id <> own.id and other.status in ('active', 'standardising') and other.practice = own.practice
		order by other.parent = own.parent desc, other.name limit 300`,
	);
}

/** What others ask a place to hold together with them. */
export function invitationsTo(db: Database, place: Place) {
	return db
		.select({
			organisation: invitation.organisation,
			activity: invitation.activity,
			title: activity.title,
			day: activity.day,
			host: organisation.name,
		})
		.from(invitation)
		.innerJoin(
			activity,
			and(eq(activity.organisation, invitation.organisation), eq(activity.id, invitation.activity)),
		)
		.innerJoin(organisation, eq(organisation.id, invitation.organisation))
		.where(eq(invitation.holder, place.id))
		.limit(20);
}

/** Asks another organisation to hold an activity too; one in which the asker may act holds it at once. */
export function invite(
	db: Database,
	place: Place,
	{ id, day }: Pick<Activity, "id" | "day">,
	holder: string,
	atOnce: boolean,
	by: Authorship,
	today: Day,
) {
	const values = { holder, organisation: place.id, activity: id, day: today, madeBy: by.by };
	return db.batch([
		changeOf(db, place, {
			...by,
			subject: id,
			act: atOnce ? "joined-by" : "invited",
			details: { holder },
		}),
		atOnce ? db.insert(coHolder).values(values) : db.insert(invitation).values(values),
		recountHolders(db, place, id, yearOf(day)),
	]);
}

/** Answers an invitation: the organisation holds it too, or doesn't. Nothing happens where it was taken back meanwhile. */
export function answer(
	db: Database,
	place: Place,
	{ organisation: host, activity: id }: { organisation: string; activity: string },
	{ day, accepts }: { day: Day; accepts: boolean },
	by: Authorship,
	today: Day,
) {
	const asked = sql`exists (select 1 from invitation where holder = ${place.id} and organisation = ${host} and activity = ${id})`;
	const kept = isKept({ id: host }, id, by.id);
	return db.batch([
		changeWhere(
			db,
			{ id: host },
			{ ...by, subject: id, act: accepts ? "accepted" : "declined", details: { holder: place.id } },
			asked,
		),
		run(
			db,
			sql`insert into co_holder (holder, organisation, activity, day, made_by)
			select ${place.id}, ${host}, ${id}, ${today}, ${by.by} where ${accepts ? kept : sql`false`}`,
		),
		run(
			db,
			sql`delete from invitation where holder = ${place.id} and organisation = ${host} and activity = ${id} and ${kept}`,
		),
		recount(db, sql`select ${place.id} as id`, yearOf(day)),
		recountYears(db, place, today, day),
	]);
}

/** Takes an organisation out of those who hold an activity, or are asked to. */
export function holdNoMore(
	db: Database,
	host: Pick<Place, "id">,
	{ id, day }: Pick<Activity, "id" | "day">,
	holder: string,
	by: Authorship,
) {
	const its = sql`holder = ${holder} and organisation = ${host.id} and activity = ${id}`;
	const kept = isKept(host, id, by.id);
	return db.batch([
		changeWhere(
			db,
			host,
			{ ...by, subject: id, act: "holds-no-more", details: { holder } },
			sql`(exists (select 1 from co_holder where ${its}) or exists (select 1 from invitation where ${its}))`,
		),
		run(db, sql`delete from co_holder where ${its} and ${kept}`),
		run(db, sql`delete from invitation where ${its} and ${kept}`),
		recount(db, sql`select ${holder} as id`, yearOf(day)),
	]);
}

/** The half-days of an activity, in order; none where it has only one. */
export function sessionsOf(db: Database, place: Pick<Place, "id">, id: string) {
	return db
		.select({ number: activitySession.number, day: activitySession.day, half: activitySession.half })
		.from(activitySession)
		.where(heldBy(place, id, activitySession))
		.orderBy(activitySession.number);
}

/** Divides an activity into half-days. One that somebody came to can't go: then nothing is written. */
export function divide(
	db: Database,
	place: Place,
	id: string,
	sessions: readonly { number: number; day: Day; half: Half }[],
	by: Authorship,
) {
	const most = Math.max(1, sessions.length);
	const kept = isKept(place, id, by.id);
	return db.batch([
		changeWhere(
			db,
			place,
			{ ...by, subject: id, act: "divided", details: { sessions: sessions.length } },
			sql`exists (select 1 from activity where organisation = ${place.id} and id = ${id})
				and not exists (select 1 from attendance where organisation = ${place.id} and activity = ${id} and session > cast(${most} as integer))
				and not exists (select 1 from walk_in where organisation = ${place.id} and activity = ${id} and session > cast(${most} as integer))`,
		),
		run(
			db,
			sql`delete from activity_session where organisation = ${place.id} and activity = ${id} and ${kept}`,
		),
		run(
			db,
			sql`insert into activity_session (organisation, activity, number, day, half)
			select ${place.id}, ${id}, value ->> 'number', value ->> 'day', value ->> 'half'
			from json_each(${JSON.stringify(sessions)}) where ${kept}`,
		),
	]);
}
