import { and, desc, eq, gt, lt, or, sql } from "drizzle-orm";
import type { Database } from "../tables/database";
import { holder, link, organisation, recovery, session } from "../tables/ground";
import { type Day, nowInSeconds } from "../values/day";
import { newId, newSecret, sha256 } from "../values/id";

const day = 86_400;

/** A person's posts today, with the organisation each is in: the way from "/" to their pages. */
export function postsOf(db: Database, who: string, today: Day) {
	return db
		.select({ post: holder.post, organisation: organisation.id, name: organisation.name })
		.from(holder)
		.innerJoin(organisation, eq(organisation.id, holder.organisation))
		.where(
			and(
				eq(holder.person, who),
				sql`${holder.fromDay} <= ${today}`,
				or(sql`${holder.toDay} is null`, gt(holder.toDay, today)),
			),
		)
		.orderBy(sql`length(${organisation.path})`);
}

/** What one's own page shows: devices and programs, posts, and how many recovery codes are left. */
export async function ownKeys(db: Database, who: string, today: Day) {
	const [sessions, posts, codes] = await db.batch([
		db
			.select({
				id: session.id,
				kind: session.kind,
				label: session.label,
				readsOnly: session.readsOnly,
				madeOn: session.madeOn,
				seenOn: session.seenOn,
			})
			.from(session)
			.where(and(eq(session.person, who), gt(session.expiresAt, nowInSeconds())))
			.orderBy(desc(session.madeOn))
			.limit(50),
		postsOf(db, who, today),
		db.select({ hash: recovery.hash }).from(recovery).where(eq(recovery.person, who)),
	]);
	return { sessions, posts, codes: codes.length };
}

/** Ends one of a person's own sessions, at once; someone else's is not found. */
export async function endSession(db: Database, who: string, id: string): Promise<boolean> {
	const ended = await db
		.delete(session)
		.where(and(eq(session.person, who), eq(session.id, id)))
		.run();
	return ended.meta.changes > 0;
}

/** A link for another device of the same person, good for ten minutes; whatever has expired is swept out on the way. */
export async function makeDeviceLink(db: Database, who: { person: string; name: string }): Promise<string> {
	const secret = newSecret();
	const now = nowInSeconds();
	await db.batch([
		db.insert(link).values({
			hash: await sha256(secret),
			kind: "device",
			person: who.person,
			name: who.name,
			expiresAt: now + 600,
		}),
		db.delete(link).where(lt(link.expiresAt, now)),
	]);
	return secret;
}

/** A bearer token for a program; it acts as its maker and never beyond them. Good until it is revoked. */
export async function makeToken(
	db: Database,
	who: string,
	token: { label: string; readsOnly: boolean; today: Day },
): Promise<string> {
	const secret = newSecret();
	await db.insert(session).values({
		hash: await sha256(secret),
		id: newId(),
		person: who,
		kind: "program",
		label: token.label,
		readsOnly: token.readsOnly,
		madeOn: token.today,
		seenOn: token.today,
		expiresAt: nowInSeconds() + 3650 * day,
	});
	return secret;
}

/** Ten fresh recovery codes for an owner; the ones before are void. Each is 80 random bits, shown this once. */
export async function makeRecoveryCodes(db: Database, who: string): Promise<string[]> {
	const codes = Array.from({ length: 10 }, () => newId());
	const rows = await Promise.all(codes.map(async (code) => ({ hash: await sha256(code), person: who })));
	await db.batch([db.delete(recovery).where(eq(recovery.person, who)), db.insert(recovery).values(rows)]);
	return codes;
}

/** Takes away sessions and links that have expired; nobody could use them any more. */
export function sweepExpired(db: Database) {
	const now = nowInSeconds();
	return db.batch([
		db.delete(session).where(lt(session.expiresAt, now)),
		db.delete(link).where(lt(link.expiresAt, now)),
	]);
}
