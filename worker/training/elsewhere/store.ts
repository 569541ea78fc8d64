import { and, desc, eq, sql } from "drizzle-orm";
import { type Authorship, changeWhere, isKept } from "../../changes/store";
import type { Place } from "../../http/door";
import { type Database, named, rows, run } from "../../tables/database";
import { organisation } from "../../tables/ground";
import { topic, trainedElsewhere } from "../../tables/training";
import type { NewElsewhere } from "../input";

/** Whoever ever belonged here or holds or held a post here, by name; nobody for a forged id. */
export function knownHere(db: Database, place: Place, id: string) {
	return rows<{ id: string; name: string; member: 0 | 1 }>(
		db,
		sql`select id, name, exists (select 1 from membership where organisation = ${place.id} and person = ${id}) as member
		from person where id = ${id} and (
			exists (select 1 from membership where organisation = ${place.id} and person = ${id})
			or exists (select 1 from holder where person = ${id} and organisation = ${place.id}))`,
	);
}

/** The most training of somebody that a page shows. */
export const mostTrainings = 60;

/** What somebody came to that taught them something, wherever it was, the latest first. */
export function trainingsOf(db: Database, id: string) {
	return rows<{ organisation: string; day: string; title: string; topics: string }>(
		db,
		sql`select distinct school.name as organisation, activity.day as day, activity.title as title,
			(select json_group_array(topic) from taught where taught.organisation = activity.organisation and taught.activity = activity.id) as topics
		from attendance join activity on activity.organisation = attendance.organisation and activity.id = attendance.activity
		join organisation as school on school.id = attendance.organisation
		where attendance.person = ${id} and (activity.kind = 'training' or exists (select 1 from taught
			where taught.organisation = activity.organisation and taught.activity = activity.id))
		order by activity.day desc limit cast(${mostTrainings} as integer)`,
	);
}

/** Where somebody was trained elsewhere, whoever wrote it down, the latest first. */
export function elsewhereOf(db: Database, id: string) {
	return db
		.select({
			id: trainedElsewhere.id,
			organisation: trainedElsewhere.organisation,
			at: named(organisation.name, "noted_at"),
			topic: trainedElsewhere.topic,
			zh: topic.zh,
			en: topic.en,
			day: trainedElsewhere.day,
			evidence: trainedElsewhere.evidence,
		})
		.from(trainedElsewhere)
		.innerJoin(organisation, eq(organisation.id, trainedElsewhere.organisation))
		.innerJoin(topic, eq(topic.id, trainedElsewhere.topic))
		.where(eq(trainedElsewhere.person, id))
		.orderBy(desc(trainedElsewhere.day))
		.limit(mostTrainings);
}

/** Notes that somebody was trained elsewhere, in a topic that there is. */
export function note(db: Database, place: Place, person: string, typed: NewElsewhere, by: Authorship) {
	const { topic: which, day, evidence } = typed;
	return db.batch([
		changeWhere(
			db,
			place,
			{ ...by, subject: person, act: "trained", details: { topic: which, day, evidence } },
			sql`exists (select 1 from topic where id = ${which})`,
		),
		run(
			db,
			sql`insert into trained_elsewhere (person, organisation, id, topic, day, evidence, made_by, made_from)
			select ${person}, ${place.id}, ${by.id}, ${which}, ${day}, ${evidence}, ${by.by}, ${by.madeFrom}
			where ${isKept(place, person, by.id)}`,
		),
	]);
}

/** Takes back what was noted here by mistake; the change keeps it. */
export function unnote(db: Database, place: Place, person: string, which: string, by: Authorship) {
	const its = sql`person = ${person} and organisation = ${place.id} and id = ${which}`;
	return db.batch([
		changeWhere(
			db,
			place,
			{ ...by, subject: person, act: "untrained", details: { training: which } },
			sql`exists (select 1 from trained_elsewhere where ${its})`,
		),
		db
			.delete(trainedElsewhere)
			.where(
				and(
					eq(trainedElsewhere.person, person),
					eq(trainedElsewhere.organisation, place.id),
					eq(trainedElsewhere.id, which),
					isKept(place, person, by.id),
				),
			),
	]);
}
