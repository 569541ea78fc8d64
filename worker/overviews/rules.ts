import { type MoneyWaiting, mostMoneyWaiting } from "../dues/panel";
import type { CouncilPost } from "../officers/seats/rules";
import type { KeyDay } from "../plans/key-days/rules";
import { mostPlansWaiting, type PlanPanel } from "../plans/panel";
import type { PlanState } from "../plans/rules";
import type { AskedBelow } from "../surveys/panel";
import type { Interval, Verdict } from "../surveys/score/rules";
import { togetherOf } from "../surveys/score/together";
import { mostLagging } from "../surveys/units/rules";
import type { WaveState } from "../surveys/wave/rules";
import type { Stratum } from "../tables/board";
import type { Asking } from "../tables/circulars";
import { standingOf } from "../training/rules";
import { type Day, daysBetween, yearOf } from "../values/day";
import type { Fen } from "../values/money";

/** What an association's year looks like so far: all that decides what is missing. */
export type YearSoFar = {
	year: number;
	today: Day;
	members: number;
	/** Those who owe the year's dues, and those of them who paid. */
	owing: number;
	paid: number;
	rate: Fen | null;
	/** Residents waiting for a decision on their application. */
	waiting: number;
	/** Members whom another organisation would transfer here. */
	coming: number;
	held: number;
	/** Training of its own people: those reached, of those who have to be, and the target in percent. */
	training: { owed: number; reached: number; target: number } | null;
	/** What is announced and neither held nor cancelled: its day and id, the first first. */
	ahead: readonly (readonly [day: Day, activity: string])[];
	keyDays: readonly KeyDay[];
	/** The year's latest wave, and whether it was opened here, so that it is closed here. */
	wave: { id: string; state: WaveState; lastDay: Day; answers: number | null; own: boolean } | null;
	/** Waves that were opened here for those below and aren't closed. */
	askedBelow: readonly AskedBelow[];
	adultsKnown: boolean;
	/** Others lie below: such an association may have no members of its own. */
	leads: boolean;
	/** The council: how its term stands, when it is due, and how many seats of each post are vacant. */
	plans: PlanPanel;
	/** Circulars that still want something, the soonest due first. */
	circulars: readonly { id: string; senderName: string; title: string; asks: Asking; answerBy: Day | null }[];
	/** Money matters that wait: an open round's first day, objections without an answer, shares from below to be confirmed. */
	money: MoneyWaiting;
	council: { term: "running" | "soon" | "over" | "none"; dueDay: Day | null; vacant: Vacancy[] };
};

/** Vacant seats of a post. */
export type Vacancy = { post: CouncilPost; seats: number };

/** Something that is missing this year; the page gives each a verb and one link. */
export type Task =
	| { kind: "register" }
	| { kind: "rate" }
	| { kind: "collect"; people: number; amount: Fen }
	| { kind: "approve"; people: number; more: boolean }
	| { kind: "receive"; people: number }
	| { kind: "train"; more: number; reached: number; owed: number; target: number }
	| { kind: "activity" }
	| { kind: "awaiting"; activity: string; day: Day; more: number }
	| { kind: "key-day"; name: KeyDay["name"]; day: Day; inDays: number }
	| { kind: "missed-key-day"; name: KeyDay["name"]; day: Day }
	| { kind: "survey" }
	| { kind: "answers"; wave: string; lastDay: Day; answers: number | null }
	| { kind: "closing"; wave: string; lastDay: Day }
	| { kind: "closing-below"; wave: string; lastDay: Day }
	| { kind: "lagging"; wave: string; lastDay: Day; units: number; more: boolean }
	| { kind: "adults" }
	| { kind: "council" }
	| { kind: "election"; dueDay: Day; over: boolean; days: number }
	| { kind: "vacancies"; vacant: Vacancy[] }
	| { kind: "plan"; year: number; state: PlanState; day: Day | null; inDays: number | null }
	| { kind: "answer-plans"; plans: number; more: boolean }
	| { kind: "round"; openedOn: Day }
	| { kind: "objections"; objections: number; more: boolean }
	| { kind: "shares"; shares: number; more: boolean }
	| {
			kind: "circular";
			circular: string;
			sender: string;
			title: string;
			asks: Asking;
			answerBy: Day | null;
			inDays: number | null;
	  }
	| { kind: "planned"; item: string; title: string; firstDay: Day; lastDay: Day; inDays: number };

/** A key day is put on the list when it is this near. */
const ahead = 60;

/** What is missing this year, in the order in which a secretary would do it. Of a past year only its dues still can be. */
export function missingOf(year: YearSoFar): Task[] {
	if (year.year !== yearOf(year.today)) return collecting(year);
	const idle = year.leads && year.members === 0;
	return [
		...(year.members === 0 && !idle ? [{ kind: "register" } as const] : []),
		...(year.rate === null && !idle ? [{ kind: "rate" } as const] : []),
		...collecting(year),
		...counting(year),
		...(year.waiting > 0 ? [approving(year.waiting)] : []),
		...replying(year),
		...planning(year),
		...(year.coming > 0 ? [{ kind: "receive" as const, people: year.coming }] : []),
		...training(year),
		...(idle ? [] : holding(year)),
		...asking(year, idle),
		...electing(year),
	];
}

/** A council that is due or past it, and seats to be filled as they fall vacant; where none is known, that comes first. */
function electing({ council, today }: YearSoFar): Task[] {
	const { term, dueDay, vacant } = council;
	if (term === "none" || dueDay === null) return vacant.length > 0 ? [{ kind: "council" }] : [];
	const due = term === "over" || term === "soon";
	return [
		...(due
			? [
					{
						kind: "election" as const,
						dueDay,
						over: term === "over",
						days: Math.abs(daysBetween(today, dueDay)),
					},
				]
			: []),
		...(vacant.length > 0 ? [{ kind: "vacancies" as const, vacant }] : []),
	];
}

/** How many circulars a home names, and for how many days one that nobody answered stands there. */
export const mostCirculars = 3;
export const mostDaysOpen = 90;

function replying({ circulars, today }: YearSoFar): Task[] {
	return circulars.map(({ id: circular, senderName: sender, title, asks, answerBy }) => ({
		...{ kind: "circular" as const, circular, sender, title, asks, answerBy },
		inDays: answerBy === null ? null : daysBetween(today, answerBy),
	}));
}

/** Plans to be written, plans below to be answered, and what an approved plan has near today. */
function planning({ plans, today }: YearSoFar): Task[] {
	const unfiled = plans.unfiled.map(({ year, state, deadline: day }) => ({
		...{ kind: "plan" as const, year, state, day },
		inDays: day === null ? null : daysBetween(today, day),
	}));
	const near = plans.near.map(({ id: item, title, firstDay, lastDay }) => ({
		...{ kind: "planned" as const, item, title, firstDay, lastDay },
		inDays: lastDay < today ? daysBetween(today, lastDay) : Math.max(0, daysBetween(today, firstDay)),
	}));
	const waiting = {
		kind: "answer-plans" as const,
		plans: Math.min(plans.waiting, mostPlansWaiting),
		more: plans.waiting > mostPlansWaiting,
	};
	return [...unfiled, ...(plans.waiting > 0 ? [waiting] : []), ...near];
}

/** Those whom training has not reached, while that is fewer than the target. */
function training({ training: one }: YearSoFar): Task[] {
	const standing = one && standingOf(one, one.target);
	if (!one || standing?.kind !== "missed") return [];
	const { owed, reached, target } = one;
	return [{ kind: "train", more: standing.more, reached, owed, target }];
}

/** The most applications a home counts; beyond it there are simply more. */
export const mostWaiting = 20;

const approving = (waiting: number): Task => ({
	kind: "approve",
	people: Math.min(waiting, mostWaiting),
	more: waiting > mostWaiting,
});

function collecting({ owing, paid, rate }: YearSoFar): Task[] {
	const people = owing - paid;
	return people > 0 && rate !== null && rate > 0 ? [{ kind: "collect", people, amount: people * rate }] : [];
}

/** A round whose cash nobody counted yet, objections that nobody answered, shares that nobody confirmed. */
function counting({ money: { round, objections, shares } }: YearSoFar): Task[] {
	const atMost = (n: number) => Math.min(n, mostMoneyWaiting);
	return [
		...(round ? [{ kind: "round" as const, openedOn: round }] : []),
		...(objections > 0
			? [{ kind: "objections" as const, objections: atMost(objections), more: objections > mostMoneyWaiting }]
			: []),
		...(shares > 0
			? [{ kind: "shares" as const, shares: atMost(shares), more: shares > mostMoneyWaiting }]
			: []),
	];
}

function holding({ held, ahead: announced, keyDays, today, plans }: YearSoFar): Task[] {
	// What is planned for a key day stands on the list by itself.
	const planned = new Set(plans.near.map(({ keyDay }) => keyDay));
	const open = keyDays.filter(({ id, heldOn }) => heldOn === null && !planned.has(id));
	const awaiting = announced.filter(([day]) => day < today);
	const [first] = awaiting;
	const next = open.find(({ day }) => day >= today);
	const near = next ? daysBetween(today, next.day) : Number.POSITIVE_INFINITY;
	return [
		...(first
			? [{ kind: "awaiting" as const, activity: first[1], day: first[0], more: awaiting.length - 1 }]
			: []),
		// Whoever begins in November isn't reproached with May: the first activity comes first.
		...(held === 0
			? [{ kind: "activity" } as const]
			: open
					.filter(({ day }) => day < today)
					.map(({ name, day }) => ({ kind: "missed-key-day" as const, name, day }))),
		...(next && near <= ahead
			? [{ kind: "key-day" as const, name: next.name, day: next.day, inDays: near }]
			: []),
	];
}

function asking({ wave, askedBelow, adultsKnown, today }: YearSoFar, idle: boolean): Task[] {
	const adults: Task[] = adultsKnown || idle ? [] : [{ kind: "adults" }];
	const below = askedBelow.flatMap((one) => askingBelow(one, today));
	if (!wave)
		return [...below, ...(idle || askedBelow.length > 0 ? [] : [...adults, { kind: "survey" as const }])];
	const { id, lastDay, answers } = wave;
	// Whoever opened it closes it.
	if (wave.state === "ended")
		return [...below, ...(wave.own ? [{ kind: "closing" as const, wave: id, lastDay }] : []), ...adults];
	return [
		...below,
		...(wave.state === "open" ? [{ kind: "answers" as const, wave: id, lastDay, answers }] : []),
		...adults,
	];
}

/** A wave asked below: to be closed once its days are over, or to the end where that was begun; before, who lags behind from its middle on. */
function askingBelow({ id: wave, firstDay, lastDay, lagging, stopped }: AskedBelow, today: Day): Task[] {
	if (today > lastDay || stopped) return [{ kind: "closing-below", wave, lastDay }];
	const half = daysBetween(firstDay, today) * 2 >= daysBetween(firstDay, lastDay);
	if (today < firstDay || !half || lagging === 0) return [];
	const units = Math.min(lagging, mostLagging);
	return [{ kind: "lagging", wave, lastDay, units, more: lagging > mostLagging }];
}

/** A share satisfied as a board shows it: none asked, withheld for its small base, or with interval and verdict. */
export type BoardScore =
	| "none"
	| "withheld"
	| (Interval & { verdict: Verdict["kind"]; target: number; units: number });

/**
 * The share satisfied under a row of a board. Where lower units were asked, a higher one's own survey of the same people
 * is not counted twice.
 */
export function boardScoreOf(strata: readonly Stratum[]): BoardScore {
	const lower = strata.filter(([, , , , own]) => own === 0);
	const asked = lower.length > 0 ? lower : strata;
	if (asked.length === 0) return "none";
	const together = togetherOf(
		asked.map(([satisfied, answered, adults, target]) => ({ satisfied, answered, adults, target })),
	);
	if (!together) return "withheld";
	const { share, lower: from, upper, verdict, target, units } = together;
	return { share, lower: from, upper, verdict, target: target / 100, units };
}

/** From April on an association with no activity, no dues and no survey looks hollow; in winter the year has not begun. */
export function quietCounts(year: number, today: Day): boolean {
	return today >= `${year}-04-01`;
}

/** A snapshot older than this is made anew behind the reader's back. */
export const boardLasts = 3600;
