import * as v from "valibot";
import { posts } from "../../worker/roles/may";
import { letterKinds } from "../../worker/tables/seats";
import { Bare } from "../layout/bare";
import type { Page } from "../layout/view";
import { words as layoutWords } from "../layout/words";
import { formatDay } from "../parts/format";
import { Mark } from "../parts/mark";
import { Row, Rows } from "../parts/rows";
import { words } from "./letter-words";

/** All that a stranger learns from a letter's code: nothing that isn't printed on the paper, and less of the name. */
export const confirmationFacts = v.object({
	kind: v.picklist(letterKinds),
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
	/** Whether it holds today. */
	holds: v.boolean(),
});

/** Confirms a letter or plaque to whoever scanned its code, and says no more. */
export const ConfirmationPage = ({ facts, view }: Page<v.InferOutput<typeof confirmationFacts>>) => {
	const say = words[view.language];
	const isLetter = facts.kind === "letter";
	const sentence = facts.holds
		? isLetter
			? say.letterHolds
			: say.plaqueHolds
		: isLetter
			? say.letterEnded
			: say.plaqueEnded;
	return (
		<Bare view={view} title={say.confirmTitle}>
			<h1 class={facts.holds ? "met" : "missed"}>
				<Mark shape={facts.holds ? "solid" : "hollow"} /> {facts.holds ? say.holds : say.holdsNo}
			</h1>
			<p>{sentence}</p>
			<Rows>
				<Row label={say.organisation}>{facts.organisation}</Row>
				{facts.name && <Row label={say.holder}>{facts.name}</Row>}
				{facts.post && <Row label={say.post}>{layoutWords[view.language].posts[facts.post]}</Row>}
				{facts.fromDay && (
					<Row label={say.period}>
						{say.since(facts.fromDay, facts.holds ? facts.dueDay : (facts.toDay ?? facts.dueDay))}
					</Row>
				)}
				<Row label={say.numberHead}>{say.number(facts.kind, facts.year, facts.number)}</Row>
				<Row label={say.issuedOn}>{formatDay(facts.issuedOn, view.language)}</Row>
			</Rows>
			<p class="note">{say.confirmNote}</p>
		</Bare>
	);
};
