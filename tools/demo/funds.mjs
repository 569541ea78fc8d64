import { diligence } from "./activities.mjs";
import { chance } from "./random.mjs";

/** When dues are collected: almost everybody at the first table, some at the second, stragglers in summer. */
const TABLES = [
	["03-16", 0.8],
	["04-20", 0.5],
	["07-11", 0.4],
];

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
		register.entries.push({ ...entry, year, series, number: numbers[series] });
		return true;
	};

	const grant = {
		id: luck.id(),
		day: `${year}-02-10`,
		amount: luck.between(15, 40) * 10_000,
		kind: "income",
	};
	post({ ...grant, purpose: "上级拨付活动经费", party: "镇街计生协", method: "transfer" });
	const open = new Set(members.filter((one) => owes(one, year)));
	for (const [monthDay, share] of TABLES) {
		const day = `${year}-${monthDay}`;
		const receipts = [];
		for (const member of open) {
			const id = luck.id();
			if (!luck.happens(share * (0.6 + 0.4 * busy)) || member.from > day) continue;
			const amount = rateOf(organisation);
			if (!post({ id, day, amount, kind: "dues", person: member.id, method: "cash" })) continue;
			register.allocations.push({ person: member.id, year, entry: id, amount });
			receipts.push(id);
			open.delete(member);
		}
		if (receipts.length > 0)
			register.collections.push({ id: luck.id(), day, method: "cash", entries: receipts });
	}
	for (const { day, title, cost } of activities) {
		const id = luck.id();
		if (cost)
			post({
				id,
				day,
				amount: -cost,
				kind: "use",
				purpose: `${title}用款`,
				party: "村口超市",
				method: "cash",
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
	...["method", "made_by", "made_from"],
];
export const entryRow = (organisation, by) => (one) => [
	...[organisation.id, one.id, one.year, one.series, one.number, one.day, one.amount, one.kind],
	...[one.purpose ?? null, one.person ?? null, one.party ?? null, one.method, by, "demonstration"],
];
export const allocationColumns = ["organisation", "person", "year", "entry", "amount"];
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
