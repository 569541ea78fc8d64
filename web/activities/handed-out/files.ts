import type { Language } from "../../../worker/values/language";
import { type SheetColumn, sheetOf } from "../../parts/sheet";
import type { HandedOutFacts } from "./facts";
import { words } from "./words";

type Row = HandedOutFacts["things"][number];

/** A year's things as a file. */
export function handedOutSheet(
	{ year, things }: Pick<HandedOutFacts, "year" | "things">,
	language: Language,
) {
	const say = words[language];
	const columns: SheetColumn<Row>[] = [
		{ head: say.thing, wide: 30, cell: ({ thing }) => thing },
		{ head: say.amount, is: "number", cell: ({ amount }) => amount },
		{ head: say.unit, wide: 8, cell: ({ unit }) => unit },
		{ head: say.times, is: "number", cell: ({ lines }) => lines },
	];
	return sheetOf(`${say.title}-${year}`, columns, things);
}
