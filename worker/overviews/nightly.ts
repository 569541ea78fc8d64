import { drizzle } from "drizzle-orm/d1";
import { chainWaiting } from "../funds/chaining";
import type { Bindings } from "../http/door";
import { forgetForGood } from "../members/seek";
import { recountEveryMember } from "../members/standing";
import { renewSeatBoard } from "../officers/seats/board";
import { renewPlanBoard } from "../plans/board/store";
import { sweepExpired } from "../session/keys";
import { keepEveryNow, renewTraining } from "../training/board/store";
import { dayOf, nowInSeconds, yearOf } from "../values/day";
import { renewBoard } from "./board";

/**
 * The nightly job: what has expired goes, then the members of a day that nobody wrote on are counted and every board
 * made anew, so that whoever looks first in the morning sees last night's figures. The work is the database's.
 */
export async function nightly(env: Bindings): Promise<void> {
	const [db, today] = [drizzle(env.DB), dayOf(nowInSeconds(), env.TIME_ZONE || "Asia/Shanghai")];
	await sweepExpired(db);
	await forgetForGood(db, 500);
	await recountEveryMember(db, today);
	await renewBoard(db, yearOf(today), null);
	await renewSeatBoard(db, today, null);
	await renewPlanBoard(db, yearOf(today), today, null);
	await renewTraining(db, today, null);
	await keepEveryNow(db, today);
	await chainWaiting(db);
}
