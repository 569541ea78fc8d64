import { describe, expect, it } from "vitest";
import {
	chineseCount,
	chineseDay,
	counted,
	formatAmount,
	formatDay,
	formatFen,
	formatNumber,
	formatShare,
} from "../../web/parts/format";

describe("how values are written", () => {
	it("writes days as each language does", () => {
		expect(formatDay("2026-11-20", "zh")).toBe("2026年11月20日");
		expect(formatDay("2026-11-20", "en")).toBe("20 November 2026");
		expect(formatDay("2026-11-20", "zh", "short")).toBe("11月20日");
		expect(formatDay("2026-11-20", "zh", "weekday")).toBe("11月20日\u00a0星期五");
		expect(formatDay("2026-11-20", "zh", "dotted")).toBe("2026.11.20");
		expect(formatDay("2026-12-01", "zh", "ruler")).toBe("12•1");
		expect(formatDay("2026-12-01", "en", "ruler")).toBe("1\u00a0Dec");
		expect(formatDay(null, "zh")).toBe("");
	});

	it("joins an amount and its unit with a space that doesn't break", () => {
		expect(formatFen(1000, "zh")).toBe("10\u00a0元");
		expect(formatFen(1050, "en")).toBe("10.50\u00a0yuan");
		expect(formatFen(-120_000, "zh")).toBe("-1,200\u00a0元");
		expect(formatAmount(41_200, "zh")).toBe("412.00");
		expect(formatShare(112 / 120, "zh")).toBe("93.3\u00a0%");
		expect(formatNumber(35_749, "en")).toBe("35,749");
	});

	it("knows English plurals", () => {
		expect(counted(1, "member", "members")).toBe("1\u00a0member");
		expect(counted(0, "member", "members")).toBe("0\u00a0members");
	});

	it("counts in Chinese as headings and certificates do", () => {
		expect([1, 2, 5, 10, 11, 20, 99, 100].map(chineseCount)).toEqual([
			"一",
			"两",
			"五",
			"十",
			"十一",
			"二十",
			"九十九",
			"100",
		]);
		expect(chineseDay("2026-12-02")).toBe("二〇二六年十二月二日");
	});
});

it("Sums to 10^12 fen are worded to the fen, in both languages.", () => {
	expect([formatAmount(999_999_999_999, "zh"), formatFen(1_000_000_000_001, "en")]).toEqual([
		...["9,999,999,999.99", "10,000,000,000.01\u00a0yuan"],
	]);
	expect([formatFen(-1050, "zh"), formatFen(100, "zh"), formatAmount(7, "en")]).toEqual([
		...["-10.50\u00a0元", "1\u00a0元", "0.07"],
	]);
});
