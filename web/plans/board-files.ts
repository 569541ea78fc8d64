import type { Language } from "../../worker/values/language";
import { type Sheet, sheetOf, sheetOfLines } from "../parts/sheet";
import type { PlanBoardFacts, PlanListFacts, ThingListFacts } from "./board-facts";
import { words } from "./board-words";

/** The board of plans below as a file. */
export function planBoardSheet(
	{ year, rows }: Pick<PlanBoardFacts, "year" | "rows">,
	language: Language,
): Sheet {
	const say = words[language];
	return sheetOfLines(
		say.title(year),
		say.csvHead,
		rows.map((row) => [
			...[row.name, row.units, row.draft, row.overdue, row.filed, row.returned, row.approved, row.amended],
			...[row.done, row.missed, row.dropped, row.due],
		]),
	);
}

/** The plans behind a figure as a file. */
export function plansSheet(plans: PlanListFacts["plans"], language: Language): Sheet {
	const say = words[language];
	return sheetOf(
		say.plans,
		[
			{ head: say.place, wide: 28, cell: (row) => row.name },
			{ head: say.filedHead, is: "day", cell: (row) => row.filedOn },
			{ head: say.deadlineHead, is: "day", cell: (row) => row.deadline },
		],
		plans,
	);
}

/** The items behind a figure as a file. */
export function thingsSheet(things: ThingListFacts["things"], language: Language): Sheet {
	const say = words[language];
	return sheetOf(
		say.item,
		[
			{ head: say.place, wide: 28, cell: (row) => row.name },
			{ head: say.item, wide: 30, cell: (row) => row.title },
			{ head: say.when, is: "day", cell: (row) => row.lastDay },
		],
		things,
	);
}
