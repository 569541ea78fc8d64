import { env } from "cloudflare:workers";
import { beforeEach, describe, expect, test } from "vitest";
import { moneyLinesFrom } from "../../worker/intakes/money/reading";
import { rowsIn, type Sheet, tablesIn } from "../../worker/intakes/sheet/rules";
import { fenIn, yearsIn } from "../../worker/values/cell";
import { facts, follow, send, submit, visit } from "../doors";
import { beginWorld, standOn } from "../world";

const year = new Date(Date.now() + 8 * 3_600_000).getUTCFullYear() - 1;
const secretary = { as: "secretary" } as const;

const village = () =>
	standOn("a village with last year's register", async () => {
		await beginWorld();
		const names = ["陈彩娟", "方国强", "傅爱芬", "陈春梅", "陈春梅"];
		for (const [index, name] of names.entries())
			await submit(
				"/o/sy/members",
				{
					...{ id: `m${index}`, name, joined_on: `${year - 1}-01-01`, kind: "ordinary" },
					birth_year: String(1960 + index),
				},
				secretary,
			);
		await submit("/o/sy/dues/rates", { id: "r1", from_day: `${year - 1}-01-01`, amount: "10" }, secretary);
	});

const readIn = (sheet: Sheet) =>
	tablesIn(sheet, "money").flatMap((one) =>
		moneyLinesFrom(one.columns, rowsIn(sheet, one), "2026-11-28").map(({ line, faults }) => ({
			...line,
			faults: faults.map(({ trouble }) => trouble),
		})),
	);
const told = (sheet: Sheet) =>
	readIn(sheet).map(({ day, amount, name, years, state }) => [day, amount, name, years.join(" "), state]);

describe("Reading a file", () => {
	test("Amounts and years are read as people write them, and never pass through a fraction.", () => {
		expect(
			["10元", "¥1,200.00", "-186.5", "（186.50）", "+0.01", "－3", 186.5, 20].map((one) => fenIn(one).value),
		).toEqual([...[1000, 120000, -18650, -18650, 1, -300, 18650, 2000]]);
		expect(fenIn(0.1 + 0.2).value).toBe(30);
		expect(fenIn(1.005 * 3).value).toBeTypeOf("number");
		expect([fenIn("十元").trouble, fenIn("99999999999").trouble, fenIn("—").value]).toEqual([
			...["not-an-amount", "not-an-amount", null],
		]);
		expect(["2024、2025", "2023-2025", "2025年度", 2025, "24、25", ""].map(yearsIn)).toEqual([
			...[[2024, 2025], [2023, 2024, 2025], [2025], [2025], [], []],
		]);
	});

	test("A village's own register: titles above the header, dues with their years, expenses below nothing, a total at the foot.", () => {
		const sheet = [
			["雅溪村计生协会会费收缴使用情况登记表(2025年度)"],
			["日期", "姓名", "年度", "金额(元)", "收款人", "用途/备注"],
			["2025.10.24", "徐 娜", "2024、2025", 20, "区海燕", "代缴"],
			["2025.2.17", "王芳", "2025", "10元", "区海燕", null],
			["2025.5.29", null, null, -186.5, "区海燕", "5·29活动宣传品"],
			["2025.6", "李伟", "2025", 10, "区海燕", null],
			["合计", null, null, -156.5, null, null],
		];
		expect(told(sheet)).toEqual([
			["2025-10-24", 2000, "徐娜", "2024 2025", "done"],
			["2025-02-17", 1000, "王芳", "2025", "done"],
			["2025-05-29", -18650, null, "", "done"],
			[null, 1000, "李伟", "2025", "done"],
		]);
		expect(readIn(sheet)[2]).toMatchObject({ handler: "区海燕", purpose: "5·29活动宣传品" });
		expect(readIn(sheet)[3]?.faults).toEqual(["not-a-day"]);
	});

	test("What WeChat, Alipay and a bank hand out: where a sign, a column or a word tells in from out; nothing of an account's number.", () => {
		const wechat = [
			["微信支付账单明细"],
			["微信昵称：[区海燕]"],
			["----------------------微信支付账单明细列表--------------------"],
			[
				"交易时间",
				"交易类型",
				"交易对方",
				"商品",
				"收/支",
				"金额(元)",
				"支付方式",
				"当前状态",
				"交易单号",
				"商户单号",
				"备注",
			],
			[
				"2025-03-08 09:12:33",
				"转账",
				"冯磊",
				"转账备注:2025年会费",
				"收入",
				"¥10.00",
				"零钱",
				"已收钱",
				"100003",
				"/",
				"/",
			],
			[
				"2025-03-09 10:00:00",
				"商户消费",
				"印刷店",
				"横幅",
				"支出",
				"¥45.50",
				"零钱",
				"支付成功",
				"100004",
				"2",
				"/",
			],
			[
				"2025-03-10 10:00:00",
				"零钱提现",
				"招商银行",
				"/",
				"/",
				"¥50.00",
				"招商银行(1234)",
				"提现已到账",
				"100005",
				"/",
				"/",
			],
		];
		const alipay = [
			["支付宝（中国）网络技术有限公司"],
			[
				"交易时间",
				"交易分类",
				"交易对方",
				"对方账号",
				"商品说明",
				"收/支",
				"金额",
				"收/付款方式",
				"交易状态",
				"交易订单号",
				"备注",
			],
			[
				"2025-04-01 08:00:00",
				"转账红包",
				"朱素珍(素珍)",
				"138****1234",
				"会费2024-2025",
				"收入",
				"20.00",
				"余额宝",
				"交易成功",
				"2025",
				"",
			],
			[
				"2025-04-02 08:00:00",
				"日用百货",
				"超市",
				"/",
				"茶叶",
				"支出",
				"30.00",
				"余额宝",
				"交易关闭",
				"2025",
				"",
			],
		];
		const bank = [
			["交易日期", "摘要", "借方发生额", "贷方发生额", "余额", "对方户名", "对方账号"],
			["20250512", "转存", "", "100.00", "1,100.00", "青桥镇人民政府", "6222021234567890123"],
			["20250513", "手续费", "2.50", "", "1,097.50", "", ""],
		];
		expect([wechat, alipay, bank].map(told)).toEqual([
			[
				["2025-03-08", 1000, "冯磊", "2025", "done"],
				["2025-03-09", -4550, "印刷店", "", "done"],
				["2025-03-10", 5000, "招商银行", "", "own"],
			],
			[
				["2025-04-01", 2000, "朱素珍", "2024 2025", "done"],
				["2025-04-02", -3000, "超市", "", "undone"],
			],
			[
				["2025-05-12", 10000, "青桥镇人民政府", "", "done"],
				["2025-05-13", -250, null, "", "done"],
			],
		]);
		expect(JSON.stringify([wechat, alipay, bank].map(readIn))).not.toMatch(/6222|138\*|100003|1234/);
		// However a bank heads the column of the other side's account, its number is not read.
		for (const heading of ["对方账户", "对方帐户", "对方行号", "对方账户(卡号)", "收款人帐号", "对方行名"]) {
			const sheet = [
				["交易日期", heading, "贷方发生额", "对方账户名称"],
				["20250512", "6222021234567890123", "100.00", "青桥镇人民政府"],
			];
			expect(told(sheet), heading).toEqual([["2025-05-12", 10000, "青桥镇人民政府", "", "done"]]);
			expect(JSON.stringify(readIn(sheet)), heading).not.toContain("6222");
		}
	});
});

const line = (number: number, name: string | null, amount: string, more: object = {}) => ({
	...{ line: number, day: `${year}-03-0${(number % 8) + 1}`, name, amount, went: false },
	...{ years: [year], purpose: null, ...more },
});
const file = [
	line(3, "陈彩娟", "20", { years: [year - 1, year] }),
	line(4, "方国强", "10"),
	line(5, "陈春梅", "10"),
	line(6, "不认识", "10"),
	line(7, null, "6.50", { went: true, years: [], purpose: "慰问困难户" }),
	line(8, "傅爱芬", "25"),
	line(9, "青桥镇政府", "100", { years: [], purpose: "活动经费拨款" }),
];
type Look = {
	proposals: { outcome: string; question: string | null; entry: string | null; years: number[] }[];
};
const look = async (lines: object[] = file) => {
	const answer = await send("/o/sy/intakes/money/preview", { lines }, "secretary");
	return { answer, proposals: (JSON.parse(answer.text) as Look).proposals };
};
const posted = (one: (typeof file)[number], more: object = {}) => ({
	...{
		...one,
		as: "dues",
		member: null,
		beyond: false,
		account: null,
		party: null,
		approver: null,
		method: "cash",
	},
	...more,
});
const begin = (id: string, lines = 7, digest = id) =>
	send(
		"/o/sy/intakes",
		{ id, what: "money", file: "会费登记.xlsx", digest, lines, chunks: 1, columns: "{}" },
		"secretary",
	);
const chunk = (id: string, lines: object[]) =>
	send(`/o/sy/intakes/${id}/money-chunks`, { number: 0, lines }, "secretary");
const finish = (id: string) => send(`/o/sy/intakes/${id}/finish`, { from: 0 }, "secretary");
const at = (number: number) => file.find((one) => one.line === number) as (typeof file)[number];
const decided = [
	posted(at(3), { member: "m0" }),
	posted(at(4), { member: "m1" }),
	posted(at(5), { member: "m4" }),
	{ line: 6, as: "later" },
	posted(at(7), { as: "other", account: "visit", party: "区海燕", approver: "盛雅芬" }),
	posted(at(8), { member: "m2", beyond: true }),
	posted(at(9), { as: "other", account: "grant", party: "青桥镇政府" }),
];
const bringIn = async (id: string) => {
	await begin(id);
	expect((await chunk(id, decided)).status).toBe(201);
	await finish(id);
};
const entries = async () =>
	(
		await env.DB.prepare(
			"select series, number, amount, kind, person, party, years, lines ->> '$[1][0]' as account from entry order by position",
		).all<Record<string, string | number>>()
	).results;
const holds = async (of = year) =>
	(await facts<{ broken: object | null }>(`/o/sy/funds/books?year=${of}`, "secretary")).broken;

describe("Bringing money in", () => {
	beforeEach(village);

	test("A look holds every line beside the books and writes nothing: dues, a namesake, a stranger, a use, another sum, a grant.", async () => {
		const { answer, proposals } = await look();
		expect(answer.status).toBe(200);
		expect(answer.cost).toMatchObject({ rowsWritten: 0 });
		expect(proposals.map(({ outcome, question }) => [outcome, question])).toEqual([
			["dues", null],
			["dues", null],
			["later", "namesakes"],
			["later", "nobody"],
			["other", null],
			["later", "other-sum"],
			["other", null],
		]);
		for (const as of ["neighbour", "leader", "townshipStaff"] as const)
			expect((await send("/o/sy/intakes/money/preview", { lines: file }, as)).status, as).toBe(404);
	});

	test("Last year's register becomes receipts and vouchers of their days: dues are paid, the chain holds, what fits nothing is listed.", async () => {
		await bringIn("i1");
		expect((await entries()).map((one) => [one.series, one.number, one.amount, one.account])).toEqual([
			["in", 1, 2000, "dues"],
			["in", 2, 1000, "dues"],
			["in", 3, 1000, "dues"],
			["out", 1, -650, "visit"],
			["in", 4, 2500, "dues"],
			["in", 5, 10000, "grant"],
		]);
		expect(await holds()).toBeNull();
		const grid = await facts<{ rows: { person: string; cells: string[] }[] }>(
			`/o/sy/dues?year=${year}`,
			"secretary",
		);
		expect(
			grid.rows
				.filter(({ cells }) => cells.at(-1) === "paid")
				.map(({ person }) => person)
				.sort(),
		).toEqual(["m0", "m1", "m2", "m4"]);
		const page = await visit("/o/sy/intakes/i1?show=later", secretary);
		expect(page.text).toContain("以后再看");
		expect((await visit("/o/sy/intakes/i1", secretary)).text).toContain("陈彩娟");
	});

	test("The same file twice adds nothing: each line is an entry that is there; a request sent twice is one.", async () => {
		await bringIn("i1");
		const before = await entries();
		expect((await chunk("i1", decided)).status).toBe(201);
		const { proposals } = await look();
		expect(proposals.map(({ outcome }) => outcome)).toEqual([
			...["same", "same", "same", "later", "same", "same", "same"],
		]);
		await begin("i2");
		await chunk(
			"i2",
			proposals.map(({ entry }, index) => ({ line: index + 3, as: entry ? "same" : "later", entry })),
		);
		await finish("i2");
		expect(await entries()).toEqual(before);
	});

	test("It goes on where it stopped: two windows with one file are one intake, and post each line once.", async () => {
		await begin("i1", 7, "one file");
		const second = await begin("i2", 7, "one file");
		expect(second.headers.get("Location")).toBe("/o/sy/intakes/i1");
		const both = await Promise.all([chunk("i1", decided), chunk("i1", decided.slice(0, 3))]);
		expect(both.map(({ status }) => status)).toEqual([201, 201]);
		expect([3, 6]).toContain((await entries()).length);
		expect(await holds()).toBeNull();
	});

	test("A line that two requests of one file name is one entry; the second finds it there.", async () => {
		await send(
			"/o/sy/intakes",
			{ id: "i1", what: "money", file: "a", digest: "a", lines: 3, chunks: 2, columns: "{}" },
			"secretary",
		);
		const ask = (number: number, lines: object[]) =>
			send("/o/sy/intakes/i1/money-chunks", { number, lines }, "secretary");
		expect((await ask(0, decided.slice(0, 2))).status).toBe(201);
		expect((await ask(1, decided.slice(1, 3))).status).toBe(201);
		expect((await entries()).map(({ amount }) => amount)).toEqual([2000, 1000, 1000]);
		const { rows } = await facts<{ rows: { line: number; outcome: string }[] }>(
			"/o/sy/intakes/i1",
			"secretary",
		);
		expect(rows.map(({ line, outcome }) => [line, outcome])).toEqual([
			...[
				[3, "new"],
				[4, "new"],
				[4, "same"],
				[5, "new"],
			],
		]);
		expect(await holds()).toBeNull();
	});

	test("Money before 2000 stands in no list, and is refused: in a file, at the form, in the grid.", async () => {
		expect(
			readIn([
				["日期", "姓名", "年度", "金额(元)"],
				["1999.12.31", "徐娜", "", 20],
			])[0]?.faults,
		).toEqual(["before-books"]);
		const old = { day: "1999-12-31" };
		expect((await look([{ ...at(4), ...old }])).proposals[0]).toMatchObject({ question: "fault" });
		await begin("i1", 1);
		expect((await chunk("i1", [posted({ ...at(4), ...old }, { member: "m1" })])).status).toBe(422);
		const gift = { id: "g1", direction: "income", amount: "5", purpose: "捐", method: "cash", ...old };
		const late = await submit("/o/sy/funds", gift, secretary);
		expect([late.status, late.text.includes("2000 年以前的钱不记在这里")]).toEqual([422, true]);
		const tick = { id: "k1", method: "cash", tick: `m1.${year}`, ...old };
		expect((await submit("/o/sy/dues", tick, secretary)).status).toBe(422);
		expect(await entries()).toEqual([]);
	});

	test("Where this year is closed on its last day nothing is taken back, and the page says when it can be.", async () => {
		await bringIn("i1");
		const now = new Date(Date.now() + 8 * 3_600_000).getUTCFullYear();
		await env.DB.prepare(
			"insert into settlement (organisation, period, id, day, head, balances, made_by, made_from) values ('sy', ?, 'l1', '', '', '{}', '', '')",
		)
			.bind(String(now))
			.run();
		const before = await entries();
		const late = await submit("/o/sy/intakes/i1/undo", { number: "0" }, secretary);
		expect([late.status, late.text.includes("请明天再办")]).toEqual([422, true]);
		const reversal = await submit(
			`/o/sy/funds/${await firstEntry()}/reversal`,
			{ id: "z1", reason: "错" },
			secretary,
		);
		expect([reversal.status, reversal.text.includes("请明天再办")]).toEqual([422, true]);
		expect(await entries()).toEqual(before);
		await env.DB.prepare("delete from settlement").run();
		expect((await submit("/o/sy/intakes/i1/undo", { number: "0" }, secretary)).status).toBe(303);
		expect(await entries()).toHaveLength(2 * before.length);
	});

	test("What changed meanwhile is left for later with the reason: a year that was paid, a month that is closed, a use beyond what there is.", async () => {
		await submit(
			"/o/sy/dues",
			{ id: "k1", day: `${year}-02-01`, method: "cash", tick: `m1.${year}` },
			secretary,
		);
		await submit("/o/sy/funds/settlements", { id: "s1", period: `${year}-02` }, secretary);
		await begin("i1", 3);
		const lines = [
			posted(at(4), { member: "m1" }),
			posted({ ...at(5), day: `${year}-02-03` }, { member: "m4" }),
			posted({ ...at(7), amount: "500" }, { as: "other", account: "visit" }),
		];
		await chunk("i1", lines);
		const { rows } = await facts<{ rows: { outcome: string; before: object }[] }>(
			"/o/sy/intakes/i1",
			"secretary",
		);
		expect(rows.map(({ outcome, before }) => [outcome, before])).toEqual([
			["later", { why: "nothing-owed" }],
			["later", { why: "settled" }],
			["later", { why: "beyond", there: 1000 }],
		]);
		expect((await visit("/o/sy/intakes/i1", secretary)).text).toContain("钱不够：当时只有 10\u00a0元");
	});

	test("The whole of it is taken back by reversals, as long as nothing builds on it; then the file can come again.", async () => {
		await bringIn("i1");
		await submit(`/o/sy/funds/${await firstEntry()}/reversal`, { id: "z1", reason: "错" }, secretary);
		const shown = await visit("/o/sy/intakes/i1/undo", secretary);
		expect(shown.text).toContain("已经冲销");
		const undone = await submit("/o/sy/intakes/i1/undo", { number: "0" }, secretary);
		expect((await follow(undone, secretary)).text).toContain("已撤销");
		expect((await submit("/o/sy/intakes/i1/undo", { number: "0" }, secretary)).status).toBe(303);
		const sums = await env.DB.prepare("select sum(amount) as fen, count(*) as n from entry").first();
		expect(sums).toEqual({ fen: 0, n: 12 });
		expect(await holds()).toBeNull();
		expect(await holds(year + 1)).toBeNull();
		expect((await look()).proposals.map(({ outcome }) => outcome)).toContain("dues");
	});

	test("What is free was used since and only money for one purpose is left: the lines stay and say so; reversals speak the reader's language.", async () => {
		await bringIn("i1");
		await submit("/o/sy/funds/purposes", { id: "f1", name: "敬老节慰问", uses: ["visit"] }, secretary);
		const came = {
			direction: "income",
			what: "grant",
			day: `${year}-12-01`,
			method: "transfer",
			purpose: "拨款",
		};
		await send("/o/sy/funds", { ...came, id: "g1", amount: "500", fund: "f1" }, "secretary");
		const use = { direction: "use", what: "office", day: `${year}-12-01`, method: "cash", purpose: "纸" };
		await send(
			"/o/sy/funds",
			{ ...use, id: "u1", amount: "100", party: "店", approver: "会长" },
			"secretary",
		);
		expect((await visit("/o/sy/intakes/i1/undo", secretary)).text).toContain("钱已经用出去了");
		const before = await entries();
		await submit("/o/sy/intakes/i1/undo", { number: "0" }, secretary);
		expect(await entries()).toEqual(before);
		const undone = await env.DB.prepare("select undone from intake_chunk where intake = 'i1'").first<string>(
			"undone",
		);
		expect(JSON.parse(undone ?? "[]")).toEqual([3, 4, 5, 7, 8, 9].map((number) => [number, "used"]));

		await begin("i2", 1);
		await chunk("i2", [posted(at(9), { amount: "1", as: "other", account: "grant", party: "青桥镇政府" })]);
		await finish("i2");
		await submit("/o/sy/intakes/i2/undo", { number: "0" }, { ...secretary, language: "en" });
		const last = env.DB.prepare("select purpose from entry where kind = 'reversal'");
		expect(await last.first("purpose")).toBe("Import taken back");
	});

	test("Money that has been used since, or whose year is closed, stays; the level above neither brings money in nor takes it back.", async () => {
		await bringIn("i1");
		const use = {
			id: "u1",
			direction: "use",
			what: "office",
			day: `${year}-12-01`,
			amount: "100",
			purpose: "纸",
		};
		await send("/o/sy/funds", { ...use, party: "店", approver: "会长", method: "cash" }, "secretary");
		expect((await visit("/o/sy/intakes/i1/undo", secretary)).text).toContain("钱已经用出去了");
		await submit("/o/sy/funds/settlements", { id: "s1", period: String(year) }, secretary);
		expect((await visit("/o/sy/intakes/i1/undo", secretary)).text).toContain("已经结账");
		const before = await entries();
		await submit("/o/sy/intakes/i1/undo", { number: "0" }, secretary);
		expect(await entries()).toEqual(before);
		for (const path of ["/o/sy/intakes/i1/undo", "/o/sy/intakes/i1/finish", "/o/sy/intakes/i1/money-chunks"])
			expect((await send(path, { number: 0, from: 0, lines: [] }, "townshipStaff")).status, path).toBe(404);
	});
});

const firstEntry = () => env.DB.prepare("select id from entry where position = 2").first<string>("id");
