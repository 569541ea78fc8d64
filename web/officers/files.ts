import type * as v from "valibot";
import type { Language } from "../../worker/values/language";
import { words as layoutWords } from "../layout/words";
import { sheetOfLines } from "../parts/sheet";
import type { termFacts, termsFacts } from "./term";
import { words } from "./term-words";
import { words as officerWords } from "./words";

/** The councils so far as a file. */
export function termsSheet({ terms }: Pick<v.InferOutput<typeof termsFacts>, "terms">, language: Language) {
	const say = words[language];
	const head = [say.term, say.electedOn, say.due, say.assembly, say.document];
	const lines = terms.map((term) => [
		...[
			officerWords[language].termName(term.number),
			term.fromDay,
			term.dueDay,
			term.assembly,
			term.document,
		],
	]);
	return sheetOfLines(say.termsTitle, head, lines);
}

/** Who was elected in a term, as a file. */
export function termSheet(
	{ term, elected }: Pick<v.InferOutput<typeof termFacts>, "term" | "elected">,
	language: Language,
) {
	const say = words[language];
	const head = [say.postHead, say.name, say.electedOn, say.howHead];
	const how: Readonly<Record<string, string>> = say.howElected;
	const lines = elected.map((one) => [
		...[layoutWords[language].posts[one.post], one.name, one.fromDay, how[one.how ?? "appointed"] ?? null],
	]);
	return sheetOfLines(officerWords[language].termName(term.number), head, lines);
}
