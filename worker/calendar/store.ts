import { and, eq, gte, lte, sql } from "drizzle-orm";
import { aboveOf, goesTo } from "../circulars/recipients";
import type { Place } from "../http/door";
import { keyDaysIn } from "../plans/key-days/rules";
import { keyDayRules } from "../plans/key-days/store";
import { carriesOut, isDropped } from "../plans/state";
import { activity } from "../tables/activities";
import { type Database, rows } from "../tables/database";
import { planItem } from "../tables/plans";
import { wave } from "../tables/surveys";
import { type Day, yearOf } from "../values/day";
import type { CalendarEvent } from "./rules";

type Whose = Pick<Place, "id" | "path" | "kind">;

/** The most entries of each kind that a calendar holds: more than anybody has in two years. */
const most = 500;

const inBoth = (title: string) => ({ zh: title, en: title });

/** What a place has from one day to another, in their order, in one batch. What an activity carries out stands there as that activity. */
export async function eventsOf(
	db: Database,
	place: Whose,
	from: Day,
	to: Day,
	today: Day,
): Promise<CalendarEvent[]> {
	const [items, activities, rules, waves, asked] = await db.batch([
		itemsIn(db, place, from, to),
		activitiesIn(db, place, from, to),
		keyDayRules(db),
		db
			.select({ id: wave.id, firstDay: wave.firstDay, lastDay: wave.lastDay })
			.from(wave)
			.where(and(eq(wave.organisation, place.id), lte(wave.firstDay, to), gte(wave.lastDay, from)))
			.limit(most),
		circularsDue(db, place, from, to),
	]);
	const years = Array.from({ length: yearOf(to) - yearOf(from) + 1 }, (_, place) => yearOf(from) + place);
	const on = (day: Day) => ({ firstDay: day, lastDay: day, place: null, off: false, done: false });
	const events: CalendarEvent[] = [
		...years
			.flatMap((year) => keyDaysIn(year, rules))
			.map(({ id, name, day }) => ({ kind: "key-day" as const, id, title: name, ...on(day) })),
		...items.map(({ dropped, title, ...item }) => ({
			...{ kind: "item" as const, ...item, title: inBoth(title) },
			...{ off: dropped === 1, done: false },
		})),
		...activities.map(({ day, title, place, cancelled, id }) => ({
			...{ kind: "activity" as const, id, title: inBoth(title), firstDay: day, lastDay: day, place },
			...{ off: cancelled === 1, done: cancelled === 0 && day <= today },
		})),
		...waves.flatMap(({ id, firstDay, lastDay }) => [
			{ kind: "survey-opens" as const, id, title: null, ...on(firstDay) },
			{ kind: "survey-ends" as const, id, title: null, ...on(lastDay) },
		]),
		...asked.map(({ id, title, due, withdrawn }) => ({
			...{ kind: "circular" as const, id, title: inBoth(title), ...on(due) },
			off: withdrawn === 1,
		})),
	];
	return events
		.filter(({ firstDay, lastDay }) => firstDay <= to && lastDay >= from)
		.sort((a, b) => (a.firstDay < b.firstDay ? -1 : a.firstDay > b.firstDay ? 1 : 0));
}

/** Items that nothing carries out yet. One within a month begins on its first day, so a month reads no other. */
function itemsIn(db: Database, place: Whose, from: Day, to: Day) {
	const { id, title, firstDay, lastDay } = planItem;
	return db
		.select({
			id,
			title,
			firstDay,
			lastDay,
			place: planItem.place,
			dropped: sql<number>`${isDropped()}`.as("dropped"),
		})
		.from(planItem)
		.where(
			and(
				eq(planItem.organisation, place.id),
				gte(planItem.year, yearOf(from)),
				lte(planItem.year, yearOf(to)),
				gte(planItem.firstDay, `${from.slice(0, 7)}-01`),
				lte(planItem.firstDay, to),
				sql`not exists (select 1 from activity where ${carriesOut()})`,
			),
		)
		.limit(most);
}

function activitiesIn(db: Database, place: Whose, from: Day, to: Day) {
	const cancelled =
		sql<number>`exists (select 1 from cancellation where cancellation.organisation = activity.organisation
		and cancellation.activity = activity.id)`.as("cancelled");
	return db
		.select({ id: activity.id, title: activity.title, day: activity.day, place: activity.place, cancelled })
		.from(activity)
		.where(and(eq(activity.organisation, place.id), gte(activity.day, from), lte(activity.day, to)))
		.limit(most);
}

/** The days by which circulars are to be answered: those that came to a place, and those it sent. */
function circularsDue(db: Database, place: Whose, from: Day, to: Day) {
	return rows<{ id: string; title: string; due: Day; withdrawn: number }>(
		db,
		sql`select circular.id, circular.title, circular.due_day as due, exists (select 1 from circular_withdrawal as back
				where back.sender = circular.organisation and back.circular = circular.id) as withdrawn
		from (select value from json_each(${aboveOf(place)}) union all select ${place.id}) as up
		cross join circular on circular.organisation = up.value
		where circular.sent_on >= date(${from}, '-1 year') and circular.sent_on <= ${to}
			and circular.due_day between ${from} and ${to} and (circular.organisation = ${place.id} or ${goesTo(place)})
		limit cast(${most} as integer)`,
	);
}
