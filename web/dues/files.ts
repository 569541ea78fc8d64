import type * as v from "valibot";
import type { Language } from "../../worker/values/language";
import { type SheetColumn, sheetOf } from "../parts/sheet";
import type { arrearsFacts } from "./arrears";
import type { collectionFacts } from "./collection";
import type { gridFacts } from "./grid";
import { words as owing } from "./owing-words";
import type { waiversFacts } from "./waivers";
import { words } from "./words";

type Grid = Pick<v.InferOutput<typeof gridFacts>, "year" | "years" | "rows">;
type Waiver = v.InferOutput<typeof waiversFacts>["waivers"][number];
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

/** Who owes which years, as a file: a line for each year. */
export function arrearsSheet({ people, today }: v.InferOutput<typeof arrearsFacts>, language: Language) {
	const say = owing[language];
	const rows = people.flatMap(({ name, years }) => years.map((one) => ({ name, ...one })));
	const columns: SheetColumn<(typeof rows)[number]>[] = [
		{ head: say.name, wide: 12, cell: ({ name }) => name },
		{ head: say.year, is: "number", cell: ({ year }) => year },
		{ head: say.sum, is: "yuan", cell: ({ rest }) => rest / 100 },
	];
	return sheetOf(`${say.arrears}-${today}`, columns, rows);
}

/** Who is let off or was given time, as a file. */
export function waiversSheet(rows: readonly Waiver[], language: Language) {
	const say = owing[language];
	const columns: SheetColumn<Waiver>[] = [
		{ head: say.name, wide: 12, cell: ({ name }) => name },
		{ head: say.what, cell: ({ what }) => say.kinds[what] },
		{ head: say.fromYear, is: "number", cell: ({ fromYear }) => fromYear },
		{ head: say.toYear, is: "number", cell: ({ toYear }) => toYear },
		{ head: say.until, is: "day", cell: ({ until }) => until },
		{ head: say.reason, wide: 24, cell: ({ reason }) => reason },
		{ head: say.grantedBy, wide: 12, cell: ({ grantedBy }) => grantedBy },
		{ head: say.grantedOn, is: "day", cell: ({ grantedOn }) => grantedOn },
	];
	return sheetOf(say.waivers, columns, rows);
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
