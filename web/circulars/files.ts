import { replyState } from "../../worker/circulars/rules";
import type { Language } from "../../worker/values/language";
import { type Sheet, sheetOf } from "../parts/sheet";
import type { CircularListFacts, ReplyFacts } from "./facts";
import { words } from "./words";

/** Circulars that came and that were sent, as one file: of those that came how they stand here, of those sent how many answered. */
export function circularsSheet({ received, sent }: CircularListFacts, language: Language): Sheet {
	const say = words[language];
	const rows = [
		...received.map((row) => {
			const state = replyState(row.asks, row.answerBy, row);
			const stands = row.asks === "reading" ? say.readOnly[state] : say.replies[state];
			return { ...row, way: say.received, stands: row.withdrawnOn ? say.backTaken : stands };
		}),
		...sent.map((row) => {
			const heard = row.asks === "reading" ? row.figures.read : row.figures.answered;
			const stands = row.withdrawnOn ? say.backTaken : say.counts(heard, row.recipients);
			return { ...row, way: say.sent, senderName: null, stands };
		}),
	];
	return sheetOf(
		say.title,
		[
			{ head: say.way, cell: (row) => row.way },
			{ head: say.head, wide: 30, cell: (row) => row.title },
			{ head: say.sender, wide: 28, cell: (row) => row.senderName },
			{ head: say.day, is: "day", cell: (row) => row.sentOn },
			{ head: say.due, is: "day", cell: (row) => row.answerBy },
			{ head: say.state, cell: (row) => row.stands },
		],
		rows,
	);
}

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
