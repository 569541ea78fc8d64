import type * as v from "valibot";
import type { Language } from "../../../worker/values/language";
import { type SheetColumn, sheetOf } from "../../parts/sheet";
import type { exhibitsFacts } from "./list";
import { words } from "./words";

type Row = v.InferOutput<typeof exhibitsFacts>["exhibits"][number];

/** Things lent as a file. */
export function exhibitSheet({ exhibits }: { exhibits: readonly Row[] }, language: Language) {
	const say = words[language];
	const columns: SheetColumn<Row>[] = [
		{ head: say.name, wide: 30, cell: ({ name }) => name },
		{ head: say.where, wide: 24, cell: ({ holder }) => holder ?? say.here },
		{ head: say.since, is: "day", cell: ({ fromDay }) => fromDay },
		{ head: say.due, is: "day", cell: ({ dueDay }) => dueDay },
	];
	return sheetOf(say.title, columns, [...exhibits]);
}
