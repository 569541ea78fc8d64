import { env } from "cloudflare:workers";
import fc from "fast-check";
import { expect, test } from "vitest";
import { submit, visit } from "../doors";
import { today } from "../surveys/cast";
import { beginWorld } from "../world";

/** Which acts really happened in all the walks together. */
const happened = new Set<string>();

type Step = { act: string; at: number; under: number };

const step: fc.Arbitrary<Step> = fc.record({
	act: fc.constantFrom(
		"below",
		"relocation",
		"standardisation",
		"standardisation/end",
		"deregistration",
		"founding",
		"renaming",
		"retraction",
	),
	at: fc.nat(9),
	under: fc.nat(9),
});

/** The tree as it stands, straight from its rows. */
async function tree() {
	const { results } = await env.DB.prepare(
		"select id, parent, path, kind, name, status from organisation order by path",
	).all<Record<"id" | "parent" | "path" | "kind" | "name" | "status", string>>();
	return results;
}

/** Does one step as the district's staff; most are refused, and what is refused changes nothing. */
async function walk({ act, at, under }: Step, number: number): Promise<void> {
	const all = await tree();
	const one = all[at % all.length];
	const other = all[under % all.length];
	if (!one || !other) return;
	const open = await env.DB.prepare("select id from stage where organisation = ? and to_day is null")
		.bind(one.id)
		.first<string>("id");
	const fields = {
		...{ id: `s${number}`, day: today, reason: "试", ends: "on", under: other.id, stage: open ?? "" },
		...{
			organisation: `${one.name.slice(0, 20)}改`,
			kind: act === "below" ? ["village", "enterprise", "township"][under % 3] : one.kind,
		},
	} as Record<string, string>;
	const before = JSON.stringify(await tree());
	const answer = await submit(`/o/${one.id}/${act}`, fields, { as: "districtStaff" });
	expect(answer.status, `${act} at ${one.id}`).toBeLessThan(500);
	if (answer.status === 303) happened.add(act);
	else expect(JSON.stringify(await tree())).toBe(before);
}

async function broken(): Promise<Record<string, unknown>> {
	const count = (text: string) => env.DB.prepare(`select count(*) as n from ${text}`).first<number>("n");
	return {
		paths: await count(
			"organisation o left join organisation up on up.id = o.parent where o.path <> coalesce(up.path, '') || o.id || '/'",
		),
		"rows that aren't their latest stage":
			await count(`organisation o where not exists (select 1 from stage s where s.organisation = o.id and s.to_day is null
			and s.path = o.path and s.name = o.name and s.status = o.status and s.kind = o.kind and s.parent is o.parent)`),
		"two open stages": await count(
			"(select 1 from stage where to_day is null group by organisation having count(*) > 1)",
		),
		"stages that overlap or leave a gap": await count(`stage s where s.follows is not null and not exists
			(select 1 from stage b where b.organisation = s.organisation and b.id = s.follows and b.to_day = s.from_day)`),
		"something below what is gone": await count(`organisation o join organisation up on up.id = o.parent
			where up.status = 'deregistered' and o.status <> 'deregistered'`),
		// A stage that ended on the day on which it began was no day's.
		"a path of a past day that isn't the parent's":
			await count(`stage s join stage up on up.organisation = s.parent
			and up.from_day <= s.from_day and (up.to_day is null or up.to_day > s.from_day) where s.path <> up.path || s.organisation || '/'
			and (s.to_day is null or s.to_day > s.from_day)`),
		"words that lead elsewhere": await count(`seek join organisation o on o.id = seek.organisation
			where instr(seek.words, 'o' || replace(rtrim(o.path, '/'), '/', ' o')) = 0`),
	};
}

test("Whatever is founded, moved, ended, and taken back in whatever order: paths, stages and search agree, and reach never leaks.", async () => {
	await fc.assert(
		fc.asyncProperty(fc.array(step, { minLength: 6, maxLength: 14 }), async (steps) => {
			await beginWorld();
			const district = { as: "districtStaff" } as const;
			await submit(
				"/o/jx/below",
				{ id: "hx", organisation: "湖西镇", kind: "township", day: "2020-01-01" },
				district,
			);
			for (const home of ["sy", "lf"])
				await submit(
					`/o/${home}/members`,
					{ id: `m${home}`, name: "张桂英", joined_on: "2024-01-01", kind: "ordinary" },
					district,
				);
			for (const [number, one] of steps.entries()) await walk(one, number);
			expect(await broken()).toEqual({
				paths: 0,
				"rows that aren't their latest stage": 0,
				"two open stages": 0,
				"stages that overlap or leave a gap": 0,
				"something below what is gone": 0,
				"a path of a past day that isn't the parent's": 0,
				"words that lead elsewhere": 0,
			});
			const qq = await env.DB.prepare("select path from organisation where id = 'qq'").first<string>("path");
			const holds = await env.DB.prepare(
				"select count(*) as n from holder where person = 'p2' and (to_day is null or to_day > ?)",
			)
				.bind(today)
				.first("n");
			for (const { id, path } of await tree()) {
				const sees = holds !== 0 && path.startsWith(qq ?? "");
				expect((await visit(`/o/${id}`, { as: "townshipStaff" })).status, id).toBe(sees ? 200 : 404);
			}
		}),
		{ numRuns: 25 },
	);
	expect(happened.size).toBeGreaterThan(6);
}, 240_000);
