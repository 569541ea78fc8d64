import { and, desc, eq, inArray, or } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import type { Place } from "../../http/door";
import { type Database, named } from "../../tables/database";
import { change, organisation, person } from "../../tables/ground";
import { merger, split, stage } from "../../tables/tree";

/** How many acts and changes a history shows. */
const most = 60;

/** The stages of a place's life, the latest first: what it was, by which act, why, and who entered it. */
export function stagesOf(db: Database, place: Pick<Place, "id">) {
	const up = alias(organisation, "up");
	return db
		.select({
			id: stage.id,
			follows: stage.follows,
			act: stage.act,
			fromDay: stage.fromDay,
			toDay: stage.toDay,
			reason: stage.reason,
			name: stage.name,
			kind: stage.kind,
			status: stage.status,
			parentName: named(up.name, "parent_name"),
			by: named(person.name, "by_name"),
			madeAt: stage.madeAt,
		})
		.from(stage)
		.leftJoin(up, eq(up.id, stage.parent))
		.leftJoin(person, eq(person.id, stage.madeBy))
		.where(eq(stage.organisation, place.id))
		.orderBy(desc(stage.fromDay), desc(stage.madeAt))
		.limit(most);
}

/** What was corrected or taken back besides: the counts of people, and acts that were slips. */
export function correctionsOf(db: Database, place: Place) {
	return db
		.select({ id: change.id, at: change.at, act: change.act, by: person.name, details: change.details })
		.from(change)
		.leftJoin(person, eq(person.id, change.by))
		.where(
			and(
				eq(change.organisation, place.id),
				eq(change.subject, place.id),
				inArray(change.act, ["changed", "retracted"]),
			),
		)
		.orderBy(desc(change.at))
		.limit(most);
}

/** The mergers and splits that a place was one side of, with the name of the other side. */
export function passagesOf(db: Database, place: Place) {
	const one = alias(organisation, "one");
	const other = alias(organisation, "other");
	return [
		db
			.select({
				id: merger.id,
				day: merger.day,
				from: named(one.name, "from_name"),
				to: named(other.name, "to_name"),
			})
			.from(merger)
			.innerJoin(one, eq(one.id, merger.gone))
			.innerJoin(other, eq(other.id, merger.organisation))
			.where(or(eq(merger.organisation, place.id), eq(merger.gone, place.id)))
			.orderBy(desc(merger.day))
			.limit(20),
		db
			.select({
				id: split.id,
				day: split.day,
				from: named(one.name, "from_name"),
				to: named(other.name, "to_name"),
			})
			.from(split)
			.innerJoin(one, eq(one.id, split.organisation))
			.innerJoin(other, eq(other.id, split.made))
			.where(or(eq(split.organisation, place.id), eq(split.made, place.id)))
			.orderBy(desc(split.day))
			.limit(20),
	] as const;
}
