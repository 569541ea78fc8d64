import type { RateKind } from "../tables/dues";
import type { DuesOfYear, MemberKind } from "../tables/ground";
import { afterToday, type Day, yearOf } from "../values/day";
import type { Fen } from "../values/money";
import type { NewWaiver } from "./input";

/** A yearly rate from a day on, of one kind of member or of every one that has none of its own. */
export type Rate = { kind: RateKind; fromDay: Day; amount: Fen };

/**
 * The rate of a calendar year for a kind of member: the one in force on its first day, or else the first that began within it.
 * A rate that rises in July does not reach back to those who paid in March.
 * @returns null when there was no rate yet
 */
export function rateOf(rates: readonly Rate[], year: number, kind: MemberKind = "ordinary"): Fen | null {
	return rateAmong(rates, year, kind) ?? rateAmong(rates, year, "every");
}

function rateAmong(rates: readonly Rate[], year: number, kind: string): Fen | null {
	const byDay = rates
		.filter((one) => one.kind === kind)
		.sort((one, other) => one.fromDay.localeCompare(other.fromDay));
	const inForce = byDay.filter(({ fromDay }) => fromDay <= `${year}-01-01`).at(-1);
	const within = byDay.find(({ fromDay }) => fromDay > `${year}-01-01` && fromDay <= `${year}-12-31`);
	return (inForce ?? within)?.amount ?? null;
}

/** A membership as dues see it. */
export type Payer = {
	kind: MemberKind;
	fromDay: Day;
	toDay: Day | null;
	/** The years paid in full, each with its receipt's number. */
	paid: Readonly<Record<string, number>>;
	/** Those of them that were paid in the organisation they came from. */
	carried: Readonly<Record<string, number>>;
	/** What was charged, received and waived, by year. */
	dues: Readonly<Record<string, DuesOfYear>>;
	/** The organisation they went over to. */
	wentTo: string | null;
};

/** What a year means for a member: paid, paid where they came from, exempt, deferred, part-paid, due, or nothing at all. */
export const duesStates = ["paid", "elsewhere", "exempt", "deferred", "part", "due", "none"] as const;
export type DuesState = (typeof duesStates)[number];

/** A state, and what is still to be paid. */
export type Dues = { state: DuesState; rest: Fen };

const settledAs = (state: DuesState): Dues => ({ state, rest: 0 });

/**
 * What a year means for a member. Paid and part-paid come from money, by year, here or where they came from; due are the years in which
 * they were a member on any day, so a skipped year never hides behind a later one. What a run has fixed goes before the rate.
 */
export function duesState(payer: Payer, year: number, rates: readonly Rate[], today: Day): Dues {
	if (payer.carried[year] !== undefined) return settledAs("elsewhere");
	if (payer.paid[year] !== undefined) return settledAs("paid");
	const { charged, received, waived } = payer.dues[year] ?? {};
	if (waived === "exempt") return settledAs("exempt");
	const wasMember =
		payer.fromDay <= `${year}-12-31` && (payer.toDay === null || payer.toDay > `${year}-01-01`);
	if (!wasMember) return settledAs("none");
	if (payer.kind === "honorary") return settledAs("exempt");
	// The year in which somebody goes over is owed once: where they went.
	if (payer.wentTo !== null && payer.toDay !== null && payer.toDay <= `${year}-12-31`)
		return settledAs("none");
	const rest = (charged ?? rateOf(rates, year, payer.kind) ?? 0) - (received ?? 0);
	if (rest <= 0) return settledAs("none");
	if (waived && waived >= today) return { state: "deferred", rest };
	return { state: (received ?? 0) > 0 ? "part" : "due", rest };
}

/** What a year means for somebody with several periods of membership: the first of them that says anything. */
export function duesOf(periods: readonly Payer[], year: number, rates: readonly Rate[], today: Day): Dues {
	const told = periods.map((period) => duesState(period, year, rates, today));
	return told.find(({ state }) => state !== "none") ?? settledAs("none");
}

/** Whether a year's dues may be taken: they are owed, in part or whole, or were put off. */
export const isOwed = ({ state }: Dues) => state === "due" || state === "part" || state === "deferred";

/** The years that somebody still owes, the earliest first, as far back as dues are collected; what is put off isn't asked for. */
export function arrearsOf(
	periods: readonly Payer[],
	rates: readonly Rate[],
	today: Day,
): { year: number; rest: Fen }[] {
	const thisYear = yearOf(today);
	const years = Array.from({ length: yearsBack + 1 }, (_, back) => thisYear - yearsBack + back);
	return years.flatMap((year) => {
		const { state, rest } = duesOf(periods, year, rates, today);
		return state === "due" || state === "part" ? [{ year, rest }] : [];
	});
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

/** What is to be collected: ticks whose year is owed, each with what is still to be paid. The rest were paid meanwhile, or never owed. */
export function owedOf(
	ticks: readonly Tick[],
	periods: readonly (Payer & { person: string })[],
	rates: readonly Rate[],
	today: Day,
) {
	return ticks.flatMap(({ person, year }) => {
		const theirs = periods.filter((period) => period.person === person);
		const dues = duesOf(theirs, year, rates, today);
		return isOwed(dues) ? [{ person, year, amount: dues.rest }] : [];
	});
}

/**
 * Shares out money that one payer brought over what is owed: the earliest year first, within it as ticked; the last one reached may be
 * paid in part, and what is left beyond is a gift.
 */
export function sharedOut(
	owed: readonly { person: string; year: number; amount: Fen }[],
	received: Fen,
): { lines: { person: string; year: number; amount: Fen }[]; gift: Fen } {
	let left = received;
	const lines = owed
		.toSorted((one, other) => one.year - other.year)
		.flatMap((line) => {
			const amount = Math.min(left, line.amount);
			left -= amount;
			return amount > 0 ? [{ ...line, amount }] : [];
		});
	return { lines, gift: left };
}

/** What is wrong with a waiver beyond its fields: years the wrong way round, a day that has gone by, or none to wait for. */
export function waiverMistakes(
	{ what, from_year, to_year, until, granted_on }: NewWaiver,
	today: Day,
): Record<string, string | null> {
	return {
		to_year: to_year !== null && to_year < from_year ? "years-backwards" : null,
		until: what !== "deferred" ? null : until === null ? "required" : until < today ? "wave-over" : null,
		granted_on: afterToday(granted_on, today),
	};
}
