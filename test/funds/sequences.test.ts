import { env } from "cloudflare:workers";
import fc from "fast-check";
import { expect, test } from "vitest";
import { after, type Balances } from "../../worker/funds/accounts";
import { breakOf } from "../../worker/funds/verify";
import type { Entry, ForYear } from "../../worker/tables/dues";
import { submit } from "../doors";
import { beginWorld, standOn } from "../world";

const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
const year = Number(today.slice(0, 4));
const secretary = { as: "secretary" } as const;

const person = fc.integer({ min: 0, max: 4 }).map((index) => `m${index}`);
const day = fc.constantFrom(today, `${year}-01-02`, `${year - 1}-05-04`, `${year - 1}-06-05`);
const of = fc.integer({ min: year - 2, max: year + 1 });
const method = fc.constantFrom("cash", "transfer");
const yuan = fc.integer({ min: 1, max: 4000 }).map((fen) => (fen / 100).toFixed(2));

const acts = {
	run: fc.record({ year: of }),
	collect: fc.record({ day, method, ticks: fc.array(fc.tuple(person, of), { minLength: 1, maxLength: 5 }) }),
	"collect together": fc.record({
		...{ day, method, payer: person, received: yuan },
		ticks: fc.array(fc.tuple(person, of), { minLength: 1, maxLength: 5 }),
	}),
	give: fc.record({ day, method, amount: yuan }),
	use: fc.record({ day, method, amount: yuan }),
	reverse: fc.record({ nth: fc.nat(12) }),
	"pass up": fc.record({ of, method, amount: yuan }),
	"end a share": fc.record({ nth: fc.nat(3), how: fc.constantFrom("received", "declined", "taken-back") }),
	"set aside": fc.record({ uses: fc.constantFrom("office", "visit") }),
	"give for a purpose": fc.record({ day, method, amount: yuan, nth: fc.nat(1) }),
	"use for a purpose": fc.record({ day, method, amount: yuan, nth: fc.nat(1) }),
	"bring in": fc.record({ day, method, person, of, amount: yuan, used: yuan }),
	"take back": fc.record({ nth: fc.nat(1) }),
	settle: fc.record({
		period: fc.constantFrom(`${year - 1}-05`, `${year - 1}-06`, `${year}-01`, `${year - 1}`),
	}),
	waive: fc.record({ person, year: of, what: fc.constantFrom("exempt", "deferred") }),
	"end a waiver": fc.record({ nth: fc.nat(3) }),
	rate: fc.record({
		year: of,
		kind: fc.constantFrom("every", "ordinary", "group"),
		amount: fc.constantFrom("10", "12", "8.50"),
	}),
	transfer: fc.record({ person }),
	join: fc.record({ person, other: person }),
	separate: fc.record({ nth: fc.nat(2) }),
	erase: fc.record({ person }),
};
type Acts = {
	[Name in keyof typeof acts]: (typeof acts)[Name] extends fc.Arbitrary<infer Tried> ? Tried : never;
};
type Act = { [Name in keyof Acts]: { act: Name } & Acts[Name] }[keyof Acts];
const weight = {
	...{
		collect: 4,
		"collect together": 4,
		give: 3,
		reverse: 3,
		settle: 1,
		erase: 1,
		"bring in": 3,
		"take back": 3,
	},
	...{ "end a share": 4, "set aside": 3, "give for a purpose": 4, "use for a purpose": 4 },
} as Record<string, number>;
const act = fc.oneof(
	...Object.entries(acts).map(([name, tried]) => ({
		weight: weight[name] ?? 2,
		arbitrary: (tried as fc.Arbitrary<object>).map((one) => ({ act: name, ...one }) as Act),
	})),
);

/** How often each act was let happen: a test in which all are refused would say nothing. */
const happened = new Map<string, number>();
const names = ["陈彩娟", "方国强", "傅爱芬", "陈 彩娟", "傅爱芳"];

const settle = () =>
	standOn("dues of five", async () => {
		await beginWorld();
		for (const [index, name] of names.entries())
			await submit(
				"/o/sy/members",
				{ id: `m${index}`, name, joined_on: `${year - 2}-03-01`, kind: index === 4 ? "group" : "ordinary" },
				secretary,
			);
		await submit("/o/sy/dues/rates", { id: "r1", from_day: `${year - 2}-01-01`, amount: "10" }, secretary);
	});

test("Whatever happens to the books, in whatever order: they balance, nothing is paid that wasn't received, and any change shows.", async () => {
	await fc.assert(
		fc.asyncProperty(
			fc.array(act, { minLength: 12, maxLength: 24, size: "max" }),
			fc.nat(),
			fc.nat(),
			async (tried, nthRow, nthByte) => {
				await settle();
				for (const [index, one] of tried.entries()) {
					const status = await perform(one, `z${index}`);
					expect([one, status]).not.toEqual([one, 500]);
					if (status === 303) happened.set(one.act, (happened.get(one.act) ?? 0) + 1);
				}
				expect(await breaches()).toEqual([]);
				await tamper(nthRow, nthByte);
			},
		),
		{ numRuns: 30, endOnFailure: true },
	);
	console.log([...happened].map(String).join(" "));
	expect(happened.size).toBeGreaterThan(Object.keys(acts).length / 2);
}, 180_000);

async function perform(one: Act, id: string): Promise<number> {
	const post = async (path: string, fields: Parameters<typeof submit>[1]) =>
		(await submit(`/o/sy${path}`, { id, ...fields }, secretary)).status;
	const ticks = (list: readonly (readonly [string, number])[]) => list.map(([who, when]) => `${who}.${when}`);
	const entry = { day: "", method: "cash", amount: "", purpose: "用款", party: "小店", approver: "会长" };
	switch (one.act) {
		case "run":
			return post("/dues/runs", { year: one.year });
		case "collect":
			return post("/dues", { day: one.day, method: one.method, tick: ticks(one.ticks) });
		case "collect together":
			return post("/dues", { ...one, act: "", tick: ticks(one.ticks), ticks: "" });
		case "give":
			return post("/funds", { ...entry, ...one, direction: "income", what: "gift" });
		case "use":
			return post("/funds", { ...entry, ...one, direction: "use", what: "office" });
		case "pass up":
			return post("/funds/shares", { year: Math.min(one.of, year), amount: one.amount, method: one.method });
		case "end a share": {
			const which = await nth("select id from share order by id", one.nth);
			if (!which) return 0;
			if (one.how === "taken-back") return post(`/funds/shares/${which}/taking-back`, {});
			const fields = { id, outcome: one.how };
			return (await submit(`/o/qq/funds/shares/from/sy/${which}`, fields, { as: "townshipStaff" })).status;
		}
		case "set aside":
			return post("/funds/purposes", { name: "专款", giver: "", uses: [one.uses] });
		case "give for a purpose":
		case "use for a purpose": {
			const fund = await nth("select id from fund order by id", one.nth);
			if (!fund) return 0;
			const gives = one.act === "give for a purpose";
			const way = { direction: gives ? "income" : "use", what: gives ? "grant" : "office" };
			return post("/funds", { ...entry, day: one.day, method: one.method, amount: one.amount, fund, ...way });
		}
		case "bring in": {
			const file = { what: "money", file: "账.csv", digest: id, lines: "2", chunks: "1", columns: "{}" };
			await post("/intakes", file);
			const common = { day: one.day, method: one.method };
			const lines = JSON.stringify([
				{
					...common,
					line: 2,
					as: "dues",
					member: one.person,
					years: [one.of],
					beyond: true,
					amount: one.amount,
				},
				{ ...common, line: 3, as: "other", went: true, account: "office", amount: one.used },
			]);
			return (await submit(`/o/sy/intakes/${id}/money-chunks`, { number: "0", lines }, secretary)).status;
		}
		case "take back": {
			const which = await nth("select id from intake order by id", one.nth);
			return which ? (await submit(`/o/sy/intakes/${which}/undo`, { number: "0" }, secretary)).status : 0;
		}
		case "reverse": {
			const which = await nth(
				"select id from entry where organisation = 'sy' order by year, position",
				one.nth,
			);
			return which ? post(`/funds/${which}/reversal`, { reason: "错" }) : 0;
		}
		case "settle":
			return post("/funds/settlements", { period: one.period });
		case "waive":
			return post("/dues/waivers", {
				...{ member: one.person, what: one.what, from_year: one.year, to_year: "", until: today },
				...{ reason: "困难", granted_by: "理事会", granted_on: today },
			});
		case "end a waiver": {
			const which = await nth("select id from waiver order by id", one.nth);
			return which ? post(`/dues/waivers/${which}/end`, {}) : 0;
		}
		case "rate":
			return post("/dues/rates", { from_day: `${one.year}-01-01`, kind: one.kind, amount: one.amount });
		case "transfer": {
			await post(`/members/${one.person}/transfer`, { to: "lf", day: today, note: "" });
			return (await submit(`/o/lf/transfers/${id}`, { outcome: "received" }, { as: "neighbour" })).status;
		}
		case "join":
			return post(`/duplicates/${one.person}/${one.other}/joining`, {
				...{ name: "one", sex: "one", birth_year: "one", telephone: "one" },
				...{ address: "one", note: "one", further: "one" },
			});
		case "separate": {
			const which = await nth("select id from joining order by id", one.nth);
			return which ? post(`/joinings/${which}/separation`, { reason: "不是一个人" }) : 0;
		}
		case "erase": {
			await post(`/members/${one.person}/departure`, { day: today, because: "left" });
			const name = names[Number(one.person.slice(1))] ?? "";
			const erased = { id: `${id}e`, name, agreed: "on" };
			return (await submit(`/o/sy/members/${one.person}/erasure`, erased, secretary)).status;
		}
	}
}

async function nth(query: string, place: number): Promise<string | null> {
	const { results } = await env.DB.prepare(query).all<{ id: string }>();
	return results[place]?.id ?? null;
}

type Row = Record<string, string | number | null>;
const rows = async (query: string) => (await env.DB.prepare(query).all<Row>()).results;

const entryOf = ({ made_by, made_from, ...row }: Row) =>
	({
		...row,
		madeBy: made_by,
		madeFrom: made_from,
		lines: JSON.parse(String(row.lines)),
		years: JSON.parse(String(row.years)),
	}) as unknown as Entry;

async function booksNow() {
	const entries = (await rows("select * from entry order by year, position")).map(entryOf);
	const books = (await rows("select * from book")).map((book) => ({
		...{ year: Number(book.year), organisation: String(book.organisation), head: String(book.head) },
		...{ entries: Number(book.entries), balances: JSON.parse(String(book.balances)) as Balances },
	}));
	return { entries, books };
}

/** What must hold, looked up anew in the plainest way, with nothing of the code that kept it: one line for each breach. */
async function breaches(): Promise<string[]> {
	const { entries, books } = await booksNow();
	const told: string[] = [];
	for (const book of books) {
		const mine = entries.filter((one) => one.organisation === book.organisation && one.year === book.year);
		if (mine.some(({ lines }) => lines.reduce((sum, [, fen]) => sum + fen, 0) !== 0))
			told.push(`debits and credits of ${book.year} differ`);
		const sums = after({}, mine);
		for (const [account, fen] of Object.entries(book.balances))
			if ((sums[account] ?? 0) !== fen)
				told.push(`${account} of ${book.year}: ${sums[account]} posted, ${fen} kept`);
		for (const series of ["in", "out"] as const) {
			const numbers = mine.filter((one) => one.series === series).map(({ number }) => number);
			if (numbers.some((number, index) => number !== index + 1))
				told.push(`numbers of ${book.year} ${series}: ${numbers}`);
		}
		const broken = await breakOf(mine, book);
		if (broken) told.push(`the chain of ${book.year} breaks at ${broken.position}: ${broken.reason}`);
	}
	return [...told, ...(await wrongYears(entries)), ...(await wrongShares(entries)), ...overspent(books)];
}

/** A share stands in both books or in neither, with the same sum, as what became of it says. */
async function wrongShares(entries: readonly Entry[]): Promise<string[]> {
	const passed = await rows(
		"select share.*, outcome, share_end.id as came from share left join share_end on share_end.share = share.id",
	);
	return passed.flatMap(({ id, amount, outcome, came }) => {
		const [out, into] = [
			entries.find((one) => one.organisation === "sy" && one.id === id),
			entries.find((one) => one.organisation === "qq" && one.id === came),
		];
		const wanted = outcome === "received" ? [-Number(amount), Number(amount)] : [undefined, undefined];
		return out?.amount === wanted[0] && into?.amount === wanted[1]
			? []
			: [`share ${id}, ${outcome}: ${out?.amount} below, ${into?.amount} above`];
	});
}

/** No more was used than there was: of all the money, and of what was given for each purpose. */
function overspent(books: readonly { organisation: string; balances: Balances }[]): string[] {
	return [...Map.groupBy(books, ({ organisation }) => organisation)].flatMap(([organisation, years]) => {
		const sums = new Map<string, number>();
		for (const { balances } of years)
			for (const [name, fen] of Object.entries(balances)) sums.set(name, (sums.get(name) ?? 0) + (fen ?? 0));
		const money = (sums.get("cash") ?? 0) + (sums.get("bank") ?? 0);
		return [
			...(money < 0 ? [`${organisation} has ${money}`] : []),
			...[...sums].flatMap(([name, fen]) =>
				name.startsWith("fund:") && fen < 0 ? [`${name} has ${fen}`] : [],
			),
		];
	});
}

/** What each member-year comes to is what the receipts say, whoever that person is now; and no year is paid beyond it. */
async function wrongYears(entries: readonly Entry[]): Promise<string[]> {
	const now = new Map(
		(await rows("select id, same_as from person")).map((one) => [one.id, one.same_as ?? one.id]),
	);
	const received = new Map<string, number>();
	for (const { years } of entries)
		for (const [who, of, fen] of years as ForYear[]) {
			const key = `${now.get(who)} ${of}`;
			received.set(key, (received.get(key) ?? 0) + fen);
		}
	const told: string[] = [];
	for (const one of await rows(
		"select person, year, sum(amount) as fen from allocation group by person, year",
	))
		if (one.fen !== (received.get(`${one.person} ${one.year}`) ?? 0))
			told.push(
				`${one.person} ${one.year}: ${one.fen} allocated, ${received.get(`${one.person} ${one.year}`)} received`,
			);
	const memberships = await rows(
		"select person, paid, carried, dues from membership where organisation = 'sy'",
	);
	for (const { person: who, paid, carried, dues } of memberships) {
		const kept = JSON.parse(String(dues)) as Record<string, { received?: number; charged?: number }>;
		for (const [of, line] of Object.entries(kept))
			if ((line.received ?? 0) !== (received.get(`${who} ${of}`) ?? 0))
				told.push(`${who} ${of}: ${line.received} kept, ${received.get(`${who} ${of}`)} received`);
		for (const of of Object.keys(JSON.parse(String(paid)) as object)) {
			if (of in (JSON.parse(String(carried)) as object)) continue;
			const came = received.get(`${who} ${of}`) ?? 0;
			if (came <= 0 || came < (kept[of]?.charged ?? 0))
				told.push(`${who} ${of} is paid, and ${came} was received`);
		}
	}
	return told;
}

/** One byte of one posted row is changed, or the last rows are taken away: the books must break, and name the row. */
async function tamper(nthRow: number, nthByte: number): Promise<void> {
	const { entries, books } = await booksNow();
	if (entries.length === 0) return;
	const victim = entries[nthRow % entries.length] as Entry;
	const book = books.find((one) => one.organisation === victim.organisation && one.year === victim.year);
	const mine = entries.filter((one) => one.organisation === victim.organisation && one.year === victim.year);
	if (!book) throw new Error("no book");
	const fields = Object.keys(victim).filter(
		(name) => victim[name as keyof Entry] !== null && !["organisation", "year"].includes(name),
	);
	const field = fields[nthByte % fields.length] as keyof Entry;
	const changed = mine.map((one) =>
		one === victim ? { ...one, [field]: bent(one[field], nthByte) } : one,
	) as Entry[];
	const broken = await breakOf(changed, book);
	expect(broken, `${field} of ${victim.position} changed`).not.toBeNull();
	expect(broken?.position, `${field} of ${victim.position}`).toBe(victim.position);
	expect(await breakOf(mine.slice(0, -1), book)).toMatchObject({ reason: "cut-off", position: mine.length });
}

/** A value with one byte of it changed. */
function bent(value: unknown, nth: number): unknown {
	if (typeof value === "number") return value + 1;
	if (Array.isArray(value)) return JSON.parse(bentText(JSON.stringify(value), nth));
	const text = String(value);
	const at = nth % text.length;
	return `${text.slice(0, at)}${text[at] === "0" ? "1" : "0"}${text.slice(at + 1)}`;
}

/** JSON with one digit of it changed, or an entry more where it has none. */
function bentText(text: string, nth: number): string {
	const digits = [...text.matchAll(/\d(?=\d*[\],])/g)];
	const digit = digits[nth % Math.max(1, digits.length)];
	if (!digit) return '[["m0",2020,1]]';
	return `${text.slice(0, digit.index)}${digit[0] === "9" ? "8" : Number(digit[0]) + 1}${text.slice(digit.index + 1)}`;
}
