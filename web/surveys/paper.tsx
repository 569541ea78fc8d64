import type * as v from "valibot";
import { type Counted, optionsOf } from "../../worker/surveys/questionnaire/rules";
import type { Language } from "../../worker/values/language";
import { Masthead } from "../layout/masthead";
import { Shell } from "../layout/shell";
import type { Page } from "../layout/view";
import { Checks, Choices, Field, TextArea } from "../parts/field";
import { Form } from "../parts/form";
import { fieldOf, problemsOf } from "../parts/mistakes";
import { paths, withQuery } from "../paths";
import type { paperFacts } from "./facts";
import { words } from "./words";

/** Keys in what somebody answered on paper; such answers are counted as keyed in. */
export const PaperAnswerPage = ({
	facts: { wave, form, setback },
	view,
}: Page<v.InferOutput<typeof paperFacts>>) => {
	const say = words[view.language];
	const { language } = view;
	const organisation = view.place?.id ?? "";
	const unit = wave.unit === organisation ? null : wave.unit;
	const back = unit ? paths.waveUnits(organisation, wave.id) : paths.wave(organisation, wave.id);
	const field = fieldOf(form, language);
	const stopped = setback && say.paper.setbacks[setback];
	const problems = { ...problemsOf(form, language), ...(stopped ? { code: stopped } : {}) };
	return (
		<Shell view={view} title={say.paper.title} here="satisfaction">
			<div class="stack">
				<Masthead
					title={say.paper.title}
					sub={[view.place?.name, <span class="unbroken">{say.days(wave)}</span>]}
					back={{ href: back, label: say.backToWave }}
				/>
				<p class="prose">{say.paper.lead}</p>
				<Form
					language={language}
					action={withQuery(paths.wavePaper(organisation, wave.id), { unit })}
					id={form.id}
					problems={problems}
					submit={say.paper.submit}
					cancel={{ href: back, label: say.cancel }}
				>
					<Field
						{...field("code")}
						{...(stopped ? { error: stopped } : {})}
						label={say.paper.code}
						optional={wave.codeRequired ? undefined : say.paper.codeOptional}
					/>
					{wave.asked.questions.map((question) =>
						question.kind === "several" ? (
							<Checks
								{...field(question.key)}
								label={question.words[language]}
								chosen={String(field(question.key).value).split(" ")}
								options={choicesOf(question, language)}
							/>
						) : question.kind === "number" ? (
							<Field {...field(question.key)} label={question.words[language]} inputmode="numeric" />
						) : question.kind === "open" ? (
							<TextArea
								{...field(question.key)}
								label={question.words[language]}
								maxlength={question.longest}
								rows={2}
							/>
						) : (
							<Choices
								{...field(question.key)}
								label={question.words[language]}
								options={[
									...choicesOf(question, language),
									...(question.required ? [] : [{ value: "", label: say.paper.blank }]),
								]}
							/>
						),
					)}
				</Form>
			</div>
		</Shell>
	);
};

const choicesOf = (question: Counted, language: Language) =>
	optionsOf(question).map((option) => ({ value: option.key, label: option.words[language] }));
