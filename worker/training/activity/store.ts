import { and, eq, sql } from "drizzle-orm";
import { type Authorship, changeWhere, isKept } from "../../changes/store";
import type { Place } from "../../http/door";
import { activity, attendance } from "../../tables/activities";
import { type Database, run } from "../../tables/database";
import { person } from "../../tables/ground";
import { taught } from "../../tables/training";

/** An activity as training sees it; nothing for a forged id. */
export function activityHere(db: Database, place: Place, id: string) {
	return db
		.select({
			id: activity.id,
			title: activity.title,
			day: activity.day,
			kind: activity.kind,
			place: activity.place,
		})
		.from(activity)
		.where(and(eq(activity.organisation, place.id), eq(activity.id, id)));
}

/** What an activity teaches, by topic. */
export function taughtAt(db: Database, place: Place, id: string) {
	return db
		.select({ topic: taught.topic })
		.from(taught)
		.where(and(eq(taught.organisation, place.id), eq(taught.activity, id)));
}

/** Whoever came, once each. */
export function cameTo(db: Database, place: Place, id: string) {
	return db
		.selectDistinct({ id: person.id, name: person.name })
		.from(attendance)
		.innerJoin(person, eq(person.id, attendance.person))
		.where(and(eq(attendance.organisation, place.id), eq(attendance.activity, id)));
}

/** Marks what an activity teaches: what was newly ticked and unticked, so that two who mark it both stand. */
export function teach(
	db: Database,
	place: Place,
	id: string,
	{ added, removed }: { added: readonly string[]; removed: readonly string[] },
	by: Authorship,
) {
	const kept = isKept(place, id, by.id);
	return db.batch([
		changeWhere(
			db,
			place,
			{ ...by, subject: id, act: "taught", details: { added, removed } },
			sql`exists (select 1 from activity where organisation = ${place.id} and id = ${id})`,
		),
		run(
			db,
			sql`insert or ignore into taught (organisation, activity, topic)
			select ${place.id}, ${id}, topic.id from topic where topic.id in (select value from json_each(${JSON.stringify(added)})) and ${kept}`,
		),
		run(
			db,
			sql`delete from taught where organisation = ${place.id} and activity = ${id}
			and topic in (select value from json_each(${JSON.stringify(removed)})) and ${kept}`,
		),
	]);
}
