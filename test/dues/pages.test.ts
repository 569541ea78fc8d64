import { env } from "cloudflare:workers";
import { beforeEach, expect, test } from "vitest";
import { facts, send, submit, visit } from "../doors";
import { beginWorld } from "../world";

const year = new Date(Date.now() + 8 * 3_600_000).getUTCFullYear();
const day = `${year}-01-02`;

beforeEach(async () => {
	await beginWorld();
	for (const [index, name] of ["陈彩娟", "方国强", "傅爱芬"].entries()) {
		await submit(
			"/o/sy/members",
			{ id: `m${index}`, name, joined_on: `${year - 1}-03-01`, kind: "ordinary" },
			{ as: "secretary" },
		);
	}
	await submit(
		"/o/sy/dues/rates",
		{ id: "r1", from_day: `${year - 1}-01-01`, amount: "10" },
		{ as: "secretary" },
	);
});

const collect = (tick: string[], id = "k1", as: "secretary" | "townshipStaff" | "neighbour" = "secretary") =>
	submit("/o/sy/dues", { id, day, method: "cash", tick }, { as });
const entries = async () =>
	(
		await env.DB.prepare(
			"select series, number, amount, person from entry order by year, series, number",
		).all()
	).results;
const standing = () =>
	env.DB.prepare(
		"select paid, owing, received, used, dues from standing where organisation = 'sy' and year = ?",
	)
		.bind(year)
		.first();

test("A collector ticks a village on one page: one receipt a member, numbered without gaps, years allocated.", async () => {
	const made = await collect([`m0.${year}`, `m1.${year}`, `m1.${year - 1}`]);
	expect(made.status).toBe(303);
	expect(await entries()).toEqual([
		{ series: "in", number: 1, amount: 1000, person: "m0" },
		{ series: "in", number: 2, amount: 2000, person: "m1" },
	]);
	expect(await standing()).toEqual({ paid: 2, owing: 3, received: 3000, used: 0, dues: 3000 });
	const grid = await facts<{ rows: { cells: string[] }[] }>("/o/sy/dues", "secretary");
	expect(grid.rows.map(({ cells }) => cells)).toEqual([
		["none", "none", "due", "paid"],
		["none", "none", "paid", "paid"],
		["none", "none", "due", "due"],
	]);
});

test("The same click sent twenty times collects once; the same id with other ticks is offered as new.", async () => {
	const copies = await Promise.all(Array.from({ length: 20 }, () => collect([`m0.${year}`])));
	expect(copies.map(({ status }) => status)).toEqual(Array(20).fill(303));
	expect(await entries()).toHaveLength(1);
	const other = await collect([`m1.${year}`]);
	expect(other.status).toBe(409);
	expect(other.text).toMatch(new RegExp(`value="m1.${year}"[^>]*checked|checked[^>]*value="m1.${year}"`));
	expect(await entries()).toHaveLength(1);
});

test("Two collectors at once collect each member's year once, and numbers have no gaps.", async () => {
	await Promise.all(
		Array.from({ length: 10 }, (_, index) =>
			collect([`m0.${year}`, `m${index % 3}.${year - 1}`], `k${index}`),
		),
	);
	const numbers = (await entries()).map(({ number }) => number);
	expect(numbers).toEqual(numbers.map((_, index) => index + 1));
	const double = await env.DB.prepare(
		"select person, year, count(*) as n from allocation group by person, year having n > 1",
	).all();
	expect(double.results).toEqual([]);
	expect(await env.DB.prepare("select sum(amount) as fen from entry").first("fen")).toBe(4000);
});

test("Nobody collects for another village, and ticks of its members are not found.", async () => {
	await submit(
		"/o/lf/members",
		{ id: "n1", name: "郑红卫", joined_on: `${year}-01-01`, kind: "ordinary" },
		{ as: "neighbour" },
	);
	expect((await collect([`m0.${year}`], "k1", "neighbour")).status).toBe(404);
	expect((await collect([`m0.${year}`], "k1", "townshipStaff")).status).toBe(404);
	await collect([`n1.${year}`]);
	expect(await entries()).toEqual([]);
});

test("A mistake is reversed with its reason: the year is owed again, the original stays, and it can't be reversed twice.", async () => {
	await collect([`m0.${year}`]);
	const id = await env.DB.prepare("select id from entry").first<string>("id");
	const nothing = await submit(`/o/sy/funds/${id}/reversal`, { id: "v1", reason: "" }, { as: "secretary" });
	expect(nothing.status).toBe(422);
	await Promise.all(
		["v1", "v1", "v2"].map((reversal) =>
			submit(`/o/sy/funds/${id}/reversal`, { id: reversal, reason: "收错人" }, { as: "secretary" }),
		),
	);
	expect(await entries()).toEqual([
		{ series: "in", number: 1, amount: 1000, person: "m0" },
		{ series: "in", number: 2, amount: -1000, person: "m0" },
	]);
	expect(await standing()).toMatchObject({ paid: 0, received: 0, dues: 0 });
	const again = await collect([`m0.${year}`], "k2");
	expect(again.status).toBe(303);
	expect(await standing()).toMatchObject({ paid: 1, received: 1000 });
});

test("A posted entry is never changed or deleted: the database itself refuses.", async () => {
	await collect([`m0.${year}`]);
	await expect(env.DB.prepare("update entry set amount = 1").run()).rejects.toThrow("never changes");
	await expect(env.DB.prepare("delete from entry").run()).rejects.toThrow("never deleted");
});

test("Money in and out stands in the register with the balance, and as JSON.", async () => {
	await collect([`m0.${year}`]);
	const use = {
		id: "e1",
		direction: "use",
		day,
		amount: "3.20",
		purpose: "茶水",
		party: "村口小店",
		approver: "盛雅芬",
		method: "cash",
	};
	expect((await send("/o/sy/funds", use, "secretary")).status).toBe(201);
	expect((await send("/o/sy/funds", use, "secretary")).status).toBe(201);
	const register = await facts<{ balance: number; vouchers: { purpose: string; amount: number }[] }>(
		"/o/sy/funds",
		"secretary",
	);
	expect(register.balance).toBe(680);
	expect(register.vouchers).toMatchObject([{ purpose: "茶水", amount: -320 }]);
	const notice = await visit("/o/sy/funds/notice", { as: "secretary" });
	expect(notice.text).toContain("6.80");
	expect(notice.text).not.toContain("陈彩娟");
});

test("Impossible amounts and days come back at their field, and nothing is posted.", async () => {
	for (const [field, value] of [
		["amount", "-5"],
		["amount", "99999999999"],
		["amount", "0"],
		["amount", "1.005"],
		["day", "2026-02-30"],
		["day", `${year + 1}-01-01`],
		["purpose", ""],
		["party", ""],
		["approver", ""],
		["what", "grant"],
	] as const) {
		const typed = {
			id: "e1",
			direction: "use",
			day,
			amount: "3",
			purpose: "茶水",
			party: "村口小店",
			approver: "盛雅芬",
			method: "cash",
			[field]: value,
		};
		const wrong = await submit("/o/sy/funds", typed, { as: "secretary" });
		expect(wrong.status, `${field} ${value}`).toBe(422);
		expect(wrong.text).toContain(`id="${field}-error"`);
	}
	expect(await entries()).toEqual([]);
});

test("The grid of a village costs two trips, sixty rows and two for each member, and fourteen kilobytes for sixty.", async () => {
	const people = Array.from({ length: 200 }, (_, index) => ({ id: `x${index}`, name: `王小${index}` }));
	await env.DB.batch([
		env.DB.prepare(
			"insert into person (id, name, made_from) select value ->> 'id', value ->> 'name', 'x' from json_each(?)",
		).bind(JSON.stringify(people)),
		env.DB.prepare(
			"insert into membership (organisation, person, from_day, kind, sort, paid) select 'lf', value ->> 'id', '2020-01-01', 'ordinary', value ->> 'name', ? from json_each(?)",
		).bind(JSON.stringify({ [year - 1]: 3 }), JSON.stringify(people)),
	]);
	await submit(
		"/o/lf/dues/rates",
		{ id: "r2", from_day: `${year - 3}-01-01`, amount: "10" },
		{ as: "neighbour" },
	);
	const page = await visit("/o/lf/dues", { as: "neighbour" });
	expect(page.cost.trips).toBe(2);
	expect(page.cost.rowsRead).toBeLessThanOrEqual(60 + 2 * 200);
	expect(page.bytes / 200).toBeLessThanOrEqual((14 * 1024) / 60);
	const save = await submit(
		"/o/lf/dues",
		{ id: "k9", day, method: "cash", tick: people.slice(0, 60).map(({ id }) => `${id}.${year}`) },
		{ as: "neighbour" },
	);
	expect(save.status).toBe(303);
	expect(save.cost.trips).toBe(3);
	expect(save.cost.rowsWritten).toBeLessThanOrEqual(60 * 6 + 5);
});

test("All receipts of one save print at once, each with its years and its amount in capital numerals.", async () => {
	await collect([`m0.${year}`, `m1.${year}`, `m1.${year - 1}`]);
	const sheets = await visit("/o/sy/dues/collections/k1/receipts", { as: "secretary" });
	expect(sheets.text.match(/class="paper receipt"/g)).toHaveLength(2);
	expect(sheets.text).toContain(`${year - 1}、${year} 年会费`);
	expect(sheets.text).toContain("贰拾元整");
	expect((await visit("/o/lf/dues/collections/k1/receipts", { as: "neighbour" })).status).toBe(404);
});
