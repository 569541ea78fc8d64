import type { Language } from "../../worker/values/language";
import { words as activityWords } from "../activities/words";
import { type Sheet, sheetOf } from "../parts/sheet";
import type { PlanFacts } from "./facts";
import { words } from "./words";

/** A year's plan as a file. */
export function planSheet({ year, items }: Pick<PlanFacts, "year" | "items">, language: Language): Sheet {
	const say = words[language];
	const [
		from = "",
		to = "",
		name = "",
		kind = "",
		place = "",
		budget = "",
		helpers = "",
		state = "",
		held = "",
	] = say.csvHead;
	return sheetOf(
		say.title(year),
		[
			{ head: from, is: "day", cell: (row) => row.firstDay },
			{ head: to, is: "day", cell: (row) => row.lastDay },
			{ head: name, wide: 30, cell: (row) => row.title },
			{ head: kind, cell: (row) => activityWords[language].kinds[row.kind] },
			{ head: place, cell: (row) => row.place },
			{ head: budget, is: "yuan", cell: (row) => (row.budget === null ? null : row.budget / 100) },
			{ head: helpers, cell: (row) => row.helpers },
			{ head: state, cell: (row) => say.itemStates[row.state] },
			{ head: held, is: "day", cell: (row) => row.heldOn },
		],
		items,
	);
}
