import * as v from "valibot";
import { type FormState, formSchema } from "../../../worker/http/body";
import { Masthead } from "../../layout/masthead";
import { Shell } from "../../layout/shell";
import type { Page, View } from "../../layout/view";
import { Conflict } from "../../parts/conflict";
import { Choices, Field } from "../../parts/field";
import { Form } from "../../parts/form";
import { fieldOf, problemsOf } from "../../parts/mistakes";
import { paths } from "../../paths";
import { words } from "./words";

/** Members of the name that was typed, where there are several. */
export const contactCandidates = v.array(
	v.object({
		id: v.string(),
		name: v.string(),
		birthYear: v.nullable(v.number()),
		telephone: v.nullable(v.string()),
	}),
);
type Candidates = v.InferOutput<typeof contactCandidates>;

export const householdFormFacts = v.object({
	household: v.null(),
	candidates: contactCandidates,
	form: formSchema,
});

/** A household to add. */
export const HouseholdFormPage = ({
	facts: { candidates, form },
	view,
}: Page<v.InferOutput<typeof householdFormFacts>>) => {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	return (
		<Shell view={view} title={say.addTitle} here="members">
			<Masthead title={say.addTitle} back={{ href: paths.households(organisation), label: say.title }} />
			<Conflict form={form} language={view.language} />
			<Form
				language={view.language}
				action={paths.households(organisation)}
				id={form.id}
				problems={problemsOf(form, view.language)}
				submit={say.save}
				cancel={{ href: paths.households(organisation), label: say.cancel }}
			>
				{householdFields(candidates, form, view)}
			</Form>
		</Shell>
	);
};

/** Called and not used as an element, so that the sum of mistakes above the form finds the labels. */
export function householdFields(candidates: Candidates, form: FormState, view: View) {
	const say = words[view.language];
	const field = fieldOf(form, view.language);
	return (
		<>
			<Field {...field("household")} label={say.household} required />
			<Field {...field("address")} label={say.address} optional={say.optional} />
			<Field
				{...field("contact_name")}
				label={say.contactName}
				optional={say.optional}
				hint={say.contactHint}
			/>
			{candidates.length > 1 ? (
				<Choices
					{...field("contact")}
					label={say.whichOne}
					options={candidates.map((one) => ({
						value: one.id,
						label: say.candidate(one.name, one.birthYear, one.telephone),
					}))}
				/>
			) : (
				<input type="hidden" name="contact" value={field("contact").value} />
			)}
		</>
	);
}
