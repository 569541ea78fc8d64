import type * as v from "valibot";
import type { Language } from "../../worker/values/language";
import { formatDay } from "../parts/format";
import { sheetOf, sheetOfLines } from "../parts/sheet";
import { type intakeListFacts, stateIn, type Told } from "./list";
import { beforeIn, type Line, lineIn, undoneIn } from "./show";
import { words } from "./words";

/** The registers that were brought in, as a file. */
export function intakeSheet({ intakes }: v.InferOutput<typeof intakeListFacts>, language: Language) {
	const say = words[language];
	const head = [say.file, say.when, say.by, say.lines, say.state];
	const lines = intakes.map((row) => [row.file, row.day, row.by, row.lines, stateIn(row, say)]);
	return sheetOfLines(say.earlier, head, lines);
}

/** What became of each line of one of them, or of a part of its lines, as a file. */
export function intakeLinesSheet(
	intake: Told,
	{ rows, next }: { rows: readonly Line[]; next: string | null },
	language: Language,
) {
	const say = words[language];
	return sheetOf<Line>(
		`${intake.file} ${formatDay(intake.day, language, "dotted")}`,
		[
			{ head: say.line, cell: (row) => lineIn(row.line, say) },
			{ head: say.name, cell: (row) => row.name },
			{ head: say.organisation, wide: 24, cell: (row) => row.organisationName },
			{ head: say.outcome, cell: (row) => say.outcomes[row.outcome] },
			{ head: say.before, wide: 40, cell: (row) => beforeIn(row, say) },
			{ head: say.undo, wide: 24, cell: (row) => row.undone && undoneIn(row.undone, say) },
		],
		rows,
		{ next },
	);
}
