import { html } from "hono/html";
import type { Child } from "hono/jsx";
import type { Language } from "../../worker/values/language";
import type { Page, View } from "../layout/view";
import type { QuestionFacts, SurveyFacts } from "./answer-facts";
import { langOf, words } from "./answer-words";
import { Face } from "./face";

const blank = new Map<string, ReturnType<typeof html>>();

/** More than there are questionnaires and languages; should that ever be passed, what is kept is let go. */
const mostKept = 32;

/**
 * The questions of a questionnaire. Before anybody has typed they are the same for every reader of a language, and hold
 * nothing of wave, village or reader: so they are drawn once and kept. A draft that is only looked at still changes, and isn't.
 */
export const Questions = ({ facts, view }: Page<SurveyFacts>) => {
	const drawn = (shown: SurveyFacts) =>
		html`${shown.questions.map((question, index) => <Question question={question} place={index + 1} facts={shown} view={view} />)}`;
	if (!isUntouched(facts) || facts.preview) return <>{drawn(facts)}</>;
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

type QuestionProps<Kind = QuestionFacts> = Page<SurveyFacts> & { question: Kind; place: number };

/** A wording in the page's language, marked as the other language where that is all there is. */
export const Said = ({ of, language }: { of: QuestionFacts["words"]; language: Language }) => (
	<span lang={of.only && of.only !== language ? langOf(of.only) : undefined}>{of[language]}</span>
);

const Question = ({ question, place, facts, view }: QuestionProps) => {
	const mistake = facts.mistakes[question.key];
	const only = question.onlyIf;
	return (
		<>
			{question.heading && (
				<h2>
					<Said of={question.heading} language={view.language} />
				</h2>
			)}
			<fieldset
				id={`q-${question.key}`}
				data-if={only && `${only.question}=${only.option}`}
				aria-describedby={mistake && `x-${question.key}`}
			>
				{isLine(question) ? (
					<label class="q" for={question.key}>
						<Asked question={question} place={place} facts={facts} view={view} />
					</label>
				) : (
					<legend>
						<Asked question={question} place={place} facts={facts} view={view} />
					</legend>
				)}
				{mistake && (
					<p class="x" id={`x-${question.key}`}>
						{words[view.language].mistake(mistake)}
					</p>
				)}
				<Answers question={question} place={place} facts={facts} view={view} />
			</fieldset>
		</>
	);
};

/** Whether a question is answered on a line of its own instead of by choosing. */
const isLine = ({ kind }: QuestionFacts) => kind === "open" || kind === "number";

/** The numeral, the question, and what has to be known of it: whom it is for, that several may be chosen, that it may stay empty. */
const Asked = ({ question, place, facts, view }: QuestionProps) => {
	const say = words[view.language];
	return (
		<>
			<b>{say.numeral(place)}</b>
			<span>
				<Said of={question.words} language={view.language} />
				{notesOf(question, facts, view).map((note) => (
					<em>{note}</em>
				))}
			</span>
		</>
	);
};

function notesOf(question: QuestionFacts, facts: SurveyFacts, view: View): Child[] {
	const say = words[view.language];
	const earlier = facts.questions.findIndex(({ key }) => key === question.onlyIf?.question);
	const condition = facts.questions[earlier];
	const option =
		condition &&
		"options" in condition &&
		condition.options.find(({ key }) => key === question.onlyIf?.option);
	return [
		option && say.onlyIf(say.numeral(earlier + 1), option.words[view.language]),
		question.kind === "several" && say.several,
		question.kind === "number" && say.between(question.least, question.most),
		question.kind === "open" && say.optional,
	].filter(Boolean);
}

const Answers = ({ question, facts, view }: QuestionProps) => {
	const typed = facts.typed[question.key] ?? "";
	const text = Array.isArray(typed) ? typed.join(" ") : typed;
	// What hangs on another answer may be hidden by the script: a browser that insisted on it could not show where.
	const required = "required" in question && question.required && !question.onlyIf;
	switch (question.kind) {
		case "open":
			return (
				<textarea id={question.key} name={question.key} rows={3} maxlength={question.longest}>
					{text}
				</textarea>
			);
		case "number":
			return (
				<input
					class="c"
					id={question.key}
					name={question.key}
					value={text}
					inputmode="numeric"
					maxlength={6}
					autocomplete="off"
					required={required}
				/>
			);
		case "scale":
			return (
				<div class="g">
					{marks.map((mark) => (
						<label class="o">
							<input
								type="radio"
								name={question.key}
								value={mark}
								checked={text === mark}
								required={required}
							/>
							<span>{mark}</span>
						</label>
					))}
				</div>
			);
		case "choice":
		case "several":
			return (
				<>
					{question.options.map((option) => (
						<label class={question.kind === "several" ? "o k" : "o"}>
							<input
								type={question.kind === "several" ? "checkbox" : "radio"}
								name={question.key}
								value={option.key}
								checked={text.split(" ").includes(option.key)}
								// A browser that insists on a box wants every one of them.
								required={required && question.kind === "choice"}
							/>
							<span>
								{option.face ? <Face face={option.face} /> : <i />}
								<Said of={option.words} language={view.language} />
							</span>
						</label>
					))}
				</>
			);
	}
};

const marks = Array.from({ length: 11 }, (_, mark) => String(mark));
