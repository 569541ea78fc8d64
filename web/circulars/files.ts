import type { Language } from "../../worker/values/language";
import { type Sheet, sheetOf } from "../parts/sheet";
import type { ReplyFacts } from "./facts";
import { words } from "./words";

/** Who replied to a circular, as a file. */
export function repliesSheet(title: string, replies: readonly ReplyFacts[], language: Language): Sheet {
	const say = words[language];
	return sheetOf(
		title,
		[
			{ head: say.recipient, wide: 28, cell: (row) => row.name },
			{ head: say.above, wide: 28, cell: (row) => row.above },
			{ head: say.state, cell: (row) => say.replies[row.state] },
			{ head: say.readOn, is: "day", cell: (row) => row.readOn },
			{ head: say.answer, wide: 30, cell: (row) => say.said(row.said) },
			{ head: say.answeredOn, is: "day", cell: (row) => row.answeredOn },
		],
		replies,
	);
}
