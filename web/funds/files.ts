import type * as v from "valibot";
import type { Language } from "../../worker/values/language";
import { type SheetColumn, sheetOf } from "../parts/sheet";
import type { fundBookFacts } from "./book";
import type { fundsFacts } from "./register";
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
