import type * as v from "valibot";
import type { FormState } from "../../../worker/http/body";
import { Masthead } from "../../layout/masthead";
import { Shell } from "../../layout/shell";
import type { Page, View } from "../../layout/view";
import { Conflict } from "../../parts/conflict";
import { Choices, Field } from "../../parts/field";
import { Form } from "../../parts/form";
import { fieldOf, problemsOf } from "../../parts/mistakes";
import { paths } from "../../paths";
import type { draftFormFacts, titleFormFacts } from "./facts";
import { words } from "./words";

/** Begins a questionnaire: its title, and what it starts from. */
export const DraftFormPage = ({
	facts: { form, from },
	view,
}: Page<v.InferOutput<typeof draftFormFacts>>) => {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	const back = paths.questionnaires(organisation);
	return (
		<Shell view={view} title={say.newTitle} here="satisfaction">
			<div class="stack">
				<Masthead title={say.newTitle} back={{ href: back, label: say.title }} />
				<Conflict form={form} language={view.language} />
				<Form
					language={view.language}
					action={back}
					id={form.id}
					problems={problemsOf(form, view.language)}
					submit={say.startSubmit}
					cancel={{ href: back, label: say.cancel }}
				>
					{titleFields(form, view)}
					<Choices
						{...fieldOf(form, view.language)("from")}
						label={say.from}
						options={[
							{ value: "", label: say.blank },
							...from
								.filter(({ version }) => version !== null)
								.map(({ id, title, questions }) => ({
									value: id,
									label: `${title[view.language]} · ${say.questions(questions)}`,
								})),
						]}
					/>
				</Form>
			</div>
		</Shell>
	);
};

/** Gives a questionnaire another title. */
export const TitlePage = ({ facts: { id, form }, view }: Page<v.InferOutput<typeof titleFormFacts>>) => {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	const back = paths.questionnaire(organisation, id);
	return (
		<Shell view={view} title={say.retitle} here="satisfaction">
			<div class="stack">
				<Masthead title={say.retitle} back={{ href: back, label: say.title }} />
				<Conflict form={form} language={view.language} />
				<Form
					language={view.language}
					action={paths.questionnaireTitle(organisation, id)}
					id={form.id}
					problems={problemsOf(form, view.language)}
					submit={say.save}
					cancel={{ href: back, label: say.cancel }}
				>
					{titleFields(form, view)}
				</Form>
			</div>
		</Shell>
	);
};

const titleFields = (form: FormState, view: View) => {
	const say = words[view.language];
	const field = fieldOf(form, view.language);
	return (
		<div class="fields">
			<Field {...field("zh")} label={say.titleZh} hint={say.titleHint} />
			<Field {...field("en")} label={say.titleEn} hint={say.englishHint} />
		</div>
	);
};
