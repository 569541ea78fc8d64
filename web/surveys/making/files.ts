import type * as v from "valibot";
import type { Language } from "../../../worker/values/language";
import { type SheetColumn, sheetOf } from "../../parts/sheet";
import type { questionnaireListFacts } from "./facts";
import { words } from "./words";

type Listed = v.InferOutput<typeof questionnaireListFacts>["questionnaires"][number];

/** The questionnaires that a place may ask, as a file. */
export function questionnairesSheet(questionnaires: readonly Listed[], language: Language) {
	const say = words[language];
	const columns: SheetColumn<Listed>[] = [
		{ head: say.list.name, wide: 28, cell: ({ title }) => title[language] },
		{ head: say.list.questions, is: "number", cell: ({ questions }) => questions },
		{ head: say.list.state, wide: 12, cell: ({ whose }) => say.whose[whose] },
		{ head: say.versions, is: "number", cell: ({ version }) => version },
	];
	return sheetOf(say.title, columns, questionnaires);
}
