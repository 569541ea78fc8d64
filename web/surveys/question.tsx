import { html } from "hono/html";
import type { Page } from "../layout/view";
import type { SurveyFacts } from "./answer-facts";
import { words } from "./answer-words";
import { Face } from "./face";

const blank = new Map<string, ReturnType<typeof html>>();

/**
 * The questions of a questionnaire. Before anybody has typed they are the same for every reader of a language, and hold
 * nothing of wave, village or reader: so they are drawn once and kept.
 */
export const Questions = ({ facts, view }: Page<SurveyFacts>) => {
	const drawn = () =>
		html`${facts.questions.map((question, index) => <Question question={question} place={index + 1} facts={facts} view={view} />)}`;
	if (facts.setback) return <>{drawn()}</>;
	const key = `${facts.questionnaire} ${facts.version} ${view.language}`;
	const known = blank.get(key) ?? drawn();
	blank.set(key, known);
	return <>{known}</>;
};

type Asked = SurveyFacts["questions"][number];
type QuestionProps = Page<SurveyFacts> & { question: Asked; place: number };

const Question = ({ question, place, facts, view }: QuestionProps) => {
	const say = words[view.language];
	const mistake = facts.mistakes[question.key];
	const typed = String(facts.typed[question.key] ?? "");
	const trouble = mistake && <p class="x">{say.mistake(mistake)}</p>;
	if (question.kind === "open") {
		return (
			<fieldset>
				<label class="q" for={question.key}>
					<b>{say.numeral(place)}</b>
					<span>
						{question.words[view.language]}
						<em>{say.optional}</em>
					</span>
				</label>
				{trouble}
				<textarea id={question.key} name={question.key} rows={3} maxlength={question.longest}>
					{typed}
				</textarea>
			</fieldset>
		);
	}
	return (
		<fieldset>
			<legend>
				<b>{say.numeral(place)}</b>
				{question.words[view.language]}
			</legend>
			{trouble}
			{question.options.map((option) => (
				<label class="o">
					<input
						type="radio"
						name={question.key}
						value={option.key}
						checked={typed === option.key}
						required={question.required}
					/>
					<span>
						{option.face ? <Face face={option.face} /> : <i />}
						{option.words[view.language]}
					</span>
				</label>
			))}
		</fieldset>
	);
};
