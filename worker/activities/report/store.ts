import { and, eq, inArray, type SQLWrapper, sql } from "drizzle-orm";
import { type Authorship, changedBefore, changeOf, changeWhere } from "../../changes/store";
import type { Place } from "../../http/door";
import { recountYears } from "../../members/standing";
import {
	type ActivityKind,
	absence,
	activity,
	activitySession,
	activityYear,
	attendance,
	cancellation,
	coHolder,
	invitation,
	numbering,
	photograph,
	postponement,
	walkIn,
} from "../../tables/activities";
import { type Database, rows } from "../../tables/database";
import { organisation, person } from "../../tables/ground";
import { planItem } from "../../tables/plans";
import { type Day, yearOf } from "../../values/day";
import { handedIn } from "../handed-out/input";
import { stateOn } from "../holding/rules";
import type { NewActivity } from "./input";
import { recount, recountHolders, wasHeld } from "./recount";
import type { Cursor } from "./rules";

/** How many activities a page of the year's list shows. */
export const pageOfActivities = 60;

/** An activity's own columns, without who came. */
const told = {
	id: activity.id,
	day: activity.day,
	kind: activity.kind,
	title: activity.title,
	place: activity.place,
	heads: activity.heads,
	handedOut: activity.handedOut,
	cost: activity.cost,
	outcome: activity.outcome,
	beneficiaries: activity.beneficiaries,
	planItem: activity.planItem,
};

/** This very activity of this very organisation. */
export const its = (place: Place, id: string) =>
	and(eq(activity.organisation, place.id), eq(activity.id, id));

/** An activity as a list shows it. */
type Listed = {
	id: string;
	day: Day;
	kind: ActivityKind;
	title: string;
	place: string | null;
	heads: number | null;
	/** As it is stored: a list in JSON. */
	handedOut: string | null;
	cost: number | null;
	outcome: string | null;
	beneficiaries: number | null;
	announcedOn: Day | null;
	cancelled: 0 | 1;
	postponed: 0 | 1;
	members: number;
	/** Who put it down. */
	organisation: string;
	host: string;
	/** Whether it counts. */
	counts: 0 | 1;
};

/**
 * A year's activities, those held together with others among them, the latest first, one more than a page shows, after where
 * the page before ended.
 */
export function activitiesOf(
	db: Database,
	place: Place,
	year: number,
	after: Cursor | null,
	most = pageOfActivities,
) {
	const inYear = sql`a.day >= ${`${year}-01-01`} and ${
		// One upper bound only: with two, SQLite walks from the year's end down to the cursor.
		after?.day.startsWith(`${year}-`)
			? sql`(a.day, a.id) < (${after.day}, ${after.id})`
			: sql`a.day < ${`${year + 1}-01-01`}`
	}`;
	const columns = sql`a.id, a.day, a.kind, a.title, a.place, a.heads, a.handed_out as handedOut, a.cost, a.outcome, a.beneficiaries,
		a.announced_on as announcedOn, a.organisation, json_array_length(a.came) as members,
		${wasHeld} as counts,
		(a.announced_on is not null and exists (select 1 from cancellation where organisation = a.organisation and activity = a.id)) as cancelled,
		(a.announced_on is not null and exists (select 1 from postponement where organisation = a.organisation and activity = a.id)) as postponed`;
	return rows<Listed>(
		db,
		sql`select ${columns}, ${place.name} as host from activity as a where a.organisation = ${place.id} and ${inYear}
		union all select ${columns}, host.name from co_holder cross join activity as a on a.organisation = co_holder.organisation and a.id = co_holder.activity
			join organisation as host on host.id = a.organisation
			where co_holder.holder = ${place.id} and ${inYear}
		order by day desc, id desc limit ${most + 1}`,
	);
}

/** A listed activity as the pages tell it, with its state on a day. */
export function listedOn(today: Day, place: Pick<Place, "id">, one: Listed) {
	const known = { ...one, cancelled: one.cancelled === 1, postponed: one.postponed === 1 };
	return {
		...known,
		handedOut: handedIn(one.handedOut),
		state: stateOn(today, known),
		counts: one.counts === 1,
		host: one.organisation === place.id ? null : { id: one.organisation, name: one.host },
	};
}

/** The kept figures of a place's year of activities. */
export function activityYearOf(db: Database, place: Pick<Place, "id">, year: number) {
	const { held, heads, cost, days, ahead } = activityYear;
	return db
		.select({ held, heads, cost, days, ahead })
		.from(activityYear)
		.where(and(eq(activityYear.organisation, place.id), eq(activityYear.year, year)));
}

/** An item of this very organisation's plan, as what it plans would be recorded. */
export function plannedAs(db: Database, place: Place, item: string) {
	const { id, kind, title, firstDay, lastDay, place: where } = planItem;
	return db
		.select({ id, kind, title, firstDay, lastDay, place: where })
		.from(planItem)
		.where(and(eq(planItem.organisation, place.id), eq(planItem.id, item)));
}

const known = {
	...told,
	came: activity.came,
	announcedOn: activity.announcedOn,
	organisation: activity.organisation,
	cancelled: sql<
		0 | 1
	>`exists (select 1 from cancellation where organisation = ${activity.organisation} and activity = ${activity.id})`.as(
		"cancelled",
	),
	postponed: sql<
		0 | 1
	>`exists (select 1 from postponement where organisation = ${activity.organisation} and activity = ${activity.id})`.as(
		"postponed",
	),
};

/** One activity of this very organisation; nobody's for a forged id, nor for one that another put down. */
export const activityOf = (db: Database, place: Place, id: string) =>
	db.select(known).from(activity).where(its(place, id));

/** Who put an activity down that this organisation holds: itself, or another that it holds it together with. One value, so that keys are looked up by it. */
export const hostOf = (place: Pick<Place, "id">, id: string) =>
	sql`coalesce((select organisation from activity where organisation = ${place.id} and id = ${id}),
		(select organisation from co_holder where holder = ${place.id} and activity = ${id} limit 1))`;

/** Whether a row hangs on an activity that this organisation holds, alone or together with the one that put it down. */
export const heldBy = (
	place: Pick<Place, "id">,
	id: string,
	{ organisation, activity }: { organisation: SQLWrapper; activity: SQLWrapper },
) => sql`(${organisation} = ${hostOf(place, id)} and ${activity} = ${id})`;

/** One activity that this organisation holds, alone or together with the one that put it down. */
export function heldActivityOf(db: Database, place: Place, id: string) {
	return db
		.select({ ...known, host: organisation.name })
		.from(activity)
		.innerJoin(organisation, eq(organisation.id, activity.organisation))
		.where(heldBy(place, id, { organisation: activity.organisation, activity: activity.id }))
		.limit(1);
}

/** The state of an activity on a day. */
export const stateOf = (today: Day, one: Activity) =>
	stateOn(today, {
		...one,
		cancelled: one.cancelled === 1,
		postponed: one.postponed === 1,
		members: one.came.length,
	});

export type Activity = Awaited<ReturnType<typeof activityOf>>[number];

/**
 * What the activity under an id was made from: tells a repeat from another body. One that was taken back since is
 * neither, so its form is offered as new.
 */
export async function recordedBefore(db: Database, place: Place, id: string): Promise<string | undefined> {
	const rows = await db.select({ madeFrom: activity.madeFrom }).from(activity).where(its(place, id));
	if (rows[0]) return rows[0].madeFrom;
	return (await changedBefore(db, place, id, id)) && "taken back";
}

/** Who came, a row for each half-day that they came to. */
export function attendersOf(db: Database, place: Pick<Place, "id">, id: string) {
	const { session, way, proxy } = attendance;
	return db
		.select({ id: person.id, name: person.name, session, way, proxy })
		.from(attendance)
		.innerJoin(person, eq(person.id, attendance.person))
		.where(heldBy(place, id, attendance));
}

/** How many came to each half-day who are on nobody's roll. */
export function walkInsOf(db: Database, place: Pick<Place, "id">, id: string) {
	return db
		.select({ session: walkIn.session, people: sql<number>`sum(${walkIn.people})`.as("people") })
		.from(walkIn)
		.where(heldBy(place, id, walkIn))
		.groupBy(walkIn.session);
}

/**
 * The activities of this place, alone or with others, that a member came to, the latest first: a panel of the member's page. The plus keeps the year's activities from
 * being walked: the member's own attendance is the shorter way.
 */
export function activitiesOfMember(db: Database, place: Place, member: string) {
	return db
		.selectDistinct({ id: activity.id, day: activity.day, title: activity.title, kind: activity.kind })
		.from(attendance)
		.innerJoin(
			activity,
			and(eq(activity.organisation, attendance.organisation), eq(activity.id, attendance.activity)),
		)
		.where(
			and(
				eq(attendance.person, member),
				sql`(${attendance.organisation} = ${place.id} or exists (select 1 from co_holder where holder = ${place.id}
					and organisation = ${attendance.organisation} and activity = ${attendance.activity}))`,
			),
		)
		.orderBy(sql`+${activity.day} desc`)
		.limit(8);
}

/** The batch that records an activity. The first statement carries the form's id: a second copy breaks its key. */
export function recordActivity(
	db: Database,
	place: Place,
	recorded: NewActivity,
	by: Authorship,
	today: Day,
) {
	const ahead = recorded.day > today;
	return db.batch([
		db.insert(activity).values({
			...columnsOf(recorded),
			organisation: place.id,
			id: recorded.id,
			came: [],
			madeFrom: by.madeFrom,
			announcedOn: ahead ? today : null,
			planItem: sql`(select id from plan_item where organisation = ${place.id} and id = ${recorded.plan_item})`,
		}),
		changeOf(db, place, {
			...by,
			subject: recorded.id,
			act: ahead ? "announced" : "recorded",
			details: {},
		}),
		recountHolders(db, place, recorded.id, yearOf(recorded.day)),
	]);
}

/**
 * Changes what is told of an activity, and keeps from what to what. Nothing happens where somebody changed it since it was
 * read: the years to recount, and what the change says of before, would be another's.
 */
export function changeActivity(
	db: Database,
	place: Place,
	before: Activity,
	after: NewActivity,
	by: Authorship,
	today: Day,
) {
	const columns = columnsOf(after);
	return db.batch([
		changeWhere(
			db,
			place,
			{ ...by, subject: before.id, act: "changed", details: differences(before, columns) },
			sql`exists (select 1 from activity where ${asRead(place, before)})`,
		),
		db.update(activity).set(columns).where(asRead(place, before)),
		recountHolders(db, place, before.id, yearOf(before.day)),
		recountHolders(db, place, before.id, yearOf(after.day)),
		recountYears(db, place, today, before.day < after.day ? before.day : after.day),
	]);
}

/** Everything that hangs on an activity, and goes with it. */
const hanging = [
	attendance,
	absence,
	activitySession,
	postponement,
	walkIn,
	numbering,
	invitation,
	photograph,
];

/**
 * Takes back what was recorded by mistake, if it is still what was read: the change keeps all of it, and the rows go. Another
 * holder who joined meanwhile stands in the way: their year would keep what is gone.
 * @param holders those who hold it together with this place
 */
export function withdrawActivity(
	db: Database,
	place: Place,
	before: Activity,
	holders: readonly string[],
	reason: string,
	by: Authorship,
	today: Day,
) {
	const { came, organisation: _host, cancelled: _c, postponed: _p, ...kept } = before;
	const stands = sql`exists (select 1 from activity where ${asRead(place, before)})`;
	const details = { reason, ...kept, came, holders };
	return db.batch([
		changeWhere(db, place, { ...by, subject: before.id, act: "withdrawn", details }, stands),
		...hanging.map((table) =>
			db.delete(table).where(and(eq(table.organisation, place.id), eq(table.activity, before.id), stands)),
		),
		db
			.delete(coHolder)
			.where(
				and(
					eq(coHolder.organisation, place.id),
					eq(coHolder.activity, before.id),
					inArray(coHolder.holder, [...holders]),
					stands,
				),
			),
		db
			.delete(cancellation)
			.where(and(eq(cancellation.organisation, place.id), eq(cancellation.activity, before.id), stands)),
		db.delete(activity).where(asRead(place, before)),
		recount(
			db,
			sql`select value as id from json_each(${JSON.stringify([place.id, ...holders])})`,
			yearOf(before.day),
		),
		recountYears(db, place, today, before.day),
	]);
}

function columnsOf(told: NewActivity) {
	const { day, kind, title, place, heads, handed_out: handedOut, cost, outcome, beneficiaries } = told;
	return { day, kind, title, place, heads, handedOut, cost, outcome, beneficiaries };
}

/** This very activity while it is still told as it was read. */
function asRead(
	place: Place,
	{ id, day, kind, title, place: where, heads, handedOut, cost, outcome, beneficiaries }: Activity,
) {
	const handed = handedOut && JSON.stringify(handedOut);
	const told = { day, kind, title, place: where, heads, handedOut: handed, cost, outcome, beneficiaries };
	const same = (Object.keys(told) as (keyof typeof told)[]).map(
		(key) => sql`${activity[key]} is ${told[key]}`,
	);
	return and(its(place, id), ...same);
}

type Columns = ReturnType<typeof columnsOf>;

function differences(before: Columns, after: Columns) {
	const changed = (Object.keys(after) as (keyof Columns)[]).filter(
		(field) => JSON.stringify(before[field]) !== JSON.stringify(after[field]),
	);
	return {
		from: Object.fromEntries(changed.map((field) => [field, before[field]])),
		to: Object.fromEntries(changed.map((field) => [field, after[field]])),
	};
}
