import type { Language } from "../../worker/values/language";
import { type SheetColumn, sheetOf } from "../parts/sheet";
import type { MeetingListFacts } from "./facts";
import { words } from "./words";

/** A year's meetings as a file. */
export function meetingSheet({ year, meetings }: MeetingListFacts, language: Language) {
	const say = words[language];
	const columns: SheetColumn<MeetingListFacts["meetings"][number]>[] = [
		{ head: say.day, is: "day", cell: ({ day }) => day },
		{ head: say.time, wide: 8, cell: ({ time }) => time },
		{ head: say.name, wide: 30, cell: ({ title }) => title },
		{ head: say.kind, wide: 12, cell: ({ kind }) => say.kinds[kind] },
		{ head: say.place, cell: ({ place }) => place },
		{ head: say.state, wide: 12, cell: ({ state }) => say.states[state] },
	];
	return sheetOf(`${say.title}-${year}`, columns, meetings);
}
