import { describe, expect, it } from "vitest";
import { rollOf } from "../../worker/activities/attendance/rules";
import { cursorOf, cursorText, yearAsked } from "../../worker/activities/report/rules";
import { initialsOf } from "../../worker/members/rules";
import { differenceOf } from "../../worker/values/difference";

describe("the year asked for", () => {
	it("is this one unless an earlier one or the next is named", () => {
		expect(yearAsked("2024", 2026)).toBe(2024);
		expect(yearAsked("2027", 2026)).toBe(2027);
		for (const text of [undefined, "", "2028", "1999", "abc", "20260"])
			expect(yearAsked(text, 2026)).toBe(2026);
	});
});

describe("a cursor", () => {
	it("comes back as it went, and a forged one is none", () => {
		expect(cursorOf(cursorText({ day: "2026-05-29", id: "a1" }))).toEqual({ day: "2026-05-29", id: "a1" });
		expect(cursorOf("2026-05-29.a1' or 1")).toBeNull();
	});
});

describe("calling the roll", () => {
	it("sends only what changed on the page", () => {
		expect(differenceOf(["a", "b"], ["b", "c", "c"])).toEqual({ added: ["c"], removed: ["a"] });
	});

	it("lists by reading and knows who came", () => {
		const members = [
			{ id: "z", name: "张三", sort: "zhang san 张三", smallGroup: null },
			{ id: "c", name: "陈彩娟", sort: "chen cai juan 陈彩娟", smallGroup: "g1" },
		];
		expect(rollOf(members, [{ person: "z", way: "tap", proxy: true }])).toEqual([
			{ id: "c", name: "陈彩娟", initials: "ccj", group: "g1", came: false, proxy: false },
			{ id: "z", name: "张三", initials: "zs", group: null, came: true, proxy: true },
		]);
		expect(initialsOf("wu mei Wu Mei")).toBe("wm");
	});
});
