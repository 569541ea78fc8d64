import { env } from "cloudflare:workers";
import { drizzle } from "drizzle-orm/d1";
import fc from "fast-check";
import { expect, test } from "vitest";
import { recountMembers } from "../../worker/members/standing";
import { submit, visit } from "../doors";
import { today } from "../surveys/cast";
import { beginWorld } from "../world";

const year = Number(today.slice(0, 4));
const township = { as: "townshipStaff" } as const;
const rows = async <Row>(text: string) => (await env.DB.prepare(text).all<Row>()).results;

test("A village of 410 members is merged in one batch of few statements; its preview lists everybody.", async () => {
	await beginWorld();
	const people = Array.from({ length: 410 }, (_, place) => ({
		id: `y${place}`,
		name: `王${String.fromCharCode(0x4e00 + place * 7)}`,
	}));
	const json = JSON.stringify(people);
	await env.DB.batch([
		env.DB.prepare(
			"insert into person (id, name, sex, made_from) select value ->> 'id', value ->> 'name', 'female', 'x' from json_each(?)",
		).bind(json),
		env.DB.prepare(
			`insert into membership (organisation, person, from_day, kind, sort, paid) select 'lf', value ->> 'id', '2020-01-01', 'ordinary', value ->> 'name',
				'{"${year}":1}' from json_each(?)`,
		).bind(json),
		// A tenth of them belong to both.
		env.DB.prepare(
			"insert into membership (organisation, person, from_day, kind, sort) select 'sy', value ->> 'id', '2021-01-01', 'ordinary', value ->> 'name' from json_each(?) where key % 10 = 0",
		).bind(json),
		env.DB.prepare(
			"insert into seek (organisation, person, words) select 'lf', value ->> 'id', 'n' || (value ->> 'name') || ' i' || (value ->> 'id') || ' ojx oqq olf hlf' from json_each(?)",
		).bind(json),
	]);
	const preview = await visit("/o/sy/mergers/new?gone=lf", township);
	expect(preview.text).toContain("410 人");
	expect(preview.cost.trips).toBe(2);
	expect(preview.cost.rowsRead).toBeLessThanOrEqual(120 + 8 * 410);
	expect(preview.bytes).toBeLessThan(14 * 1024);

	const merged = await submit(
		"/o/sy/mergers",
		{ id: "v1", gone: "lf", day: today, reason: "行政村调整" },
		township,
	);
	expect(merged.status, merged.text.slice(0, 300)).toBe(303);
	expect(merged.cost.trips).toBeLessThanOrEqual(3);
	expect(merged.cost.queries).toBeLessThanOrEqual(50);
	// Of each member: the membership that ends and the one that begins with their indexes, two lines of history, the index.
	expect(merged.cost.rowsWritten).toBeLessThanOrEqual(12 * 410 + 60);
	const [count] = await rows<{ n: number }>(
		"select count(distinct person) as n from membership where organisation = 'sy' and to_day is null",
	);
	expect(count?.n).toBe(410);
	expect(await rows("select members, women, owing, paid from standing where organisation = 'sy'")).toEqual([
		{ members: 410, women: 410, owing: 0, paid: 0 },
	]);
});

const places = ["sy", "lf", "xw"] as const;
const place = fc.constantFrom(...places);
const person = fc.integer({ min: 0, max: 2 }).map((number) => `m${number}`);
const day = fc.integer({ min: 1, max: 9 }).map((month) => `${year - 1}-0${month}-10`);
const act = fc.oneof(
	fc.record({ act: fc.constant("join" as const), place, person, day }),
	fc.record({ act: fc.constant("leave" as const), place, person, day }),
	fc.record({ act: fc.constant("return" as const), place, person, day }),
	fc.record({ act: fc.constant("pay" as const), place, person }),
	fc.record({ act: fc.constant("transfer" as const), place, to: place, person, day }),
	fc.record({ act: fc.constant("offer" as const), place, to: place, person }),
	fc.record({ act: fc.constant("answer" as const), outcome: fc.constantFrom("received", "taken-back") }),
	fc.record({ act: fc.constant("merge" as const), place, to: place, day }),
	fc.record({ act: fc.constant("split" as const), place, day }),
	fc.record({ act: fc.constant("found again" as const), place }),
);
type Act = typeof act extends fc.Arbitrary<infer One> ? One : never;

async function perform(one: Act, id: string): Promise<void> {
	const at = "place" in one ? `/o/${one.place}` : "";
	switch (one.act) {
		case "join":
			await env.DB.batch([
				env.DB.prepare(
					"insert or ignore into person (id, name, sex, made_from) values (?, '王', 'female', 'x')",
				).bind(one.person),
			]);
			await submit(
				`${at}/members`,
				{ id: one.person, name: `王${one.person}`, joined_on: one.day, kind: "ordinary", sex: "female" },
				township,
			);
			// A person registered elsewhere already comes by a further membership, as the register of people makes one.
			await env.DB.prepare(
				`insert into membership (organisation, person, from_day, kind, sort) select ?1, ?2, ?3, 'ordinary', 'w'
				where not exists (select 1 from membership where organisation = ?1 and person = ?2)
				and exists (select 1 from organisation where id = ?1 and status = 'active')`,
			)
				.bind(one.place, one.person, one.day)
				.run();
			await drizzle(env.DB).batch([...recountMembers(drizzle(env.DB), { id: one.place }, today, one.day)]);
			return;
		case "leave":
			await submit(`${at}/members/${one.person}/departure`, { id, day: one.day, because: "left" }, township);
			return;
		case "return":
			await submit(`${at}/members/${one.person}/return`, { id, day: one.day, kind: "ordinary" }, township);
			return;
		case "pay":
			await submit(
				`${at}/dues`,
				{ id, day: today, method: "cash", tick: `${one.person}.${year - 1}` },
				{ as: "owner" },
			);
			return;
		case "transfer":
		case "offer":
			await submit(
				`${at}/members/${one.person}/transfer`,
				{ id, to: one.to, day: "day" in one ? one.day : today },
				one.act === "offer" ? { as: "secretary" } : township,
			);
			return;
		case "answer": {
			const [waiting] = await rows<{ transfer: string; receiver: string; organisation: string }>(
				"select * from transfer_waiting limit 1",
			);
			if (!waiting) return;
			const where = one.outcome === "received" ? waiting.receiver : waiting.organisation;
			await submit(`/o/${where}/transfers/${waiting.transfer}`, { outcome: one.outcome }, township);
			return;
		}
		case "merge":
			// The money is handed over first.
			for (const { rest } of await rows<{ rest: number }>(
				`select sum(received - used) as rest from standing where organisation = '${one.place}' having rest > 0`,
			))
				await submit(
					`${at}/funds`,
					{
						id: `u${id}`,
						direction: "use",
						day: today,
						amount: String(rest / 100),
						...{ purpose: "移交", party: "接收的村", approver: "会长" },
						method: "cash",
					},
					{ as: "owner" },
				);
			await submit(`/o/${one.to}/mergers`, { id, gone: one.place, day: one.day, reason: "调整" }, township);
			return;
		case "split":
			await env.DB.batch([
				env.DB.prepare(
					"insert or ignore into small_group values (?, 'g1', '第一组', '2020-01-01', null, 'x')",
				).bind(one.place),
				env.DB.prepare(
					"update membership set small_group = 'g1' where organisation = ? and to_day is null and person in ('m0', 'm1')",
				).bind(one.place),
			]);
			await submit(
				`${at}/splits`,
				{ id, group: ["g1"], organisation: `新村${id}`, kind: "village", day: one.day, reason: "分设" },
				township,
			);
			return;
		case "found again":
			await submit(`${at}/founding`, { id, day: today, reason: "重新建立", organisation: "村" }, township);
	}
}

type Membership = {
	organisation: string;
	person: string;
	from_day: string;
	to_day: string | null;
	paid: string;
	carried: string;
	went_to: string | null;
};

async function check(): Promise<void> {
	const all = await rows<Membership>("select * from membership");
	const holds = (one: Membership, on: string) =>
		one.from_day <= on && (one.to_day === null || one.to_day > on);
	for (const [index, one] of all.entries())
		for (const other of all
			.slice(index + 1)
			.filter(({ organisation, person: who }) => organisation === one.organisation && who === one.person)) {
			const from = one.from_day > other.from_day ? one.from_day : other.from_day;
			expect(
				holds(one, from) && holds(other, from),
				`${one.organisation} ${one.person} overlaps on ${from}`,
			).toBe(false);
		}
	const kept = await rows<{ organisation: string; days: string }>("select * from membership_days");
	for (const { organisation, days } of kept) {
		const mine = all.filter((one) => one.organisation === organisation);
		const asked = [`${year - 1}-01-01`, today, ...mine.flatMap((one) => [one.from_day, one.to_day ?? today])];
		for (const on of asked) {
			const [, members = 0] = (JSON.parse(days) as [string, number][]).find(([from]) => from <= on) ?? [];
			expect(members, `${organisation} on ${on}`).toBe(mine.filter((one) => holds(one, on)).length);
		}
	}
	// Nobody is asked for a year twice: whoever paid it anywhere before going over owes it nowhere after.
	for (const one of all.filter(({ went_to }) => went_to !== null)) {
		const there = all.filter((other) => other.organisation === one.went_to && other.person === one.person);
		const known = new Set(there.flatMap((other) => Object.keys(JSON.parse(other.paid) as object)));
		for (const paid of Object.keys(JSON.parse(one.carried) as object)) expect(known.has(paid)).toBe(true);
	}
	const indexed = await rows<{ n: number }>(
		"select count(*) as n from seek group by organisation, person having n > 1",
	);
	expect(indexed, "one line of the index for each").toEqual([]);
	expect(
		await rows(
			"select 1 from organisation join stage on stage.organisation = organisation.id and stage.to_day is null where organisation.status <> stage.status or organisation.path <> stage.path",
		),
	).toEqual([]);
}

test("However members join, leave, go over, are merged and split off: none belongs twice, and every day is counted right.", async () => {
	await fc.assert(
		fc.asyncProperty(fc.array(act, { minLength: 8, maxLength: 20 }), async (acts) => {
			await beginWorld();
			await submit(
				"/o/qq/below",
				{ id: "xw", organisation: "西坞村", kind: "village", day: "2020-01-01" },
				township,
			);
			await env.DB.prepare("update stage set from_day = '2020-01-01' where organisation = 'xw'").run();
			for (const at of places)
				await submit(
					`/o/${at}/dues/rates`,
					{ id: "r1", from_day: `${year - 2}-01-01`, amount: "10" },
					{ as: "owner" },
				);
			const first = { act: "join", day: `${year - 1}-01-05` } as const;
			for (const [person, at] of [
				["m0", "sy"],
				["m1", "lf"],
				["m2", "xw"],
				["m0", "lf"],
			] as const)
				await perform({ ...first, person, place: at }, "");
			for (const [index, one] of acts.entries()) await perform(one, `z${index}`);
			await check();
		}),
		{ numRuns: 15 },
	);
}, 120_000);
