import { env } from "cloudflare:workers";
import { sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/d1";
import fc from "fast-check";
import { expect, test } from "vitest";
import { rows } from "../../worker/tables/database";
import { isCounted } from "../../worker/tables/tree";
import { wantedOn } from "../../worker/training/rules";
import * as store from "../../worker/training/store";
import { submit } from "../doors";
import { beginWorld } from "../world";
import { recount } from "./recount";

const days = ["2025-02-01", "2025-12-31", "2026-01-01", "2026-05-29", "2026-11-28"];
const places = ["sy", "lf", "qq"];
const people = ["m1", "m2", "m3", "m4", "p3"];
const place = fc.constantFrom(...places);
const who = fc.constantFrom(...people);
const day = fc
	.integer({ min: 0, max: 690 })
	.map((ago) => new Date(Date.UTC(2026, 10, 28 - ago)).toISOString().slice(0, 10));
const kind = fc.constantFrom("training", "training", "meeting", "service");
const post = fc.constantFrom("chair", "council-member", "group-leader", "staff", "owner");
const act = fc.oneof(
	fc.record({ act: fc.constant("join" as const), place, who, day }),
	fc.record({ act: fc.constant("leave" as const), place, who, day }),
	fc.record({ act: fc.constant("post" as const), place, who, day, post, until: fc.option(day) }),
	fc.record({
		act: fc.constant("come" as const),
		place,
		day,
		kind,
		came: fc.uniqueArray(who),
		teaches: fc.boolean(),
	}),
	fc.record({
		act: fc.constant("come" as const),
		place,
		day,
		kind,
		came: fc.uniqueArray(who),
		teaches: fc.boolean(),
	}),
	fc.record({
		act: fc.constant("elsewhere" as const),
		place,
		who,
		day,
		topic: fc.constantFrom("year", "aid"),
	}),
	fc.record({ act: fc.constant("withdraw" as const), nth: fc.nat(5) }),
	fc.record({ act: fc.constant("take back" as const), nth: fc.nat(5) }),
);
type Act = typeof act extends fc.Arbitrary<infer One> ? One : never;

const run = (statement: string, ...bound: (string | null)[]) =>
	env.DB.prepare(statement)
		.bind(...bound)
		.run();

async function happen(one: Act, id: string, held: string[], noted: string[]): Promise<void> {
	const { act } = one;
	if (act === "join")
		await run(
			"insert or ignore into membership (organisation, person, from_day, kind, sort) values (?, ?, ?, 'ordinary', 'x')",
			one.place,
			one.who,
			one.day,
		);
	if (act === "leave")
		await run(
			"update membership set to_day = ? where organisation = ? and person = ? and to_day is null and from_day < ?",
			one.day,
			one.place,
			one.who,
			one.day,
		);
	if (act === "post")
		await run(
			"insert into holder (organisation, id, person, post, from_day, to_day) values (?, ?, ?, ?, ?, ?)",
			one.place,
			id,
			one.who,
			one.post,
			one.day,
			one.until,
		);
	if (act === "come") {
		await run(
			"insert into activity (organisation, id, day, kind, title, made_from) values (?, ?, ?, ?, 'x', 'x')",
			one.place,
			id,
			one.day,
			one.kind,
		);
		for (const person of one.came)
			await run(
				"insert into attendance (organisation, activity, person) values (?, ?, ?)",
				one.place,
				id,
				person,
			);
		if (one.teaches) await run("insert into taught values (?, ?, 'aid')", one.place, id);
		held.push(id);
	}
	if (act === "elsewhere") {
		await run(
			"insert into trained_elsewhere values (?, ?, ?, ?, ?, '结业证', 'p3', 'x')",
			one.who,
			one.place,
			id,
			one.topic,
			one.day,
		);
		noted.push(id);
	}
	// As taking an activity back does: the attendance goes, what it taught is left behind.
	const gone = act === "withdraw" ? held[one.nth] : undefined;
	if (gone)
		await env.DB.batch([
			env.DB.prepare("delete from attendance where activity = ?").bind(gone),
			env.DB.prepare("delete from activity where id = ?").bind(gone),
		]);
	const unnoted = act === "take back" ? noted[one.nth] : undefined;
	if (unnoted) await run("delete from trained_elsewhere where id = ?", unnoted);
}

async function begin(): Promise<void> {
	await beginWorld();
	for (const id of people.filter((one) => one !== "p3"))
		await run("insert into person (id, name, made_from) values (?, ?, 'x')", id, `人${id}`);
	await run("insert into topic values ('aid', '急救', 'First aid', 'x')");
	await run("insert into requirement values ('aid', 2025, 1, '[\"member\"]', 80)");
	await run("insert into requirement values ('aid', 2026, 2, '[\"chair\",\"council-member\"]', 80)");
}

/** Every figure and every name of every organisation, by the product's own questions and by hand. */
async function compare(practice = false): Promise<void> {
	const db = drizzle(env.DB);
	const [topics, requirements] = await db.batch(store.topicsAndRequirements(db));
	for (const on of days) {
		const wanted = wantedOn(topics, requirements, on);
		const byHand = await recount(wanted, on);
		const whole = await rows<{ organisation: string; topic: string; person: string; reached: number }>(
			db,
			sql`${store.withTraining({ counted: isCounted() }, on)} select * from state`,
		);
		const inTree = new Map<string, { reached: string[]; unreached: string[] }>();
		for (const { organisation, topic, person, reached } of whole) {
			const key = `${organisation} ${topic}`;
			const names = inTree.get(key) ?? { reached: [], unreached: [] };
			names[reached ? "reached" : "unreached"].push(person);
			inTree.set(key, { reached: names.reached.sort(), unreached: names.unreached.sort() });
		}
		const counted = [...byHand].filter(([key]) => !practice || !key.startsWith("lf "));
		expect(new Map([...inTree].sort())).toEqual(new Map(counted.sort()));
		for (const id of places) {
			const figures = await store.figuresOf(db, { id }, on);
			for (const { id: topic } of wanted) {
				const hand = byHand.get(`${id} ${topic}`) ?? { reached: [], unreached: [] };
				const figure = figures.find((one) => one.topic === topic) ?? { owed: 0, reached: 0 };
				expect([on, id, topic, figure.reached, figure.owed]).toEqual([
					...[on, id, topic, hand.reached.length, hand.reached.length + hand.unreached.length],
				]);
				const named = await store.peopleOf(db, { id }, topic, on);
				expect(
					named
						.filter(({ reached }) => reached === 1)
						.map((one) => one.id)
						.sort(),
				).toEqual(hand.reached);
				expect(
					named
						.filter(({ reached }) => reached === 0)
						.map((one) => one.id)
						.sort(),
				).toEqual(hand.unreached);
			}
		}
	}
}

test("Whatever people did, coverage of every place, topic and day is what a recount by hand says.", async () => {
	await fc.assert(
		fc.asyncProperty(fc.array(act, { minLength: 4, maxLength: 24 }), fc.boolean(), async (acts, practice) => {
			await begin();
			const [held, noted]: string[][] = [[], []];
			for (const [index, one] of acts.entries()) await happen(one, `z${index}`, held ?? [], noted ?? []);
			if (practice) await run("update organisation set practice = 1 where id = 'lf'");
			await compare(practice);
		}),
		{ numRuns: 12 },
	);
});

test("Two records that are joined are one person, trained once; undone, they are two again.", async () => {
	await begin();
	for (const [id, on] of [
		["m1", "2025-01-01"],
		["m2", "2025-03-01"],
	] as const)
		await submit(
			"/o/sy/members",
			{ id: `j${id}`, name: "曾国强", joined_on: on, kind: "ordinary" },
			{ as: "secretary" },
		);
	const acts: Act[] = [
		{ act: "come", place: "sy", day: "2026-03-01", kind: "training", came: [], teaches: true },
		{ act: "come", place: "lf", day: "2026-04-01", kind: "training", came: [], teaches: false },
	];
	for (const [index, one] of acts.entries()) await happen(one, `z${index}`, [], []);
	await run("insert into attendance (organisation, activity, person) values ('sy', 'z0', 'jm1')");
	await run(
		"insert into trained_elsewhere values ('jm2', 'sy', 'e1', 'aid', '2026-05-01', '结业证', 'p3', 'x')",
	);
	await run(
		"insert into trained_elsewhere values ('jm1', 'sy', 'e2', 'aid', '2026-05-02', '结业证', 'p3', 'x')",
	);
	const before = await recount([{ id: "year", since: "2026-01-01", whom: ["member"] }], "2026-11-28");
	const sides = ["name", "sex", "birth_year", "telephone", "address", "note", "further"].map((field) => [
		field,
		"one",
	]);
	const joined = await submit(
		"/o/sy/duplicates/jm1/jm2/joining",
		{ id: "j1", ...Object.fromEntries(sides) },
		{ as: "secretary" },
	);
	expect(joined.status, joined.text.slice(0, 300)).toBe(303);
	await compare();
	const kept = await env.DB.prepare("select count(*) as n from trained_elsewhere where person = 'jm1'").first(
		"n",
	);
	expect(kept).toBe(2);
	const undone = await submit("/o/sy/joinings/j1/separation", { id: "s1" }, { as: "secretary" });
	expect(undone.status, undone.text.slice(0, 300)).toBe(303);
	await compare();
	expect(await recount([{ id: "year", since: "2026-01-01", whom: ["member"] }], "2026-11-28")).toEqual(
		before,
	);
});
