import { and, eq, sql } from "drizzle-orm";
import { activityYearOf } from "../activities/report/store";
import { circularsOpenAt } from "../circulars/store";
import { moneyWaitingAt } from "../dues/panel";
import { rateOf } from "../dues/rules";
import { ratesOf } from "../dues/store";
import { yearsOfFunds } from "../funds/store";
import type { Place } from "../http/door";
import { waitingAt as comingTo } from "../members/transfer/store";
import { seatsOn, termOn, termStateOn } from "../officers/seats/rules";
import { factsOfSeats, type TermRow } from "../officers/seats/store";
import { keyDaysOf } from "../plans/key-days/rules";
import { keyDayRules } from "../plans/key-days/store";
import { panelRows, planPanelOf } from "../plans/panel";
import { mayBelow } from "../roles/may";
import { askedBelow, panelOf, wavesOfYear } from "../surveys/panel";
import { type Database, rows } from "../tables/database";
import { application, standing } from "../tables/ground";
import { isCounted } from "../tables/tree";
import { nowIsStale, trainingNowOf } from "../training/board/store";
import { type Day, dayOf, daysAfter, nowInSeconds, yearOf } from "../values/day";
import { type BoardRow, boardOf, rowsOfBoard } from "./board";
import {
	boardLasts,
	boardScoreOf,
	missingOf,
	mostCirculars,
	mostDaysOpen,
	mostWaiting,
	quietCounts,
} from "./rules";

type Inside = { db: Database; place: Place; today: Day; zone: string };

/** An association's home in one batch: what is missing in a year, what there is so far, and the board of those below. */
export async function homeOf(inside: Inside, asked: string | undefined) {
	const { db, place, today } = inside;
	const thisYear = yearOf(today);
	const year = /^20\d\d$/.test(asked ?? "") ? Math.min(Number(asked), thisYear) : thisYear;
	const [
		[kept],
		funds,
		[activities],
		rates,
		waves,
		waiting,
		coming,
		[lower],
		board,
		keyDays,
		plans,
		near,
		plansBelow,
		lowerAsked,
		circulars,
		[trained],
		[moneyWaits],
		...councilRows
	] = await db.batch([
		standingOf(db, place, year),
		yearsOfFunds(db, place, year),
		activityYearOf(db, place, year),
		ratesOf(db, place),
		wavesOfYear(db, place, year),
		waitingAt(db, place),
		comingTo(db, place, mostWaiting),
		below(db, place),
		boardOf(db, place, year),
		keyDayRules(db),
		...panelRows(db, place, today),
		askedBelow(db, place, year),
		circularsOpenAt(db, place, daysAfter(today, -mostDaysOpen), mostCirculars),
		trainingNowOf(db, place),
		moneyWaitingAt(db, place),
		...factsOfSeats(db, place),
	]);
	const council = councilOn(today, ...councilRows);
	const { latest, closed, spans } = panelOf(waves, today);
	const money = funds.find((one) => one.year === year);
	const { held = 0, heads = 0, days = [], ahead = [] } = activities ?? {};
	const so = {
		...{ year, today, held },
		ahead: ahead.map(([day, , activity]) => [day, activity] as const),
		members: kept?.members ?? 0,
		owing: kept?.owing ?? 0,
		paid: money?.paid ?? 0,
		rate: rateOf(rates, year),
		waiting: waiting.length,
		coming: coming.length,
		keyDays: keyDaysOf(year, keyDays, days),
		training: trained && year === thisYear && yearOf(trained.day) === year ? trained : null,
		wave: latest && {
			...latest,
			answers: latest.figures.answers,
			own: latest.organisation === place.id,
		},
		askedBelow: lowerAsked,
		adultsKnown: place.adults !== null,
		leads: lower?.there === 1,
		council,
		circulars,
		money: moneyWaits ?? { round: null, objections: 0, shares: 0 },
		plans: planPanelOf(plans, near, plansBelow, today),
	};
	return {
		year,
		thisYear,
		// Where there is no association, or no longer, nothing is missing.
		tasks: runs(place) ? missingOf(so) : [],
		members: kept ?? { opening: 0, joined: 0, departed: 0, members: 0, women: 0 },
		dues: { owing: so.owing, paid: so.paid, rate: so.rate },
		funds: {
			received: money?.received ?? 0,
			used: money?.used ?? 0,
			balance: funds.reduce((sum, one) => sum + one.received - one.used, 0),
		},
		training: so.training && {
			owed: so.training.owed,
			reached: so.training.reached,
			target: so.training.target,
		},
		stale: year === thisYear && nowIsStale(trained, today),
		activities: { held, heads, days, ahead: ahead.map(([day]) => day) },
		keyDays: so.keyDays,
		planned: year === thisYear ? so.plans.near.filter(({ lastDay }) => lastDay >= today) : [],
		waves: spans,
		survey: surveyFacts(closed ?? latest),
		council: council.dueDay
			? { number: council.number, fromDay: council.fromDay, dueDay: council.dueDay }
			: null,
		board: lower?.counts ? boardFacts(board, inside, year) : null,
	};
}

type SeatFacts = Parameters<typeof seatsOn>;

/** How the council stands: its term, and what is vacant of it. */
function councilOn(today: Day, rules: SeatFacts[1], terms: readonly TermRow[], holders: SeatFacts[2]) {
	const term = termOn(terms, today);
	const vacant = seatsOn(today, rules, holders, terms).filter(({ state }) => state === "vacant");
	return {
		term: termStateOn(term, today),
		number: term?.number ?? null,
		fromDay: term?.fromDay ?? null,
		dueDay: term?.dueDay ?? null,
		vacant: vacant.map(({ post, seats }) => ({ post, seats })),
	};
}

const runs = ({ status }: Place) => status === "active" || status === "standardising";

/** Whether the board of a home should be made anew: there are others below, and it is missing or an hour old. */
export function boardIsStale(home: { board: { at: number | null } | null }): boolean {
	return home.board !== null && (home.board.at === null || home.board.at < nowInSeconds() - boardLasts);
}

function standingOf(db: Database, place: Place, year: number) {
	const { opening, joined, departed, members, women, owing } = standing;
	return db
		.select({ opening, joined, departed, members, women, owing })
		.from(standing)
		.where(and(eq(standing.organisation, place.id), eq(standing.year, year)));
}

/** Whether anything lies directly below, and whether any of it counts: a board has a row for nothing else. */
function below(db: Database, place: Place) {
	const under = sql`from organisation where parent = ${place.id}`;
	return rows<{ there: number; counts: number }>(
		db,
		sql`select exists (select 1 ${under}) as there, exists (select 1 ${under} and ${isCounted()}) as counts`,
	);
}

function waitingAt(db: Database, place: Place) {
	return db
		.select({ id: application.id })
		.from(application)
		.where(eq(application.organisation, place.id))
		.limit(mostWaiting + 1);
}

/** The latest closed wave, or else the one under way, whose score moves in steps of ten answers. */
function surveyFacts(wave: ReturnType<typeof panelOf>["latest"]) {
	if (!wave) return { wave: null, state: null, score: null };
	const { score } = wave.figures;
	return {
		wave: wave.id,
		state: wave.state,
		score: score && {
			share: score.share,
			lower: score.lower,
			upper: score.upper,
			verdict: score.verdict.kind,
		},
	};
}

function boardFacts(all: readonly BoardRow[], { place, zone, today }: Inside, year: number) {
	const watchesQuiet = quietCounts(year, today);
	const opens = mayBelow(place.holds, "see");
	const [first, ...under] = all;
	if (first?.organisation !== place.id)
		return { at: null, day: null, time: null, opens, watchesQuiet, whole: null, rows: [], more: false };
	const { at } = first;
	return {
		...{ at, day: dayOf(at, zone), time: timeOf(at, zone), opens, watchesQuiet },
		whole: scored(first),
		rows: under.slice(0, rowsOfBoard).map(scored),
		more: under.length > rowsOfBoard,
	};
}

const scored = ({ strata, ...row }: BoardRow) => ({ ...row, score: boardScoreOf(strata) });

/** The time of day of an instant in a zone: 06:05. */
function timeOf(at: number, zone: string): string {
	const shape = { hour: "2-digit", minute: "2-digit", hourCycle: "h23", timeZone: zone } as const;
	return new Intl.DateTimeFormat("en-GB", shape).format(at * 1000);
}
