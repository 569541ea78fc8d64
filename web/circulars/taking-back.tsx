import { Masthead } from "../layout/masthead";
import { Shell } from "../layout/shell";
import type { Page } from "../layout/view";
import { Conflict } from "../parts/conflict";
import { Field } from "../parts/field";
import { Form } from "../parts/form";
import { fieldOf, problemsOf } from "../parts/mistakes";
import { paths } from "../paths";
import type { TakingBackFacts } from "./facts";
import { words } from "./words";

/** Taking a circular back, and why. */
export const TakingBackPage = ({ facts: { id, title, form }, view }: Page<TakingBackFacts>) => {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	const back = paths.circular(organisation, id);
	return (
		<Shell view={view} title={say.takingBack(title)} here="home">
			<Masthead title={say.takingBack(title)} back={{ href: back, label: title }} />
			<Conflict form={form} language={view.language} />
			<p class="prose">{say.takingBackNote}</p>
			<Form
				language={view.language}
				action={paths.circularWithdrawal(organisation, id)}
				id={form.id}
				problems={problemsOf(form, view.language)}
				submit={say.takeBackSubmit}
				cancel={{ href: back, label: say.cancel }}
			>
				<Field {...fieldOf(form, view.language)("reason")} label={say.reason} required />
			</Form>
		</Shell>
	);
};
