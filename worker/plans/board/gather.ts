import type { Context } from "hono";
import { foundOut } from "../../http/door";
import { stamp } from "../../officers/seats/gather";
import { nowInSeconds, yearOf } from "../../values/day";
import { mostWaiting, plansWaiting } from "../filing/store";
import { type Inside, type ItemState, itemStates } from "../plan";
import { type PlanState, planStates, planYear } from "../rules";
import { deadlineOf } from "../store";
import { planBoardOf, renewPlanBoard, rowsOfPlanBoard } from "./store";

export { stamp };

/** How long a board's figures are good, in seconds. */
const lasts = 3600;

/** The year asked for; this one where none was. */
export const yearAsked = (asked: string | undefined, today: string) =>
	planYear(asked ?? "", today) ?? yearOf(today);

/**
 * The board of plans below a place in a year: the plans that wait for an answer as they wait now, and the figures of an hour. Where
 * there are none yet they are made while the reader waits: it is the first to look.
 * @param makesIt nothing is made for a form that comes back
 */
export async function boardPage(
	{ db, place, today, zone }: Inside & { zone: string },
	year: number,
	makesIt = true,
) {
	const look = () =>
		db.batch([
			planBoardOf(db, place, year),
			plansWaiting(db, place.id),
			// As those below would look for it: from the place itself upwards.
			deadlineOf(db, { path: `${place.path}below/` }, year),
		]);
	let [found, waiting, [deadline]] = await look();
	if (found.length === 0 && makesIt) {
		await renewPlanBoard(db, year, today, place);
		[found, waiting, [deadline]] = await look();
	}
	const [first, ...rows] = found;
	const whole = first?.name === "" ? first : null;
	return {
		year,
		...stamp(whole?.at ?? null, zone),
		deadline: deadline ?? null,
		waiting: waiting.slice(0, mostWaiting),
		moreWaiting: waiting.length > mostWaiting,
		whole,
		rows: rows.slice(0, rowsOfPlanBoard),
		more: rows.length > rowsOfPlanBoard,
	};
}

/** Makes a board anew after the answer has gone out, when it is older than an hour. */
export function renewLater(c: Context, { year, at }: { year: number; at: number | null }): void {
	const { db, today, place } = foundOut(c);
	if (place && at !== null && at < nowInSeconds() - lasts)
		c.executionCtx.waitUntil(renewPlanBoard(db, year, today, place));
}

/** What a query asks for, as far as it is anything there is. */
export function wantedOf({ state, under }: Record<string, string>) {
	return {
		plan: planStates.find((one): one is PlanState => one === state) ?? "overdue",
		item: itemStates.find((one): one is ItemState => one === state) ?? "missed",
		under: under && /^[0-9a-z]{1,16}$/.test(under) ? under : null,
	};
}

/** How many lines of a list come before. */
export const fromOf = (after: string | undefined) => Math.min(Math.max(Number(after) || 0, 0), 100_000);
