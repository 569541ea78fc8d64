import { env } from "cloudflare:workers";
import fc from "fast-check";
import { expect, test } from "vitest";
import { paths } from "../../web/paths";
import { daysAfter } from "../../worker/values/day";
import { facts, submit } from "../doors";
import { today } from "../surveys/cast";
import { beginWorld } from "../world";

const villages = ["sy", "lf"] as const;
const townships = ["qq", "bs"] as const;
const village = fc.constantFrom(...villages);
const person = fc.integer({ min: 0, max: 5 }).map((index) => `m${index}`);
/** So many days ago; acts of a life follow one another, so each is typed for the day on which it is done. */
const ago = fc.integer({ min: 1, max: 900 });

const act = fc.oneof(
	fc.record({
		act: fc.constant("register" as const),
		at: village,
		person,
		ago,
		sex: fc.constantFrom("female", "male"),
	}),
	fc.record({ act: fc.constant("leave" as const), at: village, person, ago }),
	fc.record({ act: fc.constant("return" as const), at: village, person, ago }),
	fc.record({ act: fc.constant("move" as const), at: village, to: fc.constantFrom(...townships), ago }),
	fc.record({ act: fc.constant("standardise" as const), at: village, ago }),
	fc.record({ act: fc.constant("rename" as const), at: village, ago }),
);
type Act = typeof act extends fc.Arbitrary<infer One> ? One : never;
type Tree = {
	whole: { members: number; women: number };
	elsewhere: number;
	nodes: { id: string; parent: string; members: number; women: number; membersBelow: number }[];
};
/** How many moves were done in all: a story without any would prove little. */
let moves = 0;

/** Where a village stood from a day on. */
type Stood = { from: string; under: string };

test("Whatever was registered, left, moved, renamed and standardised, the tree of any day equals a naive recount, and shows no more than one reaches today.", async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.array(act, { minLength: 6, maxLength: 14 }),
			fc.array(ago, { minLength: 3, maxLength: 4 }),
			async (acts, days) => {
				await beginWorld();
				await env.DB.batch([
					env.DB.prepare(
						"insert into organisation (id, parent, path, kind, name, made_from) values ('bs', 'jx', 'jx/bs/', 'township', '白石镇', 'test')",
					),
					env.DB.prepare(
						"insert into stage (organisation, id, from_day, act, name, kind, parent, path, status, made_at) values ('bs', 'bs', '1900-01-01', 'entered', '白石镇', 'township', 'jx', 'jx/bs/', 'active', 0)",
					),
				]);
				const stood: Record<string, Stood[]> = {
					sy: [{ from: "1900-01-01", under: "qq" }],
					lf: [{ from: "1900-01-01", under: "qq" }],
				};
				for (const [index, one] of acts.entries()) await perform(one, `z${index}`, stood);
				for (const day of [today, ...days.map((back) => daysAfter(today, -back))]) await compare(day, stood);
			},
		),
		{ numRuns: 20 },
	);
	expect(moves).toBeGreaterThan(5);
});

async function perform(one: Act, id: string, stood: Record<string, Stood[]>): Promise<void> {
	const day = daysAfter(today, -one.ago);
	const above = { as: "districtStaff" } as const;
	const member = (what: "departure" | "return") =>
		`/o/${one.at}/members/${"person" in one ? one.at + one.person : ""}/${what}`;
	switch (one.act) {
		case "register":
			await submit(
				paths.members(one.at),
				{ id: one.at + one.person, name: `张${one.person}`, joined_on: day, kind: "ordinary", sex: one.sex },
				above,
			);
			return;
		case "leave":
			await submit(member("departure"), { id, day, because: "left" }, above);
			return;
		case "return":
			await submit(member("return"), { id, day, kind: "ordinary" }, above);
			return;
		case "move": {
			const moved = await submit(
				paths.relocation(one.at),
				{ id, day, reason: "区划调整", under: one.to },
				above,
			);
			if (moved.status === 303 && stood[one.at]?.push({ from: day, under: one.to })) moves += 1;
			return;
		}
		case "standardise":
			await submit(paths.standardisation(one.at), { id, day, reason: "没有活动" }, above);
			return;
		case "rename":
			await submit(
				paths.renaming(one.at),
				{ id, day, reason: "改名", organisation: `新${one.at}`, kind: "village" },
				above,
			);
	}
}

const underOn = (stood: readonly Stood[], day: string) => stood.findLast(({ from }) => from <= day)?.under;

async function compare(day: string, stood: Record<string, Stood[]>): Promise<void> {
	const { results } = await env.DB.prepare(
		`select organisation, sex, count(*) as n from membership join person on person.id = person
			where from_day <= ?1 and (to_day is null or to_day > ?1) group by organisation, sex`,
	)
		.bind(day)
		.all<{ organisation: string; sex: string; n: number }>();
	const naive = (ids: readonly string[], sex?: string) =>
		results
			.filter((row) => ids.includes(row.organisation) && (sex === undefined || row.sex === sex))
			.reduce((sum, { n }) => sum + n, 0);
	const asked = day === today ? "" : `?day=${day}`;
	const whole = await facts<Tree>(paths.tree("jx") + asked, "districtStaff");
	expect(whole.whole, day).toMatchObject({ members: naive(villages), women: naive(villages, "female") });
	for (const township of townships) {
		const then = villages.filter((id) => underOn(stood[id] ?? [], day) === township);
		const now = villages.filter((id) => underOn(stood[id] ?? [], today) === township);
		const node = whole.nodes.find(({ id }) => id === township);
		expect(node?.membersBelow, `${township} on ${day}`).toBe(naive(then));
		expect(
			whole.nodes
				.filter(({ parent }) => parent === township)
				.map(({ id }) => id)
				.sort(),
		).toEqual([...then].sort());
		const own = await facts<Tree>(paths.tree(township) + asked, "districtStaff");
		const seen = then.filter((id) => now.includes(id));
		expect(own.nodes.map(({ id }) => id).sort(), `seen in ${township} on ${day}`).toEqual([...seen].sort());
		expect(own.elsewhere).toBe(then.length - seen.length);
		expect(own.whole.members).toBe(naive(seen));
		const list = await facts<{ members: unknown[] }>(paths.members(township) + asked, "districtStaff");
		expect(list.members.length, `listed in ${township} on ${day}`).toBe(naive(seen));
	}
}
