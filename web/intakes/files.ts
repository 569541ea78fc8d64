import type * as v from "valibot";
import type { Language } from "../../worker/values/language";
import { sheetOfLines } from "../parts/sheet";
import { type intakeListFacts, stateIn } from "./list";
import { words } from "./words";

/** The registers that were brought in, as a file. */
export function intakeSheet({ intakes }: v.InferOutput<typeof intakeListFacts>, language: Language) {
	const say = words[language];
	const head = [say.file, say.when, say.by, say.lines, say.state];
	const lines = intakes.map((row) => [row.file, row.day, row.by, row.lines, stateIn(row, say)]);
	return sheetOfLines(say.earlier, head, lines);
}
