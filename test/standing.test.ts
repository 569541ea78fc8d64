import { env } from "cloudflare:workers";
import fc from "fast-check";
import { expect, test } from "vitest";
import { nightly } from "../worker/overviews/nightly";
import { submit } from "./doors";
import { beginWorld } from "./world";

const year = new Date(Date.now() + 8 * 3_600_000).getUTCFullYear();
const day = fc
	.tuple(
		fc.integer({ min: year - 3, max: year }),
		fc.integer({ min: 1, max: 12 }),
		fc.integer({ min: 1, max: 20 }),
	)
	.map(([y, m, d]) => `${y}-${String(m).padStart(2, "0")}-${String(d).padStart(2, "0")}`)
	.filter((text) => text <= new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10));
const person = fc.integer({ min: 0, max: 4 }).map((index) => `m${index}`);

const act = fc.oneof(
	fc.record({
		act: fc.constant("register" as const),
		person,
		day,
		kind: fc.constantFrom("ordinary", "honorary"),
		sex: fc.constantFrom("female", "male"),
	}),
	fc.record({ act: fc.constant("leave" as const), person, day }),
	fc.record({ act: fc.constant("return" as const), person, day }),
	fc.record({
		act: fc.constant("change" as const),
		person,
		kind: fc.constantFrom("ordinary", "honorary"),
	}),
	fc.record({ act: fc.constant("pay" as const), person, of: fc.integer({ min: year - 2, max: year }) }),
	fc.record({ act: fc.constant("use" as const), fen: fc.integer({ min: 1, max: 5000 }), day }),
	fc.record({ act: fc.constant("reverse" as const), nth: fc.integer({ min: 0, max: 5 }) }),
);
type Act = typeof act extends fc.Arbitrary<infer One> ? One : never;

test("Whatever happens in whatever order, the kept figures equal a naive recount, and numbers have no gaps.", async () => {
	await fc.assert(
		fc.asyncProperty(fc.array(act, { minLength: 5, maxLength: 16 }), async (acts) => {
			await beginWorld();
			await submit(
				"/o/sy/dues/rates",
				{ id: "r1", from_day: `${year - 3}-01-01`, amount: "10" },
				{ as: "secretary" },
			);
			for (const [index, one] of acts.entries()) await perform(one, `z${index}`);
			await compare([year]);
			await nightly(env);
			await compare([year, year - 1]);
		}),
		{ numRuns: 25 },
	);
});

async function perform(one: Act, id: string): Promise<void> {
	const secretary = { as: "secretary" } as const;
	switch (one.act) {
		case "register":
			await submit(
				"/o/sy/members",
				{ id: one.person, name: `张${one.person}`, joined_on: one.day, kind: one.kind, sex: one.sex },
				secretary,
			);
			return;
		case "leave":
			await submit(`/o/sy/members/${one.person}/departure`, { id, day: one.day, because: "left" }, secretary);
			return;
		case "return":
			await submit(`/o/sy/members/${one.person}/return`, { id, day: one.day, kind: "ordinary" }, secretary);
			return;
		case "change":
			await submit(
				`/o/sy/members/${one.person}/edit`,
				{ id, name: `张${one.person}`, kind: one.kind },
				secretary,
			);
			return;
		case "pay":
			await submit(
				"/o/sy/dues",
				{ id, day: `${year}-01-05`, method: "cash", tick: `${one.person}.${one.of}` },
				secretary,
			);
			return;
		case "use":
			await submit(
				"/o/sy/funds",
				{
					id,
					direction: "use",
					day: one.day,
					amount: (one.fen / 100).toFixed(2),
					...{ purpose: "用", party: "小店", approver: "会长" },
					method: "cash",
				},
				secretary,
			);
			return;
		case "reverse": {
			const { results } = await env.DB.prepare("select id from entry order by id limit 1 offset ?")
				.bind(one.nth)
				.all<{ id: string }>();
			if (results[0]) await submit(`/o/sy/funds/${results[0].id}/reversal`, { id, reason: "错" }, secretary);
		}
	}
}

type Membership = {
	person: string;
	from_day: string;
	to_day: string | null;
	kind: string;
	sex: string | null;
	paid: string;
};
type Entry = { id: string; year: number; series: string; number: number; amount: number };

async function compare(years: readonly number[]): Promise<void> {
	const rows = async <Row>(sql: string) => (await env.DB.prepare(sql).all<Row>()).results;
	const members = await rows<Membership>(
		"select m.*, p.sex from membership m join person p on p.id = m.person where organisation = 'sy'",
	);
	const entries = await rows<Entry>("select * from entry");
	const allocations = await rows<{ person: string; year: number; amount: number }>(
		"select person, year, sum(amount) as amount from allocation group by person, year",
	);
	const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
	const kept = await rows<Record<string, number>>("select * from standing where organisation = 'sy'");
	for (const one of kept.filter((row) => members.length > 0 && years.includes(row.year ?? 0))) {
		const [first, end] = [`${one.year}-01-01`, `${one.year}-12-31`];
		const last = end < today ? end : today;
		const onLast = members.filter(
			({ from_day, to_day }) => from_day <= last && (to_day === null || to_day > last),
		);
		expect(one.members, `members of ${one.year}`).toBe(onLast.length);
		expect(one.women).toBe(onLast.filter(({ sex }) => sex === "female").length);
		const owing = members.filter(
			({ kind, from_day, to_day }) =>
				kind !== "honorary" && from_day <= end && (to_day === null || to_day > first),
		);
		expect(one.owing, `owing in ${one.year}`).toBe(new Set(owing.map(({ person: who }) => who)).size);
		const paid = owing.filter((row) => String(one.year) in (JSON.parse(row.paid) as object));
		expect(one.paid, `paid in ${one.year}`).toBe(new Set(paid.map(({ person: who }) => who)).size);
	}
	const asked = [
		`${year - 2}-06-15`,
		`${year - 1}-12-31`,
		...members.flatMap((one) => [one.from_day, one.to_day]),
	];
	for (const day of asked.filter((one) => one !== null)) {
		const [kept] = await rows<{ members: number; women: number }>(
			`select value ->> 1 as members, value ->> 2 as women from membership_days, json_each(days)
			where organisation = 'sy' and value ->> 0 <= '${day}' limit 1`,
		);
		const then = members.filter(
			({ from_day, to_day }) => from_day <= day && (to_day === null || to_day > day),
		);
		expect(kept?.members ?? 0, `members on ${day}`).toBe(then.length);
		expect(kept?.women ?? 0, `women on ${day}`).toBe(then.filter(({ sex }) => sex === "female").length);
	}
	const ofYear = entries.filter((entry) => entry.year === year);
	const sum = (list: readonly Entry[]) => list.reduce((total, { amount }) => total + amount, 0);
	const thisYear = kept.find((one) => one.year === year);
	if (thisYear && ofYear.length > 0) {
		expect(thisYear.received).toBe(sum(ofYear.filter(({ series }) => series === "in")));
		expect(thisYear.used).toBe(0 - sum(ofYear.filter(({ series }) => series === "out")));
	}
	for (const { person, paid } of members) {
		const years = allocations
			.filter((one) => one.person === person && one.amount > 0)
			.map((one) => String(one.year));
		expect(Object.keys(JSON.parse(paid) as object).sort()).toEqual(years.sort());
	}
	for (const one of allocations) expect(one.amount, "no member-year paid twice").toBeLessThanOrEqual(1000);
	for (const group of Object.values(Object.groupBy(entries, ({ year: of, series }) => `${of} ${series}`))) {
		const numbers = (group ?? []).map(({ number }) => number).sort((a, b) => a - b);
		expect(numbers).toEqual(numbers.map((_, index) => index + 1));
	}
}
