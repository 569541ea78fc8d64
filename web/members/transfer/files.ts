import type * as v from "valibot";
import type { Language } from "../../../worker/values/language";
import { sheetOfLines } from "../../parts/sheet";
import type { transferListFacts } from "./list";
import { words } from "./words";

type Facts = v.InferOutput<typeof transferListFacts>;

/** Members on their way here and from here, and those who arrived, as a file. */
export function transferSheet({ coming, going, ended }: Facts, language: Language) {
	const say = words[language];
	const head = [say.name, say.from, say.to, say.offeredOn, say.state];
	const lines = [...coming, ...going, ...ended].map((row) => [
		...[row.name, row.from, row.to, row.endedOn ?? row.offeredOn, say.states[row.outcome]],
	]);
	return sheetOfLines(say.listTitle, head, lines);
}
