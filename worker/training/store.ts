import { asc, type SQL, sql } from "drizzle-orm";
import type { Place } from "../http/door";
import { type Database, rows } from "../tables/database";
import { anyTraining, requirement, topic } from "../tables/training";
import { type Day, yearOf } from "../values/day";

/** The most topics that a root defines. */
export const mostTopics = 12;

/** Every topic, the one for any training first, and every requirement ever set. */
export function topicsAndRequirements(db: Database) {
	const { id, zh, en } = topic;
	return [
		db
			.select({ id, zh, en })
			.from(topic)
			.orderBy(sql`${id} <> ${anyTraining}`, asc(topic.zh))
			.limit(mostTopics),
		db
			.select()
			.from(requirement)
			.limit(mostTopics * 20),
	] as const;
}

/** Whose training is asked for: one organisation's own people, or those of every organisation that counts. */
export type Whose = { here: string } | { counted: SQL };

/** Whether an activity teaches a topic: marked so, or, for any training, of that kind or marked with anything. */
const teaches = sql`(exists (select 1 from taught where taught.organisation = activity.organisation
		and taught.activity = activity.id and (taught.topic = wanted.topic or wanted.topic = ${anyTraining}))
	or (wanted.topic = ${anyTraining} and activity.kind = 'training'))`;

const inTime = (day: Day) => sql`activity.day >= wanted.since and activity.day <= ${day}`;

/** The topics required in the year of a day, as wantedOn() of rules.ts says; a test holds the two together. */
const wantedThen = (day: Day, topic: string | null) => sql`wanted as materialized (
	select topic, (cast(${yearOf(day)} as integer) - years + 1) || '-01-01' as since, whom from requirement
	where from_year = (select max(from_year) from requirement as later
			where later.topic = requirement.topic and later.from_year <= cast(${yearOf(day)} as integer))
		${topic === null ? sql`` : sql`and topic = ${topic}`}
)`;

/**
 * Who had to be trained on a day, by organisation and topic, and whether they were reached: the beginning of a statement, which then
 * selects from `state` (organisation, topic, person, reached). Figures, names and boards all begin so; a test holds them against a
 * recount. Reached is who came to an activity that teaches the topic, in whatever organisation, or was trained elsewhere; what
 * is held in a village for practice counts there alone.
 * @param topic of one topic alone; of all of them when null
 */
export function withTraining(whose: Whose, day: Day, topic: string | null = null): SQL {
	const onDay = sql`from_day <= ${day} and (to_day is null or to_day > ${day})`;
	const here = "here" in whose;
	// Of one organisation's people who isn't reached here is looked for elsewhere, one by one; of all, it is all schools at once.
	const schools = here ? sql`school.id = ${whose.here}` : sql`school.practice = 0`;
	return sql`with ${wantedThen(day, topic)}, unit as materialized (
		select id from organisation where ${here ? sql`id = ${whose.here}` : whose.counted}
	), present as (
		select unit.id as organisation, person, 'member' as role from unit cross join membership
			on membership.organisation = unit.id where ${onDay}
		union select unit.id, person, post from unit cross join holder on holder.organisation = unit.id where ${onDay}
	), owed as materialized (
		select distinct organisation, topic, since, person from wanted cross join json_each(wanted.whom) as one
		cross join present where present.role = one.value
	), came as materialized (
		select distinct wanted.topic as topic, attendance.person as person
		from wanted cross join organisation as school on ${schools}
		cross join activity on activity.organisation = school.id and ${inTime(day)}
		cross join attendance on attendance.organisation = activity.organisation and attendance.activity = activity.id
		where ${teaches}
	), state as (
		select owed.organisation as organisation, owed.topic as topic, owed.person as person,
			came.person is not null ${here ? sql`or ${reachedAway(whose.here, day)}` : sql``}
				or exists (select 1 from trained_elsewhere as away where away.person = owed.person
					and (away.topic = owed.topic or owed.topic = ${anyTraining}) and away.day >= owed.since and away.day <= ${day}) as reached
		from owed left join came on came.topic = owed.topic and came.person = owed.person
	)`;
}

/** Whether somebody came to what another organisation taught. Two ranges of one index, so that what they came to here is passed over. */
function reachedAway(here: string, day: Day): SQL {
	const there = (side: SQL) =>
		sql`exists (select 1 from attendance cross join activity on activity.organisation = attendance.organisation
			and activity.id = attendance.activity
			cross join organisation as school on school.id = attendance.organisation and school.practice = 0
			cross join wanted on wanted.topic = owed.topic
			where attendance.person = owed.person and attendance.organisation ${side} ${here} and ${inTime(day)} and ${teaches})`;
	return sql`${there(sql`<`)} or ${there(sql`>`)}`;
}

/** How many had to be trained here, and how many were reached, by topic. */
export type Figure = { topic: string; owed: number; reached: number };

export function figuresOf(db: Database, place: Pick<Place, "id">, day: Day) {
	return rows<Figure>(
		db,
		sql`${withTraining({ here: place.id }, day)}
		select topic, count(*) as owed, sum(reached) as reached from state group by topic`,
	);
}

/** Somebody who had to be trained, whether they were, and how to reach them. */
export type Trained = {
	id: string;
	name: string;
	telephone: string | null;
	reached: 0 | 1;
	/** Whether they ever were a member here, and so have a page. */
	member: 0 | 1;
};

/** Everybody who had to be trained in a topic here on a day: the very rows that are counted. */
export function peopleOf(db: Database, place: Pick<Place, "id">, topic: string, day: Day) {
	return rows<Trained>(
		db,
		sql`${withTraining({ here: place.id }, day, topic)}
		select person.id as id, person.name as name, person.telephone as telephone, state.reached as reached,
			exists (select 1 from membership where membership.organisation = state.organisation and membership.person = state.person) as member
		from state join person on person.id = state.person`,
	);
}
