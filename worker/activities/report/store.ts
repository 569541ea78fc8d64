import { and, desc, eq, gte, lt, sql } from "drizzle-orm";
import { type Authorship, changedBefore, changeOf, changeWhere } from "../../changes/store";
import type { Place } from "../../http/door";
import { recountYears } from "../../members/standing";
import { absence, activity, activityYear, attendance } from "../../tables/activities";
import { type Database, run } from "../../tables/database";
import { person } from "../../tables/ground";
import { type Day, yearOf } from "../../values/day";
import type { NewActivity } from "./input";
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
};

/** This very activity of this very organisation. */
export const its = (place: Place, id: string) =>
	and(eq(activity.organisation, place.id), eq(activity.id, id));

/** A year's activities, the latest first, one more than a page shows, after where the page before ended. */
export function activitiesOf(
	db: Database,
	place: Place,
	year: number,
	after: Cursor | null,
	most = pageOfActivities,
) {
	return db
		.select({ ...told, members: sql<number>`json_array_length(${activity.came})` })
		.from(activity)
		.where(
			and(
				eq(activity.organisation, place.id),
				gte(activity.day, `${year}-01-01`),
				// One upper bound only: with two, SQLite walks from the year's end down to the cursor.
				after?.day.startsWith(`${year}-`)
					? sql`(${activity.day}, ${activity.id}) < (${after.day}, ${after.id})`
					: lt(activity.day, `${year + 1}-01-01`),
			),
		)
		.orderBy(desc(activity.day), desc(activity.id))
		.limit(most + 1);
}

/** The kept figures of a place's year of activities. */
export function activityYearOf(db: Database, place: Pick<Place, "id">, year: number) {
	const { held, heads, cost, days } = activityYear;
	return db
		.select({ held, heads, cost, days })
		.from(activityYear)
		.where(and(eq(activityYear.organisation, place.id), eq(activityYear.year, year)));
}

/** One activity of this very organisation; nobody's for a forged id. */
export function activityOf(db: Database, place: Place, id: string) {
	return db
		.select({ ...told, came: activity.came })
		.from(activity)
		.where(its(place, id));
}

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

/** The members who came, by name: once, however many half-days they came to. */
export function attendersOf(db: Database, place: Place, id: string) {
	return db
		.selectDistinct({ id: person.id, name: person.name })
		.from(attendance)
		.innerJoin(person, eq(person.id, attendance.person))
		.where(and(eq(attendance.organisation, place.id), eq(attendance.activity, id)));
}

/**
 * The activities a member came to, the latest first: a panel of the member's page. The plus keeps the year's activities from
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
		.where(and(eq(attendance.organisation, place.id), eq(attendance.person, member)))
		.orderBy(sql`+${activity.day} desc`)
		.limit(8);
}

/** The batch that records an activity. The first statement carries the form's id: a second copy breaks its key. */
export function recordActivity(db: Database, place: Place, recorded: NewActivity, by: Authorship) {
	return db.batch([
		db.insert(activity).values({
			...columnsOf(recorded),
			organisation: place.id,
			id: recorded.id,
			came: [],
			madeFrom: by.madeFrom,
		}),
		changeOf(db, place, { ...by, subject: recorded.id, act: "recorded", details: {} }),
		recountYear(db, place, yearOf(recorded.day)),
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
		recountYear(db, place, yearOf(before.day)),
		recountYear(db, place, yearOf(after.day)),
		recountYears(db, place, today, before.day < after.day ? before.day : after.day),
	]);
}

/** Takes back what was recorded by mistake, if it is still what was read: the change keeps all of it, and the rows go. */
export function withdrawActivity(
	db: Database,
	place: Place,
	before: Activity,
	reason: string,
	by: Authorship,
	today: Day,
) {
	return db.batch([
		changeWhere(
			db,
			place,
			{ ...by, subject: before.id, act: "withdrawn", details: { reason, ...before } },
			sql`exists (select 1 from activity where ${asRead(place, before)})`,
		),
		...[attendance, absence].map((table) =>
			db
				.delete(table)
				.where(
					and(
						eq(table.organisation, place.id),
						eq(table.activity, before.id),
						sql`exists (select 1 from activity where ${asRead(place, before)})`,
					),
				),
		),
		db.delete(activity).where(asRead(place, before)),
		recountYear(db, place, yearOf(before.day)),
		recountYears(db, place, today, before.day),
	]);
}

/** Recounts a place's year from its activities; it goes into every batch that changes one. */
export function recountYear(db: Database, place: Pick<Place, "id">, year: number) {
	const theirs = sql`organisation = ${place.id} and day >= ${`${year}-01-01`} and day < ${`${year + 1}-01-01`}`;
	const months = Array.from(
		{ length: 12 },
		(_, month) => sql`coalesce(sum(substr(day, 6, 2) = ${String(month + 1).padStart(2, "0")}), 0)`,
	);
	return run(
		db,
		sql`insert into activity_year (organisation, year, held, heads, cost, days, months)
		select ${place.id}, ${year}, count(*), coalesce(sum(heads), 0), coalesce(sum(cost), 0),
			(select json_group_array(day) from (select distinct day from activity where ${theirs} order by day)),
			json_array(${sql.join(months, sql`, `)})
		from activity where ${theirs}
		on conflict (organisation, year) do update set held = excluded.held, heads = excluded.heads,
			cost = excluded.cost, days = excluded.days, months = excluded.months`,
	);
}

function columnsOf({ day, kind, title, place, heads, handed_out: handedOut, cost, outcome }: NewActivity) {
	return { day, kind, title, place, heads, handedOut, cost, outcome };
}

/** This very activity while it is still told as it was read. */
function asRead(
	place: Place,
	{ id, day, kind, title, place: where, heads, handedOut, cost, outcome }: Activity,
) {
	const told = { day, kind, title, place: where, heads, handedOut, cost, outcome };
	const same = (Object.keys(told) as (keyof typeof told)[]).map(
		(key) => sql`${activity[key]} is ${told[key]}`,
	);
	return and(its(place, id), ...same);
}

type Columns = ReturnType<typeof columnsOf>;

function differences(before: Columns, after: Columns) {
	const changed = (Object.keys(after) as (keyof Columns)[]).filter((field) => before[field] !== after[field]);
	return {
		from: Object.fromEntries(changed.map((field) => [field, before[field]])),
		to: Object.fromEntries(changed.map((field) => [field, after[field]])),
	};
}
