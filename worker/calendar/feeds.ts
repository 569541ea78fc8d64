import { and, asc, eq, sql } from "drizzle-orm";
import type { Place, Reader } from "../http/door";
import { endOf, heldOn } from "../middleware/reader";
import { seeingBelow } from "../roles/may";
import { calendarFeed } from "../tables/calendar";
import { type Database, rows } from "../tables/database";
import { holder } from "../tables/ground";
import type { Day } from "../values/day";
import { newId, newSecret, sha256 } from "../values/id";
import type { Language } from "../values/language";

/** The most links that somebody keeps to one calendar. */
export const mostFeeds = 10;

/** One's own links to a place's calendar. */
export function feedsOf(db: Database, place: Pick<Place, "id">, who: string) {
	const { id, label, madeOn } = calendarFeed;
	return db
		.select({ id, label, madeOn })
		.from(calendarFeed)
		.where(and(eq(calendarFeed.person, who), eq(calendarFeed.organisation, place.id)))
		.orderBy(asc(calendarFeed.madeOn), asc(calendarFeed.id))
		.limit(mostFeeds);
}

/** Makes a link; its secret is shown this once. Null where somebody has as many as they may. */
export async function makeFeed(
	db: Database,
	place: Pick<Place, "id">,
	reader: Pick<Reader, "person">,
	{ label, language, today }: { label: string; language: Language; today: Day },
): Promise<string | null> {
	if ((await feedsOf(db, place, reader.person)).length >= mostFeeds) return null;
	const secret = newSecret();
	await db.insert(calendarFeed).values({
		...{ hash: await sha256(secret), id: newId(), person: reader.person, organisation: place.id },
		...{ label, language, madeOn: today },
	});
	return secret;
}

/** Revokes one of one's own links, and says whether there was such a one. */
export async function endFeed(
	db: Database,
	place: Pick<Place, "id">,
	who: string,
	id: string,
): Promise<boolean> {
	const { meta } = await db
		.delete(calendarFeed)
		.where(
			and(eq(calendarFeed.person, who), eq(calendarFeed.organisation, place.id), eq(calendarFeed.id, id)),
		);
	return meta.changes === 1;
}

export type Fed = Pick<Place, "id" | "path" | "kind" | "name"> & { language: Language };

/** Whose calendar a secret opens, as long as whoever made the link may still see it. */
export async function fedBy(db: Database, secret: string, today: Day): Promise<Fed | null> {
	const seat = sql`seat`;
	const below = sql.join(
		seeingBelow.map((post) => sql`${post}`),
		sql`, `,
	);
	const [found] = await rows<Fed>(
		db,
		sql`select one.id, one.path, one.kind, one.name, calendar_feed.language from calendar_feed
		join organisation as one on one.id = calendar_feed.organisation
		join ${holder} on ${holder.person} = calendar_feed.person and ${heldOn(today)}
		join organisation as seat on seat.id = ${holder.organisation} and one.path >= seat.path
			and one.path < ${endOf(sql`${seat}.path`)}
		where calendar_feed.hash = ${await sha256(secret)} and (seat.id = one.id or ${holder.post} in (${below}))
		limit 1`,
	);
	return found ?? null;
}
