import { env } from "cloudflare:workers";
import * as fc from "fast-check";
import { beforeEach, describe, expect, test } from "vitest";
import { paths } from "../../web/paths";
import { numbersOf } from "../../worker/activities/attendance/numbers";
import { dayOf, nowInMilliseconds, nowInSeconds, yearOf } from "../../worker/values/day";
import { facts, send, submit, visit } from "../doors";
import { beginWorld, standOn, type Who } from "../world";

const today = dayOf(nowInSeconds(), "Asia/Shanghai");
const year = yearOf(today);
const secretary = { as: "secretary" } as const;
const names = ["张桂英", "陈金根", "应云", "方小妹", "郑秀兰", "傅国良"];

async function done(path: string, body: object, as: Who = "secretary"): Promise<void> {
	const answer = await send(path, body, as);
	expect(answer.status, `${path}: ${answer.text}`).toBe(201);
}
const begin = () =>
	standOn("a roll", async () => {
		await beginWorld();
		for (const [index, name] of names.entries())
			await done(paths.members("sy"), {
				id: `m${index}`,
				name,
				joined_on: `${year}-01-01`,
				kind: "ordinary",
			});
		await done(paths.activities("sy"), {
			id: "a1",
			kind: "training",
			title: "会员培训",
			day: today,
			heads: "9",
		});
	});
beforeEach(begin);

type Roll = { roster: { id: string; name: string; came: boolean; proxy: boolean }[]; walkIns: number };
const rollOf = (session = 1) =>
	facts<Roll>(`${paths.attendance("sy", "a1")}?session=${session}`, "secretary");
const cameOf = async (session = 1) =>
	(await rollOf(session)).roster.filter(({ came }) => came).map(({ id }) => id);
const count = (query: string) => env.DB.prepare(query).first<number>("n");
const tap = (id: string, person: string, came: boolean, at: number, proxy = false) => ({
	id,
	person,
	came,
	proxy,
	at,
});
const taps = (id: string, list: object[], session = 1) =>
	send(paths.taps("sy", "a1"), { id, session, taps: list }, "secretary");

describe("Taps", () => {
	test("who really came, per half-day; offline (Admidio 1108, hitobito 85, eventyay-checkin 103): taps that a phone kept are sent late, once, for each half-day.", async () => {
		await done(paths.activitySessions("sy", "a1"), { id: "s1", sessions: "2", first: "morning" });
		const earlier = nowInMilliseconds() - 3_600_000;
		const morning = [tap("t1", "m0", true, earlier), tap("t2", "m1", true, earlier + 5, true)];
		expect((await taps("q1", morning)).status).toBe(201);
		expect((await taps("q1", morning)).status).toBe(201);
		expect((await taps("q2", [tap("t3", "m1", true, earlier + 9)], 2)).status).toBe(201);
		expect([await cameOf(1), await cameOf(2)]).toEqual([["m1", "m0"], ["m1"]]);
		expect((await rollOf()).roster.filter(({ proxy }) => proxy).map(({ id }) => id)).toEqual(["m1"]);
		const page = await facts<{ came: { id: string }[]; sessions: { came: number }[] }>(
			paths.activity("sy", "a1"),
			"secretary",
		);
		expect([page.came.length, page.sessions.map(({ came }) => came)]).toEqual([2, [2, 1]]);
		expect((await visit(paths.activity("sy", "a1"), secretary)).text).toContain("代签");
		expect((await visit(`${paths.attendance("sy", "a1")}?session=3`, secretary)).status).toBe(404);
		const fewer = await send(
			paths.activitySessions("sy", "a1"),
			{ id: "s2", sessions: "1", first: "morning" },
			"secretary",
		);
		expect(JSON.parse(fewer.text)).toMatchObject({ mistakes: { sessions: "somebody-came" } });
	});

	test("A tap that arrives late doesn't put back what was taken off since; the neighbour and a stranger can't be marked or mark.", async () => {
		const now = nowInMilliseconds();
		await taps("q1", [tap("t2", "m0", false, now - 10)]);
		await taps("q2", [
			tap("t1", "m0", true, now - 500),
			tap("t3", "p4", true, now),
			tap("t4", "nobody", true, now),
		]);
		expect(await cameOf()).toEqual([]);
		expect(await count("select count(*) as n from attendance")).toBe(0);
		await taps("q3", [tap("t5", "m0", true, now)]);
		expect(await cameOf()).toEqual(["m0"]);
		expect((await send(paths.taps("sy", "a1"), { id: "q4", taps: [] }, "neighbour")).status).toBe(404);
		expect((await send(paths.taps("sy", "a1"), { id: "q4", taps: [] }, "townshipStaff")).status).toBe(404);
	});

	test("A phone whose clock runs ahead is told so, and nothing of it is taken until it is right.", async () => {
		const ahead = await taps("q1", [tap("t1", "m0", true, nowInMilliseconds() + 600_000)]);
		expect([ahead.status, JSON.parse(ahead.text).mistakes]).toEqual([422, { taps: "ahead" }]);
		expect(await cameOf()).toEqual([]);
	});

	test("Two phones' taps, in any order and with repeats, end the same.", async () => {
		const one = fc.record({
			person: fc.constantFrom("m0", "m1", "m2"),
			came: fc.boolean(),
			proxy: fc.boolean(),
			// Few moments, so that two taps often fall on the same one.
			at: fc.integer({ min: 1, max: 6 }),
		});
		const phones = fc.array(one, { minLength: 1, maxLength: 8 }).chain((list) => {
			const all = list.map((each, index) => ({ ...each, id: `t${index}`, proxy: each.came && each.proxy }));
			const delivery = fc.array(fc.subarray(all, { minLength: 1 }), { maxLength: 4 });
			return fc.tuple(fc.constant(all), delivery, fc.shuffledSubarray(all, { minLength: all.length }));
		});
		await fc.assert(
			fc.asyncProperty(phones, async ([all, repeats, order]) => {
				await begin();
				const sendings = [...repeats, ...order.map((each) => [each])];
				for (const [index, list] of sendings.entries()) await taps(`q${index}`, list);
				const expected = new Map<string, (typeof all)[number]>();
				for (const each of [...all].sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1)))
					expected.set(each.person, each);
				const came = [...expected.values()].filter((each) => each.came);
				const { results } = await env.DB.prepare(
					"select person, proxy, at, tap from attendance order by person",
				).all();
				expect(results).toEqual(
					came
						.map(({ person, proxy, at, id }) => ({ person, proxy: proxy ? 1 : 0, at, tap: id }))
						.sort((a, b) => (a.person < b.person ? -1 : 1)),
				);
				expect(await count("select json_array_length(came) as n from activity")).toBe(came.length);
			}),
			{ numRuns: 15 },
		);
	});
});

describe("The numbered sheet", () => {
	test("paper sheet passed round, illegible, typed in again (indico 1963): numbers are keyed in, looked at by name, and saved.", async () => {
		const sheet = paths.signInSheet("sy", "a1");
		expect((await submit(sheet, { id: "n1" }, secretary)).status).toBe(303);
		// Who joins later comes after: a sheet once printed stays right.
		await done(paths.members("sy"), {
			id: "m9",
			name: "白玉珍",
			joined_on: `${year}-01-01`,
			kind: "ordinary",
		});
		const printed = await facts<{ lines: { number: number | null; name: string }[] }>(sheet, "secretary");
		expect(printed.lines.at(-1)).toEqual({ number: null, name: "白玉珍" });
		await submit(sheet, { id: "n2" }, secretary);
		const lines = (await facts<{ lines: { number: number; name: string }[] }>(sheet, "secretary")).lines;
		expect(lines.map(({ number }) => number)).toEqual([1, 2, 3, 4, 5, 6, 7]);
		expect(lines.at(-1)?.name).toBe("白玉珍");
		const numbers = paths.sheetNumbers("sy", "a1");
		const typed = "１－2，7、 7";
		const look = await visit(`${numbers}?numbers=${encodeURIComponent(typed)}`, secretary);
		for (const at of [0, 1, 6]) expect(look.text).toContain(lines[at]?.name);
		expect(look.cost.rowsWritten).toBe(0);
		const sent = { id: "k1", numbers: typed };
		await done(numbers, sent);
		await done(numbers, sent);
		expect(await count("select count(*) as n from attendance where way = 'sheet'")).toBe(3);
		for (const [wrong, reason] of [
			["1-", "not-numbers"],
			["两个", "not-numbers"],
			["99", "no-such-number 99"],
		]) {
			const answer = await send(numbers, { id: "k2", numbers: wrong }, "secretary");
			expect(JSON.parse(answer.text).mistakes).toEqual({ numbers: reason });
		}
		expect((await visit(numbers, { as: "townshipStaff" })).status).toBe(404);
		expect((await submit(sheet, {}, { as: "townshipStaff" })).status).toBe(404);
	});

	test("Numbers are read as people write them.", () => {
		const read = (text: string) => numbersOf(text);
		expect(read("1-3, 5，7、9 11；13")).toEqual({ ok: true, numbers: [1, 2, 3, 5, 7, 9, 11, 13] });
		expect(read("12到10 ３号")).toEqual({ ok: true, numbers: [3, 10, 11, 12] });
		expect(read("4~6 5 - 8")).toEqual({ ok: true, numbers: [4, 5, 6, 7, 8] });
		for (const text of ["0", "1-2-3", "x", "2001", "1-99999"]) expect(read(text).ok, text).toBe(false);
	});
});

describe("At the door", () => {
	test("Walk-ins are counted and not named; a member is ticked, and whoever asks to join waits to be decided on.", async () => {
		const walkIns = paths.walkIns("sy", "a1");
		await done(walkIns, { id: "w1", people: "3" });
		await done(walkIns, { id: "w1", people: "3" });
		await done(walkIns, { id: "w2", people: "1", name: "应 云" });
		await done(walkIns, { id: "w3", people: "1", name: "周小红", telephone: "13957901234", consent: "yes" });
		// Named and not willing to join: counted, and the name is not kept.
		await done(walkIns, { id: "w4", people: "1", name: "林过路" });
		expect(await cameOf()).toEqual(["m2"]);
		expect((await rollOf()).walkIns).toBe(5);
		const waiting = await facts<{ waiting: { name: string }[] }>(paths.applications("sy"), "secretary");
		expect(waiting.waiting.map(({ name }) => name)).toEqual(["周小红"]);
		expect(await count("select count(*) as n from change where details like '%林过路%'")).toBe(0);
		const two = await send(walkIns, { id: "w5", people: "2", name: "周小红" }, "secretary");
		expect(JSON.parse(two.text).mistakes).toEqual({ people: "one-by-one" });
		expect((await send(walkIns, { id: "w3", people: "2" }, "secretary")).status).toBe(409);
	});

	test("counted and reported numbers differ (hitobito 566): head-count and names may differ, and both pages say by how much.", async () => {
		await done(paths.attendance("sy", "a1"), { id: "r1", came: ["m0", "m1"], before: [], proxy: "yes" });
		await done(paths.walkIns("sy", "a1"), { id: "w1", people: "3" });
		const page = await visit(paths.activity("sy", "a1"), secretary);
		expect(page.text).toContain("点名 2 人，现场来的 3 人，其中代签 2 人");
		expect(page.text).toContain("人数比点名多 4 人");
		expect((await visit(paths.attendance("sy", "a1"), secretary)).text).toContain("一共 5 人，差 4 人");
		await done(paths.walkIns("sy", "a1"), { id: "w2", people: "6" });
		expect((await visit(paths.activity("sy", "a1"), secretary)).text).toContain("比人数多 2 人");
	});

	test("a visit is written down three times (a published consultative proposal): entered once, it stands with the member, in the year and above.", async () => {
		await done(paths.activities("sy"), {
			id: "v1",
			kind: "visit",
			title: "走访慰问",
			day: today,
			heads: "1",
		});
		await done(paths.attendance("sy", "v1"), { id: "r1", came: ["m3"], before: [] });
		expect((await visit(paths.member("sy", "m3"), secretary)).text).toContain("走访慰问");
		expect(await count("select held as n from activity_year where organisation = 'sy'")).toBe(2);
		expect((await visit(paths.activity("sy", "v1"), { as: "districtStaff" })).text).toContain("方小妹");
	});
});
