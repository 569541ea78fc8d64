import { and, eq, type SQL, sql } from "drizzle-orm";
import { type Authorship, changeOf } from "../changes/store";
import type { Place } from "../http/door";
import { type Database, ours, run } from "../tables/database";
import { membership, person } from "../tables/ground";
import { type Day, nowInSeconds } from "../values/day";

/** The most names on a roster to tick: a whole village, and then some. */
export const mostOnRoster = 1000;

/** Whether a membership holds today. */
export const currentMembership = (today: Day) =>
	sql`${membership.fromDay} <= ${today} and (${membership.toDay} is null or ${membership.toDay} > ${today})`;

/** Every current member of an association with group and tags, for a roster to tick; its range of the register, in one scan. */
export function rosterOf(db: Database, place: Place, today: Day) {
	return db
		.select({
			id: membership.person,
			name: person.name,
			sort: membership.sort,
			smallGroup: membership.smallGroup,
			tags: membership.tags,
		})
		.from(membership)
		.innerJoin(person, eq(person.id, membership.person))
		.where(and(eq(membership.organisation, place.id), currentMembership(today)))
		.limit(mostOnRoster);
}

/** What is marked on memberships, as SQL over `membership`: whether one stands as wanted, and the values before and after. */
type Marking = {
	added: readonly string[];
	removed: readonly string[];
	today: Day;
	/** The name of what changes, as histories say it. */
	field: "group" | "tags";
	stands: SQL;
	/** What a history keeps of a membership as it is, and as it will be. */
	now: SQL;
	after: { added: SQL; removed: SQL };
	/** The column, and what is written into it. */
	column: "small_group" | "tags";
	set: { added: SQL; removed: SQL };
};

/**
 * Marks many members at once, in one batch: the change of what they are marked with (its key stops a second copy), a change
 * in the history of each who is touched, and then the marks themselves. Only current members of this very association.
 */
export function markMany(
	db: Database,
	place: Place,
	by: Authorship & { subject: string; act: string },
	{ added, removed, today, field, stands, now, after, column, set }: Marking,
) {
	const details = { added: added.length, removed: removed.length };
	const touched = (ids: readonly string[], wanted: SQL) => sql`organisation = ${place.id}
		and person in (select value from json_each(${JSON.stringify(ids)}))
		and from_day <= ${today} and (to_day is null or to_day > ${today}) and ${wanted}`;
	const half = (ids: readonly string[], wanted: SQL, told: SQL, value: SQL) => [
		run(
			db,
			sql`insert into change (organisation, subject, at, id, by, act, details, made_from)
			select organisation, person, ${nowInSeconds()}, ${by.id}, ${by.by}, ${by.act},
				json_object('from', json_object(${field}, ${now}), 'to', json_object(${field}, ${told})), ${by.madeFrom}
			from membership where ${touched(ids, wanted)}`,
		),
		run(db, sql`update membership set ${ours(column)} = ${value} where ${touched(ids, wanted)}`),
	];
	return db.batch([
		changeOf(db, place, { ...by, details }),
		...half(added, sql`not ${stands}`, after.added, set.added),
		...half(removed, stands, after.removed, set.removed),
	]);
}
