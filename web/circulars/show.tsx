import { yesNo } from "../../worker/circulars/input";
import { shows } from "../../worker/circulars/store";
import { Masthead } from "../layout/masthead";
import { Shell } from "../layout/shell";
import type { Page, View } from "../layout/view";
import { Conflict } from "../parts/conflict";
import { Empty } from "../parts/empty";
import { Choices, Field } from "../parts/field";
import { Files } from "../parts/files";
import { Filters } from "../parts/filters";
import { Form } from "../parts/form";
import { formatDay } from "../parts/format";
import { Heading } from "../parts/heading";
import { fieldOf, problemsOf } from "../parts/mistakes";
import { Pager } from "../parts/pager";
import { type Column, Register } from "../parts/table";
import { paths, withQuery } from "../paths";
import type { CircularFacts, ReplyFacts } from "./facts";
import { Replied } from "./replied";
import { words } from "./words";

/** A circular: what it says and asks; for its sender who replied, for a recipient where to answer. */
export const CircularPage = ({ facts, view }: Page<CircularFacts>) => {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	const { received, sent } = facts;
	return (
		<Shell view={view} title={facts.title} here="home">
			<Masthead
				title={facts.title}
				sub={[
					received ? say.from(received.senderName, facts.sentOn) : formatDay(facts.sentOn, view.language),
					sent && say.to(sent.recipients, sent.toAll),
					say.by(facts.answerBy),
				]}
				back={{ href: paths.circulars(organisation), label: say.title }}
				letterhead
			/>
			{facts.withdrawnOn && (
				<p class="errors" role="status">
					{say.withdrawn(facts.withdrawnOn, facts.withdrawnBecause)}
				</p>
			)}
			<p class="prose lines">{facts.body}</p>
			{facts.asks !== "reading" && facts.question && (
				<section>
					<Heading note={say.asks[facts.asks]}>{facts.question}</Heading>
				</section>
			)}
			{received && <Answering facts={facts} view={view} />}
			{sent && <Replies facts={facts} view={view} />}
		</Shell>
	);
};

const Answering = ({ facts, view }: Page<CircularFacts>) => {
	const say = words[view.language];
	const { received, asks, answerBy, form } = facts;
	if (!received) return null;
	if (asks === "reading") return <p class="note">{say.onlyRead}</p>;
	const late = answerBy !== null && received.answeredOn !== null && received.answeredOn > answerBy;
	const answers = view.place?.may.includes("answer circulars");
	const field = fieldOf(form, view.language)("said");
	return (
		<section>
			{received.said !== null && (
				<p class="prose">
					<b>{say.said(received.said)}</b>{" "}
					<small>
						{received.answeredOn && say.answered(received.answeredOn)} {late && say.late}
					</small>
				</p>
			)}
			{!answers && <p class="note">{say.notYours}</p>}
			{answers && !received.open && facts.withdrawnOn === null && <p class="note">{say.closed}</p>}
			{answers && received.open && (
				<>
					<Conflict form={form} language={view.language} />
					<Form
						language={view.language}
						action={paths.circularAnswer(view.place?.id ?? "", facts.id)}
						id={form.id}
						problems={problemsOf(form, view.language)}
						submit={received.said === null ? say.answerIt : say.correctIt}
					>
						{asks === "yes-no" ? (
							<Choices
								{...field}
								label={say.yourAnswer}
								options={yesNo.map((value) => ({ value, label: say[value] }))}
							/>
						) : (
							<Field
								{...field}
								label={say.yourAnswer}
								{...(asks === "number" && { inputmode: "numeric" as const })}
								required
							/>
						)}
					</Form>
				</>
			)}
		</section>
	);
};

const Replies = ({ facts, view }: Page<CircularFacts>) => {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	const { sent, asks, id } = facts;
	if (!sent) return null;
	const here = paths.circular(organisation, id);
	const sends = view.place?.may.includes("send circulars") && facts.withdrawnOn === null;
	return (
		<section>
			<Heading note={say.result(sent.figures, asks)}>
				{say.figures(sent.figures, sent.recipients, asks)}
			</Heading>
			<Filters
				label={say.lists}
				language={view.language}
				tabs={shows.map((show) => ({
					href: withQuery(here, { show }),
					label: say.shows(asks)[show],
					chosen: sent.show === show,
				}))}
			/>
			{sent.replies.length === 0 ? (
				<Empty {...say.nobody} />
			) : (
				<Register caption={say.shows(asks)[sent.show]} rows={sent.replies} columns={columnsOf(facts, view)} />
			)}
			<Pager
				shown={say.shown(sent.replies.length)}
				next={sent.next && withQuery(here, { show: sent.show, after: sent.next })}
				nextLabel={say.next}
				first={sent.first ? null : withQuery(here, { show: sent.show })}
				firstLabel={say.first}
			>
				<Files href={withQuery(here, { show: sent.show })} view={view} />
				<a href={paths.circularReminder(organisation, id)}>{say.remind}</a>
				{sends && <a href={paths.circularWithdrawal(organisation, id)}>{say.takeBack}</a>}
			</Pager>
		</section>
	);
};

function columnsOf({ asks }: CircularFacts, view: View): Column<ReplyFacts>[] {
	const say = words[view.language];
	const short = (day: string | null) => formatDay(day, view.language, "short") || "–";
	return [
		{ head: say.recipient, cell: (row) => row.name },
		{ head: say.above, cell: (row) => row.above, minor: true },
		{ head: say.state, cell: (row) => <Replied state={row.state} asks={asks} view={view} />, tight: true },
		{ head: say.readOn, cell: (row) => short(row.readOn), tight: true, minor: true },
		...(asks === "reading"
			? []
			: [
					{ head: say.answer, cell: (row: ReplyFacts) => say.said(row.said) },
					{
						head: say.answeredOn,
						cell: (row: ReplyFacts) => short(row.answeredOn),
						tight: true,
						minor: true,
					},
				]),
	];
}
