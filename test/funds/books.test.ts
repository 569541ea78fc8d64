import { applyD1Migrations, reset } from "cloudflare:test";
import { env } from "cloudflare:workers";
import { beforeEach, expect, test } from "vitest";
import { nightly } from "../../worker/overviews/nightly";
import { facts, send, submit, visit } from "../doors";
import { beginWorld } from "../world";

const year = new Date(Date.now() + 8 * 3_600_000).getUTCFullYear();
const day = `${year}-01-02`;
const secretary = { as: "secretary" } as const;

type Break = { id: string | null; position: number; reason: string };
type Looked = { entries: number; checked: number; broken: Break | null; head: string | null; waits: boolean };
const books = (of = year) => facts<Looked>(`/o/sy/funds/books?year=${of}`, "secretary");

const use = (id: string, more: object = {}) => ({
	...{ id, direction: "use", what: "activity", day, amount: "3.20", purpose: "茶水", party: "村口小店" },
	...{ approver: "盛雅芬", method: "cash", ...more },
});
const gift = (id: string, more: object = {}) => ({
	...{
		id,
		direction: "income",
		what: "gift",
		day,
		amount: "50",
		purpose: "捐款",
		method: "transfer",
		...more,
	},
});

/** Three members who pay, a gift, and tea: four entries. */
beforeEach(async () => {
	await beginWorld();
	for (const [index, name] of ["陈彩娟", "方国强"].entries())
		await submit(
			"/o/sy/members",
			{ id: `m${index}`, name, joined_on: `${year - 1}-03-01`, kind: "ordinary" },
			secretary,
		);
	await submit("/o/sy/dues/rates", { id: "r1", from_day: `${year - 1}-01-01`, amount: "10" }, secretary);
	await submit(
		"/o/sy/dues",
		{ id: "k1", day, method: "cash", tick: [`m0.${year}`, `m1.${year}`] },
		secretary,
	);
	await send("/o/sy/funds", gift("g1"), "secretary");
	await send("/o/sy/funds", use("u1"), "secretary");
});

test("Every entry balances, carries the hash of the one before, and the books say so.", async () => {
	const { results } = await env.DB.prepare(
		"select lines, position, before, hash from entry order by position",
	).all<{
		lines: string;
		before: string;
		hash: string;
	}>();
	expect(results.map(({ lines }) => JSON.parse(lines))).toEqual([
		[
			["cash", 1000],
			["dues", -1000],
		],
		[
			["cash", 1000],
			["dues", -1000],
		],
		[
			["bank", 5000],
			["gift", -5000],
		],
		[
			["cash", -320],
			["activity", 320],
		],
	]);
	expect(results.slice(1).map(({ before }) => before)).toEqual(results.slice(0, -1).map(({ hash }) => hash));
	expect(await books()).toMatchObject({ entries: 4, checked: 4, broken: null });
	const page = await visit("/o/sy/funds/books", secretary);
	expect(page.text).toContain("第 1 笔到第 4 笔，都和当初记的一样");
	expect((await visit("/o/sy/funds/books", { as: "neighbour" })).status).toBe(404);
});

test("The database itself refuses an entry that doesn't balance, stands in no chain, is changed or deleted.", async () => {
	const insert = (lines: string, hash: string) =>
		env.DB.prepare(
			"insert into entry (organisation, id, year, series, number, day, amount, kind, made_by, made_from, lines, position, before, hash) values ('sy', 'x', 2020, 'in', 1, '2020-01-01', 5, 'income', 'p3', 'x', ?, 1, 'x', ?)",
		)
			.bind(lines, hash)
			.run();
	await expect(insert('[["cash",5],["gift",-4]]', "x")).rejects.toThrow("must balance");
	await expect(env.DB.prepare("update entry set purpose = '别的'").run()).rejects.toThrow("never changes");
	await expect(env.DB.prepare("update entry set hash = 'x'").run()).rejects.toThrow("never changes");
	await expect(env.DB.prepare("delete from entry").run()).rejects.toThrow("never deleted");
});

test("Changing any column of a posted row, or removing the last, breaks the books and names the row.", async () => {
	await env.DB.batch([
		env.DB.prepare("drop trigger entry_unchanged"),
		env.DB.prepare("drop trigger entry_kept"),
	]);
	const [row] = (await env.DB.prepare("select * from entry where id = 'u1'").all<Record<string, unknown>>())
		.results;
	const columns = Object.keys(row ?? {}).filter(
		// With another series its number would stand twice: that the database refuses by itself.
		(column) => column !== "organisation" && column !== "series",
	);
	for (const column of columns) {
		const was = row?.[column] ?? null;
		const other =
			column === "person"
				? "m1"
				: typeof was === "number"
					? was + 1
					: column === "lines"
						? '[["cash",-321],["activity",321]]'
						: column === "years"
							? '[["m0",2020,1]]'
							: `${was ?? ""}x`;
		await env.DB.prepare(`update entry set "${column}" = ? where organisation = 'sy' and hash = ?`)
			.bind(other, row?.hash ?? "")
			.run();
		const { broken } = await books();
		expect(broken?.position, `${column} changed`).toBe(4);
		if (column !== "year" && column !== "position")
			expect(broken?.id, column).toBe(
				column === "id" ? "u1x" : column === "series" || column === "number" ? broken?.id : "u1",
			);
		await env.DB.prepare(
			`update entry set "${column}" = ? where organisation = 'sy' and "${column}" is ? and (hash = ? or ? = 'hash')`,
		)
			.bind(was, other, row?.hash ?? "", column)
			.run();
		expect((await books()).broken, `${column} put back`).toBeNull();
	}
	await env.DB.prepare("delete from entry where id = 'u1'").run();
	expect((await books()).broken).toMatchObject({ position: 4, reason: "cut-off" });
	await env.DB.prepare(
		"update book set entries = 3, head = (select hash from entry where position = 3)",
	).run();
	// Whoever cuts the head off as well is told by the balances, and by every paper printed since.
	expect((await books()).broken).toMatchObject({ reason: "unbalanced" });
	const paper = await visit(`/e/sy/u1/${String(row?.hash).slice(0, 16)}`);
	expect(paper.status).toBe(404);
	expect(paper.text).toContain("账上没有");
});

test("A receipt's code leads to a page that checks it and shows no name; a paper that was doctored doesn't fit.", async () => {
	const receipt = await facts<{ entry: { id: string; check: string; mark: string } }>(
		`/o/sy/funds/${await env.DB.prepare("select id from entry where person = 'm0'").first("id")}`,
		"secretary",
	);
	const { pathname } = new URL(receipt.entry.check);
	const printed = await visit(`/o/sy/funds/${receipt.entry.id}`, secretary);
	expect(printed.text).toContain(receipt.entry.mark);
	expect(printed.text).toContain(`data-qr="${receipt.entry.check}"`);
	const checked = await visit(pathname);
	expect(checked.text).toContain("在账上");
	expect(checked.text).toContain(`收字〔${year}〕0001 号`);
	expect(checked.text).not.toContain("陈彩娟");
	expect(checked.cost.queries).toBeLessThanOrEqual(5);
	expect(checked.cost.rowsRead).toBeLessThanOrEqual(20);
	expect((await visit(pathname.replace(/.{4}$/, "0000"))).text).toContain("对不上");
	await submit(`/o/sy/funds/${receipt.entry.id}/reversal`, { id: "v1", reason: "收错人" }, secretary);
	expect((await visit(pathname)).text).toContain("已冲销");
	await env.DB.prepare("drop trigger entry_unchanged").run();
	await env.DB.prepare("update entry set amount = 900 where id = ?").bind(receipt.entry.id).run();
	expect((await visit(pathname)).text).toContain("对不上");
});

test("The register of collection and use prints as a book: the year's statement, every entry with the balance after it, the mark of the chain.", async () => {
	const book = await facts<{ entries: { balance: number }[]; balance: number; head: string; uses: object[] }>(
		"/o/sy/funds/book",
		"secretary",
	);
	expect(book.entries.map(({ balance }) => balance)).toEqual([1000, 2000, 7000, 6680]);
	expect(book.uses).toEqual([{ account: "activity", fen: 320 }]);
	const page = await visit("/o/sy/funds/book", secretary);
	expect(page.text).toContain("会费收缴使用情况登记");
	expect(page.text).toContain(book.head);
	const file = await visit("/o/sy/funds/book?format=csv", secretary);
	expect(file.text).toContain("66.8");
	expect((await visit("/o/sy/funds/book", { as: "neighbour" })).status).toBe(404);
});

test("An expense beyond what is there is refused with the figures, and names the activity it paid for.", async () => {
	const activity = { id: "a1", kind: "publicity", title: "会员活动日", day, heads: "40" };
	await submit("/o/sy/activities", activity, secretary);
	const beyond = await submit("/o/sy/funds", use("u2", { amount: "66.81" }), secretary);
	expect(beyond.status).toBe(422);
	expect(beyond.text).toContain("现在有 66.80 元，这一笔要 66.81 元");
	expect((await send("/o/sy/funds", use("u2", { activity: "a9" }), "secretary")).status).toBe(422);
	expect(
		(await submit("/o/sy/funds", use("u2", { amount: "66.80", activity: "a1" }), secretary)).status,
	).toBe(303);
	const voucher = await visit("/o/sy/funds/u2", secretary);
	expect(voucher.text).toContain('href="/o/sy/activities/a1"');
	expect(voucher.text).toContain("盛雅芬");
	expect((await submit("/o/sy/funds/g1/reversal", { id: "v1", reason: "错" }, secretary)).text).toContain(
		"钱不够",
	);
});

test("Sixteen at once in one village: each is posted once or told to try again, in one whole chain.", async () => {
	const sent = await Promise.all(
		Array.from({ length: 16 }, (_, index) =>
			send("/o/sy/funds", gift(`c${index}`, { amount: "1" }), "secretary"),
		),
	);
	const posted = sent.filter(({ status }) => status === 201).length;
	expect(sent.every(({ status }) => status === 201 || status === 503)).toBe(true);
	expect(posted).toBeGreaterThan(0);
	expect(await books()).toMatchObject({ entries: 4 + posted, checked: 4 + posted, broken: null });
});

test("A month and a year are settled once they are over: nothing is posted into them, and mistakes are reversed today.", async () => {
	const last = year - 1;
	await send("/o/sy/funds", gift("g2", { day: `${last}-05-04`, amount: "7" }), "secretary");
	const settle = (id: string, period: string) => submit("/o/sy/funds/settlements", { id, period }, secretary);
	expect((await settle("s1", `${last}-05`)).status).toBe(303);
	expect((await settle("s1", `${last}-05`)).status).toBe(303);
	expect((await settle("s2", `${last}-05`)).status).toBe(422);
	expect((await settle("s3", `${year}`)).status).toBe(422);
	const late = await submit("/o/sy/funds", gift("g3", { day: `${last}-05-20` }), secretary);
	expect(late.status).toBe(422);
	expect(late.text).toContain("已经结账");
	expect((await send("/o/sy/funds", gift("g3", { day: `${last}-06-20` }), "secretary")).status).toBe(201);
	expect((await settle("s4", `${last}`)).status).toBe(303);
	expect((await submit("/o/sy/funds", gift("g4", { day: `${last}-12-20` }), secretary)).status).toBe(422);
	const dues = { id: "k9", day: `${last}-12-20`, method: "cash", tick: `m0.${last}` };
	expect((await submit("/o/sy/dues", dues, secretary)).status).toBe(422);
	expect((await submit("/o/sy/funds/g2/reversal", { id: "v1", reason: "退回" }, secretary)).status).toBe(303);
	const told = await facts<{ settlements: { period: string; balance: number }[] }>(
		"/o/sy/funds/settlements",
		"secretary",
	);
	expect(told.settlements.find(({ period }) => period === String(last))?.balance).toBe(5700);
	const opened = await facts<{ opening: number }>("/o/sy/funds", "secretary");
	expect(opened.opening).toBe(5700);
});

test("Old books move into the new shape whole: every amount, number and allocation, and a chain that holds.", async () => {
	const before = env.TEST_MIGRATIONS.filter(({ name }) => name < "0015");
	const organisations = (
		await env.DB.prepare("select id, parent, path, kind, name from organisation order by path").all()
	).results;
	await reset();
	await applyD1Migrations(env.DB, before);
	for (const one of organisations)
		await env.DB.prepare(
			"insert into organisation (id, parent, path, kind, name, made_from) values (?, ?, ?, ?, ?, 'old')",
		)
			.bind(one.id, one.parent, one.path, one.kind, one.name)
			.run();
	const entries = [
		["o1", 2024, "in", 1, "2024-03-01", 2000, "dues", null, "m1", null, "cash", null],
		["o2", 2024, "in", 2, "2024-03-01", 1000, "dues", null, "m2", null, "transfer", null],
		["o3", 2024, "out", 1, "2024-04-01", -555, "use", "茶水", null, "小店", "cash", null],
		["o4", 2024, "in", 3, "2024-05-01", -1000, "reversal", "收错", "m2", null, "transfer", "o2"],
		["o5", 2025, "in", 1, "2025-05-01", 30000, "income", "拨款", null, "镇里", "transfer", null],
	];
	const people = ["m1", "m2"].map((id) =>
		env.DB.prepare("insert into person (id, name, made_from) values (?, ?, 'old')").bind(id, id),
	);
	await env.DB.batch([
		...people,
		...entries.map((row) =>
			env.DB.prepare(
				"insert into entry (organisation, id, year, series, number, day, amount, kind, purpose, person, party, method, reverses, made_by, made_from) values ('sy', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'p3', 'old')",
			).bind(...row),
		),
		env.DB.prepare(
			"insert into allocation values ('sy', 'm1', 2023, 'o1', 1000), ('sy', 'm1', 2024, 'o1', 1000), ('sy', 'm2', 2024, 'o2', 1000), ('sy', 'm2', 2024, 'o4', -1000)",
		),
	]);
	const columns =
		"organisation, id, year, series, number, day, amount, kind, purpose, person, party, method, reverses";
	const all = async (query: string) => (await env.DB.prepare(query).all()).results;
	const was = [
		await all(`select ${columns} from entry order by id`),
		await all("select organisation, person, year, entry, amount from allocation order by entry, year"),
	];
	await applyD1Migrations(env.DB, env.TEST_MIGRATIONS);
	expect([
		await all(`select ${columns} from entry order by id`),
		await all("select organisation, person, year, entry, amount from allocation order by entry, year"),
	]).toEqual(was);
	expect(await all("select balances, entries, receipts, vouchers, head from book order by year")).toEqual([
		{
			balances: '{"bank":0,"cash":1445,"dues":-2000,"other-use":555}',
			...{ entries: 4, receipts: 3, vouchers: 1, head: "" },
		},
		{ balances: '{"bank":30000,"other-income":-30000}', entries: 1, receipts: 1, vouchers: 0, head: "" },
	]);
	expect(await all("select years from entry where id in ('o1', 'o4') order by id")).toEqual([
		{ years: '[["m1",2023,1000],["m1",2024,1000]]' },
		{ years: '[["m2",2024,-1000]]' },
	]);
	await nightly(env);
	const { results } = await env.DB.prepare(
		"select hash, position from entry where year = 2024 order by position",
	).all();
	expect(results.map(({ position }) => position)).toEqual([1, 2, 3, 4]);
	expect(results.every(({ hash }) => /^[0-9a-f]{64}$/.test(String(hash)))).toBe(true);
	expect(await all("select head from book where year = 2024")).toEqual([{ head: results.at(-1)?.hash }]);
});
