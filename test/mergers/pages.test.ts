import { env } from "cloudflare:workers";
import { drizzle } from "drizzle-orm/d1";
import { beforeEach, describe, expect, test } from "vitest";
import type { GoingOver } from "../../worker/members/transfer/moving";
import { merge as mergeNow } from "../../worker/mergers/merger/store";
import { facts, follow, submit, visit } from "../doors";
import { opening, today } from "../surveys/cast";
import { beginWorld, type Who } from "../world";

const year = Number(today.slice(0, 4));
const since = `${year - 1}-03-01`;
const run = (text: string, ...values: (string | number | null)[]) =>
	env.DB.prepare(text)
		.bind(...values)
		.run();
const one = <Value = number>(text: string) => env.DB.prepare(text).first<Value>("n");
const done = async (path: string, fields: Record<string, string | string[]>, as: Who = "secretary") => {
	const answer = await submit(path, fields, { as });
	expect(answer.status, answer.text.slice(0, 600)).toBe(303);
	return answer;
};
const township = { as: "townshipStaff" } as const;
const merge = (fields: Record<string, string> = {}, as: Who = "townshipStaff") =>
	submit("/o/sy/mergers", { id: "v1", gone: "lf", day: today, reason: "行政村调整", ...fields }, { as });

type Preview = {
	blockers: { kind: string; count: number }[];
	along: {
		members: string[];
		both: string[];
		groups: string[];
		stuck: { name: string; reason: string }[];
	} | null;
};
const preview = (as: Who = "townshipStaff") => facts<Preview>("/o/sy/mergers/new?gone=lf", as);

/** Shangyuan has m1; Lifan has l1 in a group that l2 leads, l2, and m1 as well. */
async function twoVillages(): Promise<void> {
	await beginWorld();
	const member = { kind: "ordinary", joined_on: since };
	await done("/o/sy/members", { ...member, id: "m1", name: "张桂英", sex: "female" });
	await done("/o/lf/members", { ...member, id: "l1", name: "林银娣", sex: "female" }, "neighbour");
	await done("/o/lf/members", { ...member, id: "l2", name: "傅国良", sex: "male" }, "neighbour");
	await done("/o/lf/dues/rates", { id: "r1", from_day: `${year - 1}-01-01`, amount: "10" }, "neighbour");
	await done("/o/sy/dues/rates", { id: "r1", from_day: `${year - 1}-01-01`, amount: "10" });
	await env.DB.batch(
		[
			"insert into membership (organisation, person, from_day, kind, sort, tags) values ('lf', 'm1', '2025-01-01', 'ordinary', 'zhang', '[\"g\"]')",
			"insert into tag values ('jx', 'g', 'skill', '会理发', 'haircuts', null, 'x')",
			"insert into small_group values ('lf', 'g1', '第一组', '2020-01-01', null, 'x')",
			"insert into small_group values ('sy', 'g9', '第一组', '2020-01-01', null, 'x')",
			"update membership set small_group = 'g1' where organisation = 'lf' and person in ('l1', 'm1')",
			"insert into household values ('lf', 'f1', '陈阿土', null, 'l1', '2020-01-01', null, 'x')",
			"insert into holder (organisation, id, person, post, from_day, part) values ('lf', 'h8', 'l2', 'group-leader', '2020-01-01', 'g1')",
		].map((text) => env.DB.prepare(text)),
	);
}
beforeEach(twoVillages);

/** Everybody's memberships, and how many an organisation had on a day by a naive count. */
const naive = async (at: string, day: string) =>
	one(
		`select count(*) as n from membership where organisation = '${at}' and from_day <= '${day}' and (to_day is null or to_day > '${day}')`,
	);
const kept = async (at: string, day: string) =>
	(await one(
		`select value ->> 1 as n from membership_days, json_each(days) where organisation = '${at}' and value ->> 0 <= '${day}' limit 1`,
	)) ?? 0;

describe("Two villages become one", () => {
	test("merging groups fails silently over one bad record (hitobito 3475): what stands against it is listed first, each with where to settle it.", async () => {
		await done("/j/lf", { id: "p1", name: "张金花", consent: "yes" });
		await done("/o/lf/surveys", { ...opening, id: "w1" }, "neighbour");
		await done("/o/qq/surveys", { ...opening, id: "w2", scope: "below" }, "townshipStaff");
		await done(
			"/o/lf/funds",
			{ id: "e1", direction: "income", day: today, amount: "30", purpose: "补助", method: "cash" },
			"neighbour",
		);
		await done("/o/lf/members/l2/transfer", { id: "t1", to: "qq", day: today }, "neighbour");
		const shown = await preview();
		expect(shown.blockers).toEqual([
			{ kind: "waves", count: 1 },
			{ kind: "asked", count: 1 },
			{ kind: "applications", count: 1 },
			{ kind: "transfers", count: 1 },
			{ kind: "balance", count: 3000 },
		]);
		const page = await visit("/o/sy/mergers/new?gone=lf", township);
		for (const way of ["/o/lf/surveys", "/o/lf/funds", "/o/lf/transfers"])
			expect(page.text).toContain(`href="${way}"`);
		expect(page.text).toMatch(/账上还有结余 30\s元/);
		expect(page.text).not.toContain('action="/o/sy/mergers"');
		const refused = await merge();
		expect(refused.status).toBe(422);
		expect(refused.text).toContain("还有事没有办完");
		expect(await one("select count(*) as n from merger")).toBe(0);
		expect(await naive("lf", today)).toBe(3);
	});

	test("merging groups fails silently over one bad record (hitobito 3475): one member who can't go over is named, and nobody moves.", async () => {
		await run(
			"insert into membership (organisation, person, from_day, kind, sort) values ('lf', 'l1', '2026-02-01', 'ordinary', 'lin')",
		);
		expect(await preview()).toMatchObject({
			blockers: [{ kind: "stuck", count: 2 }],
			along: {
				stuck: [
					{ name: "林银娣", reason: "twice-here" },
					{ name: "林银娣", reason: "twice-here" },
				],
			},
		});
		const refused = await merge();
		expect(refused.status).toBe(422);
		expect(refused.text).toContain("林银娣");
		expect(refused.text).toContain("同时有两段会籍");
		// Whoever joined after the day of the merger is named as well.
		await run("delete from membership where person = 'l1' and from_day = '2026-02-01'");
		const early = await merge({ day: "2025-01-01" });
		expect(early.status).toBe(422);
		expect(early.text).toContain("入会日期在那天以后");
		expect(await one("select count(*) as n from membership where went_to is not null")).toBe(0);
		expect(await one("select count(*) as n from merger")).toBe(0);
	});

	test("A bad record that comes in between breaks the whole: nothing is half done.", async () => {
		const going: GoingOver = {
			from: { id: "lf", path: "jx/qq/lf/", name: "里畈村" },
			to: { id: "sy", path: "jx/qq/sy/", name: "上园村" },
			day: today,
			because: "merged",
			who: "everybody",
		};
		await done("/j/lf", { id: "p1", name: "张金花", consent: "yes" });
		const before = (await env.DB.prepare("select * from membership order by 1, 2, 3").all()).results;
		await expect(
			mergeNow(drizzle(env.DB), going, "调整", { id: "v1", madeFrom: "x", by: "p2" }, today),
		).rejects.toThrow();
		expect((await env.DB.prepare("select * from membership order by 1, 2, 3").all()).results).toEqual(before);
		expect(await one("select count(*) as n from holder where to_day is not null")).toBe(0);
		expect(await one<string>("select status as n from organisation where id = 'lf'")).toBe("active");
	});

	test("All or nothing: members, groups, households and leaders go over; those in both go on with united years; the rest stays readable.", async () => {
		await done(
			"/o/lf/dues",
			{ id: "k1", day: today, method: "cash", tick: [`l1.${year}`, `m1.${year - 1}`] },
			"neighbour",
		);
		await done("/o/sy/dues", { id: "k1", day: today, method: "cash", tick: `m1.${year}` });
		await done(
			"/o/lf/funds",
			{
				...{ id: "e1", direction: "use", day: today, amount: "20", purpose: "交给上园村", method: "cash" },
				...{ party: "上园村", approver: "会长" },
			},
			"neighbour",
		);
		const shown = await preview();
		expect(shown.blockers).toEqual([]);
		expect(shown.along).toMatchObject({
			members: ["傅国良", "林银娣", "张桂英"],
			both: ["张桂英"],
			groups: ["第一组"],
			households: ["陈阿土"],
			leaders: ["傅国良"],
			posts: [{ name: "郑丽君", post: "secretary-general" }],
			tags: [{ zh: "会理发", en: "haircuts" }],
		});
		const page = await follow(await merge(), township);
		expect(page.text).toContain("里畈村计划生育协会并入上园村计划生育协会");
		expect(page.text).toContain("林银娣");

		const rows = await env.DB.prepare(
			"select person, from_day, to_day, came_from, small_group, carried, tags, paid from membership where organisation = 'sy' order by person",
		).all<Record<string, string>>();
		expect(rows.results).toMatchObject([
			{ person: "l1", from_day: today, came_from: "lf", small_group: "g1", carried: `{"${year}":1}` },
			{ person: "l2", from_day: today, came_from: "lf", small_group: null, carried: "{}" },
			{ person: "m1", from_day: since, to_day: null, came_from: null, small_group: "g1", tags: '["g"]' },
		]);
		expect(JSON.parse(rows.results[2]?.paid ?? "")).toEqual({ [year - 1]: 2, [year]: 1 });
		expect(
			(
				await env.DB.prepare(
					"select organisation, name, to_day from small_group where id = 'g1' order by 1",
				).all()
			).results,
		).toEqual([
			{ organisation: "lf", name: "第一组", to_day: today },
			{ organisation: "sy", name: "第一组（里畈村计划生育协会）", to_day: null },
		]);
		expect(
			await one(
				"select count(*) as n from household where organisation = 'sy' and contact = 'l1' and to_day is null",
			),
		).toBe(1);
		expect(
			(
				await env.DB.prepare(
					"select organisation, person, part from holder where to_day is null and organisation in ('sy', 'lf') and person <> 'p3' and person <> 'p5'",
				).all()
			).results,
		).toEqual([{ organisation: "sy", person: "l2", part: "g1" }]);
		for (const at of ["sy", "lf"])
			for (const day of [since, `${year}-01-01`, today])
				expect(await kept(at, day), `${at} on ${day}`).toBe(await naive(at, day));
		expect(
			await env.DB.prepare(
				`select members, owing, paid from standing where organisation = 'sy' and year = ${year}`,
			).first(),
		).toEqual({
			...{ members: 3, owing: 2, paid: 1 },
		});

		// It is deregistered by an act of its life, and everything of it can still be read.
		expect(
			await env.DB.prepare(
				"select act, status, from_day, reason from stage where organisation = 'lf' and to_day is null",
			).first(),
		).toEqual({
			...{ act: "merged", status: "deregistered", from_day: today, reason: "行政村调整" },
		});
		for (const path of ["members?show=departed", "funds", "activities", "surveys", "members/l1"])
			expect((await visit(`/o/lf/${path}`, township)).status, path).toBe(200);
		expect((await visit("/o/lf/members/l1", township)).text).toContain("转到上园村计划生育协会");
		expect((await visit("/o/sy/members/l1", { as: "secretary" })).text).toContain("从里畈村计划生育协会转来");
		expect((await visit("/o/lf/mergers/v1", township)).status).toBe(200);
		const found = await facts<{ members: { id: string; organisation: string }[] }>(
			"/o/sy/members?search=lyd",
			"secretary",
		);
		expect(found.members).toMatchObject([{ id: "l1", organisation: "sy" }]);
		// Whoever held a post there holds none any more.
		expect((await visit("/o/lf", { as: "neighbour" })).status).toBe(404);
	});

	test("Only whoever shapes the tree over both merges; a village's own secretary doesn't, nor one of a place elsewhere.", async () => {
		expect((await merge({}, "secretary")).status).toBe(404);
		expect((await visit("/o/sy/mergers/new", { as: "secretary" })).status).toBe(404);
		await env.DB.batch(
			[
				"insert into organisation (id, parent, path, kind, name, made_from) values ('bq', 'jx', 'jx/bq/', 'township', '白泉镇', 'x')",
				"insert into organisation (id, parent, path, kind, name, made_from) values ('xw', 'bq', 'jx/bq/xw/', 'village', '西坞村', 'x')",
				"insert into person (id, name, made_from) values ('px', '潘秀兰', 'x')",
				"insert into membership (organisation, person, from_day, kind, sort) values ('xw', 'px', '2020-01-01', 'ordinary', 'pan')",
			].map((text) => env.DB.prepare(text)),
		);
		const unseen = await visit("/o/sy/mergers/new?gone=xw", township);
		expect(unseen.text).not.toContain("潘秀兰");
		expect((await merge({ gone: "xw" })).status).toBe(422);
		// The district reaches both, and is told to move it first.
		const told = await facts<Preview>("/o/sy/mergers/new?gone=xw", "districtStaff");
		expect(told.blockers).toEqual([{ kind: "parents", count: 1 }]);
		expect((await merge({ gone: "xw" }, "districtStaff")).status).toBe(422);
		expect((await merge({ gone: "sy" })).status).toBe(422);
		expect((await merge({ gone: "nowhere" })).status).toBe(422);
	});
});

describe("Groups become an association of their own", () => {
	const split = (fields: Record<string, string | string[]> = {}, as: Who = "townshipStaff") =>
		submit(
			"/o/lf/splits",
			{
				...{ id: "n1", group: ["g1"], organisation: "新湾村计划生育协会", kind: "village" },
				...{ day: today, reason: "分设行政村", ...fields },
			},
			{ as },
		);

	test("The members of the groups go over with their years, leader and households; the others stay.", async () => {
		await done("/o/lf/dues", { id: "k1", day: today, method: "cash", tick: `l1.${year}` }, "neighbour");
		const page = await visit("/o/lf/splits/new?group=g1", township);
		for (const said of ["林银娣", "张桂英", "陈阿土", "跟着小组"]) expect(page.text).toContain(said);
		const made = await follow(await split(), township);
		expect(made.text).toContain("新湾村计划生育协会从里畈村计划生育协会分出");
		expect(
			(
				await env.DB.prepare(
					"select person, organisation from membership where to_day is null and person in ('l1', 'l2', 'm1') order by 1, 2",
				).all()
			).results,
		).toEqual([
			{ person: "l1", organisation: "n1" },
			{ person: "l2", organisation: "lf" },
			{ person: "m1", organisation: "n1" },
			{ person: "m1", organisation: "sy" },
		]);
		expect(
			await one<string>("select carried as n from membership where organisation = 'n1' and person = 'l1'"),
		).toBe(`{"${year}":1}`);
		expect(
			await env.DB.prepare("select parent, path, kind, status from organisation where id = 'n1'").first(),
		).toEqual({
			...{ parent: "qq", path: "jx/qq/n1/", kind: "village", status: "active" },
		});
		expect(await env.DB.prepare("select act, from_day from stage where organisation = 'n1'").first()).toEqual(
			{
				...{ act: "split", from_day: today },
			},
		);
		expect(
			await one(
				"select count(*) as n from holder where organisation = 'n1' and person = 'l2' and part = 'g1'",
			),
		).toBe(1);
		expect(
			await one("select count(*) as n from household where organisation = 'n1' and to_day is null"),
		).toBe(1);
		for (const at of ["n1", "lf"])
			for (const day of [since, today])
				expect(await kept(at, day), `${at} on ${day}`).toBe(await naive(at, day));
		const found = await facts<{ members: { id: string }[] }>("/o/n1/members?search=lyd", "townshipStaff");
		expect(found.members).toMatchObject([{ id: "l1" }]);
	});

	test("Somebody on the way elsewhere holds it up, and so does a group with nobody in it; then nothing is founded.", async () => {
		await done("/o/lf/members/l1/transfer", { id: "t1", to: "qq", day: today }, "neighbour");
		expect((await split()).status).toBe(422);
		await run("insert into small_group values ('lf', 'g2', '第二组', '2020-01-01', null, 'x')");
		expect((await split({ group: ["g2"] })).text).toContain("没有人可以分出去");
		expect((await split({ group: ["g9"] })).status).toBe(422);
		expect((await split({ kind: "district" })).status).toBe(422);
		expect(await one("select count(*) as n from organisation where id = 'n1'")).toBe(0);
	});

	test("The root splits nothing off, and a secretary shapes no tree.", async () => {
		expect((await split({}, "neighbour")).status).toBe(404);
		expect((await visit("/o/jx/splits/new", { as: "owner" })).status).toBe(404);
	});

	test("Split off and merged back: the same groups and members again, and every day counted right.", async () => {
		await split({ day: `${year}-02-01` });
		const back = await submit(
			"/o/lf/mergers",
			{ id: "v2", gone: "n1", day: `${year}-03-01`, reason: "合回来" },
			township,
		);
		expect(back.status, back.text.slice(0, 500)).toBe(303);
		expect(
			await one("select count(*) as n from small_group where organisation = 'lf' and to_day is null"),
		).toBe(1);
		for (const at of ["n1", "lf"])
			for (const day of [since, `${year}-01-31`, `${year}-02-01`, `${year}-02-28`, `${year}-03-01`, today])
				expect(await kept(at, day), `${at} on ${day}`).toBe(await naive(at, day));
	});
});
