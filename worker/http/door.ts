import type { Context } from "hono";
import { createFactory } from "hono/factory";
import type { Act, Hold, Post } from "../roles/may";
import type { Database } from "../tables/database";
import type { Status } from "../tables/ground";
import type { Day } from "../values/day";
import type { Language } from "../values/language";

/** What the platform binds; `PHOTOGRAPHS`, `ASSETS` and `DEMONSTRATION` may be absent. */
export type Bindings = {
	DB: D1Database;
	/** Where photographs lie. Without it there are none, and everything else works. */
	PHOTOGRAPHS?: R2Bucket;
	/** IANA name of the root's time zone; Asia/Shanghai unless set. */
	TIME_ZONE?: string;
	/** "1" where the whole installation is a demonstration. */
	DEMONSTRATION?: string;
};

/** Who is reading: a signed-in person, on a device or through a program's bearer token. */
export type Reader = {
	person: string;
	name: string;
	session: string;
	sessionHash: string;
	kind: "device" | "program";
	readsOnly: boolean;
};

/**
 * An organisation that the reader reaches, with what they may do there. Only middleware/reader.ts makes one, from a look-up
 * that is itself bounded by the reader's posts; a store that asks for a Place can't be called for a forged id.
 */
export type Place = {
	id: string;
	path: string;
	kind: string;
	status: Status;
	/** A practice village: marked on every page, left out of every count. */
	practice: boolean;
	name: string;
	adults: number | null;
	households: number | null;
	parentName: string | null;
	holds: readonly Hold[];
	acts: readonly Act[];
	readonly reached: true;
};

export type Variables = {
	db: Database;
	language: Language;
	zone: string;
	today: Day;
	reader: Reader | null;
	place: Place | null;
	flash: string | null;
};

export type Door = { Bindings: Bindings; Variables: Variables };

/** What the middleware found out, for what serves rooms of every kind. */
export function foundOut(c: Context): Variables {
	return c.var as Variables;
}

const factory = createFactory<Door>();

/** A new room: an app that knows the bindings and what the middleware found out. */
export const room = factory.createApp;

/** A middleware that knows the same. */
export const middleware = factory.createMiddleware;

/** The post a reader shows on the page: the first by which they reach the place. */
export function shownPost(place: Place | null): Post | null {
	return place?.holds[0]?.post ?? null;
}
