import { replyState } from "../../worker/circulars/rules";
import { Masthead } from "../layout/masthead";
import { Shell } from "../layout/shell";
import type { Page, View } from "../layout/view";
import { Empty } from "../parts/empty";
import { Files } from "../parts/files";
import { formatDay } from "../parts/format";
import { Heading } from "../parts/heading";
import { type Column, Register } from "../parts/table";
import { paths } from "../paths";
import type { CircularListFacts } from "./facts";
import { Replied } from "./replied";
import { words } from "./words";

type Received = CircularListFacts["received"][number];
type Sent = CircularListFacts["sent"][number];

/** Circulars that came from above, and those sent to those below. */
export const CircularListPage = ({ facts, view }: Page<CircularListFacts>) => {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	const sends = facts.leads && view.place?.may.includes("send circulars");
	const hasAbove = view.place?.parentName !== null;
	return (
		<Shell view={view} title={say.title} here="home">
			<Masthead
				title={say.title}
				sub={[view.place?.name]}
				back={{ href: paths.home(organisation), label: say.back }}
			>
				{sends && (
					<a class="button" href={paths.circularNew(organisation)}>
						{say.send}
					</a>
				)}
			</Masthead>
			{hasAbove && (
				<section>
					<Heading>{say.received}</Heading>
					{facts.received.length === 0 ? (
						<Empty {...say.noneReceived} />
					) : (
						<Register caption={say.received} rows={facts.received} columns={receivedColumns(view)} />
					)}
				</section>
			)}
			{(facts.leads || facts.sent.length > 0 || !hasAbove) && (
				<section>
					<Heading>{say.sent}</Heading>
					{facts.sent.length === 0 ? (
						<Empty
							{...say.noneSent}
							{...(sends && { href: paths.circularNew(organisation), link: say.send })}
						/>
					) : (
						<Register caption={say.sent} rows={facts.sent} columns={sentColumns(view)} />
					)}
				</section>
			)}
			{facts.received.length + facts.sent.length > 0 && (
				<Files href={paths.circulars(organisation)} view={view} />
			)}
		</Shell>
	);
};

function receivedColumns(view: View): Column<Received>[] {
	const say = words[view.language];
	const short = (day: string | null) => formatDay(day, view.language, "short") || "–";
	return [
		{ head: say.head, cell: (row) => <a href={paths.circular(view.place?.id ?? "", row.id)}>{row.title}</a> },
		{ head: say.sender, cell: (row) => row.senderName, minor: true },
		{ head: say.day, cell: (row) => short(row.sentOn), tight: true, minor: true },
		{ head: say.due, cell: (row) => short(row.answerBy), tight: true },
		{
			head: say.state,
			cell: (row) =>
				row.withdrawnOn ? (
					say.backTaken
				) : (
					<Replied state={replyState(row.asks, row.answerBy, row)} asks={row.asks} view={view} />
				),
			tight: true,
		},
	];
}

function sentColumns(view: View): Column<Sent>[] {
	const say = words[view.language];
	const short = (day: string | null) => formatDay(day, view.language, "short") || "–";
	return [
		{ head: say.head, cell: (row) => <a href={paths.circular(view.place?.id ?? "", row.id)}>{row.title}</a> },
		{ head: say.day, cell: (row) => short(row.sentOn), tight: true, minor: true },
		{ head: say.due, cell: (row) => (row.withdrawnOn ? say.backTaken : short(row.answerBy)), tight: true },
		{
			head: say.readCount,
			cell: (row) => say.counts(row.figures.read, row.recipients),
			number: true,
			minor: true,
		},
		{
			head: say.answeredCount,
			cell: (row) => (row.asks === "reading" ? "–" : say.counts(row.figures.answered, row.recipients)),
			number: true,
		},
	];
}
