import { questionnaireOf } from "../../worker/surveys/questionnaire/ready";
import type { Question } from "../../worker/surveys/questionnaire/rules";
import { Desk } from "../layout/paper";
import type { Page, View } from "../layout/view";
import { paths } from "../paths";
import { words as respondent } from "./answer-words";
import type { WaveFacts } from "./facts";
import { words } from "./words";

/** The questionnaire on paper, for whoever has no phone: the same questions, and a line for the slip's code. */
export const PaperCopyPage = ({ facts: wave, view }: Page<WaveFacts>) => {
	const say = words[view.language].paperCopy;
	const questionnaire = questionnaireOf(wave.questionnaire, wave.version);
	return (
		<Desk view={view} title={say.title} back={paths.wave(view.place?.id ?? "", wave.id)}>
			<article class="paper paper-copy">
				<h1>{questionnaire.title[view.language]}</h1>
				<p class="lead">
					{view.place?.name} · {say.lead}
				</p>
				<ol>
					{questionnaire.questions.map((question, index) => (
						<Asked question={question} place={index + 1} view={view} />
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

const Asked = ({ question, place, view }: { question: Question; place: number; view: View }) => (
	<li>
		<h2>
			{respondent[view.language].numeral(place)} {question.words[view.language]}
		</h2>
		{question.kind === "open" ? (
			<p class="blank" />
		) : (
			<ul>
				{question.options.map((option) => (
					<li>{option.words[view.language]}</li>
				))}
			</ul>
		)}
	</li>
);
