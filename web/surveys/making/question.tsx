import { writesOptions } from "../../../worker/surveys/draft/shapes";
import type { Question } from "../../../worker/surveys/questionnaire/rules";
import { newId } from "../../../worker/values/id";
import { Masthead } from "../../layout/masthead";
import { Shell } from "../../layout/shell";
import type { Page, View } from "../../layout/view";
import { Conflict } from "../../parts/conflict";
import { Checkbox, Field, Select, TextArea } from "../../parts/field";
import { Form } from "../../parts/form";
import { fieldOf, problemsOf } from "../../parts/mistakes";
import { paths } from "../../paths";
import type { QuestionFormFacts } from "./facts";
import { words } from "./words";

/** Adds a question, or rewrites one: both languages side by side, and what only some are asked. */
export const QuestionFormPage = ({ facts, view }: Page<QuestionFormFacts>) => {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	const { form, key, shape, questionnaire } = facts;
	const back = paths.questionnaire(organisation, questionnaire.id);
	const field = fieldOf(form, view.language);
	const title = key === null ? say.questionTitle(say.shapes[shape]) : say.rewriteTitle;
	const box = (name: string, label: string, hint?: string) => (
		<Checkbox
			name={name}
			label={label}
			{...(hint ? { hint } : {})}
			value="on"
			checked={form.typed[name] === "on" || form.typed[name] === "true"}
			error={field(name).error}
		/>
	);
	return (
		<Shell view={view} title={title} here="satisfaction">
			<div class="stack">
				<Masthead
					title={title}
					sub={[questionnaire.title[view.language] || questionnaire.title.zh, say.shapeNotes[shape]]}
					back={{ href: back, label: say.title }}
				/>
				<Conflict form={form} language={view.language} />
				<Form
					language={view.language}
					action={
						key === null
							? paths.questions(organisation, questionnaire.id)
							: paths.question(organisation, questionnaire.id, key)
					}
					id={form.id}
					problems={problemsOf(form, view.language)}
					submit={key === null ? say.addSubmit : say.save}
					cancel={{ href: back, label: say.cancel }}
				>
					<input type="hidden" name="shape" value={shape} />
					<div class="fields">
						<Field {...field("zh")} label={say.zh} />
						<Field {...field("en")} label={say.en} hint={say.englishHint} />
					</div>
					{writesOptions(shape) && (
						<div class="fields">
							<TextArea {...field("options_zh")} label={say.optionsZh} hint={say.optionsHint} rows={6} />
							<TextArea {...field("options_en")} label={say.optionsEn} hint={say.optionsEnHint} rows={6} />
						</div>
					)}
					{shape === "knowledge" && (
						<Field {...field("right")} label={say.rightField} hint={say.rightHint} inputmode="numeric" />
					)}
					{shape === "number" && (
						<div class="fields">
							<Field {...field("least")} label={say.least} inputmode="numeric" />
							<Field {...field("most")} label={say.most} inputmode="numeric" />
						</div>
					)}
					{shape === "satisfaction" && box("faces", say.faces)}
					{shape === "yes-no" && box("participation", say.participation)}
					{shape !== "open" && box("required", say.requiredField, say.requiredHint)}
					{facts.earlier.length > 0 && (
						<Select {...field("only_if")} label={say.onlyIf} options={conditionsOf(facts, view)} />
					)}
					<p class="note">{say.heading}</p>
					<div class="fields">
						<Field {...field("heading_zh")} label={say.headingZh} />
						<Field {...field("heading_en")} label={say.headingEn} />
					</div>
					{asksToLookAgain(facts) && box("sure", say.sure)}
					<p class="note">
						<strong>{say.never}</strong> {say.neverText}
					</p>
				</Form>
				{key !== null && (
					<form
						method="post"
						action={paths.questionRemoval(organisation, questionnaire.id, key)}
						data-once
						data-confirm={say.removeConfirm}
					>
						<input type="hidden" name="id" value={newId()} />
						<button type="submit">{say.remove}</button>
					</form>
				)}
			</div>
		</Shell>
	);
};

/** Offered only where a word stood in the text that may be about somebody's body: everybody else needn't meet it. */
const asksToLookAgain = ({ form }: QuestionFormFacts) =>
	Object.values(form.mistakes).includes("look-again") ||
	form.typed.sure === "on" ||
	form.typed.sure === "true";

function conditionsOf({ earlier }: QuestionFormFacts, view: View) {
	const say = words[view.language];
	return [
		{ value: "", label: say.everybody },
		...earlier.flatMap((question: Question) =>
			"options" in question
				? question.options.map((option) => ({
						value: `${question.key}:${option.key}`,
						label: say.only(
							`“${shortened(question.words[view.language] || question.words.zh || question.words.en)}”`,
							option.words[view.language] || option.words.zh || option.words.en,
						),
					}))
				: [],
		),
	];
}

const shortened = (text: string) => ([...text].length > 18 ? `${[...text].slice(0, 17).join("")}…` : text);
