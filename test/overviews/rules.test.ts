import { describe, expect, it } from "vitest";
import { boardScoreOf, missingOf, quietCounts, type YearSoFar } from "../../worker/overviews/rules";
import { keyDaysOf as keyDaysAgainst } from "../../worker/plans/key-days/rules";

const members = { id: "members", fromYear: 1900, monthDay: "05-29", zh: "会员活动日", en: "Members' day" };
const aids = { id: "aids", fromYear: 1900, monthDay: "12-01", zh: "世界艾滋病日", en: "World AIDS Day" };
const population = {
	id: "population",
	fromYear: 1900,
	monthDay: "07-11",
	zh: "世界人口日",
	en: "World Population Day",
};
const keyDaysOf = (year: number, held: readonly string[]) =>
	keyDaysAgainst(year, [members, population, aids], held);
const nameOf = ({ zh, en }: typeof members) => ({ zh, en });

const done: YearSoFar = {
	year: 2026,
	today: "2026-11-20",
	members: 86,
	owing: 82,
	paid: 82,
	rate: 1000,
	waiting: 0,
	coming: 0,
	held: 3,
	training: { owed: 86, reached: 82, target: 95 },
	ahead: [],
	keyDays: keyDaysOf(2026, ["2026-05-29", "2026-07-11", "2026-11-25"]),
	wave: { id: "w1", state: "closed", lastDay: "2026-11-15", answers: 150, own: true },
	askedBelow: [],
	adultsKnown: true,
	leads: false,
	council: { term: "running", dueDay: "2029-03-31", vacant: [] },
	plans: { unfiled: [], near: [], waiting: 0 },
	circulars: [],
	money: { round: null, objections: 0, shares: 0 },
};
const kinds = (year: Partial<YearSoFar>) => missingOf({ ...done, ...year }).map(({ kind }) => kind);

describe("what is missing this year", () => {
	it("is nothing when all is done", () => {
		expect(missingOf(done)).toEqual([]);
	});

	it("says how many still owe, and how much", () => {
		expect(missingOf({ ...done, paid: 73 })).toEqual([{ kind: "collect", people: 9, amount: 9000 }]);
		expect(kinds({ paid: 73, rate: 0 })).toEqual([]);
	});

	it("asks for a round's cash to be counted, objections to be answered and shares to be confirmed, of this year alone", () => {
		const money = { round: "2026-11-03", objections: 2, shares: 30 };
		expect(missingOf({ ...done, money })).toEqual([
			{ kind: "round", openedOn: "2026-11-03" },
			{ kind: "objections", objections: 2, more: false },
			{ kind: "shares", shares: 20, more: true },
		]);
		expect(kinds({ money, year: 2025 })).toEqual([]);
	});

	it("leads a fresh association through its first steps, without reproaching it with May", () => {
		const fresh = {
			members: 0,
			owing: 0,
			paid: 0,
			rate: null,
			held: 0,
			keyDays: keyDaysOf(2026, []),
			wave: null,
		};
		expect(kinds({ ...fresh, adultsKnown: false })).toEqual([
			"register",
			"rate",
			"activity",
			"key-day",
			"adults",
			"survey",
		]);
	});

	it("asks about what was announced for a day that has passed, the earliest first", () => {
		const ahead = [
			["2026-11-12", "a1"],
			["2026-11-19", "a2"],
			["2026-11-20", "a3"],
			["2026-12-04", "a4"],
		] as const;
		expect(missingOf({ ...done, ahead })).toEqual([
			{ kind: "awaiting", activity: "a1", day: "2026-11-12", more: 1 },
		]);
		expect(kinds({ ahead: ahead.slice(2) })).toEqual([]);
	});

	it("names key days that passed with nothing, and the next one when it is near", () => {
		const keyDays = keyDaysOf(2026, ["2026-07-11"]);
		expect(missingOf({ ...done, keyDays })).toEqual([
			{ kind: "missed-key-day", name: nameOf(members), day: "2026-05-29" },
			{ kind: "key-day", name: nameOf(aids), day: "2026-12-01", inDays: 11 },
		]);
		expect(kinds({ keyDays, today: "2026-08-01" })).toEqual(["missed-key-day"]);
	});

	it("asks whoever opened a survey below to remind from its middle on, and to close it at its end", () => {
		const below = { id: "w2", firstDay: "2026-11-01", lastDay: "2026-11-30", lagging: 21, stopped: 0 };
		const asked = (today: string, lagging = 21) =>
			missingOf({ ...done, wave: null, askedBelow: [{ ...below, lagging }], today, keyDays: [] });
		const lags = { kind: "lagging", wave: "w2", lastDay: "2026-11-30", units: 20, more: true };
		expect(asked("2026-11-10")).toEqual([]);
		expect(asked("2026-11-20")).toEqual([lags]);
		expect(asked("2026-11-20", 0)).toEqual([]);
		const begun = {
			...done,
			wave: null,
			askedBelow: [{ ...below, stopped: 1 }],
			today: "2026-11-10",
			keyDays: [],
		};
		expect(missingOf(begun)).toEqual([{ kind: "closing-below", wave: "w2", lastDay: "2026-11-30" }]);
		expect(asked("2026-12-01")).toEqual([{ kind: "closing-below", wave: "w2", lastDay: "2026-11-30" }]);
	});

	it("follows a survey from its opening to its closing", () => {
		const wave = { id: "w1", lastDay: "2026-11-30", answers: null, own: true };
		expect(kinds({ wave: null })).toEqual(["survey"]);
		expect(kinds({ wave: { ...wave, state: "planned" } })).toEqual([]);
		expect(kinds({ wave: { ...wave, state: "open" }, adultsKnown: false })).toEqual(["answers", "adults"]);
		expect(kinds({ wave: { ...wave, state: "ended" } })).toEqual(["closing"]);
		// Whoever opened it above closes it.
		expect(kinds({ wave: { ...wave, state: "ended", own: false } })).toEqual([]);
	});

	it("asks for the council to be recorded, for its next election from six months ahead, and for vacancies as they arise", () => {
		const vacant = [{ post: "vice-chair", seats: 1 } as const];
		expect(kinds({ council: { term: "none", dueDay: null, vacant } })).toEqual(["council"]);
		expect(kinds({ council: { term: "running", dueDay: "2029-03-31", vacant } })).toEqual(["vacancies"]);
		expect(missingOf({ ...done, council: { term: "over", dueDay: "2026-11-10", vacant: [] } })).toEqual([
			{ kind: "election", dueDay: "2026-11-10", over: true, days: 10 },
		]);
		expect(kinds({ council: { term: "soon", dueDay: "2027-01-01", vacant } })).toEqual([
			"election",
			"vacancies",
		]);
	});

	it("asks for a plan that is due or came back, for answers to those below, and names what is planned near today", () => {
		const keyDays = keyDaysOf(2026, ["2026-05-29", "2026-07-11"]);
		const near = {
			id: "i1",
			title: "12·1 宣传",
			firstDay: "2026-12-01",
			lastDay: "2026-12-01",
			keyDay: "aids",
		};
		const unfiled = [{ year: 2027, state: "draft" as const, deadline: "2026-12-20" }];
		expect(missingOf({ ...done, keyDays, plans: { unfiled, near: [near], waiting: 12 } })).toEqual([
			{ kind: "plan", year: 2027, state: "draft", day: "2026-12-20", inDays: 30 },
			{ kind: "answer-plans", plans: 9, more: true },
			{
				...{ kind: "planned", item: "i1", title: "12·1 宣传" },
				firstDay: "2026-12-01",
				lastDay: "2026-12-01",
				inDays: 11,
			},
		]);
	});

	it("asks of a past year only for its dues", () => {
		expect(kinds({ year: 2025, paid: 80, wave: null, waiting: 3 })).toEqual(["collect"]);
	});

	it("expects no members of an association that only leads others", () => {
		const leading = { leads: true, members: 0, owing: 0, paid: 0, rate: null, held: 0, wave: null };
		expect(kinds({ ...leading, waiting: 2 })).toEqual(["approve"]);
	});
});

describe("the share satisfied on a board", () => {
	it("of one unit is its own interval, of several weighted by adults", () => {
		expect(boardScoreOf([[112, 120, 500, 90, 1]])).toMatchObject({ verdict: "open", units: 1, target: 0.9 });
		const weighted = boardScoreOf([
			[49, 50, 500, 90, 0],
			[164, 200, 2000, 90, 0],
			[95, 100, 300, 90, 0],
		]);
		expect(weighted).toMatchObject({ units: 3, verdict: "missed" });
		expect((weighted as { share: number }).share).toBeCloseTo(0.8625, 3);
	});

	it("leaves out units on a small base, so that none can be had by subtracting", () => {
		const shown: [number, number, number, number, 0] = [112, 120, 500, 90, 0];
		expect(boardScoreOf([shown, [1, 9, 400, 90, 0]])).toEqual(boardScoreOf([shown]));
		expect(boardScoreOf([[1, 9, 400, 90, 0]])).toBe("withheld");
		expect(boardScoreOf([])).toBe("none");
	});

	it("is judged by the target that most were held to, and by the higher of two as common", () => {
		const unit = (target: number): [number, number, number, number, 0] => [112, 120, 500, target, 0];
		const targetOf = (...targets: number[]) => (boardScoreOf(targets.map(unit)) as { target: number }).target;
		expect([targetOf(90, 90, 100), targetOf(80, 90), targetOf(85)]).toEqual([0.9, 0.9, 0.85]);
	});

	it("doesn't count a township's own survey beside those of its villages", () => {
		expect(
			boardScoreOf([
				[10, 100, 2500, 90, 1],
				[112, 120, 500, 90, 0],
			]),
		).toEqual(boardScoreOf([[112, 120, 500, 90, 0]]));
	});
});

it("silence means something from April on", () => {
	expect([
		quietCounts(2026, "2026-03-31"),
		quietCounts(2026, "2026-04-01"),
		quietCounts(2025, "2026-01-05"),
	]).toEqual([false, true, true]);
});
