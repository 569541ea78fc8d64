import type * as v from "valibot";
import { entries } from "../../worker/surveys/wave/input";
import { denominators, issuers, pointScales } from "../../worker/tables/surveys";
import { Masthead } from "../layout/masthead";
import { Shell } from "../layout/shell";
import type { Page } from "../layout/view";
import { Conflict } from "../parts/conflict";
import { Choices, DayField, Field, Select, TextArea } from "../parts/field";
import { Form } from "../parts/form";
import { fieldOf, problemsOf } from "../parts/mistakes";
import { paths } from "../paths";
import type { waveFormFacts } from "./facts";
import { words } from "./words";

/** The form that opens a wave, and what it will cost. */
export const WaveFormPage = ({ facts, view }: Page<v.InferOutput<typeof waveFormFacts>>) => {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	const back = paths.surveys(organisation);
	const field = fieldOf(facts.form, view.language);
	return (
		<Shell view={view} title={say.open} here="satisfaction">
			<div class="stack">
				<Masthead title={say.open} sub={[view.place?.name]} back={{ href: back, label: say.back }} />
				<Conflict form={facts.form} language={view.language} />
				<Form
					language={view.language}
					action={back}
					id={facts.form.id}
					problems={problemsOf(facts.form, view.language)}
					submit={say.form.submit}
					cancel={{ href: back, label: say.cancel }}
				>
					<Select
						{...field("questionnaire")}
						label={say.form.questionnaire}
						hint={<a href={paths.questionnaires(organisation)}>{say.form.questionnaireHint}</a>}
						options={facts.questionnaires.map(({ id, title }) => ({
							value: id,
							label: title[view.language],
						}))}
					/>
					{facts.activity && (
						<>
							<input type="hidden" name="activity" value={facts.activity.id} />
							<p class="note">{say.form.about(facts.activity.title)}</p>
						</>
					)}
					{facts.below && !facts.activity && (
						<Choices
							{...field("scope")}
							label={say.form.scope}
							options={[
								{ value: "here", label: say.form.scopes.here },
								{ value: "below", label: say.form.scopes.below(facts.below.units) },
							]}
						/>
					)}
					<div class="fields">
						<DayField {...field("first_day")} label={say.form.firstDay} />
						<DayField {...field("last_day")} label={say.form.lastDay} hint={say.form.lastDayHint} />
					</div>
					<Choices
						{...field("entry")}
						label={say.form.entry}
						options={entries.map((value) => ({ value, label: say.form.entries[value] }))}
					/>
					<div class="fields">
						<Field {...field("slips")} label={say.form.slips} hint={say.form.slipsHint} inputmode="numeric" />
						<Field {...field("target")} label={say.form.target} inputmode="numeric" />
					</div>
					<Choices
						{...field("denominator")}
						label={say.form.denominator}
						options={denominators.map((value) => ({ value, label: say.form.denominators[value] }))}
					/>
					<div class="fields">
						<Select
							{...field("points")}
							label={say.form.points}
							hint={say.form.pointsHint}
							options={[
								{ value: "", label: say.form.noPoints },
								...pointScales.map((value) => ({ value, label: say.pointScales[value] })),
							]}
						/>
					</div>
					{facts.below && !facts.activity && (
						<>
							<Field
								{...field("assessors")}
								label={say.form.assessors}
								hint={say.form.assessorsHint}
								inputmode="numeric"
							/>
							<TextArea
								{...field("criteria")}
								label={say.form.criteria}
								hint={say.form.criteriaHint}
								rows={5}
							/>
							<Choices
								{...field("issuer")}
								label={say.form.issuer}
								options={issuers.map((value) => ({ value, label: say.form.issuers[value] }))}
							/>
						</>
					)}
					<p class="note">
						{say.form.adults(facts.adults)} {facts.cost && say.cost(facts.cost)}
						{facts.adults === null && <a href={paths.associationEdit(organisation)}>{say.form.adultsLink}</a>}
					</p>
					{facts.below && <p class="note">{say.form.costBelow(facts.below)}</p>}
				</Form>
			</div>
		</Shell>
	);
};
