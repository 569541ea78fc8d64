import { drizzle } from "drizzle-orm/d1";
import type { Bindings } from "../http/door";
import { recountEveryMember } from "../members/standing";
import { dayOf, nowInSeconds, yearOf } from "../values/day";
import { renewBoard } from "./board";

/**
 * The nightly job: the members of a day that nobody wrote on, then every board anew, so that whoever looks first in the
 * morning sees last night's figures. Both are single statements: the work is the database's.
 */
export async function nightly(env: Bindings): Promise<void> {
	const [db, today] = [drizzle(env.DB), dayOf(nowInSeconds(), env.TIME_ZONE || "Asia/Shanghai")];
	await recountEveryMember(db, today);
	await renewBoard(db, yearOf(today), null);
}
