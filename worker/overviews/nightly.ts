import { drizzle } from "drizzle-orm/d1";
import type { Bindings } from "../http/door";
import { dayOf, nowInSeconds, yearOf } from "../values/day";
import { renewBoard } from "./board";

/** The nightly job: every board anew, so that whoever looks first in the morning sees yesterday's evening. */
export async function nightly(env: Bindings): Promise<void> {
	const today = dayOf(nowInSeconds(), env.TIME_ZONE || "Asia/Shanghai");
	await renewBoard(drizzle(env.DB), yearOf(today), null);
}
