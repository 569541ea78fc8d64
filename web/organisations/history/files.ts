import type * as v from "valibot";
import type { Language } from "../../../worker/values/language";
import { sheetOfLines } from "../../parts/sheet";
import { words as organisationWords } from "../words";
import type { historyFacts } from "./show";
import { words } from "./words";

type Facts = Pick<v.InferOutput<typeof historyFacts>, "stages" | "kinds">;

/** An organisation's life as a file, an act a line. */
export function historySheet({ stages, kinds }: Facts, language: Language) {
	const say = words[language];
	const head = [say.from, say.act, say.name, say.kind, say.status, say.parent, say.reason, say.by];
	const lines = stages.map((row) => [
		...[row.fromDay, say.actNames[row.act], row.name],
		kinds.find(({ id }) => id === row.kind)?.[language] ?? row.kind,
		...[organisationWords[language].statuses[row.status], row.parentName, row.reason, row.by],
	]);
	return sheetOfLines(say.title, head, lines);
}
