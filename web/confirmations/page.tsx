import * as v from "valibot";
import { posts } from "../../worker/roles/may";
import { letterKinds } from "../../worker/tables/seats";
import { Bare } from "../layout/bare";
import type { Page, View } from "../layout/view";
import { words as layoutWords } from "../layout/words";
import { words as letterWords } from "../officers/letter-words";
import { formatDay } from "../parts/format";
import { Mark } from "../parts/mark";
import { Row, Rows } from "../parts/rows";
import { words as trainingWords } from "../training/words";
import { words } from "./words";

/** All that a stranger learns from a paper's code: nothing that isn't printed on it, and less of the name. */
export const confirmationFacts = v.object({
	kind: v.picklist([...letterKinds, "certificate"]),
	year: v.number(),
	number: v.number(),
	issuedOn: v.string(),
	organisation: v.string(),
	/** The first character, and stars. */
	name: v.nullable(v.string()),
	post: v.nullable(v.picklist(posts)),
	fromDay: v.nullable(v.string()),
	toDay: v.nullable(v.string()),
	dueDay: v.nullable(v.string()),
	/** What a certificate's holder came to, and when; null once that was taken back. */
	training: v.nullable(v.object({ title: v.string(), day: v.string() })),
	/** Whether it holds today. */
	holds: v.boolean(),
});
type Facts = v.InferOutput<typeof confirmationFacts>;

/** Confirms a letter, plaque or certificate to whoever scanned its code, and says no more. */
export const ConfirmationPage = ({ facts, view }: Page<Facts>) => {
	const say = words[view.language];
	return (
		<Bare view={view} title={say.title}>
			<h1 class={facts.holds ? "met" : "missed"}>
				<Mark shape={facts.holds ? "solid" : "hollow"} /> {facts.holds ? say.holds : say.holdsNo}
			</h1>
			<p>{say[`${facts.kind}${facts.holds ? "Holds" : "Ended"}`]}</p>
			<Rows>
				<Row label={say.organisation}>{facts.organisation}</Row>
				{facts.name && <Row label={say.holder}>{facts.name}</Row>}
				{facts.post && <Row label={say.post}>{layoutWords[view.language].posts[facts.post]}</Row>}
				{facts.fromDay && (
					<Row label={say.period}>
						{say.since(facts.fromDay, facts.holds ? facts.dueDay : (facts.toDay ?? facts.dueDay))}
					</Row>
				)}
				{facts.training && <Row label={say.training}>{facts.training.title}</Row>}
				{facts.training && <Row label={say.day}>{formatDay(facts.training.day, view.language)}</Row>}
				<Row label={say.numberHead}>{numberOf(facts, view)}</Row>
				<Row label={say.issuedOn}>{formatDay(facts.issuedOn, view.language)}</Row>
			</Rows>
			<p class="note">{say.note}</p>
		</Bare>
	);
};

/** The number as it is printed on the paper. */
const numberOf = ({ kind, year, number }: Facts, { language }: View) =>
	kind === "certificate"
		? trainingWords[language].certificateNumber(year, number)
		: letterWords[language].number(kind, year, number);
