import { afterToday, type Day } from "../values/day";
import type { Mistakes } from "../values/typed";
import { incomes, uses } from "./accounts";
import type { Refusal } from "./books";
import type { NewEntry } from "./input";

/** What is wrong with money to be posted beyond its fields: a day to come; a voucher without payee or approver. */
export function entryMistakes(typed: NewEntry, today: Day): Record<string, string | null> {
	const { direction, what, party, approver, day } = typed;
	const fitting: readonly string[] = direction === "use" ? uses : incomes;
	const voucher = direction === "use";
	return {
		day: afterToday(day, today),
		what: what === null || fitting.includes(what) ? null : "not-a-choice",
		party: voucher && party === null ? "required" : null,
		approver: voucher && approver === null ? "required" : null,
	};
}

/** What is wrong with the purpose of money: nobody set it up, or it may not be used for that. */
export function purposeMistake(
	{ direction, what }: Pick<NewEntry, "direction" | "what">,
	asked: string | null,
	purpose: { uses: readonly string[] } | undefined,
): string | null {
	if (!asked) return null;
	if (!purpose) return "not-a-choice";
	const bound = direction === "use" && purpose.uses.length > 0;
	return bound && !purpose.uses.includes(what ?? "other-use") ? "not-its-purpose" : null;
}

/** A refusal as a mistake at its field, with the figures: what there is, and what was wanted, in fen. */
export function mistakeOf(refusal: Refusal): Mistakes {
	if (refusal.reason === "settled") return { day: "settled" };
	return { amount: `beyond-funds ${Math.max(0, refusal.there)} ${refusal.wanted}` };
}

/** The same for what is always dated today, a reversal or a share: there is no day to choose another of. */
export const mistakeToday = (refusal: Refusal): Mistakes =>
	refusal.reason === "settled" ? { form: "settled-today" } : mistakeOf(refusal);
