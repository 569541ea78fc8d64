import type { Account } from "../../funds/accounts";
import { type Day, firstBookDay } from "../../values/day";
import type { Fen } from "../../values/money";
import type { MoneyLine } from "./reading";

/** A member as money is matched with them: what they owe, year by year, and the years they have paid. */
export type KnownMember = {
	id: string;
	name: string;
	/** What tells two of one name apart. */
	born: number | null;
	group: string | null;
	owes: { year: number; rest: Fen }[];
	paid: number[];
};

/** An entry of the books that a line may be about. */
export type KnownEntry = {
	id: string;
	series: "in" | "out";
	number: number;
	day: Day;
	amount: Fen;
	name: string | null;
};

export type Surroundings = {
	members: readonly KnownMember[];
	entries: readonly KnownEntry[];
	/** The months and years that take nothing more. */
	settled: readonly string[];
};

/** Why a line is asked about. */
export const moneyQuestions = [
	...(["fault", "namesakes", "paid-already", "nothing-owed", "other-sum", "alike-entry", "nobody"] as const),
	...(["no-name", "settled", "not-done", "own"] as const),
] as const;
export type MoneyQuestion = (typeof moneyQuestions)[number];

/** What a line is to become: a receipt for dues, another entry, one that is there already; or it is left for later, or out. */
export const moneyOutcomes = ["dues", "other", "same", "later", "left-out"] as const;
export type MoneyOutcome = (typeof moneyOutcomes)[number];

/** What is proposed for a line. */
export type MoneyProposal = {
	line: number;
	outcome: MoneyOutcome;
	question: MoneyQuestion | null;
	/** Who paid, for which years. */
	member: string | null;
	years: number[];
	/** What it was, or was for, where it isn't dues. */
	account: Account | null;
	/** The entry it is about. */
	entry: string | null;
};

/** How many lines one look takes: the look reads the members and the years' books once for all of them. */
export const linesInLook = 1000;

/** How many lines one request takes: each is an entry with its place in the chain. */
export const moneyLinesInChunk = 40;

/** About how many rows of the database an entry takes. */
export const rowsAnEntry = 8;

const words: readonly [Account, RegExp][] = [
	["grant", /拨款|下拨|补助|补贴|经费下达|grant/i],
	["gift", /捐|赞助|gift|donation/i],
	["visit", /慰问|走访|看望|困难|visit/i],
	["training", /培训|讲师|讲课|training/i],
	["publicity", /宣传|横幅|展板|印刷|publicity|print/i],
	["activity", /活动|比赛|奖品|茶水|activit|event/i],
	["office", /办公|文具|纸|快递|手续费|打印|office/i],
];
const comesBy: readonly Account[] = ["grant", "gift"];

/** What money was for, guessed from its words; what nobody said is other. */
export function accountFor({ purpose, name, amount }: MoneyLine): Account {
	const came = (amount ?? 0) > 0;
	const text = `${purpose ?? ""} ${name ?? ""}`;
	const found = words.find(([account, word]) => comesBy.includes(account) === came && word.test(text));
	return found?.[0] ?? (came ? "other-income" : "other-use");
}

const apart = (one: Day, other: Day) =>
	Math.abs(Date.parse(`${one}T00:00:00Z`) - Date.parse(`${other}T00:00:00Z`)) / 86_400_000;

/** How many days a bank may take: so far a transfer's day may lie from its receipt's. */
const daysOnTheWay = 4;

/**
 * Proposes what each line becomes, in the order of the file: an entry that is there speaks for one line only, and a year that a
 * line pays is paid for those after it.
 */
export function moneyProposals(lines: readonly MoneyLine[], around: Surroundings): MoneyProposal[] {
	const spoken = new Set<string>();
	const taken = new Set<string>();
	return lines.map((line) => {
		const proposal = proposalFor(line, around, spoken, taken);
		if (proposal.entry && proposal.outcome === "same") spoken.add(proposal.entry);
		if (proposal.outcome === "dues")
			for (const year of proposal.years) taken.add(`${proposal.member} ${year}`);
		return proposal;
	});
}

function proposalFor(
	line: MoneyLine,
	{ members, entries, settled }: Surroundings,
	spoken: ReadonlySet<string>,
	taken: ReadonlySet<string>,
): MoneyProposal {
	const as = (outcome: MoneyOutcome, question: MoneyQuestion | null, more: Partial<MoneyProposal> = {}) => ({
		...{ line: line.line, outcome, question, member: null, years: [], account: null, entry: null, ...more },
	});
	const { day, amount, name } = line;
	if (line.state === "undone") return as("left-out", "not-done");
	if (day === null || day < firstBookDay || amount === null || amount === 0) return as("later", "fault");
	const alike = entries.filter((one) => one.amount === amount && !spoken.has(one.id));
	const sameName = (one: KnownEntry) => one.name === name || one.name === null || name === null;
	const there =
		alike.find((one) => one.day === day && sameName(one)) ??
		alike.find((one) => one.name === name && name !== null && apart(one.day, day) <= daysOnTheWay);
	if (there) return as("same", null, { entry: there.id });
	if (line.state === "own") return as("left-out", "own");
	if (settled.some((period) => day.startsWith(period))) return as("later", "settled");
	const account = accountFor(line);
	const doubtful = alike.find((one) => one.day === day);
	if (doubtful) return as("later", "alike-entry", { entry: doubtful.id, account });
	if (amount < 0) return as("other", null, { account });
	const named = name === null ? [] : members.filter((one) => one.name === name);
	const [only] = named;
	if (!only) {
		if (account !== "other-income" && line.years.length === 0) return as("other", null, { account });
		return as("later", name === null ? "no-name" : "nobody", { years: line.years, account });
	}
	if (named.length > 1) return as("later", "namesakes", { years: line.years, account });
	return duesFor(line, only, taken, as);
}

type As = (
	outcome: MoneyOutcome,
	question: MoneyQuestion | null,
	more?: Partial<MoneyProposal>,
) => MoneyProposal;

/** Dues of one member: for the years that the line says, or else for the earliest that come to just as much. */
function duesFor(
	{ amount, day, years }: MoneyLine,
	member: KnownMember,
	taken: ReadonlySet<string>,
	as: As,
): MoneyProposal {
	const account = "gift";
	const owes = member.owes.filter(({ year }) => !taken.has(`${member.id} ${year}`));
	const theirs = { member: member.id, account } as const;
	if (years.length > 0) {
		const wanted = owes.filter(({ year }) => years.includes(year));
		if (wanted.length === 0) {
			const paid = years.some((year) => member.paid.includes(year) || taken.has(`${member.id} ${year}`));
			return as("later", paid ? "paid-already" : "nothing-owed", { ...theirs, years });
		}
		const sum = wanted.reduce((total, { rest }) => total + rest, 0);
		const fits = sum === amount && wanted.length === years.length;
		return as(fits ? "dues" : "later", fits ? null : "other-sum", { ...theirs, years });
	}
	const upTo = owes.filter(({ year }) => year <= Number(day?.slice(0, 4)));
	let sum = 0;
	for (const [index, { rest }] of upTo.entries()) {
		sum += rest;
		if (sum === amount)
			return as("dues", null, { ...theirs, years: upTo.slice(0, index + 1).map(({ year }) => year) });
	}
	if (upTo.length === 0) return as("later", "nothing-owed", { ...theirs, years: [Number(day?.slice(0, 4))] });
	return as("later", "other-sum", { ...theirs, years: upTo.map(({ year }) => year) });
}
