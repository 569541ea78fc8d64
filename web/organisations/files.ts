import type * as v from "valibot";
import type { Language } from "../../worker/values/language";
import { type SheetColumn, sheetOf } from "../parts/sheet";
import type { belowFacts } from "./below";
import { words } from "./words";

type Facts = v.InferOutput<typeof belowFacts>;
type Row = Facts["organisations"][number];

/** The associations directly below as a file. */
export function organisationSheet({ organisations, kinds, next }: Facts, language: Language) {
	const say = words[language];
	const columns: SheetColumn<Row>[] = [
		{ head: say.name, wide: 30, cell: ({ name }) => name },
		{
			head: say.kind,
			wide: 14,
			cell: (row) => kinds.find(({ id }) => id === row.kind)?.[language] ?? row.kind,
		},
		{
			head: say.status,
			wide: 12,
			cell: ({ status, practice }) => (practice ? say.practice : say.statuses[status]),
		},
		{ head: say.adults, is: "number", cell: ({ adults }) => adults },
		{ head: say.members, is: "number", cell: ({ members }) => members },
	];
	return sheetOf(say.below, columns, organisations, { next });
}
