import { env } from "cloudflare:workers";
import { sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/d1";
import fc from "fast-check";
import { beforeEach, describe, expect, test } from "vitest";
import {
	type CouncilPost,
	calledFor,
	councilPosts,
	seatIsFree,
	seatsOn,
	termOn,
	termStateOn,
} from "../../worker/officers/seats/rules";
import { seatFree, withSeats } from "../../worker/officers/seats/store";
import { rows } from "../../worker/tables/database";
import { daysAfter, monthsAfter } from "../../worker/values/day";
import { beginWorld, stages } from "../world";

const chairs = [{ post: "chair" as const, fromDay: "1900-01-01", seats: 1, fullTime: 0 }];
const zhou = { id: "h1", post: "chair" as const, fromDay: "2021-11-20", toDay: null };
const sixth = { fromDay: "2021-11-20", dueDay: "2026-11-20" };
const stateOf = (day: string, holder: { id: string; post: "chair"; fromDay: string; toDay: string | null }) =>
	seatsOn(day, chairs, [holder], [sixth]).map(({ state }) => state);

describe("How a seat stands on a day", () => {
	test("Filled, ending soon from six months ahead, over from the day after it was due.", () => {
		expect(stateOf("2026-05-19", zhou)).toEqual(["filled"]);
		expect(stateOf("2026-05-20", zhou)).toEqual(["soon"]);
		expect(stateOf("2026-11-20", zhou)).toEqual(["soon"]);
		expect(stateOf("2026-11-21", zhou)).toEqual(["over"]);
		expect(stateOf("2021-11-19", zhou)).toEqual(["vacant"]);
	});

	test("A later term begun ends the one before, due or not; one still to come doesn't.", () => {
		const seventh = { fromDay: "2026-12-01", dueDay: "2031-12-01" };
		expect(termStateOn(termOn([sixth, seventh], "2026-11-30"), "2026-11-30")).toBe("over");
		expect(termStateOn(termOn([sixth, seventh], "2026-12-01"), "2026-12-01")).toBe("running");
		expect(termStateOn(termOn([], "2026-12-01"), "2026-12-01")).toBe("none");
	});

	test("What a kind calls for has a past: a third vice-chair from 2026 was no vacancy in 2025.", () => {
		const rules = [...chairs, { post: "chair" as const, fromDay: "2026-01-01", seats: 2, fullTime: 1 }];
		expect(calledFor(rules, "chair", "2025-12-31")?.seats).toBe(1);
		expect(seatsOn("2025-12-31", rules, [zhou], [sixth]).map(({ state }) => state)).toEqual(["filled"]);
		expect(seatsOn("2026-01-01", rules, [zhou], [sixth])).toEqual([
			{ post: "chair", state: "filled", seats: 1, holder: zhou },
			{ post: "chair", state: "vacant", seats: 1, holder: null },
		]);
	});

	test("Where the rules call for fewer than there are, the last to come is beyond; where they say nothing, nobody is.", () => {
		const two = [zhou, { ...zhou, id: "h2", fromDay: "2022-01-01" }];
		expect(seatsOn("2025-01-01", chairs, two, [sixth]).map(({ state }) => state)).toEqual([
			"filled",
			"beyond",
		]);
		expect(seatsOn("2025-01-01", [], two, [sixth]).map(({ state }) => state)).toEqual(["filled", "filled"]);
	});

	test("a future end date ends a role now, or can't be entered (hitobito 2401, concrexit 1140): a post that ends in May is held until then, its seat is only free from then on, and the next one may be elected before.", () => {
		const leaving = { ...zhou, toDay: "2025-05-01" };
		expect(stateOf("2024-11-30", leaving)).toEqual(["soon"]);
		expect(stateOf("2025-04-30", leaving)).toEqual(["soon"]);
		expect(stateOf("2025-05-01", leaving)).toEqual(["vacant"]);
		expect(seatIsFree("chair", "2025-04-30", chairs, [leaving])).toBe(false);
		expect(seatIsFree("chair", "2025-05-01", chairs, [leaving])).toBe(true);
		const next = { ...zhou, id: "h2", fromDay: "2025-05-01" };
		expect(seatIsFree("chair", "2025-05-01", chairs, [leaving, next])).toBe(false);
		expect(seatIsFree("chair", "2024-01-01", chairs, [next])).toBe(false);
	});
});

test("The same day so many months on is the month's last where it has none.", () => {
	expect(monthsAfter("2026-08-31", 6)).toBe("2027-02-28");
	expect(monthsAfter("2024-02-29", 60)).toBe("2029-02-28");
	expect(monthsAfter("2026-11-20", 2)).toBe("2027-01-20");
});

type Said = { post: string; state: string; seats: number; holder: string | null };
const somewhen = fc.integer({ min: 0, max: 40 }).map((weeks) => daysAfter("2026-01-01", weeks * 30));
const post = fc.constantFrom<CouncilPost>(...councilPosts);
const holding = fc
	.tuple(post, somewhen, fc.option(fc.integer({ min: 0, max: 20 })))
	.map(([post, fromDay, months]) => ({
		post,
		fromDay,
		toDay: months === null ? null : daysAfter(fromDay, months * 30),
	}));
const calling = fc
	.record({ post, fromDay: somewhen, seats: fc.integer({ min: 0, max: 3 }) })
	.map((one) => ({ ...one, fullTime: 0 }));
const term = fc
	.tuple(somewhen, fc.integer({ min: 1, max: 20 }))
	.map(([fromDay, months]) => ({ fromDay, dueDay: daysAfter(fromDay, months * 30) }));

describe("What the database says of seats", () => {
	beforeEach(beginWorld);

	test("SQL and rules agree on every seat, and on who may still be elected, whatever happened.", async () => {
		const db = drizzle(env.DB);
		await env.DB.prepare(
			"insert into organisation (id, parent, path, kind, name, made_from) values ('ev', 'qq', 'jx/qq/ev/', 'enterprise', '制伞厂', 'test')",
		).run();
		await env.DB.prepare(stages.replace("from organisation", "from organisation where id = 'ev'")).run();
		const world = fc.record({
			rules: fc.uniqueArray(calling, { maxLength: 8, selector: ({ post, fromDay }) => post + fromDay }),
			holders: fc.array(holding, { maxLength: 10 }),
			terms: fc.uniqueArray(term, { maxLength: 3, selector: ({ fromDay }) => fromDay }),
			day: somewhen,
		});
		await fc.assert(
			fc.asyncProperty(world, async ({ rules, holders, terms, day }) => {
				const held = holders.map((one, index) => ({ ...one, id: `x${index}` }));
				await env.DB.batch([
					env.DB.prepare("delete from holder where organisation = 'ev'"),
					env.DB.prepare("delete from term"),
					env.DB.prepare("delete from seat where kind = 'enterprise'"),
					...held.map(({ id, post, fromDay, toDay }) =>
						env.DB.prepare(
							"insert into holder (organisation, id, person, post, from_day, to_day) values ('ev', ?, 'p1', ?, ?, ?)",
						).bind(id, post, fromDay, toDay),
					),
					...rules.map(({ post, fromDay, seats }) =>
						env.DB.prepare("insert into seat values ('enterprise', ?, ?, ?, 0)").bind(post, fromDay, seats),
					),
					...terms.map(({ fromDay, dueDay }, index) =>
						env.DB.prepare("insert into term values ('ev', ?, ?, ?, ?, null, null, 'p1', 'x', null)").bind(
							`t${index}`,
							index + 1,
							fromDay,
							dueDay,
						),
					),
				]);
				const [said, ...free] = await db.batch([
					rows<Said>(
						db,
						sql`${withSeats(sql`id = 'ev'`, day)} select post, state, seats, holder from state
						order by state = 'vacant', from_day, holder`,
					),
					...councilPosts.map((post) =>
						rows<{ free: number }>(db, sql`select ${seatFree(sql`${"ev"}`, sql`${post}`, day)} as free`),
					),
				]);
				const expected = seatsOn(day, rules, held, terms);
				const byPost = councilPosts.flatMap((post) => said.filter((one) => one.post === post));
				expect(byPost.map(({ post, state, seats, holder }) => ({ post, state, seats, holder }))).toEqual(
					expected.map((one) => ({ ...one, holder: one.holder?.id ?? null })),
				);
				expect(free.map(([one]) => (one as { free: number }).free === 1)).toEqual(
					councilPosts.map((post) => seatIsFree(post, day, rules, held)),
				);
			}),
			{ numRuns: 60 },
		);
	});
});
