import type { Fen } from "../../values/money";
import { type Account, type Balances, outgoing, sourcesOfMoney } from "../accounts";

/** What was planned for each account, in fen. */
export type Planned = Readonly<Partial<Record<string, Fen>>>;
export type BudgetRow = { account: Account; planned: Fen; actual: Fen };

/** Plan beside actual, account by account; what was neither planned nor happened is left out. What came in counts from above nothing. */
export function besideActual(
	planned: Planned,
	actual: Balances,
): { incomes: BudgetRow[]; uses: BudgetRow[] } {
	const rows = (accounts: readonly Account[], sign: 1 | -1) =>
		accounts.flatMap((account): BudgetRow[] => {
			const row = { account, planned: planned[account] ?? 0, actual: sign * (actual[account] ?? 0) };
			return row.planned === 0 && row.actual === 0 ? [] : [row];
		});
	return {
		incomes: rows(
			sourcesOfMoney.filter((one) => one !== "opening"),
			-1,
		).map((row) => ({ ...row, actual: row.actual === 0 ? 0 : row.actual })),
		uses: rows(outgoing, 1),
	};
}
