import { env } from "cloudflare:workers";
import { beforeEach, expect, test } from "vitest";
import type { CalendarFacts } from "../../web/calendar/facts";
import { folded, icsOf } from "../../worker/calendar/ics";
import { daysOf, spanAsked, weekdayOf } from "../../worker/calendar/rules";
import { daysAfter } from "../../worker/values/day";
import { facts, submit, visit } from "../doors";
import { openWave, today } from "../surveys/cast";
import { beginWorld } from "../world";

const year = Number(today.slice(0, 4));
const secretary = { as: "secretary" } as const;
const month = (of: string) => facts<CalendarFacts>(`/o/sy/calendar?month=${of}`, "secretary");

beforeEach(beginWorld);

/** What a calendar program would make of a file: a parser of its own, that knows nothing of how it was written. */
function parsed(text: string) {
	expect(text.endsWith("\r\n")).toBe(true);
	expect(text.replaceAll("\r\n", "")).not.toMatch(/[\r\n]/);
	const encoder = new TextEncoder();
	for (const line of text.split("\r\n")) expect(encoder.encode(line).length, line).toBeLessThanOrEqual(75);
	const events: Record<string, string>[] = [];
	let now: Record<string, string> | null = null;
	for (const line of text
		.replace(/\r\n[ \t]/g, "")
		.split("\r\n")
		.filter(Boolean)) {
		const colon = line.indexOf(":");
		const [name = "", ...parameters] = line.slice(0, colon).split(";");
		const value = line.slice(colon + 1);
		if (name === "BEGIN" && value === "VEVENT") now = {};
		else if (name === "END" && value === "VEVENT" && now) {
			events.push(now);
			now = null;
		} else if (now) {
			now[name] = value.replace(/\\([\\;,nN])/g, (_, sign: string) => (/n/i.test(sign) ? "\n" : sign));
			for (const parameter of parameters) now[`${name} ${parameter}`] = "given";
		}
	}
	return events;
}

test("A month holds what is planned, held and asked, the key days and the ends of a survey; a year all of it.", async () => {
	const items = `/o/sy/plans/${year}/items`;
	const planned = { kind: "visit", title: "走访" };
	await submit(items, { ...planned, id: "i1", day: today }, secretary);
	await submit(
		items,
		{ ...planned, id: "i2", title: "秋季义诊", month: String(Number(today.slice(5, 7))) },
		secretary,
	);
	await openWave();
	await submit(
		"/o/qq/circulars",
		{
			id: "c1",
			title: "年底联谊会",
			body: "x",
			asks: "yes-no",
			question: "来吗",
			answer_by: today,
			kinds: [],
			units: [],
		},
		{ as: "townshipStaff" },
	);
	const { events } = await month(today.slice(0, 7));
	const told = events.map(
		({ kind, id, firstDay, lastDay }) => `${kind} ${id} ${firstDay === lastDay ? "day" : "month"}`,
	);
	expect(told).toEqual(
		expect.arrayContaining(["item i1 day", "item i2 month", "survey-opens w1 day", "circular c1 day"]),
	);
	const all = await facts<CalendarFacts>(`/o/sy/calendar?year=${year}`, "secretary");
	expect(all.events.filter(({ kind }) => kind === "key-day").map(({ firstDay }) => firstDay)).toEqual([
		...[`${year}-05-29`, `${year}-07-11`, `${year}-12-01`],
	]);
	const page = await visit(`/o/sy/calendar?month=${today.slice(0, 7)}`, secretary);
	expect(page.text).toContain("秋季义诊");
	expect(page.cost).toMatchObject({ trips: 2 });
	expect((await visit("/o/sy/calendar", { as: "neighbour" })).status).toBe(404);
});

test("A visit is written down three times (a published consultative proposal): an item that an activity carries out stands in the calendar once.", async () => {
	await submit(
		`/o/sy/plans/${year}/items`,
		{ id: "i1", kind: "visit", title: "走访", day: today },
		secretary,
	);
	await env.DB.prepare(
		"insert into activity (organisation, id, day, kind, title, plan_item, made_from) values ('sy', 'a1', ?, 'visit', '走访', 'i1', 'x')",
	)
		.bind(today)
		.run();
	const { events } = await month(today.slice(0, 7));
	expect(
		events.filter(({ title }) => title?.zh === "走访").map(({ kind, done }) => `${kind} ${done}`),
	).toEqual(["activity true"]);
});

test("A private link shows the calendar to whoever holds it, until it is revoked or its maker leaves; only a digest is kept.", async () => {
	const items = `/o/sy/plans/${year}/items`;
	const long = "义诊；量血压, 测血糖：请会员们互相转告，带上水杯，在村文化礼堂门口集合，一起走过去";
	await submit(
		items,
		{ id: "i1", kind: "service", title: long, day: today, place: "礼堂,二楼", helpers: "方志明" },
		secretary,
	);
	const made = await submit("/o/sy/calendar/feeds", { label: "老吴的平板" }, secretary);
	const address = /http:\/\/huijia\.test(\/calendar\/[\w-]{43}\/huijia\.ics)/.exec(made.text)?.[1] ?? "";
	const file = await visit(address);
	expect(file.headers.get("Content-Type")).toBe("text/calendar; charset=utf-8");
	expect(file.text).not.toContain("方志明");
	const events = parsed(file.text);
	expect(events.find(({ UID }) => UID === "item-i1-sy@huijia")).toMatchObject({
		SUMMARY: long,
		LOCATION: "礼堂,二楼",
		DTSTART: today.replaceAll("-", ""),
		"DTSTART VALUE=DATE": "given",
		DTEND: daysAfter(today, 1).replaceAll("-", ""),
		STATUS: "CONFIRMED",
		DTSTAMP: expect.stringMatching(/^\d{8}T\d{6}Z$/),
	});
	expect(new Set(events.map(({ UID }) => UID)).size).toBe(events.length);
	const stored = JSON.stringify((await env.DB.prepare("select * from calendar_feed").all()).results);
	expect(stored).not.toContain(address.split("/")[2]);
	// Nobody else sees or revokes it.
	const feed = await env.DB.prepare("select id from calendar_feed").first("id");
	expect((await visit("/o/sy/calendar/feeds", { as: "leader" })).text).not.toContain("老吴的平板");
	expect((await submit(`/o/sy/calendar/feeds/${feed}/end`, {}, { as: "leader" })).status).toBe(404);
	await env.DB.prepare("update holder set to_day = ? where person = 'p3'").bind(today).run();
	expect((await visit(address)).status).toBe(404);
	await env.DB.prepare("update holder set to_day = null where person = 'p3'").run();
	expect((await visit(address)).status).toBe(200);
	expect((await submit(`/o/sy/calendar/feeds/${feed}/end`, {}, secretary)).status).toBe(303);
	expect((await visit(address)).status).toBe(404);
	expect((await visit(`/calendar/${"x".repeat(43)}/huijia.ics`)).status).toBe(404);
});

test("What was dropped from a plan is told as cancelled, under the name it always had.", async () => {
	await submit(
		`/o/sy/plans/${year}/items`,
		{ id: "i1", kind: "visit", title: "走访", day: today },
		secretary,
	);
	await submit(`/o/sy/plans/${year}/rounds`, { id: "s1" }, secretary);
	await submit(
		`/o/sy/plans/${year}/rounds/1/review`,
		{ id: "r1", outcome: "approved", note: "" },
		{ as: "townshipStaff" },
	);
	await submit(`/o/sy/plans/${year}/items/i1/removal`, { id: "d1", reason: "下雨" }, secretary);
	const made = await submit("/o/sy/calendar/feeds", { label: "电脑" }, secretary);
	const address = /(\/calendar\/[\w-]{43}\/huijia\.ics)/.exec(made.text)?.[1] ?? "";
	const item = parsed((await visit(address)).text).find(({ UID }) => UID === "item-i1-sy@huijia");
	expect(item).toMatchObject({ STATUS: "CANCELLED" });
});

test("Lines fold at 75 octets and never within a character; text comes back as it went.", () => {
	const odd = "一行;有,逗号\\和\n换行🎉".repeat(8);
	const entry = {
		uid: "u",
		firstDay: "2026-12-31",
		lastDay: "2026-12-31",
		location: odd,
		url: "http://x",
		cancelled: false,
	};
	const [event] = parsed(icsOf("历", [{ ...entry, summary: odd }], 1_790_000_000));
	expect(event).toMatchObject({ SUMMARY: odd, LOCATION: odd, DTEND: "20270101" });
	expect(folded("a".repeat(75))).toBe("a".repeat(75));
	expect(folded("a".repeat(76))).toBe(`${"a".repeat(75)}\r\n a`);
});

test("The month asked for is one that there is, and its days begin on their weekday.", () => {
	const asked = (query: Record<string, string>) => spanAsked(query, "2026-11-28");
	expect(asked({})).toMatchObject({ month: "2026-11", to: "2026-11-30" });
	expect(asked({ month: "2028-02" })).toMatchObject({ month: "2026-11" });
	expect(asked({ month: "2024-02" })).toMatchObject({ to: "2024-02-29" });
	expect(asked({ year: "2027" })).toMatchObject({ month: null, from: "2027-01-01" });
	expect(asked({ month: "abc", year: "x" })).toMatchObject({ month: "2026-11" });
	expect([weekdayOf("2026-11-01"), weekdayOf("2026-11-02")]).toEqual([7, 1]);
	const on = { firstDay: "2026-11-05", lastDay: "2026-11-05" };
	const days = daysOf("2026-11-01", "2026-11-30", [on, { firstDay: "2026-11-01", lastDay: "2026-11-30" }]);
	expect(days.flatMap(({ day, events }) => (events.length > 0 ? [day] : []))).toEqual(["2026-11-05"]);
});
