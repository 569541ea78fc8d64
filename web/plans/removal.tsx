import { Masthead } from "../layout/masthead";
import { Shell } from "../layout/shell";
import type { Page } from "../layout/view";
import { Conflict } from "../parts/conflict";
import { Field } from "../parts/field";
import { Form } from "../parts/form";
import { fieldOf, problemsOf } from "../parts/mistakes";
import { paths } from "../paths";
import type { RemovalFacts } from "./facts";
import { words } from "./words";

/** Taking an item out of a plan that isn't filed, or dropping it from one that is approved. */
export const RemovalPage = ({ facts: { year, state, item, form }, view }: Page<RemovalFacts>) => {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	const drops = state === "approved";
	const title = drops ? say.dropTitle(item.title) : say.removeTitle(item.title);
	const back = paths.plan(organisation, year);
	return (
		<Shell view={view} title={title} here="activities">
			<Masthead title={title} back={{ href: back, label: say.title(year) }} />
			<Conflict form={form} language={view.language} />
			<p class="prose">{drops ? say.dropNote : say.removeNote}</p>
			<Form
				language={view.language}
				action={paths.planItemRemoval(organisation, year, item.id)}
				id={form.id}
				problems={problemsOf(form, view.language)}
				submit={drops ? say.dropSubmit : say.removeSubmit}
				cancel={{ href: back, label: say.cancel }}
			>
				{drops && <Field {...fieldOf(form, view.language)("reason")} label={say.whyDrop} required />}
			</Form>
		</Shell>
	);
};
