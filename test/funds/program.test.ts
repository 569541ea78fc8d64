import { beforeEach, expect, test } from "vitest";
import { facts, send, visit } from "../doors";
import { beginWorld, type Who } from "../world";

const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
const year = Number(today.slice(0, 4));

beforeEach(beginWorld);

/** What a program sends, and where it is told to look. */
const at = async (path: string, body: object, as: Who = "secretary") => {
	const answer = await send(path, body, as);
	if (answer.status !== 201) throw new Error(`${answer.status} at ${path}: ${answer.text}`);
	return answer.headers.get("Location") ?? "";
};
const read = (path: string, as: Who = "secretary") => facts<Record<string, never>>(path, as);

test("A year of dues and funds by JSON alone: from the rate to the receipt, its use, the share passed up, the year's end and the notice in the open.", async () => {
	for (const [index, name] of ["陈彩娟", "方国强", "傅爱芬"].entries())
		await at("/o/sy/members", { id: `m${index}`, name, joined_on: `${year - 1}-03-01`, kind: "ordinary" });
	await at("/o/sy/dues/rates", { id: "r1", from_day: `${year - 1}-01-01`, amount: "10" });
	await at("/o/sy/dues/runs", { id: "u1", year });
	const waiver = {
		id: "w1",
		member: "m2",
		what: "exempt",
		from_year: year,
		reason: "困难",
		granted_by: "理事会",
	};
	await at("/o/sy/dues/waivers", { ...waiver, granted_on: today });

	await at("/o/sy/dues/rounds", { id: "o1" });
	const one = { id: "k1", day: today, method: "cash", tick: [`m0.${year - 1}`, `m0.${year}`] };
	const collection = await at("/o/sy/dues", one);
	expect(await read(collection)).toMatchObject({ receipts: [{ number: 1, amount: 2000, payer: "陈彩娟" }] });
	// The same body again is the same receipt; the same id with another body is not.
	expect(await at("/o/sy/dues", one)).toBe(collection);
	expect((await send("/o/sy/dues", { ...one, method: "transfer" }, "secretary")).status).toBe(409);
	// A leader's handful: part of two members' years.
	const handful = { id: "k2", day: today, method: "cash", tick: [`m1.${year - 1}`, `m1.${year}`] };
	await at("/o/sy/dues", { ...handful, payer: "m0", received: "15" });
	expect(await read("/o/sy/dues/arrears")).toMatchObject({
		people: [
			{ name: "方国强", years: [{ year, rest: 500 }] },
			{ name: "傅爱芬", years: [{ year: year - 1, rest: 1000 }] },
		],
	});
	expect(await read("/o/sy/dues/reminders")).toMatchObject({ closedOn: null, people: [] });
	const short = await send("/o/sy/dues/rounds/o1/end", { id: "c1", counted: "34" }, "secretary");
	expect(JSON.parse(short.text)).toMatchObject({ mistakes: { explanation: "cash-differs 3500 3400" } });
	await at("/o/sy/dues/rounds/o1/end", { id: "c1", counted: "34", explanation: "找零少收一元" });
	expect((await read("/o/sy/dues/reminders")) as unknown).toMatchObject({
		closedOn: today,
		people: [{}, {}],
	});

	await at("/o/sy/funds/budget", { id: "b1", year, dues: "30", office: "10" });
	await at("/o/sy/funds/purposes", { id: "f1", name: "敬老节慰问", uses: ["visit"] });
	const came = { direction: "income", what: "grant", day: today, method: "transfer", purpose: "拨款" };
	await at("/o/sy/funds", { ...came, id: "g1", amount: "100", fund: "f1" });
	const before = { ...came, what: "opening", day: `${year - 1}-12-31`, purpose: "上年结余" };
	await at("/o/sy/funds", { ...before, id: "g0", amount: "5" });
	const use = { direction: "use", day: today, method: "cash", party: "小店", approver: "盛雅芬" };
	const voucher = await at("/o/sy/funds", { ...use, id: "e1", what: "office", amount: "8", purpose: "纸" });
	const beyond = { ...use, id: "e2", what: "office", amount: "500", purpose: "桌子" };
	expect(JSON.parse((await send("/o/sy/funds", beyond, "secretary")).text)).toMatchObject({
		mistakes: { amount: "beyond-funds 3200 50000" },
	});
	expect(await read(voucher)).toMatchObject({ entry: { number: 1, approver: "盛雅芬", amount: -800 } });
	await at(`${voucher}/reversal`, { id: "z1", reason: "记错了" });
	await at("/o/sy/funds", { ...use, id: "e3", what: "visit", amount: "60", purpose: "慰问", fund: "f1" });
	expect(await read("/o/sy/funds/budget")).toMatchObject({
		incomes: [
			{ account: "dues", planned: 3000, actual: 3500 },
			{ account: "grant", actual: 10000 },
		],
		uses: [
			{ account: "visit", actual: 6000 },
			{ account: "office", planned: 1000, actual: 0 },
		],
	});

	await at("/o/qq/funds/shares/rules", { id: "s0", from_day: `${year}-01-01`, rate: "20" }, "townshipStaff");
	expect(await read("/o/sy/funds/shares")).toMatchObject({ owed: { asked: 700, passed: 0 } });
	await at("/o/sy/funds/shares", { id: "s1", year, amount: "7", method: "cash" });
	await at("/o/qq/funds/shares/from/sy/s1", { id: "t1", outcome: "received" }, "townshipStaff");
	expect(await read("/o/qq/funds", "townshipStaff")).toMatchObject({ received: 700, balance: 700 });

	await at("/o/sy/funds/settlements", { id: "l1", period: `${year - 1}` });
	expect(await read("/o/sy/funds/books")).toMatchObject({ broken: null, entries: 7 });
	expect(await read("/o/sy/funds/book")).toMatchObject({ balance: 500 + 3500 + 10000 - 6000 - 700 });
	await at("/o/sy/funds/notices", { id: "n1", year, until: today, place: "村委会", agreed: "on" });
	const open = await visit("/n/sy/n1", { headers: { Accept: "application/json" } });
	expect(open.status).toBe(200);
	expect(open.text).not.toMatch(/陈彩娟|方国强|傅爱芬|盛雅芬|小店/);
});
