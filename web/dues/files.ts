import type * as v from "valibot";
import type { Language } from "../../worker/values/language";
import { type SheetColumn, sheetOf } from "../parts/sheet";
import type { collectionFacts } from "./collection";
import type { gridFacts } from "./grid";
import { words } from "./words";

type Grid = Pick<v.InferOutput<typeof gridFacts>, "year" | "years" | "rows">;
type Collection = v.InferOutput<typeof collectionFacts>;

/** The account book as a file: a column for each year. */
export function gridSheet({ year, years, rows }: Grid, language: Language) {
	const say = words[language];
	const columns: SheetColumn<Grid["rows"][number]>[] = [
		{ head: say.name, wide: 12, cell: ({ name }) => name },
		...years.map(
			(one, place): SheetColumn<Grid["rows"][number]> => ({
				head: String(one),
				wide: 10,
				cell: ({ cells }) => say.states[cells[place] ?? "none"],
			}),
		),
	];
	return sheetOf(`${say.title}-${year}`, columns, rows);
}

/** The receipts of one save as a file. */
export function collectionSheet({ day, receipts }: Collection, language: Language) {
	const say = words[language];
	const columns: SheetColumn<Collection["receipts"][number]>[] = [
		{ head: say.receiptNumber, is: "number", cell: ({ number }) => number },
		{ head: say.payer, wide: 12, cell: ({ payer }) => payer },
		{ head: say.amountColumn, is: "yuan", cell: ({ amount }) => amount / 100 },
	];
	return sheetOf(`${say.collectionTitle}-${day}`, columns, receipts);
}
