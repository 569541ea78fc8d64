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
	expect(save.cost.rowsWritten).toBeLessThanOrEqual(60 * 4 + 6);
	// One receipt of one year, of three years, and of three members.
	const receipt = (id: string, tick: string[], payer = "") =>
		submit("/o/lf/dues", { id, day, method: "cash", tick, payer, received: "" }, { as: "neighbour" });
	const one = await receipt("k10", [`x60.${year}`]);
	expect(one.cost.rowsWritten).toBeLessThanOrEqual(8);
	const years = await receipt("k11", [`x61.${year}`, `x61.${year - 2}`, `x61.${year - 3}`]);
	expect(years.cost.rowsWritten).toBeLessThanOrEqual(8 + 2);
	// A further member is two: the member-year, and what their years come to.
	const three = await receipt("k12", [`x62.${year}`, `x63.${year}`, `x64.${year}`], "x62");
	expect(three.cost.rowsWritten).toBeLessThanOrEqual(8 + 2 * 2);
});

test("which year is this payment for? prepaying, several years (Mitgliedsbeitrag 135): a household's handful goes on one receipt, allocated to members and years, part of a year and a gift beyond.", async () => {
	const both = [`m1.${year}`, `m0.${year - 1}`, `m0.${year}`];
	const short = { id: "k1", day, method: "cash", tick: both, payer: "m1", received: "25" };
	expect((await submit("/o/sy/dues", { ...short, payer: "" }, { as: "secretary" })).status).toBe(422);
	expect((await submit("/o/sy/dues", { ...short, payer: "p3" }, { as: "secretary" })).status).toBe(422);
	expect((await submit("/o/sy/dues", short, { as: "secretary" })).status).toBe(303);
	expect(await entries()).toEqual([{ series: "in", number: 1, amount: 2500, person: "m1" }]);
	const cells = async () =>
		(await facts<{ rows: { person: string; cells: string[]; rests: number[] }[] }>("/o/sy/dues", "secretary"))
			.rows;
	expect((await cells()).map((row) => row.cells.slice(2))).toEqual([
		["paid", "part"],
		["due", "paid"],
		["due", "due"],
	]);
	expect((await cells())[0]?.rests).toEqual([0, 0, 0, 500]);
	expect(await standing()).toMatchObject({ paid: 1, owing: 3 });
	const rest = { id: "k2", day, method: "cash", tick: [`m0.${year}`], payer: "m0", received: "8" };
	expect((await submit("/o/sy/dues", rest, { as: "secretary" })).status).toBe(303);
	expect((await cells())[0]?.cells.slice(2)).toEqual(["paid", "paid"]);
	expect(await standing()).toMatchObject({ paid: 2, received: 3300, dues: 3000 });
	const ahead = { id: "k3", day, method: "cash", tick: [`m2.${year + 1}`] };
	expect((await submit("/o/sy/dues", ahead, { as: "secretary" })).status).toBe(303);
	const first = await env.DB.prepare("select id from entry where number = 1").first<string>("id");
	await submit(`/o/sy/funds/${first}/reversal`, { id: "v1", reason: "钱退了" }, { as: "secretary" });
	expect((await cells()).map((row) => row.cells.slice(2))).toEqual([
		["due", "part"],
		["due", "due"],
		["due", "due"],
	]);
});

test("member “up to date” though nothing was paid (Dolibarr 22706): paid comes from money: neither a run nor a waiver pays, and a reversal takes it back.", async () => {
	const run = (id: string, of = year) => submit("/o/sy/dues/runs", { id, year: of }, { as: "secretary" });
	expect((await run("y1")).status).toBe(303);
	expect((await run("y1")).status).toBe(303);
	expect((await run("y2", year + 2)).status).toBe(422);
	expect((await submit("/o/sy/dues/runs", { id: "y3", year }, { as: "neighbour" })).status).toBe(404);
	await submit(
		"/o/sy/members",
		{ id: "m9", name: "单小妹", joined_on: `${year}-01-02`, kind: "ordinary" },
		{ as: "secretary" },
	);
	expect((await run("y4")).status).toBe(303);
	const told = await facts<{ runs: { id: string; people: number; sum: number }[] }>(
		"/o/sy/dues/runs",
		"secretary",
	);
	expect(told.runs.map(({ people, sum }) => [people, sum]).sort()).toEqual([
		[1, 1000],
		[3, 3000],
	]);
	expect(await env.DB.prepare("select facts from charge where person = 'm0'").first("facts")).toBe(
		JSON.stringify({ kind: "ordinary", since: `${year - 1}-01-01`, rate: "every" }),
	);
	// The rate rises afterwards: what the run has fixed stays.
	await submit(
		"/o/sy/dues/rates",
		{ id: "r2", from_day: `${year}-01-01`, amount: "30" },
		{ as: "secretary" },
	);
	expect(await standing()).toMatchObject({ paid: 0, owing: 4 });
	await collect([`m0.${year}`]);
	expect(await entries()).toEqual([{ series: "in", number: 1, amount: 1000, person: "m0" }]);
	expect(await standing()).toMatchObject({ paid: 1, owing: 4 });
});

test("rates and categories have no past (openjverein 684): a kind's own rate holds from its day on, and earlier years keep theirs.", async () => {
	const member = { id: "g1", name: "锦溪袜厂", joined_on: `${year - 1}-01-01`, kind: "group" };
	await submit("/o/sy/members", member, { as: "secretary" });
	const own = { id: "r2", from_day: `${year}-01-01`, kind: "group", amount: "200" };
	expect((await submit("/o/sy/dues/rates", own, { as: "secretary" })).status).toBe(303);
	const wrong = await submit("/o/sy/dues/rates", { ...own, id: "r3", kind: "honorary" }, { as: "secretary" });
	expect(wrong.status).toBe(422);
	await collect([`g1.${year}`, `g1.${year - 1}`, `m0.${year}`]);
	expect((await entries()).map(({ amount }) => amount)).toEqual([21000, 1000]);
	await submit(
		"/o/sy/dues/rates",
		{ id: "r4", from_day: `${year}-01-01`, amount: "12" },
		{ as: "secretary" },
	);
	expect(await standing()).toMatchObject({ paid: 1 });
	const [row] = (await facts<{ rows: { cells: string[] }[] }>("/o/sy/dues", "secretary")).rows;
	expect(row?.cells.at(-1)).toBe("part");
});

test("Who is let off or given time owes nothing meanwhile, with the reason and who granted it, and owes again when that ends.", async () => {
	const off = {
		...{ id: "w1", member: "m0", what: "exempt", from_year: year - 1, to_year: year, until: "" },
		...{ reason: "生活困难", granted_by: "理事会", granted_on: day },
	};
	const grant = (fields: object) => submit("/o/sy/dues/waivers", { ...off, ...fields }, { as: "secretary" });
	expect((await grant({ member: "p3" })).status).toBe(422);
	expect((await grant({ to_year: year - 2 })).status).toBe(422);
	expect((await grant({ what: "deferred" })).status).toBe(422);
	expect((await grant({})).status).toBe(303);
	expect((await grant({})).status).toBe(303);
	expect((await grant({ reason: "别的" })).status).toBe(409);
	expect(
		(
			await grant({
				id: "w2",
				member: "m1",
				what: "deferred",
				from_year: year,
				to_year: "",
				until: `${year}-12-31`,
			})
		).status,
	).toBe(303);
	const cells = async () =>
		(await facts<{ rows: { cells: string[] }[] }>("/o/sy/dues", "secretary")).rows.map((row) =>
			row.cells.slice(2),
		);
	expect(await cells()).toEqual([
		["exempt", "exempt"],
		["due", "deferred"],
		["due", "due"],
	]);
	expect(await standing()).toMatchObject({ owing: 2, paid: 0 });
	const owed = await facts<{ people: { name: string; sum: number }[]; sum: number }>(
		"/o/sy/dues/arrears",
		"secretary",
	);
	expect(owed.people.map(({ name, sum }) => [name, sum])).toEqual([
		["方国强", 1000],
		["傅爱芬", 2000],
	]);
	const page = await visit("/o/sy/dues/waivers", { as: "secretary" });
	expect(page.text).toContain("生活困难");
	expect((await submit("/o/sy/dues/waivers/w1/end", { id: "x1" }, { as: "neighbour" })).status).toBe(404);
	expect((await submit("/o/sy/dues/waivers/w1/end", { id: "x1" }, { as: "secretary" })).status).toBe(303);
	expect((await submit("/o/sy/dues/waivers/w1/end", { id: "x2" }, { as: "secretary" })).status).toBe(303);
	expect((await cells())[0]).toEqual(["due", "due"]);
	expect(await standing()).toMatchObject({ owing: 3 });
});

test("a skipped year becomes invisible when validity is the last end date (Galette): arrears are per year: it stands in the list though later ones were paid.", async () => {
	await collect([`m0.${year}`]);
	const owed = await facts<{ people: { person: string; years: { year: number; rest: number }[] }[] }>(
		"/o/sy/dues/arrears",
		"secretary",
	);
	expect(owed.people.find(({ person }) => person === "m0")?.years).toEqual([{ year: year - 1, rest: 1000 }]);
	const file = await visit("/o/sy/dues/arrears?format=csv", { as: "secretary" });
	expect(file.text).toContain(`陈彩娟,${year - 1},10`);
	expect((await visit("/o/sy/dues/arrears", { as: "neighbour" })).status).toBe(404);
});

test("All receipts of one save print at once, each with its years and its amount in capital numerals.", async () => {
	await collect([`m0.${year}`, `m1.${year}`, `m1.${year - 1}`]);
	const sheets = await visit("/o/sy/dues/collections/k1/receipts", { as: "secretary" });
	expect(sheets.text.match(/class="paper receipt"/g)).toHaveLength(2);
	expect(sheets.text).toContain(`${year - 1}、${year} 年会费`);
	expect(sheets.text).toContain("贰拾元整");
	expect((await visit("/o/lf/dues/collections/k1/receipts", { as: "neighbour" })).status).toBe(404);
});
