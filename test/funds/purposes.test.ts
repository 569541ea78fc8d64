import { env } from "cloudflare:workers";
import { beforeEach, expect, test } from "vitest";
import { facts, send, submit, visit } from "../doors";
import { beginWorld } from "../world";

const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
const year = Number(today.slice(0, 4));
const secretary = { as: "secretary" } as const;

beforeEach(beginWorld);

const come = (id: string, amount: string, more: object = {}) =>
	send(
		"/o/sy/funds",
		{
			...{ id, direction: "income", what: "grant", day: today, amount, purpose: "拨款", method: "transfer" },
			...more,
		},
		"secretary",
	);
const use = (id: string, amount: string, more: object = {}) =>
	send(
		"/o/sy/funds",
		{
			...{ id, direction: "use", what: "visit", day: today, amount, purpose: "慰问", party: "小店" },
			...{ approver: "盛雅芬", method: "transfer", ...more },
		},
		"secretary",
	);
const mistakes = (answer: { text: string }) =>
	(JSON.parse(answer.text) as { mistakes: Record<string, string> }).mistakes;
const visits = { id: "f1", name: "敬老节慰问", giver: "青桥镇", uses: ["visit"] };
const left = async () =>
	(await facts<{ purposes: { left: number }[]; free: number }>("/o/sy/funds/purposes", "secretary")) ?? null;

test("A grant with a purpose is used for that alone; more than is left of it is refused with the figures, and so is its use for anything else.", async () => {
	expect((await submit("/o/sy/funds/purposes", visits, secretary)).status).toBe(303);
	await come("g1", "100", { fund: "f1" });
	await come("g2", "30");
	expect(await left()).toMatchObject({ purposes: [{ left: 10000 }], free: 3000 });

	const beyond = await use("u1", "120", { fund: "f1" });
	expect(beyond.status).toBe(422);
	expect(mistakes(beyond)).toEqual({ amount: "beyond-funds 10000 12000" });
	expect(mistakes(await use("u2", "50", { fund: "f1", what: "office" }))).toEqual({
		fund: "not-its-purpose",
	});
	expect(mistakes(await use("u3", "50", { fund: "nope" }))).toEqual({ fund: "not-a-choice" });
	// What was set aside doesn't stand in for what is free, though it lies in the same bank.
	expect(mistakes(await use("u4", "31"))).toEqual({ amount: "beyond-funds 3000 3100" });

	expect((await use("u5", "60", { fund: "f1" })).status).toBe(201);
	expect((await use("u6", "30")).status).toBe(201);
	expect(await left()).toMatchObject({ purposes: [{ left: 4000 }], free: 0 });
	// The grant can't be taken back once it is used, and a use that is reversed is there again.
	const refused = await submit("/o/sy/funds/g1/reversal", { id: "z1", reason: "退回" }, secretary);
	expect(refused.status).toBe(422);
	expect(refused.text).toContain("钱不够：现在有 40 元，这一笔要 100 元");
	await submit("/o/sy/funds/u5/reversal", { id: "z2", reason: "记错" }, secretary);
	expect(await left()).toMatchObject({ purposes: [{ left: 10000 }], free: 0 });
});

test("What is left of a purpose goes over from year to year; of two who use the last of it at once one is refused.", async () => {
	await submit("/o/sy/funds/purposes", visits, secretary);
	await come("g1", "100", { fund: "f1", day: `${year - 1}-12-30` });
	await come("g2", "500");
	const both = await Promise.all([
		use("u1", "70", { fund: "f1" }),
		use("u2", "70", { fund: "f1", day: `${year - 1}-12-31` }),
	]);
	expect(both.map(({ status }) => status).sort()).toEqual([201, 422]);
	expect(await left()).toMatchObject({ purposes: [{ left: 3000 }], free: 50000 });
});

test("Of two who use what is free at once, in two years' books, one is refused: what is set aside pays for neither.", async () => {
	await submit("/o/sy/funds/purposes", visits, secretary);
	await come("g1", "100", { day: `${year - 1}-12-30` });
	await come("g2", "500", { fund: "f1" });
	const both = await Promise.all([use("u1", "70"), use("u2", "70", { day: `${year - 1}-12-31` })]);
	expect(both.map(({ status }) => status).sort()).toEqual([201, 422]);
	expect(await left()).toMatchObject({ purposes: [{ left: 50000 }], free: 3000 });
});

test("A purpose that sixty others came after is used as before, and its money never shows as free.", async () => {
	await submit("/o/sy/funds/purposes", visits, secretary);
	await come("g1", "100", { fund: "f1" });
	await env.DB.prepare(
		`with recursive n(i) as (select 1 union all select i + 1 from n where i < 60)
		insert into fund (organisation, id, name, giver, uses, day, made_by, made_from)
		select organisation, 'a' || i, '用途' || i, giver, uses, day, made_by, made_from from fund, n where id = 'f1'`,
	).run();
	expect((await left()).free).toBe(0);
	expect((await use("u1", "60", { fund: "f1" })).status).toBe(201);
	expect((await left()).free).toBe(0);
});

test("The paper says which money it was; the form offers each purpose with what is left; a neighbour sees none of it.", async () => {
	await submit("/o/sy/funds/purposes", visits, secretary);
	await come("g1", "100", { fund: "f1" });
	expect((await visit("/o/sy/funds/g1", secretary)).text).toContain("敬老节慰问");
	expect((await visit("/o/sy/funds/new", secretary)).text).toContain("敬老节慰问（还剩 100\u00a0元）");
	expect((await visit("/o/sy/funds/purposes", { as: "townshipStaff" })).status).toBe(200);
	expect((await submit("/o/sy/funds/purposes", visits, { as: "townshipStaff" })).status).toBe(404);
	for (const path of ["/o/sy/funds/purposes", "/o/sy/funds/budget"])
		expect((await visit(path, { as: "neighbour" })).status).toBe(404);
});

test("A budget by kind, the actual beside it: what is still to come, what is left, what went over; set again, it is corrected.", async () => {
	const plan = { id: "b1", year: String(year), grant: "100", visit: "50", office: "20" };
	expect((await submit("/o/sy/funds/budget", plan, secretary)).status).toBe(303);
	await come("g1", "80");
	await use("u1", "65");
	const budget = () =>
		facts<{ incomes: object[]; uses: object[]; setOn: string }>(
			`/o/sy/funds/budget?year=${year}`,
			"secretary",
		);
	expect(await budget()).toMatchObject({
		setOn: today,
		incomes: [{ account: "grant", planned: 10000, actual: 8000 }],
		uses: [
			{ account: "visit", planned: 5000, actual: 6500 },
			{ account: "office", planned: 2000, actual: 0 },
		],
	});
	const page = await visit("/o/sy/funds/budget", secretary);
	expect(page.text).toContain("超 15.00");
	expect(page.cost.trips).toBeLessThanOrEqual(2);
	await submit("/o/sy/funds/budget", { ...plan, id: "b2", visit: "70" }, secretary);
	expect(await budget()).toMatchObject({ uses: [{ account: "visit", planned: 7000 }, {}] });
	// The same form again is the same; the same form changed is another.
	expect((await submit("/o/sy/funds/budget", { ...plan, id: "b2", visit: "70" }, secretary)).status).toBe(
		303,
	);
	expect((await submit("/o/sy/funds/budget", { ...plan, id: "b2", visit: "71" }, secretary)).status).toBe(
		409,
	);
	expect((await submit("/o/sy/funds/budget", { ...plan, id: "b3", visit: "x" }, secretary)).status).toBe(422);
	// The page shows no year beyond the next; neither is one planned.
	const far = await send("/o/sy/funds/budget", { ...plan, id: "b4", year: year + 2 }, "secretary");
	expect([far.status, mistakes(far)]).toEqual([422, { year: `out-of-range 2000 ${year + 1}` }]);
	expect((await send("/o/sy/funds/budget", { ...plan, id: "b5", year: year + 1 }, "secretary")).status).toBe(
		201,
	);
	expect((await visit(`/o/sy/funds/budget?format=csv`, secretary)).text).toContain("走访慰问");
});
