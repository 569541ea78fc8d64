import { and, eq, gte, lte, sql } from "drizzle-orm";
import { wasHeld } from "../activities/report/recount";
import { aboveOf, goesTo } from "../circulars/recipients";
import type { Place } from "../http/door";
import { leadsOthers } from "../organisations/store";
import { keyDaysIn } from "../plans/key-days/rules";
import { keyDayRules } from "../plans/key-days/store";
import { carriesOut, isDropped } from "../plans/state";
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
): Promise<{ events: CalendarEvent[]; leads: boolean }> {
	const [items, activities, meetings, rules, waves, asked, below] = await db.batch([
		itemsIn(db, place, from, to),
		activitiesIn(db, place, from, to),
		meetingsIn(db, place, from, to),
		keyDayRules(db),
		db
			.select({ id: wave.id, firstDay: wave.firstDay, lastDay: wave.lastDay })
			.from(wave)
			.where(and(eq(wave.organisation, place.id), lte(wave.firstDay, to), gte(wave.lastDay, from)))
			.limit(most),
		circularsDue(db, place, from, to),
		leadsOthers(db, place),
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
		...activities.map(({ day, title, place, cancelled, held, id }) => ({
			...{ kind: "activity" as const, id, title: inBoth(title), firstDay: day, lastDay: day, place },
			...{ off: cancelled === 1, done: held === 1 && day <= today },
		})),
		...meetings.map(({ day, title, place, off, id }) => ({
			...{ kind: "meeting" as const, id, title: inBoth(title), firstDay: day, lastDay: day, place },
			...{ off: off === 1, done: false },
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
	const shown = events
		.filter(({ firstDay, lastDay }) => firstDay <= to && lastDay >= from)
		.sort((a, b) => (a.firstDay < b.firstDay ? -1 : a.firstDay > b.firstDay ? 1 : 0));
	return { events: shown, leads: below.length > 0 };
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

/** What a place put down or holds together with whoever did. A day that has passed proves nothing: held is what was told, or had a roll. */
function activitiesIn(db: Database, place: Whose, from: Day, to: Day) {
	const columns = sql`a.id, a.title, a.day, a.place, ${wasHeld} as held, exists (select 1 from cancellation
		where cancellation.organisation = a.organisation and cancellation.activity = a.id) as cancelled`;
	const between = sql`a.day >= ${from} and a.day <= ${to}`;
	return rows<{ id: string; title: string; day: Day; place: string | null; held: 0 | 1; cancelled: 0 | 1 }>(
		db,
		sql`select ${columns} from activity as a where a.organisation = ${place.id} and ${between}
		union all select ${columns} from co_holder cross join activity as a on a.organisation = co_holder.organisation
			and a.id = co_holder.activity where co_holder.holder = ${place.id} and ${between} limit ${most}`,
	);
}

/** Meetings that are called; once held, a meeting is an activity and stands there as that. */
function meetingsIn(db: Database, place: Whose, from: Day, to: Day) {
	return rows<{ id: string; title: string; day: Day; place: string; off: 0 | 1 }>(
		db,
		sql`select id, title, day, place, exists (select 1 from calling_off where organisation = meeting.organisation
				and meeting = meeting.id) as off
		from meeting where organisation = ${place.id} and day >= ${from} and day <= ${to}
			and not exists (select 1 from activity where activity.organisation = meeting.organisation and activity.id = meeting.id)
		limit ${most}`,
	);
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
