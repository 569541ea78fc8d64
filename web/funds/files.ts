import type * as v from "valibot";
import type { Language } from "../../worker/values/language";
import { type SheetColumn, sheetOf } from "../parts/sheet";
import type { fundBookFacts } from "./book";
import type { budgetFacts } from "./budget";
import { words as budgetWords } from "./budget-words";
import type { purposesFacts } from "./purposes";
import { words as purposeWords } from "./purposes-words";
import type { fundsFacts } from "./register";
import type { sharesFacts } from "./shares";
import { words as shareWords } from "./shares-words";
import { words } from "./words";

type Book = v.InferOutput<typeof fundBookFacts>;

/** The cash book of a year as a file: every entry as it was posted, with the balance after it. */
export function cashBookSheet({ year, entries }: Book, language: Language) {
	const say = words[language];
	const columns: SheetColumn<Book["entries"][number]>[] = [
		{ head: say.place, is: "number", cell: ({ position }) => position },
		{ head: say.day, is: "day", cell: ({ day }) => day },
		{ head: say.seriesColumn, wide: 8, cell: ({ series }) => say.series[series] },
		{ head: say.number, is: "number", cell: ({ number }) => number },
		{
			head: say.kind,
			wide: 12,
			cell: ({ kind, account }) => (kind === "reversal" ? say.kinds.reversal : say.accounts[account]),
		},
		{ head: say.who, cell: ({ payer, party }) => payer ?? party },
		{ head: say.purpose, wide: 28, cell: ({ purpose }) => purpose },
		{ head: say.approvedBy, cell: ({ approver }) => approver },
		{ head: say.amountInYuan, is: "yuan", cell: ({ amount }) => amount / 100 },
		{ head: say.balance, is: "yuan", cell: ({ balance }) => balance / 100 },
	];
	return sheetOf(`${say.bookTitle}-${year}`, columns, entries);
}

type Budget = Omit<v.InferOutput<typeof budgetFacts>, "form">;

/** A year's plan with the actual beside it, as a file. */
export function budgetSheet({ year, incomes, uses }: Budget, language: Language) {
	const say = words[language];
	const plan = budgetWords[language];
	const rows = [
		...incomes.map((one) => ({ ...one, side: say.series.in })),
		...uses.map((one) => ({ ...one, side: say.series.out })),
	];
	const columns: SheetColumn<(typeof rows)[number]>[] = [
		{ head: say.seriesColumn, wide: 8, cell: ({ side }) => side },
		{ head: plan.account, wide: 16, cell: ({ account }) => say.accounts[account] },
		{ head: plan.planned, is: "yuan", cell: ({ planned }) => planned / 100 },
		{ head: plan.actual, is: "yuan", cell: ({ actual }) => actual / 100 },
	];
	return sheetOf(`${plan.title}-${year}`, columns, rows);
}

type Purposes = v.InferOutput<typeof purposesFacts>["purposes"];

/** Money for one purpose, with what is left of it, as a file. */
export function purposesSheet(purposes: Purposes, language: Language) {
	const say = purposeWords[language];
	const accounts = words[language].accounts;
	const columns: SheetColumn<Purposes[number]>[] = [
		{ head: say.name, wide: 28, cell: ({ name }) => name },
		{ head: say.giver, wide: 16, cell: ({ giver }) => giver },
		{ head: say.uses, wide: 24, cell: ({ uses }) => uses.map((use) => accounts[use]).join(say.separator) },
		{ head: say.left, is: "yuan", cell: ({ left }) => left / 100 },
	];
	return sheetOf(say.title, columns, purposes);
}

type Shares = Pick<v.InferOutput<typeof sharesFacts>, "going" | "coming">;

/** Shares passed up and come from below, as a file. */
export function sharesSheet({ going, coming }: Shares, language: Language) {
	const say = shareWords[language];
	const rows = [
		...going.map((one) => ({ ...one, way: say.directions.going })),
		...coming.map((one) => ({ ...one, way: say.directions.coming })),
	];
	const columns: SheetColumn<(typeof rows)[number]>[] = [
		{ head: say.direction, wide: 12, cell: ({ way }) => way },
		{ head: say.from, wide: 24, cell: ({ fromName }) => fromName },
		{ head: say.day, is: "day", cell: ({ day }) => day },
		{ head: say.year, is: "number", cell: ({ year }) => year },
		{ head: say.method, wide: 8, cell: ({ method }) => say.methods[method] },
		{ head: say.amount, is: "yuan", cell: ({ amount }) => amount / 100 },
		{ head: say.state, wide: 16, cell: ({ outcome }) => say.states[outcome ?? "waiting"] },
	];
	return sheetOf(say.title, columns, rows);
}

type Facts = v.InferOutput<typeof fundsFacts>;
type Row = Facts["receipts"][number];

/** A year's register as a file: what came in, then what was used; each part goes on in both. */
export function fundsSheet(
	{ year, receipts, vouchers, receiptsNext, vouchersNext }: Facts,
	language: Language,
) {
	const say = words[language];
	const columns: SheetColumn<Row>[] = [
		{ head: say.seriesColumn, wide: 8, cell: ({ series }) => say.series[series] },
		{ head: say.number, is: "number", cell: ({ number }) => number },
		{ head: say.day, is: "day", cell: ({ day }) => day },
		{
			head: say.kind,
			wide: 12,
			cell: ({ kind, account }) => (kind === "reversal" ? say.kinds.reversal : say.accounts[account]),
		},
		{ head: say.who, cell: ({ payer, party }) => payer ?? party },
		{ head: say.purpose, wide: 28, cell: ({ purpose }) => purpose },
		{ head: say.amountInYuan, is: "yuan", cell: ({ amount }) => amount / 100 },
	];
	const next = receiptsNext || vouchersNext ? `${receiptsNext ?? 0}-${vouchersNext ?? 0}` : null;
	const rows = [...receipts, ...vouchers];
	const keys = rows.map(({ id, series, number }) => ({ id, sort: `${series} ${String(1e9 - number)}` }));
	return sheetOf(`${say.title}-${year}`, columns, rows, { next, keys });
}
