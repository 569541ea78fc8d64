import { html } from "hono/html";
import type { Page } from "../layout/view";
import type { SurveyFacts } from "./answer-facts";
import { words } from "./answer-words";
import { Face } from "./face";

const blank = new Map<string, ReturnType<typeof html>>();

/** More than there are questionnaires and languages; should that ever be passed, what is kept is let go. */
const mostKept = 32;

/**
 * The questions of a questionnaire. Before anybody has typed they are the same for every reader of a language, and hold
 * nothing of wave, village or reader: so they are drawn once and kept.
 */
export const Questions = ({ facts, view }: Page<SurveyFacts>) => {
	const drawn = (shown: SurveyFacts) =>
		html`${shown.questions.map((question, index) => <Question question={question} place={index + 1} facts={shown} view={view} />)}`;
	if (!isUntouched(facts)) return <>{drawn(facts)}</>;
	const key = `${facts.questionnaire} ${facts.version} ${view.language}`;
	// Drawn from facts without a reader, so that nothing of theirs could be kept.
	const known = blank.get(key) ?? drawn({ ...facts, ...nobody });
	if (blank.size >= mostKept) blank.clear();
	blank.set(key, known);
	return <>{known}</>;
};

const nobody = { id: "", typed: {}, mistakes: {}, setback: null };

const isUntouched = ({ setback, typed, mistakes }: SurveyFacts) =>
	setback === null && Object.keys(typed).length === 0 && Object.keys(mistakes).length === 0;

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
