import type * as v from "valibot";
import { Masthead } from "../../layout/masthead";
import { Shell } from "../../layout/shell";
import type { Page } from "../../layout/view";
import { Form } from "../../parts/form";
import { Mark } from "../../parts/mark";
import { paths } from "../../paths";
import { words as respondent } from "../answer-words";
import type { publishFacts } from "./facts";
import { words } from "./words";

/** Before a version is fixed: what stands in the way, what is worth knowing, and which questions ask the same as before. */
export const PublishPage = ({ facts, view }: Page<v.InferOutput<typeof publishFacts>>) => {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	const { form, id, version, questions } = facts;
	const back = paths.questionnaire(organisation, id);
	const title = say.publishTitle(version);
	return (
		<Shell view={view} title={title} here="satisfaction">
			<div class="stack">
				<Masthead
					title={title}
					sub={[facts.title[view.language] || facts.title.zh || facts.title.en]}
					back={{ href: back, label: say.title }}
				>
					<a class="button" href={paths.questionnairePreview(organisation, id)}>
						{say.preview}
					</a>
				</Masthead>
				{Object.keys(form.mistakes).length > 0 && (
					<div class="errors" role="alert">
						<p>{say.overtaken}</p>
					</div>
				)}
				<p class="prose">{say.publishLead}</p>
				{facts.blockers.map((blocker) => (
					<p class="error">
						<Mark shape="hollow" /> {say.blockers[blocker]}
					</p>
				))}
				{facts.unscored && facts.blockers.length === 0 && <p class="note">{say.unscored}</p>}
				{facts.oneLanguage > 0 && <p class="note">{say.oneLanguage(facts.oneLanguage)}</p>}
				{facts.blockers.length === 0 && (
					<Form
						language={view.language}
						action={paths.editions(organisation, id)}
						id={form.id}
						submit={say.publishSubmit}
						cancel={{ href: back, label: say.cancel }}
					>
						<input type="hidden" name="seen" value={String(form.typed.seen ?? "")} />
						{version > 1 && (
							<fieldset class="field">
								<legend>{say.comparable}</legend>
								<p class="hint">{say.comparableNote}</p>
								<div class="choices">
									{questions.map((question, place) => (
										<label class="choice">
											<input
												type="checkbox"
												name="same"
												value={question.key}
												checked={
													question.kinship === "same" || [form.typed.same ?? []].flat().includes(question.key)
												}
												disabled={question.kinship === "changed" || question.kinship === "new"}
											/>
											<span>
												{respondent[view.language].numeral(place + 1)} {question.words[view.language]}{" "}
												<small>{say.kinship[question.kinship]}</small>
											</span>
										</label>
									))}
								</div>
							</fieldset>
						)}
					</Form>
				)}
			</div>
		</Shell>
	);
};
