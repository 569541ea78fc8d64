import { env } from "cloudflare:workers";
import fc from "fast-check";
import { expect, test } from "vitest";
import { daysAfter } from "../worker/values/day";
import { submit, visit } from "./doors";
import { breaches } from "./invariants";
import { beginWorld, cast, type Who } from "./world";

const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
const actors: readonly Who[] = ["owner", "districtStaff", "townshipStaff", "secretary", "neighbour"];

const who = fc.constantFrom(...actors);
/** Most acts are tried by whoever may do them, some by anybody. */
const mostly = (...most: Who[]) =>
	fc.oneof({ weight: 6, arbitrary: fc.constantFrom(...most) }, { weight: 1, arbitrary: who });
const above = mostly("districtStaff", "townshipStaff");
const electing = mostly("townshipStaff", "townshipStaff", "secretary", "neighbour");
const inside = mostly("secretary", "neighbour", "townshipStaff");
const anywhere = fc.constantFrom("jx", "qq", "sy", "lf", "n0", "n1", "n2");
const place = fc.oneof(
	{ weight: 5, arbitrary: fc.constantFrom("sy", "lf", "n0") },
	{ weight: 1, arbitrary: anywhere },
);
const village = fc.constantFrom("sy", "lf", "n0");
const person = fc.integer({ min: 0, max: 5 }).map((index) => `m${index}`);
const stranger = fc.integer({ min: 6, max: 9 }).map((index) => `m${index}`);
const day = fc.integer({ min: 0, max: 700 }).map((ago) => daysAfter(today, -ago));
const longAgo = fc.integer({ min: 600, max: 1400 }).map((ago) => daysAfter(today, -ago));
const lately = fc.integer({ min: 0, max: 1 }).map((ago) => daysAfter(today, -ago));
const kind = fc.constantFrom("village", "village", "township", "enterprise");
const at = { at: place };

/** What one act is tried with, and where it is sent. Ids are few, so that acts meet. */
const acts = {
	found: fc.record({
		as: above,
		at: fc.constantFrom("jx", "qq", "n0"),
		new: fc.constantFrom("n0", "n1", "n2"),
		kind,
		day: lately,
	}),
	rename: fc.record({ as: above, ...at, day: lately }),
	move: fc.record({
		as: mostly("districtStaff"),
		at: fc.constantFrom("sy", "lf", "qq", "n0", "n1"),
		under: fc.constantFrom("hx", "hx", "qq", "jx", "n0", "sy"),
		day: lately,
	}),
	standardise: fc.record({ as: above, ...at, day: lately }),
	normalise: fc.record({ as: above, ...at, day: lately }),
	deregister: fc.record({ as: above, ...at, day: lately }),
	reinstate: fc.record({ as: above, ...at, day: lately }),
	retract: fc.record({ as: above, ...at }),
	merge: fc.record({ as: above, at: village, gone: village, day: lately }),
	split: fc.record({
		as: above,
		at: fc.constantFrom("sy", "lf"),
		new: fc.constantFrom("n1", "n2"),
		day: lately,
	}),
	register: fc.record({
		as: inside,
		...at,
		person: stranger,
		day,
		sex: fc.constantFrom("female", "male", ""),
	}),
	leave: fc.record({ as: inside, person, day: lately }),
	return: fc.record({ as: inside, ...at, person, day: lately }),
	transfer: fc.record({ as: mostly("townshipStaff", "secretary"), to: place, person, day: lately }),
	"end a transfer": fc.record({
		as: above,
		...at,
		outcome: fc.constantFrom("received", "received", "declined", "taken-back"),
	}),
	elect: fc.record({ as: electing, at: village, day: fc.oneof(lately, day), chair: person, council: person }),
	"elect earlier": fc.record({ as: electing, at: village, day: longAgo, chair: person, council: person }),
	"take an election back": fc.record({ as: electing, at: village, nth: fc.nat(1) }),
	"elect one": fc.record({
		as: inside,
		...at,
		day: lately,
		post: fc.constantFrom("chair", "vice-chair", "council-member"),
		person,
	}),
	resign: fc.record({ as: inside, ...at, day: lately, nth: fc.nat(4) }),
	"join two": fc.record({ as: above, person, other: person }),
	separate: fc.record({ as: mostly("townshipStaff") }),
};
type Acts = {
	[Name in keyof typeof acts]: (typeof acts)[Name] extends fc.Arbitrary<infer Tried> ? Tried : never;
};
type Act = { [Name in keyof Acts]: { act: Name } & Acts[Name] }[keyof Acts];
/** What most walks are about is tried more often, and what ends a place, so that little can happen there any more, less. */
const often: Partial<Record<Act["act"], number>> = {
	...{ merge: 5, elect: 4, "take an election back": 4, "elect earlier": 3, resign: 5, transfer: 5 },
	...{ "join two": 6, separate: 5, move: 3, retract: 3, split: 3, found: 3 },
};
const act = fc.oneof(
	...Object.entries(acts).map(([name, tried]) => ({
		weight: often[name as Act["act"]] ?? (name === "deregister" ? 1 : 2),
		arbitrary: (tried as fc.Arbitrary<object>).map((one) => ({ act: name, ...one }) as Act),
	})),
);

/** So many walks, after each of which everything must hold. */
const walks = (numRuns: number) =>
	fc.assert(
		fc.asyncProperty(fc.array(act, { minLength: 25, maxLength: 50, size: "max" }), async (tried) => {
			await beginWorld();
			await settle();
			for (const [index, one] of tried.entries()) {
				const status = await perform(one, `z${index}`);
				expect([one, status]).not.toEqual([one, 500]);
				if (status === 303) happened.set(one.act, (happened.get(one.act) ?? 0) + 1);
			}
			expect(await breaches(today)).toEqual([]);
			expect(await leaks()).toEqual([]);
		}),
		{ numRuns, endOnFailure: true },
	);

/** What has to have happened in some walk. */
const named = [
	...["found", "rename", "move", "merge", "split", "retract", "transfer", "elect", "elect earlier"],
	...["take an election back", "elect one", "resign", "join two", "separate"],
] as const satisfies readonly Act["act"][];
const neverHappened = () => named.filter((one) => !happened.has(one));

/** How often each act was let happen: a test in which all are refused would say nothing. */
const happened = new Map<Act["act"], number>();

test("Whatever happens to a tree and its people, in whatever order, what must hold holds.", async () => {
	await walks(20);
	// What chance has left out gets a chance again.
	for (let more = 0; more < 3 && neverHappened().length > 0; more++) await walks(8);
	console.log([...happened].map(String).join(" "));
	expect(neverHappened()).toEqual([]);
}, 180_000);

test.each([
	["a wrong path", "update organisation set path = 'jx/sy/' where id = 'sy'"],
	["a stage that differs", "update organisation set name = '别名' where id = 'sy'"],
	["a gap in a life", "update stage set to_day = '2020-01-01' where organisation = 'sy'"],
	[
		"a doubled membership",
		"insert into membership (organisation, person, from_day, kind, sort) values ('sy', 'm0', '2025-01-01', 'ordinary', 'z')",
	],
	[
		"a seat too few",
		"insert into holder (organisation, id, person, post, from_day) values ('sy', 'h9', 'p5', 'secretary-general', '2025-01-01')",
	],
	["a wrong count", "update membership set to_day = '2025-01-01' where person = 'm0'"],
	["somebody who can't be found", "delete from seek where person = 'm0'"],
])("Had there been %s, it would have been told.", async (_, change) => {
	await beginWorld();
	await settle();
	expect(await breaches(today)).toEqual([]);
	await env.DB.prepare(change).run();
	expect(await breaches(today)).not.toEqual([]);
});

const nameOf = (id: string) => `张${"甲乙丙丁戊己庚辛壬癸"[Number(id.slice(1))]}`;

/** A second township, and three members in each village, one of whom stands in a group and presides over its council. */
async function settle(): Promise<void> {
	const township = { as: "townshipStaff" } as const;
	const second = { id: "hx", organisation: "湖西镇", kind: "township", day: "2020-01-01" };
	await submit("/o/jx/below", second, { as: "districtStaff" });
	for (const [index, one] of ["sy", "sy", "sy", "lf", "lf", "lf"].entries()) {
		const fields = {
			id: `m${index}`,
			name: nameOf(`m${index}`),
			joined_on: "2024-05-01",
			kind: "ordinary",
			sex: "female",
		};
		await submit(`/o/${one}/members`, fields, township);
	}
	for (const [one, member] of [
		["sy", "m0"],
		["lf", "m3"],
	] as const) {
		await submit(`/o/${one}/groups`, { id: `g${one}`, group: "一组" }, township);
		const council = { "chair-1": nameOf(member), "secretary-general-1": one === "sy" ? "吴美珍" : "郑丽君" };
		await submit(`/o/${one}/terms`, { id: `t${one}`, day: daysAfter(today, -700), ...council }, township);
		await submit(
			`/o/${one}/groups/g${one}/members`,
			{ id: `x${one}`, members: member, before: "" },
			township,
		);
	}
}

const reason = "区划调整";
const one = "one";
const keptOfOne = {
	name: one,
	sex: one,
	birth_year: one,
	telephone: one,
	address: one,
	note: one,
	further: one,
};

/** The id of some row, or none. */
const idOf = (query: string) => env.DB.prepare(query).first<string>("id");

/** Where somebody is a member now. */
const homeOf = async (person: string) =>
	(await idOf(`select organisation as id from membership where person = '${person}' and to_day is null`)) ??
	"sy";

async function perform(tried: Act, id: string): Promise<number> {
	const send = async (
		path: string,
		fields: Record<string, string>,
		at: string = "at" in tried ? tried.at : "jx",
	) => (await submit(`/o/${at}/${path}`, { id, ...fields }, { as: tried.as })).status;
	switch (tried.act) {
		case "found":
			return send("below", {
				id: tried.new,
				organisation: `新${tried.new}`,
				kind: tried.kind,
				day: tried.day,
			});
		case "rename":
			return send("renaming", { day: tried.day, reason, organisation: `改${id}`, kind: "village" });
		case "move":
			return send("relocation", { day: tried.day, reason, under: tried.under });
		case "standardise":
			return send("standardisation", { day: tried.day, reason });
		case "normalise":
			return send("standardisation/end", { day: tried.day, reason });
		case "deregister":
			return send("deregistration", { day: tried.day, reason, ends: "on" });
		case "reinstate":
			return send("founding", { day: tried.day, reason, organisation: `复${id}` });
		case "retract": {
			const latest = await idOf(`select id from stage where organisation = '${tried.at}' and to_day is null`);
			return latest ? send("retraction", { stage: latest, reason }) : 404;
		}
		case "merge":
			return send("mergers", { gone: tried.gone, day: tried.day, reason });
		case "split":
			return send("splits", {
				id: tried.new,
				group: `g${tried.at}`,
				organisation: `分${tried.new}`,
				kind: "village",
				day: tried.day,
				reason,
			});
		case "register":
			return send("members", {
				id: tried.person,
				name: nameOf(tried.person),
				joined_on: tried.day,
				kind: "ordinary",
				sex: tried.sex,
			});
		case "leave":
			return send(
				`members/${tried.person}/departure`,
				{ day: tried.day, because: "left" },
				await homeOf(tried.person),
			);
		case "return":
			return send(`members/${tried.person}/return`, { day: tried.day, kind: "ordinary" });
		case "transfer":
			return send(
				`members/${tried.person}/transfer`,
				{ to: tried.to, day: tried.day },
				await homeOf(tried.person),
			);
		case "end a transfer": {
			const open = await env.DB.prepare(`select id, organisation, receiver from transfer where not exists
				(select 1 from transfer_end as ended where ended.transfer = transfer.id) order by id limit 1`).first<
				Record<string, string>
			>();
			if (!open) return 404;
			const at = tried.outcome === "taken-back" ? open.organisation : open.receiver;
			return send(`transfers/${open.id}`, { outcome: tried.outcome, reason }, at);
		}
		case "elect": {
			const elected = { "chair-1": nameOf(tried.chair), "council-member-1": nameOf(tried.council) };
			return send("terms", { day: tried.day, ...elected, newcomers: "on", handing_over: "on" });
		}
		case "elect earlier": {
			const elected = { "chair-1": nameOf(tried.chair), "council-member-1": nameOf(tried.council) };
			return send("terms/earlier", { day: tried.day, ...elected, newcomers: "on", shortens: "on" });
		}
		case "take an election back": {
			const term = await idOf(
				`select id from term where organisation = '${tried.at}' order by from_day desc limit 1 offset ${tried.nth}`,
			);
			return term ? send(`terms/${term}/withdrawal`, { reason, handing_over: "on" }) : 404;
		}
		case "elect one":
			return send("by-elections", {
				day: tried.day,
				post: tried.post,
				who: nameOf(tried.person),
				newcomers: "on",
			});
		case "resign": {
			const holder = await idOf(
				`select id from holder where organisation = '${tried.at}' and post not in ('staff', 'secretary-general') order by id limit 1 offset ${tried.nth}`,
			);
			return holder ? send(`officers/${holder}/departure`, { day: tried.day, because: "resigned" }) : 404;
		}
		case "join two":
			return send(`duplicates/${tried.person}/${tried.other}/joining`, keptOfOne, await homeOf(tried.person));
		case "separate": {
			const last = await env.DB.prepare(
				"select organisation, id from joining order by joined_on desc limit 1",
			).first<{ organisation: string; id: string }>();
			return last ? send(`joinings/${last.id}/separation`, {}, last.organisation) : 404;
		}
	}
}

/** Where somebody gets in who should not, or does not who should: an organisation is in reach of a post there or above it. */
async function leaks(): Promise<string[]> {
	const { results } = await env.DB.prepare("select id, parent from organisation").all<{
		id: string;
		parent: string | null;
	}>();
	const parentOf = new Map(results.map(({ id, parent }) => [id, parent]));
	const upwards = (id: string | null): string[] =>
		id === null ? [] : [id, ...upwards(parentOf.get(id) ?? null)];
	const found: string[] = [];
	const { results: posts } = await env.DB.prepare(
		"select person, organisation from holder where from_day <= ? and (to_day is null or to_day > ?)",
	)
		.bind(today, today)
		.all<{ person: string; organisation: string }>();
	for (const reader of actors) {
		const seats = posts
			.filter((held) => held.person === cast[reader].id)
			.map(({ organisation }) => organisation);
		for (const { id } of results) {
			const { status } = await visit(`/o/${id}/association`, { as: reader });
			const should = upwards(id).some((above) => seats.includes(above)) ? 200 : 404;
			if (status !== should) found.push(`${reader} gets ${status} at ${id}, and should get ${should}`);
		}
	}
	return found;
}
