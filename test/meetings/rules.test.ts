import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { agendaSaid, figuresOf, judged } from "../../worker/meetings/minutes/rules";
import { rollDifference } from "../../worker/meetings/roll/rules";
import {
	agendaAgain,
	atLeast,
	isCarried,
	itemsIn,
	meetingStateOn,
	needed,
	type Part,
	quorumOf,
	ruleOn,
	tooMany,
} from "../../worker/meetings/rules";
import { shares } from "../../worker/tables/meetings";

const share = fc.constantFrom(...shares);
const people = fc.integer({ min: 0, max: 4000 });
const part = fc.constantFrom<Part[]>("came", "proxy", "absent");

describe("How many are enough", () => {
	test("Right at the edges: half is more than half, two thirds takes in two thirds.", () => {
		expect([0, 1, 2, 3, 4, 5, 6].map((of) => needed("half", of))).toEqual([1, 1, 2, 2, 3, 3, 4]);
		expect([0, 1, 2, 3, 4, 5, 6].map((of) => needed("two-thirds", of))).toEqual([1, 1, 2, 2, 3, 4, 4]);
	});

	test("It is the least number that makes the share, never nobody, and never more than there are.", () => {
		fc.assert(
			fc.property(share, people, (of, number) => {
				const enough = needed(of, number);
				const makes = (some: number) => (of === "half" ? 2 * some > number : 3 * some >= 2 * number);
				expect(enough).toBeGreaterThan(0);
				expect(makes(enough)).toBe(true);
				if (enough > 1) expect(makes(enough - 1)).toBe(false);
				if (number > 0) expect(enough).toBeLessThanOrEqual(number);
			}),
		);
	});

	test("More with a vote never need fewer there, and two thirds never less than half of three or more.", () => {
		fc.assert(
			fc.property(share, people, people, (of, one, more) => {
				expect(needed(of, one + more)).toBeGreaterThanOrEqual(needed(of, one));
				if (one >= 3) expect(needed("two-thirds", one)).toBeGreaterThanOrEqual(needed("half", one));
			}),
		);
	});
});

describe("Whether a meeting is good", () => {
	test("Somebody signed for counts only where the rule lets them, and one who comes never makes it worse.", () => {
		fc.assert(
			fc.property(fc.array(part, { maxLength: 60 }), share, fc.boolean(), (parts, quorum, proxies) => {
				const rule = { quorum, proxies };
				const figures = quorumOf(parts, rule);
				expect(figures.voters).toBe(parts.length);
				expect(figures.present).toBe(
					parts.filter((one) => one === "came" || (proxies && one === "proxy")).length,
				);
				expect(figures.present).toBeLessThanOrEqual(figures.voters);
				const absent = parts.indexOf("absent");
				if (absent < 0) return;
				const more = quorumOf(parts.with(absent, "came"), rule);
				expect(more.present).toBe(figures.present + 1);
				expect(more.good || !figures.good).toBe(true);
			}),
		);
	});

	test("A council of six is good with four and not with three; nobody with a vote makes no meeting.", () => {
		const of = (came: number, voters: number) =>
			quorumOf(
				Array.from({ length: voters }, (_, place) => (place < came ? "came" : "absent")),
				{ quorum: "two-thirds", proxies: false },
			).good;
		expect([of(3, 6), of(4, 6), of(0, 0), of(6, 6)]).toEqual([false, true, false, true]);
	});
});

describe("Whether a resolution is carried", () => {
	const votes = fc.record({
		votesFor: fc.integer({ min: 0, max: 60 }),
		votesAgainst: fc.integer({ min: 0, max: 60 }),
		abstained: fc.integer({ min: 0, max: 60 }),
	});

	test("One more for it never loses it, and two thirds carry nothing that half would not.", () => {
		fc.assert(
			fc.property(votes, fc.integer({ min: 3, max: 60 }), fc.boolean(), (one, present, good) => {
				const figures = { present, good };
				for (const of of shares) {
					const carried = isCarried({ ...one, share: of }, figures);
					const more = isCarried({ ...one, votesFor: one.votesFor + 1, share: of }, figures);
					expect(more || !carried).toBe(true);
				}
				const [half, more] = shares.map((of) => isCarried({ ...one, share: of }, figures));
				expect(half || !more).toBe(true);
				if (!good) expect(half).toBe(false);
			}),
		);
	});

	test("Right at the edges: five of nine are more than half, six are two thirds; a meeting that isn't good carries nothing.", () => {
		const nine = { present: 9, good: true };
		const of = (votesFor: number, of: "half" | "two-thirds", there = nine) =>
			isCarried({ votesFor, votesAgainst: 0, abstained: 0, share: of }, there);
		expect([of(4, "half"), of(5, "half"), of(5, "two-thirds"), of(6, "two-thirds")]).toEqual([
			false,
			true,
			false,
			true,
		]);
		expect(of(9, "half", { present: 9, good: false })).toBe(false);
	});

	test("There are never more votes than people there, to the last one.", () => {
		fc.assert(
			fc.property(votes, fc.integer({ min: 0, max: 180 }), (one, present) => {
				const given = one.votesFor + one.votesAgainst + one.abstained;
				expect(tooMany(one, present)).toBe(given > present);
			}),
		);
	});

	test("Somebody may ask for more than the rule, and never for less.", () => {
		expect(atLeast(null, "half")).toBe("half");
		expect(atLeast("two-thirds", "half")).toBe("two-thirds");
		expect(atLeast("half", "two-thirds")).toBe("two-thirds");
	});
});

test("The rule of a day is the last one begun, so that a meeting before it keeps what held then.", () => {
	const rule = { majority: "half", proxies: false } as const;
	const rules = [
		{ ...rule, kind: "council" as const, fromDay: "2026-07-01", quorum: "half" as const },
		{ ...rule, kind: "council" as const, fromDay: "1900-01-01", quorum: "two-thirds" as const },
	];
	expect(ruleOn(rules, "council", "2026-06-30").quorum).toBe("two-thirds");
	expect(ruleOn(rules, "council", "2026-07-01").quorum).toBe("half");
	expect(ruleOn(rules, "assembly", "2026-07-01").quorum).toBe("two-thirds");
});

test("How a meeting stands is read from its rows and the day.", () => {
	const rows = { day: "2026-05-10", held: false, off: false, signed: false };
	expect(meetingStateOn("2026-05-09", rows)).toBe("called");
	expect(meetingStateOn("2026-05-10", rows)).toBe("due");
	expect(meetingStateOn("2026-05-10", { ...rows, off: true })).toBe("off");
	expect(meetingStateOn("2026-05-10", { ...rows, held: true })).toBe("held");
	expect(meetingStateOn("2026-05-11", { ...rows, held: true, signed: true })).toBe("signed");
});

test("An agenda is its lines, without the numbers that people type before them; what was said stays with its item.", () => {
	const items = itemsIn("1. 去年收支\n二、明年计划\n\n（3）会费\n 2027 年的事 ");
	expect(items).toEqual(["去年收支", "明年计划", "（3）会费", "2027 年的事"]);
	const before: [string, string | null][] = [
		["去年收支", "念了一遍"],
		["明年计划", null],
	];
	expect(agendaAgain(before, ["会费", "去年收支"])).toEqual([
		["会费", null],
		["去年收支", "念了一遍"],
	]);
	const said = agendaSaid(before, { "said-2": "办八场" }, { about: "别的", said: "没有" });
	expect(said).toEqual([
		["去年收支", "念了一遍"],
		["明年计划", "办八场"],
		["别的", "没有"],
	]);
	expect(agendaSaid(before, { "said-1": null }, { about: null, said: null })[0]).toEqual(["去年收支", null]);
});

test("Two who call one roll send only what each changed; whoever is both there and signed for is there.", () => {
	const ids = fc.uniqueArray(fc.constantFrom("a", "b", "c", "d"));
	fc.assert(
		fc.property(ids, ids, ids, ids, (came, proxy, before, beforeProxy) => {
			const marks = (there: string[], signed: string[]) =>
				Object.fromEntries([...signed.map((id) => [id, 1]), ...there.map((id) => [id, 0])]);
			const { marked, removed } = rollDifference({ id: "x", came, proxy, before, before_proxy: beforeProxy });
			const after = { ...marks(before, beforeProxy), ...Object.fromEntries(marked) };
			for (const id of removed) delete after[id];
			expect(after).toEqual(marks(came, proxy));
		}),
	);
});

test("Minutes judge a resolution by who was there.", () => {
	const rule = { quorum: "half", majority: "half", proxies: false } as const;
	const figures = figuresOf({
		parts: [
			["a", "came"],
			["b", "came"],
			["c", "proxy"],
		],
		rule,
	});
	expect(figures).toMatchObject({ voters: 3, present: 2, needed: 2, good: true });
	const one = { item: 1, text: "同意", share: "half", votesFor: 2, votesAgainst: 0, abstained: 0 } as const;
	expect(judged(one, figures).carried).toBe(true);
	expect(judged({ ...one, votesFor: 1 }, figures).carried).toBe(false);
});
