import { and, eq, sql } from "drizzle-orm";
import { type Authorship, changeWhere, isKept } from "../../changes/store";
import type { Place } from "../../http/door";
import { type Database, rows, run } from "../../tables/database";
import { type AgendaItem, meeting, type Share, signing } from "../../tables/meetings";
import type { Day } from "../../values/day";
import type { NewResolution } from "../input";

/** Whether a meeting is held and not signed yet: only then is anything written of it. */
const stillOpen = (place: Place, id: string) =>
	sql`exists (select 1 from activity where organisation = ${place.id} and id = ${id})
		and not exists (select 1 from signing where organisation = ${place.id} and meeting = ${id})`;

/** Keeps what was said, if nobody wrote of the same meeting since it was read. */
export function keepSaid(
	db: Database,
	place: Place,
	{ id, agenda: before }: { id: string; agenda: AgendaItem[] },
	agenda: AgendaItem[],
	by: Authorship,
) {
	const asRead = sql`(select agenda from meeting where organisation = ${place.id} and id = ${id}) = ${JSON.stringify(before)}`;
	return db.batch([
		changeWhere(
			db,
			place,
			{ ...by, subject: id, act: "minuted", details: {} },
			sql`${stillOpen(place, id)} and ${asRead}`,
		),
		db
			.update(meeting)
			.set({ agenda })
			.where(and(eq(meeting.organisation, place.id), eq(meeting.id, id), isKept(place, id, by.id))),
	]);
}

/** Keeps what was put to the vote. */
export function resolve(
	db: Database,
	place: Place,
	id: string,
	{ item, text, votes_for: votesFor, votes_against: votesAgainst, abstained }: NewResolution,
	share: Share,
	by: Authorship,
) {
	return db.batch([
		changeWhere(
			db,
			place,
			{
				...by,
				subject: id,
				act: "resolved",
				details: { text, for: votesFor, against: votesAgainst, abstained },
			},
			stillOpen(place, id),
		),
		run(
			db,
			sql`insert into resolution (organisation, meeting, id, item, text, share, votes_for, votes_against, abstained, made_by, made_from)
			select ${place.id}, ${id}, ${by.id}, cast(${item} as integer), ${text}, ${share}, cast(${votesFor} as integer),
				cast(${votesAgainst} as integer), cast(${abstained} as integer), ${by.by}, ${by.madeFrom}
			where ${isKept(place, id, by.id)}`,
		),
	]);
}

/** Takes a resolution back that was written down wrongly; the change keeps what it said. */
export function takeBack(
	db: Database,
	place: Place,
	id: string,
	{
		id: which,
		...said
	}: { id: string; text: string; votesFor: number; votesAgainst: number; abstained: number },
	by: Authorship,
) {
	const { text, votesFor, votesAgainst, abstained } = said;
	return db.batch([
		changeWhere(
			db,
			place,
			{
				...by,
				subject: id,
				act: "unresolved",
				details: { text, for: votesFor, against: votesAgainst, abstained },
			},
			sql`${stillOpen(place, id)} and exists (select 1 from resolution where organisation = ${place.id} and meeting = ${id} and id = ${which})`,
		),
		run(
			db,
			sql`delete from resolution where organisation = ${place.id} and meeting = ${id} and id = ${which} and ${isKept(place, id, by.id)}`,
		),
	]);
}

/** All that minutes rest on, as one text: they are signed only if it still reads the same. */
function standingOf(place: Place, id: string) {
	const its = sql`organisation = ${place.id} and activity = ${id}`;
	return sql`json_array(
		(select json_array(title, day, place) from activity where organisation = ${place.id} and id = ${id}),
		(select json_array(kind, time, agenda) from meeting where organisation = ${place.id} and id = ${id}),
		(select json_group_array(person || proxy) from (select person, min(proxy) as proxy from attendance where ${its} group by person order by person)),
		(select json_group_array(id) from (select id from resolution where organisation = ${place.id} and meeting = ${id} order by id)))`;
}

export function standingNow(db: Database, place: Place, id: string) {
	return rows<{ standing: string }>(db, sql`select ${standingOf(place, id)} as standing`);
}

/** Signs minutes off, if everything still stands as it was read; one signature for each meeting. */
export async function sign(
	db: Database,
	place: Place,
	id: string,
	seal: { id: string; by: string; madeFrom: string; minutes: string; digest: string; standing: string },
	today: Day,
): Promise<boolean> {
	const signed = await run(
		db,
		sql`insert into signing (organisation, meeting, id, signed_on, signed_by, minutes, digest, made_from)
		select ${place.id}, ${id}, ${seal.id}, ${today}, ${seal.by}, ${seal.minutes}, ${seal.digest}, ${seal.madeFrom}
		where ${standingOf(place, id)} = ${seal.standing}`,
	);
	return signed.meta.changes > 0;
}

/** What the signing of a meeting was made from, if it is signed. */
export async function signedBefore(db: Database, place: Place, id: string): Promise<string | undefined> {
	const found = await db
		.select({ madeFrom: signing.madeFrom })
		.from(signing)
		.where(and(eq(signing.organisation, place.id), eq(signing.meeting, id)));
	return found[0]?.madeFrom;
}

/** Adds something to signed minutes; what was signed stays as it is. */
export function add(db: Database, place: Place, id: string, text: string, by: Authorship, today: Day) {
	return db.batch([
		changeWhere(
			db,
			place,
			{ ...by, subject: id, act: "added", details: {} },
			sql`exists (select 1 from signing where organisation = ${place.id} and meeting = ${id})`,
		),
		run(
			db,
			sql`insert into addition (organisation, meeting, id, day, text, made_by, made_from)
			select ${place.id}, ${id}, ${by.id}, ${today}, ${text}, ${by.by}, ${by.madeFrom} where ${isKept(place, id, by.id)}`,
		),
	]);
}
