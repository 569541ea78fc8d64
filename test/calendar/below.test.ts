import { env } from "cloudflare:workers";
import type * as v from "valibot";
import { beforeEach, expect, test } from "vitest";
import type { belowFacts } from "../../web/calendar/below";
import type { CalendarFacts } from "../../web/calendar/facts";
import { daysBelow } from "../../worker/calendar/rules";
import { dayOf, daysAfter, nowInSeconds } from "../../worker/values/day";
import { facts, submit, visit } from "../doors";
import { beginWorld, type Who } from "../world";

const today = dayOf(nowInSeconds(), "Asia/Shanghai");
const tomorrow = daysAfter(today, 1);
const township = { as: "townshipStaff" } as const;
type Facts = v.InferOutput<typeof belowFacts>;
const grid = (query: string, at = "qq", as: Who = "townshipStaff") =>
	facts<Facts>(`/o/${at}/calendar/below?${query}`, as);

beforeEach(beginWorld);

const hold = async (at: "sy" | "lf", id: string, day: string, as: "secretary" | "neighbour", more = {}) => {
	const answer = await submit(
		`/o/${at}/activities`,
		{ id, kind: "visit", title: `走访${id}`, day, ...more },
		{ as },
	);
	expect(answer.status, answer.text).toBe(303);
};

test("A township sees its villages' days in one grid: each counts once a day, and a day opens exactly those it counts.", async () => {
	await hold("sy", "a1", today, "secretary");
	await hold("sy", "a2", today, "secretary");
	await hold("lf", "b1", today, "neighbour");
	await hold("lf", "b2", tomorrow, "neighbour");
	const month = await grid(`month=${today.slice(0, 7)}`);
	expect(month.days.find(({ day }) => day === today)).toEqual({ day: today, held: 2, ahead: 0 });
	const next = await grid(`month=${tomorrow.slice(0, 7)}`);
	expect(next.days.find(({ day }) => day === tomorrow)).toEqual({ day: tomorrow, held: 0, ahead: 1 });
	const opened = await grid(`day=${today}`);
	expect(opened.of?.units.map(({ id, held, activities }) => [id, held, activities.length])).toEqual([
		["lf", true, 1],
		["sy", true, 2],
	]);
	expect((await grid(`day=${tomorrow}`)).of?.units.map(({ id, held }) => [id, held])).toEqual([
		["lf", false],
	]);
	// Cancelled, it stands nowhere.
	await submit("/o/lf/activities/b2/cancellation", { id: "c1", reason: "下雨" }, { as: "neighbour" });
	expect((await grid(`day=${tomorrow}`)).of?.units).toEqual([]);
	const year = await visit(`/o/qq/calendar/below?year=${today.slice(0, 4)}`, township);
	expect(year.status).toBe(200);
	expect(year.cost.trips).toBe(2);
	// The village sees no further than itself, and nothing of its neighbour.
	expect((await visit("/o/qq/calendar/below", { as: "secretary" })).status).toBe(404);
	expect((await visit("/o/lf/calendar/below", { as: "secretary" })).status).toBe(404);
});

test("What the grid reads doesn't grow with what is held: two rows for each organisation.", async () => {
	await hold("sy", "a1", today, "secretary");
	const cost = async () =>
		(await visit(`/o/qq/calendar/below?month=${today.slice(0, 7)}`, township)).cost.rowsRead;
	const before = await cost();
	for (let index = 0; index < 30; index++)
		await env.DB.prepare(
			"insert into activity (organisation, id, day, kind, title, made_from) values ('sy', ?, ?, 'visit', '走访', 'x')",
		)
			.bind(`x${index}`, `${today.slice(0, 4)}-01-${String(1 + index).padStart(2, "0")}`)
			.run();
	await hold("sy", "a9", `${today.slice(0, 4)}-01-01`, "secretary");
	expect(await cost()).toBe(before);
	const year = await grid(`year=${today.slice(0, 4)}`);
	expect(year.days.length).toBeGreaterThanOrEqual(30);
});

test("Days are counted between two days, held and announced apart, and twice on one day is once.", () => {
	const kept = [
		{
			days: ["2026-05-29", "2026-06-01"],
			ahead: [
				["2026-06-02", "sy", "a"],
				["2026-06-02", "sy", "b"],
			],
		},
		{ days: ["2026-06-01"], ahead: [["2026-07-01", "lf", "c"]] },
	] as const;
	expect(daysBelow("2026-06-01", "2026-06-30", kept)).toEqual([
		{ day: "2026-06-01", held: 2, ahead: 0 },
		{ day: "2026-06-02", held: 0, ahead: 1 },
	]);
});

test("A calendar shows a meeting that is called, what is held together, and no day that passed without a word as held.", async () => {
	const meeting = {
		kind: "council",
		title: "理事会第六次会议",
		day: tomorrow,
		place: "村委会",
		agenda: "收支",
	};
	await submit("/o/sy/meetings", { ...meeting, id: "g1" }, { as: "secretary" });
	await hold("sy", "a1", tomorrow, "secretary");
	await env.DB.prepare("update activity set day = ?, announced_on = ? where id = 'a1'")
		.bind(today, daysAfter(today, -9))
		.run();
	await hold("lf", "b1", today, "neighbour");
	await env.DB.prepare("insert into co_holder values ('sy', 'lf', 'b1', ?, 'p4')").bind(today).run();
	const events = async (day: string) =>
		(await facts<CalendarFacts>(`/o/sy/calendar?month=${day.slice(0, 7)}`, "secretary")).events.filter(
			({ firstDay, kind }) => firstDay === day && kind !== "key-day",
		);
	expect((await events(tomorrow)).map(({ kind, id, done }) => [kind, id, done])).toContainEqual([
		...["meeting", "g1", false],
	]);
	const now = (await events(today)).map(({ kind, id, done }) => [kind, id, done]);
	expect(now).toContainEqual(["activity", "a1", false]);
	expect(now).toContainEqual(["activity", "b1", true]);
	// Nothing lies below a village, and it never meets the word.
	expect((await visit("/o/sy/calendar", { as: "secretary" })).text).not.toContain("下级的日历");
	expect((await visit("/o/qq/calendar", township)).text).toContain("下级的日历");
});
