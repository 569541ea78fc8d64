import { optionsOf, type Question } from "../../worker/surveys/questionnaire/rules";
import { Desk } from "../layout/paper";
import type { Page, View } from "../layout/view";
import { paths } from "../paths";
import { words as respondent } from "./answer-words";
import type { WaveFacts } from "./facts";
import { words } from "./words";

/** The questionnaire on paper, for whoever has no phone: the same questions, and a line for the slip's code. */
export const PaperCopyPage = ({ facts: wave, view }: Page<WaveFacts>) => {
	const say = words[view.language].paperCopy;
	return (
		<Desk view={view} title={say.title} back={paths.wave(view.place?.id ?? "", wave.id)}>
			<article class="paper paper-copy">
				<h1>{wave.asked.title[view.language]}</h1>
				<p class="lead">
					{view.place?.name} · {say.lead}
				</p>
				<ol>
					{wave.asked.questions.map((question, index) => (
						<Asked question={question} wave={wave} place={index + 1} view={view} />
					))}
				</ol>
				<p class="lead">
					{say.code} <span class="by-hand" />
				</p>
				<p>{say.foot}</p>
			</article>
		</Desk>
	);
};

type AskedProps = { question: Question; wave: WaveFacts; place: number; view: View };

const Asked = ({ question, wave, place, view }: AskedProps) => {
	const { language } = view;
	const notes = notesOf(question, wave, view);
	return (
		<li>
			{question.heading && <h3>{question.heading[language]}</h3>}
			<h2>
				{respondent[language].numeral(place)} {question.words[language]}{" "}
				{notes.length > 0 && <small>{notes.join(" · ")}</small>}
			</h2>
			{question.kind === "open" || question.kind === "number" ? (
				<p class={question.kind === "open" ? "blank" : "blank short"} />
			) : (
				<ul class={question.kind === "several" ? "boxes" : undefined}>
					{optionsOf(question).map(({ words: of }) => (
						<li>{of[language]}</li>
					))}
				</ul>
			)}
		</li>
	);
};

/** What a hand with a pen has to know of a question: whom it is for, how many rings may be ticked. */
function notesOf(question: Question, wave: WaveFacts, view: View): string[] {
	const say = respondent[view.language];
	const earlier = wave.asked.questions.findIndex(({ key }) => key === question.onlyIf?.question);
	const condition = wave.asked.questions[earlier];
	const given =
		condition && condition.kind !== "open"
			? optionsOf(condition).find(({ key }) => key === question.onlyIf?.option)
			: undefined;
	return [
		...(given ? [say.onlyIf(say.numeral(earlier + 1), given.words[view.language])] : []),
		...(question.kind === "several" ? [say.several] : []),
		...(question.kind === "number" ? [say.between(question.least, question.most)] : []),
		...(question.kind === "scale" ? [words[view.language].paperCopy.mark] : []),
	];
}
