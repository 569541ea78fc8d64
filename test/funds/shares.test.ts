import { env } from "cloudflare:workers";
import { beforeEach, expect, test } from "vitest";
import { ruleOf, shareOf } from "../../worker/funds/shares/rules";
import { facts, send, submit, visit } from "../doors";
import { beginWorld, standOn, type Who } from "../world";

const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
const year = Number(today.slice(0, 4));
const secretary = { as: "secretary" } as const;
const township = { as: "townshipStaff" } as const;

beforeEach(() =>
	standOn("a village with dues to share", async () => {
		await beginWorld();
		for (const index of [0, 1, 2])
			await submit(
				"/o/sy/members",
				{
					id: `m${index}`,
					name: ["陈彩娟", "方国强", "傅爱芬"][index] ?? "",
					joined_on: `${year}-01-01`,
					kind: "ordinary",
				},
				secretary,
			);
		await submit("/o/sy/dues/rates", { id: "r1", from_day: `${year}-01-01`, amount: "10" }, secretary);
		await submit(
			"/o/sy/dues",
			{ id: "k1", day: today, method: "cash", tick: [0, 1, 2].map((index) => `m${index}.${year}`) },
			secretary,
		);
		await submit("/o/qq/funds/shares/rules", { id: "sr1", from_day: `${year}-01-01`, rate: "30" }, township);
	}),
);

type Shares = {
	owed: { asked: number; passed: number; waiting: number } | null;
	going: { outcome: string | null; amount: number }[];
	coming: { id: string; from: string }[];
};
const shares = (at: string, as: Who) => facts<Shares>(`/o/${at}/funds/shares`, as);
const pass = (id: string, amount = "9") =>
	submit("/o/sy/funds/shares", { id, year: String(year), amount, method: "cash" }, secretary);
const end = (share: string, outcome: string, id = `e${share}`) =>
	submit(`/o/qq/funds/shares/from/sy/${share}`, { id, outcome }, township);
const back = (share: string) =>
	submit(`/o/sy/funds/shares/${share}/taking-back`, { id: `b${share}` }, secretary);
const posted = async () =>
	(
		await env.DB.prepare(
			"select organisation, series, amount, party, lines ->> '$[1][0]' as account from entry where kind = 'share' order by organisation",
		).all()
	).results;
const whole = async (at: string, as: Who) =>
	(await facts<{ broken: object | null }>(`/o/${at}/funds/books`, as)).broken;

test("A share stands in no book before both said so: passed up below, confirmed above, then a voucher here and a receipt there, at once.", async () => {
	expect(await shares("sy", "secretary")).toMatchObject({ owed: { asked: 900, passed: 0, waiting: 0 } });
	expect((await visit("/o/sy/funds/shares", secretary)).text).toContain('value="9"');
	expect((await pass("s1")).status).toBe(303);
	expect(await posted()).toEqual([]);
	expect(await shares("sy", "secretary")).toMatchObject({ owed: { passed: 0, waiting: 900 } });
	expect((await shares("qq", "townshipStaff")).coming).toMatchObject([{ id: "s1", from: "sy" }]);

	expect((await end("s1", "received")).status).toBe(303);
	expect(await posted()).toEqual([
		{ organisation: "qq", series: "in", amount: 900, party: "上园村计划生育协会", account: "share-in" },
		{ organisation: "sy", series: "out", amount: -900, party: "青桥镇计划生育协会", account: "share-out" },
	]);
	expect(await shares("sy", "secretary")).toMatchObject({ owed: { passed: 900, waiting: 0 } });
	expect([await whole("sy", "secretary"), await whole("qq", "townshipStaff")]).toEqual([null, null]);
	// Said again it is the same; neither side takes it back, or reverses it alone.
	expect((await end("s1", "received")).status).toBe(303);
	expect((await end("s1", "declined", "e9")).status).toBe(422);
	expect((await back("s1")).text).toContain("刚才已经有了结果");
	const reversal = await submit("/o/sy/funds/s1/reversal", { id: "z1", reason: "错" }, secretary);
	expect(reversal.status).toBe(422);
	expect(await posted()).toHaveLength(2);
});

test("Before it is confirmed it can be taken back; declined, it is in neither book; of both at once one happens.", async () => {
	await pass("s1");
	expect((await back("s1")).status).toBe(303);
	expect((await end("s1", "received")).status).toBe(422);
	await pass("s2");
	expect((await end("s2", "declined")).status).toBe(303);
	expect((await shares("sy", "secretary")).going.map(({ outcome }) => outcome).sort()).toEqual([
		...["declined", "taken-back"],
	]);
	expect(await posted()).toEqual([]);
	await pass("s3");
	const both = await Promise.all([back("s3"), end("s3", "received")]);
	expect(both.map(({ status }) => status).sort()).toEqual([303, 422]);
	expect([0, 2]).toContain((await posted()).length);
	expect([await whole("sy", "secretary"), await whole("qq", "townshipStaff")]).toEqual([null, null]);
});

test("More than is there is refused with the figures, when it is said and when it is confirmed.", async () => {
	const beyond = await pass("s1", "30.01");
	expect(beyond.status).toBe(422);
	expect(beyond.text).toContain("钱不够：现在有 30 元，这一笔要 30.01 元");
	await pass("s2", "30");
	const use = { id: "u1", direction: "use", what: "office", day: today, amount: "5", purpose: "纸" };
	await send("/o/sy/funds", { ...use, party: "店", approver: "会长", method: "cash" }, "secretary");
	const late = await end("s2", "received");
	expect(late.status).toBe(422);
	expect(late.text).toContain("钱不够：现在有 25 元，这一笔要 30 元");
	expect(await posted()).toEqual([]);
});

test("Where the year is closed above, or below, it is said in words, and nothing is posted.", async () => {
	await pass("s1");
	for (const at of ["qq", "sy"]) {
		await env.DB.prepare(
			"insert into settlement (organisation, period, id, day, head, balances, made_by, made_from) values (?, ?, 'l1', ?, '', '{}', '', '')",
		)
			.bind(at, String(year), today)
			.run();
		// A place without entries has no book to ask; its first share makes one.
		if (at === "qq")
			await env.DB.prepare(
				"insert into book (organisation, year, balances, entries, receipts, vouchers, head) values ('qq', ?, '{}', 0, 0, 0, '')",
			)
				.bind(year)
				.run();
		const late = await end("s1", "received");
		expect(late.status, at).toBe(422);
		expect(late.text, at).toContain("已经结账");
		await env.DB.prepare("delete from settlement").run();
	}
	expect(await posted()).toEqual([]);
	expect((await end("s1", "received")).status).toBe(303);
});

test("What is wrong with the rule is said over the rule's own form; the form to pass a share up keeps what it offers.", async () => {
	const wrong = await submit(
		"/o/qq/funds/shares/rules",
		{ id: "sr2", from_day: today, rate: "101" },
		township,
	);
	const [above = "", rule = ""] = wrong.text.split('action="/o/qq/funds/shares/rules"');
	expect(wrong.status).toBe(422);
	expect(above).not.toContain('class="errors"');
	expect(above).toContain(`value="${year}"`);
	expect(rule).toContain('class="errors"');
	expect(rule).toContain('value="101"');
	const root = await submit(
		"/o/jx/funds/shares/rules",
		{ id: "sr3", from_day: today, rate: "101" },
		{
			as: "owner",
		},
	);
	expect(root.text).toContain('class="errors"');
});

test("Who may: a neighbour hears nothing, the village doesn't confirm its own, the township doesn't pass in its name, the root passes to nobody.", async () => {
	await pass("s1");
	expect((await visit("/o/sy/funds/shares", { as: "neighbour" })).status).toBe(404);
	expect(
		(await submit("/o/qq/funds/shares/from/sy/s1", { id: "x1", outcome: "received" }, secretary)).status,
	).toBe(404);
	const fields = { id: "x2", year: String(year), amount: "1", method: "cash" };
	expect((await submit("/o/sy/funds/shares", fields, township)).status).toBe(404);
	expect((await submit("/o/jx/funds/shares", fields, { as: "owner" })).status).toBe(404);
	expect(
		(await submit("/o/lf/funds/shares/from/sy/s1", { id: "x3", outcome: "received" }, { as: "neighbour" }))
			.status,
	).toBe(404);
	expect(
		(await submit("/o/sy/funds/shares", { ...fields, id: "x4", year: String(year + 1) }, secretary)).status,
	).toBe(422);
	expect(
		(await submit("/o/qq/funds/shares/rules", { id: "x5", from_day: today, rate: "101" }, township)).status,
	).toBe(422);
	expect(await posted()).toEqual([]);
});

test("Shares have a past, as rates have: a year goes by the rule of its first day, to the fen, whatever the sum.", () => {
	const rules = [
		{ fromDay: "2024-01-01", rate: 2000 },
		{ fromDay: "2026-07-01", rate: 3333 },
	];
	expect([2023, 2024, 2026, 2027].map((one) => ruleOf(rules, one)?.rate ?? null)).toEqual([
		null,
		2000,
		2000,
		3333,
	]);
	expect(shareOf(1_000_000_000_001, { fromDay: "", rate: 3333 })).toBe(333_300_000_000);
	expect(shareOf(999, { fromDay: "", rate: 10_000 })).toBe(999);
});

test("A practice village passes nothing up: what it tries reaches no real book.", async () => {
	await env.DB.prepare("update organisation set practice = 1 where id = 'sy'").run();
	expect((await pass("s1")).status).toBe(404);
	expect((await shares("qq", "townshipStaff")).coming).toEqual([]);
});

test("A share on its way is lost to nobody when its village is moved: it sees it, takes it back; or those who stood above confirm it.", async () => {
	await env.DB.batch([
		env.DB.prepare(
			"insert into organisation (id, parent, path, kind, name, adults, households, made_from) values ('q2', 'jx', 'jx/q2/', 'township', '白石镇计划生育协会', 500, 180, 'world')",
		),
		env.DB.prepare(
			"insert into stage (organisation, id, from_day, act, name, kind, parent, path, status, made_at) values ('q2', 'q2', '1900-01-01', 'entered', '白石镇计划生育协会', 'township', 'jx', 'jx/q2/', 'active', 0)",
		),
	]);
	await pass("s1");
	await pass("s2", "5");
	const moved = { id: "v1", under: "q2", day: today, reason: "区划调整" };
	expect((await submit("/o/sy/relocation", moved, { as: "owner" })).status).toBe(303);
	const { going, owed } = await shares("sy", "secretary");
	expect(going.map(({ outcome, amount }) => [outcome, amount]).sort()).toEqual([
		...[
			[null, 500],
			[null, 900],
		],
	]);
	// Whoever stands above now asks nothing yet, and what went elsewhere says where it went.
	expect(owed).toBeNull();
	expect((await visit("/o/sy/funds/shares", secretary)).text).toContain("青桥镇计划生育协会");
	expect((await end("s1", "received")).status).toBe(303);
	expect((await back("s2")).status).toBe(303);
	expect((await shares("sy", "secretary")).going.map(({ outcome }) => outcome).sort()).toEqual([
		...["received", "taken-back"],
	]);
	expect(await posted()).toHaveLength(2);
	// The id of one that went elsewhere is no new share.
	expect([(await pass("s2", "5")).status, (await pass("s2", "6")).status]).toEqual([303, 409]);
	expect((await shares("sy", "secretary")).going).toHaveLength(2);
});

test("However many rules are set ahead, the one in force is the one that asks.", async () => {
	await env.DB.prepare(
		"insert into share_rule select 'qq', date(?, '+1 year', value || ' days'), 100 from json_each(?)",
	)
		.bind(`${year}-01-01`, JSON.stringify(Array.from({ length: 80 }, (_, day) => day)))
		.run();
	expect(await shares("sy", "secretary")).toMatchObject({ owed: { asked: 900 } });
});

test("An id that an entry has already names no share in that book: below the voucher gets its own, above it is said.", async () => {
	await pass("s1");
	const gift = { id: "s1", direction: "income", what: "gift", day: today, amount: "1", purpose: "捐" };
	expect((await send("/o/sy/funds", { ...gift, method: "cash" }, "secretary")).status).toBe(201);
	expect((await send("/o/qq/funds", { ...gift, id: "e1", method: "cash" }, "townshipStaff")).status).toBe(
		201,
	);
	expect((await end("s1", "received", "e1")).status).toBe(409);
	expect(await posted()).toEqual([]);
	expect((await end("s1", "received", "e2")).status).toBe(303);
	expect(await posted()).toHaveLength(2);
	expect([await whole("sy", "secretary"), await whole("qq", "townshipStaff")]).toEqual([null, null]);
});
