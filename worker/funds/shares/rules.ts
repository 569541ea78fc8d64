import type { Day } from "../../values/day";
import type { Fen } from "../../values/money";
import type { Refusal } from "../books";
import { mistakeToday } from "../rules";

export type ShareRule = { fromDay: Day; rate: number };

/** The rule of a year's dues: the one in force on its first day, or else the first that began within it, as with rates of dues. */
export function ruleOf(rules: readonly ShareRule[], year: number): ShareRule | null {
	const byDay = [...rules].sort((one, other) => one.fromDay.localeCompare(other.fromDay));
	const inForce = byDay.filter(({ fromDay }) => fromDay <= `${year}-01-01`).at(-1);
	const within = byDay.find(({ fromDay }) => fromDay > `${year}-01-01` && fromDay <= `${year}-12-31`);
	return inForce ?? within ?? null;
}

/** What a rule asks of dues, whole fen, rounded down; exact for any sum. */
export const shareOf = (dues: Fen, { rate }: ShareRule): Fen =>
	Number((BigInt(Math.max(0, dues)) * BigInt(rate)) / 10_000n);

/** Why a share can't be confirmed today, said to those above: what those below lack, or what stands against it in their own book. */
export function mistakeAbove(below: Refusal | null, above: Refusal | null): string | null {
	if (below?.reason === "settled") return "settled-below";
	const refusal = below ?? above;
	return refusal && (Object.values(mistakeToday(refusal))[0] ?? null);
}
