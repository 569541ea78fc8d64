import type * as v from "valibot";
import type { Language } from "../../worker/values/language";
import { words as memberWords } from "../members/words";
import { type SheetColumn, sheetOf } from "../parts/sheet";
import type { queueFacts } from "./queue";
import { words } from "./words";

type Facts = v.InferOutput<typeof queueFacts>;

/** Who waits to join, as a file. */
export function queueSheet({ waiting }: Facts, language: Language) {
	const say = words[language];
	const columns: SheetColumn<Facts["waiting"][number]>[] = [
		{ head: say.name, wide: 12, cell: ({ name }) => name },
		{ head: memberWords[language].sex, wide: 8, cell: ({ sex }) => sex && memberWords[language].sexes[sex] },
		{ head: say.birthYear, is: "number", cell: ({ birthYear }) => birthYear },
		{ head: say.telephone, wide: 15, cell: ({ telephone }) => telephone },
		{ head: memberWords[language].address, wide: 28, cell: ({ address }) => address },
		{ head: say.appliedOn, is: "day", cell: ({ appliedOn }) => appliedOn },
	];
	return sheetOf(say.queueTitle, columns, waiting);
}
