import { type Day, daysBetween } from "../../values/day";

/** A wave's dates, whether its figures have been sealed, and since when that goes on in parts. */
export type WaveDays = { firstDay: Day; lastDay: Day; closedOn: Day | null; stoppedOn: Day | null };

/** Planned, open, ended (its days are over, its figures not sealed yet), sealing (they are being sealed), closed. */
export const waveStates = ["planned", "open", "ended", "sealing", "closed"] as const;
export type WaveState = (typeof waveStates)[number];

/** How a wave stands on a day; nothing of this is stored. */
export function waveStateOn(day: Day, { firstDay, lastDay, closedOn, stoppedOn }: WaveDays): WaveState {
	if (closedOn !== null) return "closed";
	if (stoppedOn !== null) return "sealing";
	if (day < firstDay) return "planned";
	return day > lastDay ? "ended" : "open";
}

/** The longest that a wave may run, in days. */
export const longestWave = 92;

/** What is wrong with the days of a wave about to be opened, by field. */
export function waveMistakes(first: Day, last: Day, today: Day): Record<string, string> {
	if (last < first) return { last_day: "wave-backwards" };
	if (last < today) return { last_day: "wave-over" };
	return daysBetween(first, last) >= longestWave ? { last_day: `wave-too-long ${longestWave}` } : {};
}

/** What an evening costs of the free plan's day if everybody answers in it. */
export type Cost = {
	answers: number;
	requests: number;
	rows: number;
	shareOfDay: number;
	/** How many answers one free day takes. */
	aDay: number;
};

/** The free plan's day: 100,000 requests and as many rows written. */
const freeDay = 100_000;

/** Two requests an answer (the page and the sending), three rows with a code and two without. */
export function costOf(answers: number, codeRequired: boolean): Cost {
	const [requests, rows] = [answers * 2, answers * (codeRequired ? 3 : 2)];
	const shareOfDay = Math.max(requests, rows) / freeDay;
	return { answers, requests, rows, shareOfDay, aDay: Math.floor(freeDay / (codeRequired ? 3 : 2)) };
}
