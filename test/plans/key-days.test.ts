import { beforeEach, describe, expect, test } from "vitest";
import type { HomeFacts } from "../../web/overviews/home-facts";
import { type KeyDayRule, keyDaysIn, keyDaysOf, monthDayOf } from "../../worker/plans/key-days/rules";
import { dayOf, nowInSeconds, yearOf } from "../../worker/values/day";
import { facts, follow, submit, visit } from "../doors";
import { beginWorld } from "../world";

const rule = (id: string, fromYear: number, monthDay: string | null): KeyDayRule => ({
	...{ id, fromYear, monthDay, zh: id, en: id },
});
const ready = [
	rule("members", 1900, "05-29"),
	rule("population", 1900, "07-11"),
	rule("aids", 1900, "12-01"),
];
const shown = (year: number, rules: readonly KeyDayRule[]) =>
	keyDaysIn(year, rules).map(({ id, day }) => `${id} ${day}`);

describe("key days", () => {
	test("are held by the nearest activity within a week, either side", () => {
		const held = ["2026-05-20", "2026-05-22", "2026-05-30", "2026-07-18", "2026-12-09"];
		expect(keyDaysOf(2026, ready, held).map(({ id, day, heldOn }) => [id, day, heldOn])).toEqual([
			["members", "2026-05-29", "2026-05-30"],
			["population", "2026-07-11", "2026-07-18"],
			["aids", "2026-12-01", null],
		]);
	});

	test("are what they were in each year: named later, moved, ended, and a leap day only where there is one", () => {
		const rules = [
			...ready,
			rule("members", 2026, "05-28"),
			rule("aids", 2025, null),
			rule("aged", 2025, "10-09"),
			rule("leap", 2024, "02-29"),
		];
		expect(shown(2024, rules)).toEqual([
			...["leap 2024-02-29", "members 2024-05-29", "population 2024-07-11", "aids 2024-12-01"],
		]);
		expect(shown(2026, rules)).toEqual(["members 2026-05-28", "population 2026-07-11", "aged 2026-10-09"]);
	});

	test("are typed as people write them", () => {
		for (const text of ["5-29", "5·29", "5月29日", "５.29", "05/29"]) expect(monthDayOf(text)).toBe("05-29");
		for (const text of ["13-1", "2-30", "五月", "", "2026-05-29"]) expect(monthDayOf(text)).toBeNull();
	});
});

describe("The root defines the key days of everybody's year", () => {
	beforeEach(beginWorld);
	const year = yearOf(dayOf(nowInSeconds(), "Asia/Shanghai"));
	const daysOf = async (asked: number) =>
		(await facts<HomeFacts>(`/o/sy?year=${asked}`, "secretary")).keyDays.map(({ name, day }) => [
			name.zh,
			day,
		]);

	test("a day of one's own stands on the village's ruler, in its year's list and from its year on only.", async () => {
		const defined = await submit(
			"/o/jx/key-days",
			{ id: "k1", zh: "敬老日", en: "Day of the aged", month_day: "10月9日", from_year: year },
			{ as: "owner" },
		);
		expect((await follow(defined, { as: "owner" })).text).toContain("敬老日");
		expect(await daysOf(year)).toContainEqual(["敬老日", `${year}-10-09`]);
		expect(await daysOf(year - 1)).toHaveLength(3);
		expect((await visit("/o/sy/activities", { as: "secretary", language: "en" })).text).toContain(
			"Day of the aged",
		);
		await submit(
			"/o/jx/key-days/k1",
			{ id: "k2", zh: "敬老日", en: "Day of the aged", month_day: "", from_year: year },
			{ as: "owner" },
		);
		expect(await daysOf(year)).toHaveLength(3);
	});

	test("neither a township nor a village does, not even its own.", async () => {
		const typed = { id: "k1", zh: "敬老日", en: "Day", month_day: "10-9", from_year: year };
		for (const [at, as] of [
			["qq", "townshipStaff"],
			["sy", "secretary"],
			["jx", "townshipStaff"],
			["jx", "secretary"],
		] as const) {
			expect((await submit(`/o/${at}/key-days`, typed, { as })).status, `${as} at ${at}`).toBe(404);
			expect((await visit(`/o/${at}/key-days`, { as })).status).toBe(404);
		}
		expect(await daysOf(year)).toHaveLength(3);
	});

	test("a day that there isn't comes back as it was typed.", async () => {
		const typed = { id: "k1", zh: "敬老日", en: "Day", month_day: "2-30", from_year: year };
		const answer = await submit("/o/jx/key-days", typed, { as: "owner" });
		expect(answer.status).toBe(422);
		expect(answer.text).toContain('value="2-30"');
		expect(answer.text).toContain("没有这一天");
	});
});
