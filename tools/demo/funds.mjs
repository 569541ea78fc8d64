import { diligence } from "./activities.mjs";
import { chance } from "./random.mjs";

/** When dues are collected: almost everybody at the first table, some at the second, stragglers in summer. */
const TABLES = [
	["03-16", 0.8],
	["04-20", 0.5],
	["07-11", 0.4],
];

/** Which account an activity's cost goes to. */
const ACCOUNTS = { training: "training", publicity: "publicity", visit: "visit" };

/** What a member of this organisation owes a year, in fen. */
export const rateOf = (organisation) => (organisation.kind === "enterprise" ? 2400 : 1000);

/** The register of one year up to today: a grant, dues with what they are for, and the activities' costs as far as the money goes. */
export function inventRegister(organisation, members, activities, year, today) {
	const luck = chance(`funds ${organisation.id} ${year}`);
	const busy = diligence(organisation);
	const register = { entries: [], allocations: [], collections: [] };
	if (busy === 0) return register;
	const numbers = { in: 0, out: 0 };
	let balance = 0;
	const post = (entry) => {
		if (entry.day > today || balance + entry.amount < 0) return false;
		const series = entry.amount > 0 ? "in" : "out";
		balance += entry.amount;
		numbers[series] += 1;
		const position = register.entries.length + 1;
		register.entries.push({ ...entry, year, series, number: numbers[series], position });
		return true;
	};

	const grant = {
		id: luck.id(),
		day: `${year}-02-10`,
		amount: luck.between(15, 40) * 10_000,
		kind: "income",
	};
	post({ ...grant, account: "grant", purpose: "上级拨付活动经费", party: "镇街计生协", method: "transfer" });
	const open = new Set(members.filter((one) => owes(one, year)));
	for (const [monthDay, share] of TABLES) {
		const day = `${year}-${monthDay}`;
		const receipts = [];
		for (const member of open) {
			const id = luck.id();
			if (!luck.happens(share * (0.6 + 0.4 * busy)) || member.from > day) continue;
			const amount = rateOf(organisation);
			const years = [[member.id, year, amount]];
			if (!post({ id, day, amount, kind: "dues", account: "dues", person: member.id, method: "cash", years }))
				continue;
			register.allocations.push({ person: member.id, year, entry: id, amount });
			receipts.push(id);
			open.delete(member);
		}
		if (receipts.length > 0)
			register.collections.push({ id: luck.id(), day, method: "cash", entries: receipts });
	}
	for (const { id: activity, kind: held, day, title, cost } of activities) {
		const id = luck.id();
		const paid = { party: "村口超市", approver: "会长", activity, method: "cash" };
		if (cost)
			post({
				...paid,
				id,
				day,
				amount: -cost,
				kind: "use",
				account: ACCOUNTS[held] ?? "activity",
				purpose: `${title}用款`,
			});
	}
	return register;
}

const owes = (member, year) =>
	member.kind !== "honorary" &&
	member.from <= `${year}-12-31` &&
	(member.to === null || member.to > `${year}-01-01`);

export const entryColumns = [
	...[
		"organisation",
		"id",
		"year",
		"series",
		"number",
		"day",
		"amount",
		"kind",
		"purpose",
		"person",
		"party",
	],
	...[
		"method",
		"reverses",
		"made_by",
		"made_from",
		"lines",
		"position",
		"years",
		"activity",
		"approver",
		"fund",
	],
	...["salt", "words", "before", "hash"],
];
/** A year's entries as drafts of the chain. */
export const draftOf = (organisation, by) => (one) => ({
	...{ organisation, id: one.id, year: one.year, series: one.series, number: one.number, day: one.day },
	...{ amount: one.amount, kind: one.kind, purpose: one.purpose ?? null, person: one.person ?? null },
	...{ party: one.party ?? null, method: one.method, reverses: null, madeBy: by, madeFrom: "demonstration" },
	lines: [
		[one.method === "transfer" ? "bank" : "cash", one.amount],
		[one.account, -one.amount],
	],
	...{ position: one.position, years: one.years ?? [], activity: one.activity ?? null },
	...{ approver: one.approver ?? null, fund: null },
});
export const entryRow = (one) => [
	...[one.organisation, one.id, one.year, one.series, one.number, one.day, one.amount, one.kind, one.purpose],
	...[one.person, one.party, one.method, one.reverses, one.madeBy, one.madeFrom, JSON.stringify(one.lines)],
	...[one.position, JSON.stringify(one.years), one.activity, one.approver, one.fund],
	...[one.salt, one.words, one.before, one.hash],
];
export const bookColumns = ["organisation", "year", "balances", "entries", "receipts", "vouchers", "head"];
/** The book of a year of chained entries, which are not none. */
export function bookRow(entries, balances) {
	const last = entries.at(-1);
	const count = (series) => entries.filter((one) => one.series === series).length;
	return [
		...[last.organisation, last.year, JSON.stringify(balances), entries.length],
		...[count("in"), count("out"), last.hash],
	];
}
export const allocationColumns = ["organisation", "person", "year", "entry", "record", "amount"];
export const collectionColumns = [
	"organisation",
	"id",
	"day",
	"year",
	"first",
	"method",
	"entries",
	"made_by",
	"made_from",
];
