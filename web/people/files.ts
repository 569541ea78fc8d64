import type * as v from "valibot";
import type { Language } from "../../worker/values/language";
import { type SheetColumn, sheetOf } from "../parts/sheet";
import type { duplicatesFacts } from "./duplicates";
import { words } from "./words";

type Pair = v.InferOutput<typeof duplicatesFacts>["pairs"][number];

/** Records that look like one person as a file, a pair a line. */
export function duplicateSheet(pairs: readonly Pair[], language: Language) {
	const say = words[language];
	const columns = say.csvHead.map(
		(head, place): SheetColumn<Pair> => ({ head, cell: (pair) => say.csvRow(pair)[place] ?? null }),
	);
	return sheetOf(say.duplicates, columns, pairs);
}
