import * as v from "valibot";
import { formSchema } from "../../worker/http/body";
import { Masthead } from "../layout/masthead";
import { Shell } from "../layout/shell";
import type { Page } from "../layout/view";
import { Conflict } from "../parts/conflict";
import { Checkbox, DayField, TextArea } from "../parts/field";
import { Form } from "../parts/form";
import { fieldOf, problemsOf } from "../parts/mistakes";
import { paths } from "../paths";
import { Adults, Households, OrganisationFields } from "./fields";
import { kindOffered } from "./kinds/facts";
import { words } from "./words";

export const organisationFormFacts = v.object({ form: formSchema });

/** Correcting how many people an association stands for. */
export const OrganisationFormPage = ({
	facts: { form },
	view,
}: Page<v.InferOutput<typeof organisationFormFacts>>) => {
	const say = words[view.language];
	const here = view.place?.id ?? "";
	const back = paths.association(here);
	return (
		<Shell view={view} title={say.editTitle} here="association">
			<Masthead title={say.editTitle} sub={[view.place?.name]} back={{ href: back, label: say.title }} />
			<Conflict form={form} language={view.language} />
			<Form
				language={view.language}
				action={paths.associationEdit(here)}
				id={form.id}
				problems={problemsOf(form, view.language)}
				submit={say.save}
				cancel={{ href: back, label: say.cancel }}
			>
				<Adults form={form} language={view.language} />
				<Households form={form} language={view.language} />
			</Form>
		</Shell>
	);
};

export const foundingFacts = v.object({ kinds: v.array(kindOffered), form: formSchema });

/** Founding an association below another, or entering a place that has none yet. */
export const FoundingPage = ({ facts: { kinds, form }, view }: Page<v.InferOutput<typeof foundingFacts>>) => {
	const say = words[view.language];
	const field = fieldOf(form, view.language);
	const here = view.place?.id ?? "";
	const back = paths.tree(here);
	return (
		<Shell view={view} title={say.foundTitle} here="association">
			<Masthead title={say.foundTitle} back={{ href: back, label: say.below }} />
			<Conflict form={form} language={view.language} />
			<Form
				language={view.language}
				action={paths.below(here)}
				id={form.id}
				problems={problemsOf(form, view.language)}
				submit={say.save}
				cancel={{ href: back, label: say.cancel }}
			>
				<OrganisationFields form={form} kinds={kinds} language={view.language} />
				<DayField {...field("day")} label={say.foundedOn} optional={say.optional} hint={say.foundedHint} />
				<TextArea
					{...field("reason")}
					label={say.reason}
					optional={say.optional}
					hint={say.reasonHint}
					rows={2}
				/>
				<Checkbox
					{...field("unfounded")}
					value="on"
					checked={["on", "true"].includes(String(form.typed.unfounded))}
					label={say.unfounded}
				/>
			</Form>
		</Shell>
	);
};
