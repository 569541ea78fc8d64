import { and, eq, gt, type SQLWrapper, sql } from "drizzle-orm";
import { alias } from "drizzle-orm/sqlite-core";
import type { Context } from "hono";
import { getCookie, setCookie } from "hono/cookie";
import { foundOut, middleware, type Place, type Reader } from "../http/door";
import { type Act, actsOf } from "../roles/may";
import { named } from "../tables/database";
import { holder, organisation, person, session } from "../tables/ground";
import { nowInSeconds } from "../values/day";
import { sha256 } from "../values/id";

const signedInFor = 30 * 86_400;

/** The name of the session cookie: bound to https and this host wherever there is https. */
export const cookieName = (c: Context) =>
	new URL(c.req.url).protocol === "https:" ? "__Host-session" : "session";

/**
 * Finds who is reading, and the organisation that the path names, in one round trip. The organisation is looked up
 * through the reader's posts, so one that they don't reach is simply not found.
 */
export const reader = middleware(async (c, next) => {
	const bearer = /^Bearer ([\w-]{20,100})$/.exec(c.req.header("Authorization") ?? "")?.[1];
	// Whoever brings an Authorization header is a program, and its cookies don't count: the Origin check exempts it.
	const secret = c.req.header("Authorization") === undefined ? getCookie(c, cookieName(c)) : bearer;
	if (secret) {
		const hash = await sha256(secret);
		const wanted = /^\/o\/([0-9a-z]{1,16})(?:\/|$)/.exec(c.req.path)?.[1] ?? "";
		const [sessions, reached] = await lookUp(c, hash, wanted);
		const found = sessions[0];
		if (found && (found.kind === "program") === (bearer !== undefined)) {
			const { seenOn, ...rest } = found;
			c.set("reader", { ...rest, sessionHash: hash });
			c.set("place", placeFrom(reached, rest));
			if (seenOn !== c.get("today")) renew(c, hash, secret, found.kind);
		}
	}
	await next();
});

function lookUp(c: Context, hash: string, wanted: string) {
	const { db } = foundOut(c);
	return db.batch([
		db
			.select({
				person: session.person,
				name: person.name,
				session: session.id,
				kind: session.kind,
				readsOnly: session.readsOnly,
				seenOn: session.seenOn,
			})
			.from(session)
			.innerJoin(person, eq(person.id, session.person))
			.where(and(eq(session.hash, hash), gt(session.expiresAt, nowInSeconds()))),
		postsReaching(c, hash, wanted),
	]);
}

/** The organisation under an id once for each post by which a session's person reaches it; nothing where none does. */
function postsReaching(c: Context, hash: string, wanted: string) {
	const { db, today } = foundOut(c);
	const seat = alias(organisation, "seat");
	const up = alias(organisation, "up");
	return db
		.select({
			id: organisation.id,
			path: organisation.path,
			kind: organisation.kind,
			name: organisation.name,
			adults: organisation.adults,
			households: organisation.households,
			status: organisation.status,
			practice: organisation.practice,
			parentName: named(up.name, "parent_name"),
			post: holder.post,
			seat: holder.organisation,
		})
		.from(session)
		.innerJoin(holder, and(eq(holder.person, session.person), heldOn(today)))
		.innerJoin(seat, eq(seat.id, holder.organisation))
		.innerJoin(
			organisation,
			and(
				eq(organisation.id, wanted),
				sql`${organisation.path} >= ${seat.path}`,
				sql`${organisation.path} < ${endOf(seat.path)}`,
			),
		)
		.leftJoin(up, eq(up.id, organisation.parent))
		.where(and(eq(session.hash, hash), gt(session.expiresAt, nowInSeconds())));
}

/**
 * Another organisation than the one that the path names, as a statement and what to make of its rows: acts that concern two
 * need the reader to reach both.
 */
export function otherPlace(c: Context, id: string) {
	const { reader } = foundOut(c);
	return {
		rows: postsReaching(c, reader?.sessionHash ?? "", /^[0-9a-z]{1,16}$/.test(id) ? id : ""),
		placeOf: (rows: Reached): Place | null => reader && placeFrom(rows, reader),
	};
}

/** Whether a post is held on a day. */
export const heldOn = (today: string) =>
	sql`${holder.fromDay} <= ${today} and (${holder.toDay} is null or ${holder.toDay} > ${today})`;

/** The first path after a subtree: '0' is the character after '/'. */
export const endOf = (path: SQLWrapper) => sql`substr(${path}, 1, length(${path}) - 1) || '0'`;

type Reached = Awaited<ReturnType<typeof postsReaching>>;

/** Where there is no association yet, or no longer: it can be looked at, and founded again. */
const rests = { unfounded: true, deregistered: true };
const shapes = (act: Act) => act === "see" || act === "shape the tree";

function placeFrom(rows: Reached, who: { readsOnly: boolean }): Place | null {
	const first = rows[0];
	if (!first) return null;
	const holds = rows.map((row) => ({
		post: row.post,
		at: row.seat === row.id ? ("own" as const) : ("below" as const),
	}));
	const granted = actsOf(holds);
	const acts = who.readsOnly ? (["see"] as const) : first.status in rests ? granted.filter(shapes) : granted;
	const { post: _post, seat: _seat, ...rest } = first;
	return { ...rest, holds, acts, reached: true };
}

/** Slides the thirty days on, at most once a day and after the answer has gone out. */
function renew(c: Context, hash: string, secret: string, kind: Reader["kind"]): void {
	const { db, today } = foundOut(c);
	const expiresAt = nowInSeconds() + signedInFor;
	const changes = kind === "device" ? { seenOn: today, expiresAt } : { seenOn: today };
	c.executionCtx.waitUntil(db.update(session).set(changes).where(eq(session.hash, hash)).run());
	if (kind === "device") keepSignedIn(c, secret);
}

/** Gives the browser its session cookie. */
export function keepSignedIn(c: Context, secret: string): void {
	setCookie(c, cookieName(c), secret, {
		path: "/",
		httpOnly: true,
		secure: cookieName(c).startsWith("__Host-"),
		sameSite: "Lax",
		maxAge: signedInFor,
	});
}
