import type { Method } from "../tables/dues";
import type { Fen } from "../values/money";

/** Where money lies: in the cash box, or in the bank or wallet. */
export const assets = ["cash", "bank"] as const;

/** Where it came from. */
export const sources = ["grant", "gift", "other-income"] as const;
export type Source = (typeof sources)[number];

/** What may be entered as money in: the sources, and once what there was before the books began. */
export const incomes = [...sources, "opening"] as const;

/** What it was used for. */
export const uses = ["activity", "visit", "training", "publicity", "office", "other-use"] as const;
export type Use = (typeof uses)[number];

/**
 * The chart of accounts. Whoever enters money never sees it: each form knows its own. `share-in` and `share-out` are what the
 * level below passes up; `opening` is what there was before the books began.
 */
export const accounts = [...assets, "dues", ...sources, "share-in", "opening", ...uses, "share-out"] as const;
export type Account = (typeof accounts)[number];

/** Accounts that money comes in by, and goes out by. */
export const sourcesOfMoney: readonly Account[] = ["dues", ...sources, "share-in", "opening"];
export const outgoing: readonly Account[] = [...uses, "share-out"];

/** One side of a double entry: debits positive, credits negative. */
export type Line = readonly [account: Account, fen: Fen];

export const assetOf = (method: Method) => (method === "transfer" ? "bank" : "cash");

/** Money in: it lies somewhere, and came from one or more sources. */
export function linesIn(method: Method, ...from: readonly Line[]): Line[] {
	const sum = from.reduce((total, [, fen]) => total + fen, 0);
	return [
		[assetOf(method), sum],
		...from.filter(([, fen]) => fen !== 0).map(([account, fen]): Line => [account, -fen]),
	];
}

/** Money out, for one use. */
export const linesOut = (method: Method, use: Account, fen: Fen): Line[] => [
	[assetOf(method), -fen],
	[use, fen],
];

/** The opposite of an entry. */
export const reversed = (lines: readonly Line[]): Line[] => lines.map(([account, fen]) => [account, -fen]);

/** What an entry was for, apart from where the money lies. */
export const accountOf = (lines: readonly Line[]): Account => lines[1]?.[0] ?? "other-income";

/** What each account comes to; of money set aside for a purpose, `fund:` and its id say how much is left. */
export type Balances = Readonly<Partial<Record<string, Fen>>>;

/** The balances after more entries. */
export function after(
	balances: Balances,
	entries: readonly { lines: readonly Line[]; amount: Fen; fund: string | null }[],
): Balances {
	const sums: Partial<Record<string, Fen>> = { ...balances };
	const add = (name: string, fen: Fen) => {
		sums[name] = (sums[name] ?? 0) + fen;
	};
	for (const { lines, amount, fund } of entries) {
		for (const [account, fen] of lines) add(account, fen);
		if (fund) add(`fund:${fund}`, amount);
	}
	return sums;
}

/** What there is, in the cash box and in the bank. */
export const moneyIn = (balances: Balances): Fen => (balances.cash ?? 0) + (balances.bank ?? 0);

/** Balances of several years as one. */
export function together(books: readonly { balances: Balances }[]): Balances {
	const sums: Partial<Record<string, Fen>> = {};
	for (const { balances } of books)
		for (const [name, fen] of Object.entries(balances)) sums[name] = (sums[name] ?? 0) + (fen ?? 0);
	return sums;
}

/** What may still be used: of the money for one purpose, or of all that is set aside for none. */
export function atHand(balances: Balances, fund: string | null): Fen {
	if (fund) return balances[`fund:${fund}`] ?? 0;
	const setAside = Object.entries(balances).filter(([name]) => name.startsWith("fund:"));
	return moneyIn(balances) - setAside.reduce((sum, [, fen]) => sum + Math.max(0, fen ?? 0), 0);
}
