import { and, eq, lt, type SQL, sql } from "drizzle-orm";
import type { Place } from "../http/door";
import type { Post } from "../roles/may";
import { type Database, rows, run } from "../tables/database";
import { holder, link, membership, organisation, person } from "../tables/ground";
import { type Day, nowInSeconds } from "../values/day";
import { newId, newSecret, sha256 } from "../values/id";
import { seatFree } from "./seats/store";

/** Whether others stand below a place; what is for practice doesn't count. */
export function anyBelow(db: Database, place: Pick<Place, "id">) {
	return db
		.select({ id: organisation.id })
		.from(organisation)
		.where(and(eq(organisation.parent, place.id), eq(organisation.practice, false)))
		.limit(1);
}

/** Whether a post has a seat left here from a day on. */
export function freeSeat(db: Database, place: Place, post: Post, day: Day) {
	return rows<{ free: number }>(db, sql`select ${seatFree(sql`${place.id}`, sql`${post}`, day)} as free`);
}

/**
 * A member of this association by name, for giving them a post; nobody for a forged id. `signsIn` says that they hold a post
 * somewhere or are signed in already: a link would let whoever opens it be them.
 */
export function memberNamed(db: Database, place: Place, id: string) {
	return db
		.select({
			id: person.id,
			name: person.name,
			signsIn: sql<number>`exists (select 1 from holder where holder.person = ${person.id})
				or exists (select 1 from session where session.person = ${person.id})`.as("signs_in"),
		})
		.from(membership)
		.innerJoin(person, eq(person.id, membership.person))
		.where(and(eq(membership.organisation, place.id), eq(membership.person, id)))
		.limit(1);
}

/**
 * A single-use link into a post here, good for seven days. Whatever has expired is swept out on the way.
 * @returns the secret, which is kept nowhere
 */
export async function makeOfficerLink(
	db: Database,
	place: Place,
	officer: { name: string; post: Post; person: string | null },
	by: string,
): Promise<string> {
	const secret = newSecret();
	const now = nowInSeconds();
	await db.batch([
		db.insert(link).values({
			...officer,
			hash: await sha256(secret),
			kind: "post",
			organisation: place.id,
			madeBy: by,
			expiresAt: now + 7 * 86_400,
		}),
		db.delete(link).where(lt(link.expiresAt, now)),
	]);
	return secret;
}

/** Gives a post to somebody who signs in already; the same post again changes nothing, and a council's only into a free seat. */
export function givePost(
	db: Database,
	place: Place,
	officer: { person: string; post: Post },
	by: string,
	today: Day,
) {
	return run(
		db,
		sql`insert into holder (organisation, id, person, post, from_day, made_by, how)
		select ${place.id}, ${newId()}, ${officer.person}, ${officer.post}, ${today}, ${by}, 'appointed'
		where not exists (select 1 from holder where organisation = ${place.id} and person = ${officer.person}
			and post = ${officer.post} and (to_day is null or to_day > ${today}))
			and ${seatFree(sql`${place.id}`, sql`${officer.post}`, today)}`,
	);
}

/**
 * Ends a post from today on; who held it can no longer do here what the post allowed, at once, and the links they made into
 * this organisation are void. Owners' posts stay.
 */
export async function endPost(db: Database, place: Place, id: string, today: Day): Promise<boolean> {
	const who = sql`(select person from holder where organisation = ${place.id} and id = ${id} and post <> 'owner')`;
	const [ended] = await db.batch([
		db
			.update(holder)
			.set({ toDay: today })
			.where(
				and(
					eq(holder.organisation, place.id),
					eq(holder.id, id),
					sql`(${holder.toDay} is null or ${holder.toDay} > ${today})`,
					sql`${holder.post} <> 'owner'`,
				),
			),
		db.delete(link).where(and(eq(link.organisation, place.id), sql`${link.madeBy} = ${who}`)),
	]);
	return ended.meta.changes > 0;
}

/** The statements that end every post in an organisation that is deregistered, and void the links into it. */
export function endEveryPost(db: Database, place: Pick<Place, "id">, day: Day, good: SQL) {
	return [
		run(
			db,
			sql`update holder set to_day = ${day}, ended_because = 'deregistered'
			where organisation = ${place.id} and (to_day is null or to_day > ${day}) and from_day <= ${day} and ${good}`,
		),
		run(db, sql`delete from link where organisation = ${place.id} and ${good}`),
	] as const;
}

/** The statement that takes that back: whoever held a post until then holds it again. */
export function beginEveryPostAgain(db: Database, place: Pick<Place, "id">, day: Day, good: SQL) {
	return run(
		db,
		sql`update holder set to_day = null, ended_because = null
		where organisation = ${place.id} and to_day = ${day} and ended_because = 'deregistered' and ${good}`,
	);
}
