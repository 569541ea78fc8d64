import { and, asc, eq, sql } from "drizzle-orm";
import type { NewPicture } from "../../changes/pictures";
import { type Authorship, changeWhere, isKept } from "../../changes/store";
import type { Place } from "../../http/door";
import { photograph } from "../../tables/activities";
import { type Database, run } from "../../tables/database";
import { nowInSeconds } from "../../values/day";
import { heldBy } from "../report/store";

/** How many photographs an activity keeps. */
export const mostPhotographs = 12;

const heldHere = (place: Pick<Place, "id">, activity: string) => heldBy(place, activity, photograph);

/** The photographs of an activity that this organisation holds, the earliest first. */
export const photographsOf = (db: Database, place: Pick<Place, "id">, activity: string) =>
	db
		.select({ id: photograph.id, width: photograph.width, height: photograph.height, key: photograph.key })
		.from(photograph)
		.where(heldHere(place, activity))
		.orderBy(asc(photograph.at), asc(photograph.id))
		.limit(mostPhotographs);

/** Where the bytes of one lie; nothing for a forged id. */
export const photographOf = (db: Database, place: Place, activity: string, id: string) =>
	db
		.select({ key: photograph.key })
		.from(photograph)
		.where(and(heldHere(place, activity), eq(photograph.id, id)));

/** Puts a photograph beside an activity of this place, if there is room; its first result is the change's own. */
export function add(db: Database, place: Place, activity: string, made: NewPicture, by: Authorship) {
	const room = sql`(select count(*) from photograph where organisation = ${place.id} and activity = ${activity}) < ${mostPhotographs}
		and exists (select 1 from activity where organisation = ${place.id} and id = ${activity})`;
	return db.batch([
		changeWhere(db, place, { ...by, subject: activity, act: "photographed", details: { id: made.id } }, room),
		run(
			db,
			sql`insert into photograph (organisation, activity, id, key, width, height, at, made_by)
			select ${place.id}, ${activity}, ${made.id}, ${made.key}, ${made.width}, ${made.height}, ${nowInSeconds()}, ${by.by}
			where ${isKept(place, activity, by.id)}`,
		),
	]);
}

/** Takes one away; its bytes are gone before. */
export function remove(db: Database, place: Place, activity: string, id: string, by: Authorship) {
	const stands = sql`exists (select 1 from photograph where organisation = ${place.id} and activity = ${activity} and id = ${id})`;
	return db.batch([
		changeWhere(db, place, { ...by, subject: activity, act: "photograph-removed", details: { id } }, stands),
		db
			.delete(photograph)
			.where(
				and(
					eq(photograph.organisation, place.id),
					eq(photograph.activity, activity),
					eq(photograph.id, id),
					isKept(place, activity, by.id),
				),
			),
	]);
}
