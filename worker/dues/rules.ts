import type { MemberKind } from "../tables/ground";
import type { Day } from "../values/day";
import type { Fen } from "../values/money";

/** A yearly rate from a day on. */
export type Rate = { fromDay: Day; amount: Fen };

/**
 * The rate of a calendar year: the one in force on its first day, or else the first that began within it. A rate that rises
 * in July does not reach back to those who paid in March.
 * @returns null when there was no rate yet
 */
export function rateOf(rates: readonly Rate[], year: number): Fen | null {
	const byDay = [...rates].sort((a, b) => a.fromDay.localeCompare(b.fromDay));
	const inForce = byDay.filter(({ fromDay }) => fromDay <= `${year}-01-01`).at(-1);
	const within = byDay.find(({ fromDay }) => fromDay > `${year}-01-01` && fromDay <= `${year}-12-31`);
	return (inForce ?? within)?.amount ?? null;
}

/** A membership as dues see it; `paid` are the years paid, each with its receipt's number. */
export type Payer = {
	kind: MemberKind;
	fromDay: Day;
	toDay: Day | null;
	paid: Readonly<Record<string, number>>;
	/** Those of them that were paid in the organisation they came from. */
	carried: Readonly<Record<string, number>>;
	/** The organisation they went over to. */
	wentTo: string | null;
};

/** What a year means for a member: paid, paid in the organisation they came from, exempt, due, or nothing at all. */
export const duesStates = ["paid", "elsewhere", "exempt", "due", "none"] as const;
export type DuesState = (typeof duesStates)[number];

/**
 * What a year means for a member. Paid comes from money, by year, here or where they came from; due are the years in which they were a member on any day,
 * so a skipped year never hides behind a later one. Honorary members are exempt.
 * @param rate the rate of that year, from `rateOf`
 */
export function duesState(payer: Payer, year: number, rate: Fen | null): DuesState {
	if (payer.carried[year] !== undefined) return "elsewhere";
	if (payer.paid[year] !== undefined) return "paid";
	const wasMember =
		payer.fromDay <= `${year}-12-31` && (payer.toDay === null || payer.toDay > `${year}-01-01`);
	if (!wasMember) return "none";
	if (payer.kind === "honorary") return "exempt";
	// The year in which somebody goes over is owed once: where they went.
	if (payer.wentTo !== null && payer.toDay !== null && payer.toDay <= `${year}-12-31`) return "none";
	return rate === null || rate === 0 ? "none" : "due";
}

/** What a year means for somebody with several periods of membership: the first of them that says anything. */
export function duesOf(periods: readonly Payer[], year: number, rate: Fen | null): DuesState {
	for (const period of periods) {
		const state = duesState(period, year, rate);
		if (state !== "none") return state;
	}
	return "none";
}

/** A box of the grid that was ticked: somebody's dues of a year. */
export type Tick = { person: string; year: number };

/** How many years back dues may still be collected; and for the coming year, ahead. */
const yearsBack = 10;

/**
 * Reads the ticked boxes; "m1.2026" is the dues of 2026 of the member m1. Repeats, nonsense and years that no page shows are
 * left out.
 */
export function ticksOf(raw: readonly string[], thisYear: number): Tick[] {
	const ticks = new Map<string, Tick>();
	for (const text of raw) {
		const parts = /^([0-9a-z]{1,16})\.(\d{4})$/.exec(text);
		const year = Number(parts?.[2]);
		if (parts?.[1] && year >= thisYear - yearsBack && year <= thisYear + 1)
			ticks.set(text, { person: parts[1], year });
	}
	return [...ticks.values()];
}

/** What is to be collected: ticks whose year is owed, each with its amount. The rest were paid meanwhile, or never owed. */
export function owedOf(
	ticks: readonly Tick[],
	periods: readonly (Payer & { person: string })[],
	rates: readonly Rate[],
) {
	return ticks.flatMap(({ person, year }) => {
		const theirs = periods.filter((period) => period.person === person);
		const amount = rateOf(rates, year);
		return amount !== null && duesOf(theirs, year, amount) === "due" ? [{ person, year, amount }] : [];
	});
}
