import { applyD1Migrations, reset } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, test } from "vitest";
import type { ActivityFacts } from "../../web/activities/facts";
import type { HandedOutFacts } from "../../web/activities/handed-out/facts";
import { paths, withQuery } from "../../web/paths";
import { dayOf, daysAfter, nowInSeconds } from "../../worker/values/day";
import { facts, follow, send, submit, visit } from "../doors";
import { beginWorld } from "../world";

const today = dayOf(nowInSeconds(), "Asia/Shanghai");
const secretary = { as: "secretary" } as const;
const fair = { kind: "publicity", title: "广场宣传", day: "2026-05-29", heads: "46" };
const leaflets = { thing_1: "宣传册", amount_1: "120", unit_1: "本" };
const year = (of: string, who: "secretary" | "townshipStaff", query = {}) =>
	facts<HandedOutFacts>(withQuery(paths.handedOut(of), { year: 2026, ...query }), who);

describe("What is handed out", () => {
	beforeEach(beginWorld);

	test("stands on the report line by line, is put right there, and keeps from what to what.", async () => {
		const more = { thing_2: "雨伞", amount_2: "４０", unit_2: "把", thing_5: "热水" };
		const shown = await follow(
			await submit("/o/sy/activities", { ...fair, id: "a1", ...leaflets, ...more }, secretary),
			secretary,
		);
		for (const line of ["宣传册 120 本", "雨伞 40 把", "热水"]) expect(shown.text).toContain(`>${line}</a>`);
		const form = await visit("/o/sy/activities/a1/edit", secretary);
		expect(form.text).toContain('name="amount_2" value="40"');
		expect(form.text).toContain('<option value="宣传册">');
		await submit("/o/sy/activities/a1/edit", { ...fair, id: "c1", ...leaflets, amount_1: "100" }, secretary);
		const { handedOut } = await facts<ActivityFacts>("/o/sy/activities/a1", "secretary");
		expect(handedOut).toEqual([{ thing: "宣传册", amount: 100, unit: "本" }]);
		const kept = await env.DB.prepare("select details from change where id = 'c1'").first<string>("details");
		expect(JSON.parse(kept ?? "")).toMatchObject({
			from: { handedOut: [{ amount: 120 }, { thing: "雨伞" }, { thing: "热水", amount: null }] },
			to: { handedOut: [{ amount: 100 }] },
		});
		expect((await visit("/o/sy/activities?year=2026&format=csv", secretary)).text).toContain("宣传册 100 本");
		expect((await visit("/o/sy/books/activities?year=2026", secretary)).text).toContain("宣传册 100 本");
	});

	test("An amount of nothing, a negative one and a long word come back at their lines.", async () => {
		const wrong = { thing_1: "", amount_1: "12", thing_2: "伞", amount_2: "-3", thing_3: "长".repeat(41) };
		const answer = await send("/o/sy/activities", { ...fair, id: "a1", ...wrong }, "secretary");
		expect(answer.status).toBe(422);
		expect(JSON.parse(answer.text).mistakes).toMatchObject({
			amount_2: "out-of-range 1 10000000",
			thing_3: "too-long 40",
		});
		const nameless = await submit(
			"/o/sy/activities",
			{ ...fair, id: "a1", thing_1: "", amount_1: "12" },
			secretary,
		);
		expect(nameless.status).toBe(422);
		expect(nameless.text).toContain('id="line-1-error"');
		expect(nameless.text).toContain('name="amount_1" value="12"');
		expect(await env.DB.prepare("select count(*) as n from activity").first("n")).toBe(0);
	});

	test("counted and reported numbers differ (hitobito 566): a year's sum of a thing opens the lines it counts, here and below.", async () => {
		const told = async (
			of: "sy" | "lf",
			id: string,
			amount: string,
			as: "secretary" | "neighbour",
			more = {},
		) =>
			expect(
				(await submit(`/o/${of}/activities`, { ...fair, id, ...leaflets, amount_1: amount, ...more }, { as }))
					.status,
			).toBe(303);
		await told("sy", "a1", "120", "secretary");
		await told("sy", "a2", "", "secretary", { thing_2: "雨伞", amount_2: "3", unit_2: "把" });
		await told("sy", "a3", "7", "secretary", { unit_1: "箱" });
		await told("lf", "b1", "30", "neighbour");
		// Announced, and not yet held: nothing was handed out yet.
		await told("sy", "a4", "500", "secretary", { day: daysAfter(today, 20), heads: "" });
		const own = await year("sy", "secretary");
		expect(own.things).toEqual([
			{ thing: "宣传册", unit: "本", amount: 120, lines: 2 },
			{ thing: "宣传册", unit: "箱", amount: 7, lines: 1 },
			{ thing: "雨伞", unit: "把", amount: 3, lines: 1 },
		]);
		const one = { thing: "宣传册", unit: "本" };
		const { of } = await year("sy", "secretary", one);
		expect(of?.at.map(({ id, amount }) => [id, amount])).toEqual([
			["a2", null],
			["a1", 120],
		]);
		const above = await year("qq", "townshipStaff");
		expect(above.things[0]).toEqual({ ...one, amount: 150, lines: 3 });
		const opened = await year("qq", "townshipStaff", one);
		expect(opened.of?.by.map(({ id, amount, lines }) => [id, amount, lines])).toEqual([
			["lf", 30, 1],
			["sy", 120, 2],
		]);
		const page = await visit(withQuery("/o/qq/handed-out", { year: 2026, ...one }), { as: "townshipStaff" });
		expect(page.text).toContain(
			withQuery("/o/sy/handed-out", { year: 2026, ...one }).replaceAll("&", "&amp;"),
		);
		expect(page.cost.trips).toBe(2);
		// Taken back, it counts no more; and nobody looks at a neighbour's.
		await submit("/o/sy/activities/a1/withdrawal", { id: "w1", reason: "记错了" }, secretary);
		expect((await year("sy", "secretary")).things[0]).toEqual({ ...one, amount: null, lines: 1 });
		expect((await visit("/o/sy/handed-out", { as: "neighbour" })).status).toBe(404);
		expect((await visit("/o/qq/handed-out?year=2026&format=csv", { as: "townshipStaff" })).text).toContain(
			"宣传册,30,本,2",
		);
	});
});

test("What was written as one line of text before stays, as one line, and is counted.", async () => {
	const before = env.TEST_MIGRATIONS.filter(({ name }) => name < "0080");
	do {
		await reset();
		await applyD1Migrations(env.DB, before);
	} while (await env.DB.prepare("select count(*) as n from organisation").first<number>("n"));
	await env.DB.batch([
		env.DB.prepare(
			"insert into organisation (id, path, kind, name, made_from) values ('sy', 'sy/', 'village', '上园村', 'x')",
		),
		...[
			["a1", '折页"120"份'],
			["a2", '折页"120"份'],
			["a3", null],
		].map(([id, text]) =>
			env.DB.prepare(
				"insert into activity (organisation, id, day, kind, title, handed_out, made_from) values ('sy', ?, '2025-05-29', 'publicity', '宣传', ?, 'x')",
			).bind(id, text),
		),
		env.DB.prepare(
			"insert into activity_year (organisation, year, held, heads, cost, days, months) values ('sy', 2025, 3, 0, 0, '[]', '[]'), ('sy', 2024, 0, 0, 0, '[]', '[]')",
		),
	]);
	await applyD1Migrations(env.DB, env.TEST_MIGRATIONS);
	const lines = await env.DB.prepare("select handed_out from activity order by id").all();
	const line = JSON.stringify([{ thing: '折页"120"份', amount: null, unit: null }]);
	expect(lines.results.map((one) => one.handed_out)).toEqual([line, line, null]);
	const years = await env.DB.prepare("select handed from activity_year order by year").all();
	expect(years.results.map((one) => one.handed)).toEqual([
		"[]",
		JSON.stringify([['折页"120"份', null, null, 2]]),
	]);
	await reset();
});
