import type { Context } from "hono";
import { foundOut, type Place } from "../../http/door";
import type { Database } from "../../tables/database";
import { type Day, dayOf, nowInSeconds } from "../../values/day";
import { renewSeatBoard, rowsOfSeatBoard, type SeatBoardRow, seatBoardOf, type Wanted } from "./board";
import { addPeople } from "./people";
import { type CouncilPost, councilPosts, seatStates } from "./rules";

export type Inside = { db: Database; place: Place; today: Day; zone: string };

/** How long a board's figures are good, in seconds. */
const lasts = 3600;

/**
 * The board of seats below a place, with the hour of its figures. Where there is none yet it is made while the reader waits: it
 * is the first to look.
 * @param post whose holders are counted as people; all posts when there is none
 */
export async function freshBoard({ db, place, today, zone }: Inside, post: CouncilPost | null = null) {
	let found = await seatBoardOf(db, place);
	if (found.length === 0) {
		await renewSeatBoard(db, today, place);
		found = await seatBoardOf(db, place);
	}
	const [first, ...rows] = found;
	const whole = first?.name === "" ? first : null;
	return {
		...stamp(whole?.at ?? null, zone),
		whole: whole && rowFacts(whole, post),
		rows: rows.slice(0, rowsOfSeatBoard).map((row) => rowFacts(row, post)),
		more: rows.length > rowsOfSeatBoard,
	};
}

function rowFacts({ people, at: _, ...row }: SeatBoardRow, post: CouncilPost | null) {
	const sets = Object.entries(people).filter(([one]) => post === null || one === post);
	return { ...row, people: addPeople(sets.map(([, set]) => set)) };
}

/** An instant as a board tells it: as it is, its day and its time of day there. */
export function stamp(at: number | null, zone: string) {
	if (at === null) return { at, day: null, time: null };
	const shape = { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: zone } as const;
	return { at, day: dayOf(at, zone), time: new Intl.DateTimeFormat("en-GB", shape).format(at * 1000) };
}

/** Makes a board anew after the answer has gone out, when it is older than an hour. */
export function renewLater(c: Context, at: number | null): void {
	const { db, today, place } = foundOut(c);
	if (place && at !== null && at < nowInSeconds() - lasts)
		c.executionCtx.waitUntil(renewSeatBoard(db, today, place));
}

/** What a query asks for, as far as it is anything there is. */
export function wantedOf({ state, post, under }: Record<string, string>): Wanted {
	return {
		state: seatStates.find((one) => one === state) ?? null,
		post: councilPosts.find((one) => one === post) ?? null,
		under: under && /^[0-9a-z]{1,16}$/.test(under) ? under : null,
	};
}
