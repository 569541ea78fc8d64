import fc from "fast-check";
import { expect, test } from "vitest";
import {
	arrearsOf,
	duesState,
	type Payer,
	type Rate,
	rateOf,
	sharedOut,
	ticksOf,
} from "../../worker/dues/rules";
import { capitalsOf, fenOf, yuanText } from "../../worker/values/money";

const rates: Rate[] = [
	{ kind: "every", fromDay: "2024-07-01", amount: 1000 },
	{ kind: "every", fromDay: "2026-07-01", amount: 2000 },
];
const today = "2026-11-28";
const stateIn = (payer: Payer, year: number) => duesState(payer, year, rates, today).state;

/** An ordinary member who paid nothing and came from nowhere. */
const stayed = { kind: "ordinary", paid: {}, carried: {}, dues: {}, wentTo: null } as const;

test("A rate that rises in July does not reach back into its own year.", () => {
	expect([2023, 2024, 2025, 2026, 2027].map((year) => rateOf(rates, year))).toEqual([
		null,
		1000,
		1000,
		1000,
		2000,
	]);
});

test("Rates are effective-dated, and a kind of member may have its own, from its own day on.", () => {
	const kinds: Rate[] = [...rates, { kind: "group", fromDay: "2025-01-01", amount: 5000 }];
	expect([2024, 2025, 2026].map((year) => rateOf(kinds, year, "group"))).toEqual([1000, 5000, 5000]);
	expect(rateOf(kinds, 2026, "ordinary")).toBe(1000);
});

test("Part of a year's dues leaves the rest owed; what is put off is owed again after its day; who is let off owes nothing.", () => {
	const from = { ...stayed, fromDay: "2024-01-01", toDay: null };
	const with2026 = (dues: Payer["dues"][string]) =>
		duesState({ ...from, dues: { 2026: dues } }, 2026, rates, today);
	expect(with2026({ received: 400 })).toEqual({ state: "part", rest: 600 });
	expect(with2026({ charged: 800, received: 400 })).toEqual({ state: "part", rest: 400 });
	expect(with2026({ waived: "2026-12-31" })).toEqual({ state: "deferred", rest: 1000 });
	expect(with2026({ waived: "2026-11-27" })).toEqual({ state: "due", rest: 1000 });
	expect(with2026({ waived: "exempt" })).toEqual({ state: "exempt", rest: 0 });
	expect(
		arrearsOf([{ ...from, paid: { 2025: 3 }, dues: { 2026: { received: 400 } } }], rates, today),
	).toEqual([
		{ year: 2024, rest: 1000 },
		{ year: 2026, rest: 600 },
	]);
});

test("A handful of money pays the earliest years first, the last of them in part, and what is beyond is a gift.", () => {
	const owed = [
		{ person: "m1", year: 2026, amount: 1000 },
		{ person: "m2", year: 2025, amount: 1000 },
	];
	expect(sharedOut(owed, 1500)).toEqual({
		lines: [
			{ person: "m2", year: 2025, amount: 1000 },
			{ person: "m1", year: 2026, amount: 500 },
		],
		gift: 0,
	});
	expect(sharedOut(owed, 2500).gift).toBe(500);
	fc.assert(
		fc.property(
			fc.array(
				fc.record({
					person: fc.constantFrom("a", "b"),
					year: fc.integer({ min: 2000, max: 2030 }),
					amount: fc.integer({ min: 1, max: 1e9 }),
				}),
			),
			fc.integer({ min: 0, max: 1e12 }),
			(lines, received) => {
				const shared = sharedOut(lines, received);
				const sum = shared.lines.reduce((total, { amount }) => total + amount, 0);
				return sum + shared.gift === received && shared.gift >= 0;
			},
		),
	);
});

test("A skipped year is owed though a later one was paid.", () => {
	const payer = { ...stayed, fromDay: "2024-01-01", toDay: null, paid: { 2026: 3 } };
	expect([2023, 2024, 2025, 2026].map((year) => stateIn(payer, year))).toEqual([
		"none",
		"due",
		"due",
		"paid",
	]);
});

test("Honorary members are exempt, and nobody owes for a year after they left.", () => {
	expect(stateIn({ ...stayed, kind: "honorary", fromDay: "2020-01-01", toDay: null }, 2026)).toBe("exempt");
	expect(stateIn({ ...stayed, fromDay: "2020-01-01", toDay: "2026-01-01" }, 2026)).toBe("none");
});

test("A year paid where somebody came from isn't owed again, and one not paid is owed where they went.", () => {
	const left = { ...stayed, fromDay: "2020-01-01", toDay: "2026-05-10", wentTo: "lf" };
	const came = { ...stayed, fromDay: "2026-05-10", toDay: null };
	expect(stateIn(left, 2025)).toBe("due");
	expect(stateIn(left, 2026)).toBe("none");
	expect(stateIn(came, 2026)).toBe("due");
	expect(stateIn({ ...left, paid: { 2026: 7 } }, 2026)).toBe("paid");
	expect(stateIn({ ...came, paid: { 2026: 7 }, carried: { 2026: 7 } }, 2026)).toBe("elsewhere");
});

test("Ticked boxes are read once each, and nonsense is left out.", () => {
	expect(
		ticksOf(["m1.2026", "m1.2026", "m1.20266", "'; drop table", "m2.2025", "m1.0999", "m1.9999"], 2026),
	).toEqual([
		{ person: "m1", year: 2026 },
		{ person: "m2", year: 2025 },
	]);
});

test("Any amount in whole fen survives being written in yuan and read again.", () => {
	fc.assert(fc.property(fc.integer({ min: 0, max: 99_999_999_999 }), (fen) => fenOf(yuanText(fen)) === fen));
});

test("Amounts are read as people type them, and refused when they are none.", () => {
	expect(["10", "10.5", "１０．００", "1,200.00", "¥10", "10元"].map(fenOf)).toEqual([
		1000, 1050, 1000, 120000, 1000, 1000,
	]);
	expect(["", "-1", "1.005", "1e3", "ten", "0x10", "10000000000"].map(fenOf)).toEqual(Array(7).fill(null));
});

test("A receipt's capital numerals are those the payment rules give.", () => {
	const written: [number, string][] = [
		[1000, "壹拾元整"],
		[140950, "壹仟肆佰零玖元伍角整"],
		[600714, "陆仟零柒元壹角肆分"],
		[168032, "壹仟陆佰捌拾元叁角贰分"],
		[1640902, "壹万陆仟肆佰零玖元零贰分"],
		[32504, "叁佰贰拾伍元零肆分"],
		[10_000_000_00, "壹仟万元整"],
		[10_005_000_00, "壹仟万伍仟元整"],
		[5, "伍分"],
		[0, "零元整"],
	];
	for (const [fen, capitals] of written) expect(capitalsOf(fen), String(fen)).toBe(capitals);
});
