import { and, desc, eq, isNull, lt, sql } from "drizzle-orm";
import type { Place } from "../http/door";
import type { Post } from "../roles/may";
import type { Database } from "../tables/database";
import { holder, link, membership, person } from "../tables/ground";
import { type Day, nowInSeconds } from "../values/day";
import { newSecret, sha256 } from "../values/id";

/** Who holds or held a post here, the running ones first. */
export function holdersOf(db: Database, place: Place) {
	return db
		.select({
			id: holder.id,
			person: holder.person,
			name: person.name,
			post: holder.post,
			fromDay: holder.fromDay,
			toDay: holder.toDay,
		})
		.from(holder)
		.innerJoin(person, eq(person.id, holder.person))
		.where(eq(holder.organisation, place.id))
		.orderBy(sql`${holder.toDay} is not null`, desc(holder.fromDay))
		.limit(60);
}

/** A member of this association by name, for giving them a post; nobody for a forged id. */
export function memberNamed(db: Database, place: Place, id: string) {
	return db
		.select({ id: person.id, name: person.name })
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

/** Ends a post from today on; who held it can no longer do here what the post allowed, at once. Owners' posts stay. */
export async function endPost(db: Database, place: Place, id: string, today: Day): Promise<boolean> {
	const ended = await db
		.update(holder)
		.set({ toDay: today })
		.where(
			and(
				eq(holder.organisation, place.id),
				eq(holder.id, id),
				isNull(holder.toDay),
				sql`${holder.post} <> 'owner'`,
			),
		)
		.run();
	return ended.meta.changes > 0;
}
