import fc from "fast-check";
import { expect, test } from "vitest";
import { duesState, rateOf, ticksOf } from "../../worker/dues/rules";
import { capitalsOf, fenOf, yuanText } from "../../worker/values/money";

const rates = [
	{ fromDay: "2024-07-01", amount: 1000 },
	{ fromDay: "2026-07-01", amount: 2000 },
];

/** An ordinary member who paid nothing and came from nowhere. */
const stayed = { kind: "ordinary", paid: {}, carried: {}, wentTo: null } as const;

test("A rate that rises in July does not reach back into its own year.", () => {
	expect([2023, 2024, 2025, 2026, 2027].map((year) => rateOf(rates, year))).toEqual([
		null,
		1000,
		1000,
		1000,
		2000,
	]);
});

test("A skipped year is owed though a later one was paid.", () => {
	const payer = { ...stayed, fromDay: "2024-01-01", toDay: null, paid: { 2026: 3 } };
	expect([2023, 2024, 2025, 2026].map((year) => duesState(payer, year, rateOf(rates, year)))).toEqual([
		"none",
		"due",
		"due",
		"paid",
	]);
});

test("Honorary members are exempt, and nobody owes for a year after they left.", () => {
	expect(duesState({ ...stayed, kind: "honorary", fromDay: "2020-01-01", toDay: null }, 2026, 1000)).toBe(
		"exempt",
	);
	expect(duesState({ ...stayed, fromDay: "2020-01-01", toDay: "2026-01-01" }, 2026, 1000)).toBe("none");
});

test("A year paid where somebody came from isn't owed again, and one not paid is owed where they went.", () => {
	const left = { ...stayed, fromDay: "2020-01-01", toDay: "2026-05-10", wentTo: "lf" };
	const came = { ...stayed, fromDay: "2026-05-10", toDay: null };
	expect(duesState(left, 2025, 1000)).toBe("due");
	expect(duesState(left, 2026, 1000)).toBe("none");
	expect(duesState(came, 2026, 1000)).toBe("due");
	expect(duesState({ ...left, paid: { 2026: 7 } }, 2026, 1000)).toBe("paid");
	expect(duesState({ ...came, paid: { 2026: 7 }, carried: { 2026: 7 } }, 2026, 1000)).toBe("elsewhere");
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
