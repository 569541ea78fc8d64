import * as v from "valibot";
import { formSchema } from "../../worker/http/body";
import { Masthead } from "../layout/masthead";
import { Shell } from "../layout/shell";
import type { Page } from "../layout/view";
import { Conflict } from "../parts/conflict";
import { Form } from "../parts/form";
import { problemsOf } from "../parts/mistakes";
import { paths } from "../paths";
import { OrganisationFields } from "./fields";
import { words } from "./words";

export const organisationFormFacts = v.object({ founding: v.boolean(), form: formSchema });

/** Changing an association's facts, or founding one below it. */
export const OrganisationFormPage = ({
	facts: { founding, form },
	view,
}: Page<v.InferOutput<typeof organisationFormFacts>>) => {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	const title = founding ? say.foundTitle : say.editTitle;
	const back = founding ? paths.below(organisation) : paths.association(organisation);
	return (
		<Shell view={view} title={title} here="association">
			<Masthead title={title} back={{ href: back, label: founding ? say.below : say.title }} />
			<Conflict form={form} language={view.language} />
			<Form
				language={view.language}
				action={founding ? paths.below(organisation) : paths.associationEdit(organisation)}
				id={form.id}
				problems={problemsOf(form, view.language)}
				submit={say.save}
				cancel={{ href: back, label: say.cancel }}
			>
				<OrganisationFields form={form} language={view.language} />
			</Form>
		</Shell>
	);
};
