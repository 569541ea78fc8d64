import { sql } from "drizzle-orm";
import { type Authorship, changeWhere, isKept } from "../../changes/store";
import type { Place } from "../../http/door";
import { recountMembers } from "../../members/standing";
import { endEveryMembership } from "../../members/store";
import { endEveryPost } from "../../officers/store";
import { isStill, type Typed } from "../../organisations/life/latest";
import { deregistrationOf, forgetBoards } from "../../organisations/life/store";
import { askedFromAbove, openWavesOf } from "../../surveys/wave/store";
import { type Database, rows } from "../../tables/database";
import { type Day, yearOf } from "../../values/day";
import type { Left } from "./rules";

const below = (place: Place) =>
	sql`path > ${place.path} and path < ${`${place.path.slice(0, -1)}0`} and status <> 'deregistered'`;
const balance = (place: Place) =>
	sql`(select coalesce(sum(received - used), 0) from standing where organisation = ${place.id})`;
const waitingTransfers = (place: Place) =>
	sql`from transfer_waiting where organisation = ${place.id} or receiver = ${place.id}`;

/** What is left at a place, as one row; its members as the kept figures of the year say. */
export function leftAt(db: Database, place: Place, today: Day) {
	return rows<Left>(
		db,
		sql`select (select count(*) from organisation where ${below(place)}) as below,
			coalesce((select members from standing where organisation = ${place.id} and year = ${yearOf(today)}), 0) as members,
			(select count(*) from holder where organisation = ${place.id} and (to_day is null or to_day > ${today})) as posts,
			${openWavesOf(place.id)} as waves, ${askedFromAbove(place.id)} as asked, ${balance(place)} as balance,
			(select count(*) from application where organisation = ${place.id}) as applications,
			(select count(*) ${waitingTransfers(place)}) as transfers`,
	);
}

/**
 * The day before which a place can't have been deregistered: a member joined or a post began then, or another organisation
 * still stood below it.
 */
export function endsAfter(db: Database, place: Place) {
	return rows<{ day: Day }>(
		db,
		sql`select max(
			coalesce((select max(from_day) from membership where organisation = ${place.id} and to_day is null), ''),
			coalesce((select max(from_day) from holder where organisation = ${place.id} and to_day is null), ''),
			coalesce((select max(to_day) from stage where ${below(place)}), '')) as day`,
	);
}

/** Deregisters a place and ends its members' and officers' terms with it; nothing is written if anything stands in the way. */
export function deregister(
	db: Database,
	place: Place,
	{ day, reason, ends }: Typed & { ends: boolean },
	{ by, latest, today }: { by: Authorship; latest: string; today: Day },
) {
	const kept = isKept(place, place.id, by.id);
	const details = { day, reason, from: { status: place.status } };
	const noneLeft = ends
		? sql`true`
		: sql`not exists (select 1 from membership where organisation = ${place.id} and (to_day is null or to_day > ${day}))
			and not exists (select 1 from holder where organisation = ${place.id} and (to_day is null or to_day > ${day}))`;
	const good = sql`${isStill(place, latest)} and ${noneLeft} and ${balance(place)} = 0
		and not exists (select 1 from organisation where ${below(place)}) and ${openWavesOf(place.id)} = 0 and ${askedFromAbove(place.id)} = 0
		and not exists (select 1 from application where organisation = ${place.id})
		and not exists (select 1 ${waitingTransfers(place)})`;
	return db.batch([
		changeWhere(db, place, { ...by, subject: place.id, act: "deregistered", details }, good),
		...deregistrationOf(db, place.id, { id: by.id, day, reason, by: by.by }, kept),
		endEveryMembership(db, place, day, kept),
		...endEveryPost(db, place, day, kept),
		...recountMembers(db, place, today, day),
		forgetBoards(db, place.path),
	]);
}
