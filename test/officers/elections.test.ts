import { env } from "cloudflare:workers";
import fc from "fast-check";
import { beforeEach, expect, test } from "vitest";
import { councilPosts } from "../../worker/officers/seats/rules";
import { daysAfter } from "../../worker/values/day";
import { newSecret } from "../../worker/values/id";
import { submit } from "../doors";
import { today } from "../surveys/cast";
import { beginWorld } from "../world";

beforeEach(beginWorld);

const names = ["周秀兰", "傅国良", "章福根", "单美凤", "郑丽珍"];
const post = fc.constantFrom(...councilPosts);
const name = fc.constantFrom(...names);
const day = fc.integer({ min: -400, max: 200 }).map((days) => daysAfter(today, days));

/** What may happen to a council, in whatever order, some of it refused. */
const act = fc.oneof(
	fc.record({
		kind: fc.constant("general" as const),
		day,
		chair: name,
		vice: name,
		members: fc.uniqueArray(name, { maxLength: 3 }),
	}),
	fc.record({ kind: fc.constant("earlier" as const), day, ends: day, chair: name, vice: name }),
	fc.record({ kind: fc.constant("taken back" as const), which: fc.nat(3) }),
	fc.record({ kind: fc.constant("by-election" as const), day, post, name }),
	fc.record({ kind: fc.constant("departure" as const), day, which: fc.nat(20) }),
	fc.record({ kind: fc.constant("link" as const), post, name }),
);

test("Seats are never over-filled, on any day, whatever is elected, recorded later, taken back, resigned and let in, in whatever order and at once.", async () => {
	await fc.assert(
		fc.asyncProperty(fc.array(act, { minLength: 1, maxLength: 9 }), fc.boolean(), async (acts, atOnce) => {
			await env.DB.batch([
				env.DB.prepare("delete from link"),
				env.DB.prepare("delete from term"),
				env.DB.prepare("delete from holder where organisation = 'sy' and id <> 'hp5'"),
			]);
			if (atOnce) await Promise.all(acts.map(happen));
			else for (const [index, one] of acts.entries()) await happen(one, index);
			const { results } = await env.DB.prepare(
				`select point.post, point.from_day from holder as point where organisation = 'sy'
				and point.from_day < coalesce(point.to_day, '9999') and (
					select count(*) from holder where organisation = 'sy' and post = point.post and from_day <= point.from_day
						and (to_day is null or to_day > point.from_day)
				) > (select seats from seat where kind = 'village' and seat.post = point.post)`,
			).all();
			expect(results).toEqual([]);
		}),
		{ numRuns: 25 },
	);
});

let made = 0;

async function happen(
	one: typeof act extends fc.Arbitrary<infer Act> ? Act : never,
	index: number,
): Promise<void> {
	const id = `n${++made}`;
	const township = { as: "townshipStaff" } as const;
	switch (one.kind) {
		case "general": {
			const members = Object.fromEntries(
				one.members.map((who, place) => [`council-member-${place + 1}`, who]),
			);
			const elected = { "chair-1": one.chair, "vice-chair-1": one.vice, ...members, newcomers: "on" };
			await submit("/o/sy/terms", { id, day: one.day, ...elected }, township);
			return;
		}
		case "earlier": {
			const elected = { "chair-1": one.chair, "vice-chair-1": one.vice, newcomers: "on", shortens: "on" };
			const days = { day: one.day, ends: one.ends > one.day ? one.ends : "" };
			await submit("/o/sy/terms/earlier", { id, ...days, ...elected }, township);
			return;
		}
		case "taken back": {
			const { results } = await env.DB.prepare("select id from term order by from_day").all<{ id: string }>();
			const term = results[one.which % Math.max(results.length, 1)];
			if (term) await submit(`/o/sy/terms/${term.id}/withdrawal`, { id, reason: "记错了" }, township);
			return;
		}
		case "by-election": {
			const fields = { id, post: one.post, who: one.name, day: one.day, newcomers: "on" };
			await submit("/o/sy/by-elections", fields, township);
			return;
		}
		case "departure": {
			const { results } = await env.DB.prepare(
				"select id from holder where organisation = 'sy' and id <> 'hp5' order by id",
			).all<{ id: string }>();
			const holder = results[one.which % Math.max(results.length, 1)];
			if (holder)
				await submit(
					`/o/sy/officers/${holder.id}/departure`,
					{ id, day: one.day, because: "resigned" },
					township,
				);
			return;
		}
		case "link": {
			const answer = await submit(
				"/o/sy/officers/links",
				{ name: `${one.name}${index}`, post: one.post },
				township,
			);
			const address = /http:\/\/huijia\.test(\/enter\/[\w-]+)/.exec(answer.text)?.[1];
			if (address) await submit(address, { secret: newSecret() });
		}
	}
}
