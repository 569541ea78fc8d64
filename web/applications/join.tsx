import * as v from "valibot";
import { formSchema } from "../../worker/http/body";
import { sexes } from "../../worker/tables/ground";
import { Bare } from "../layout/bare";
import type { Page } from "../layout/view";
import { Conflict } from "../parts/conflict";
import { Checkbox, Choices, Field } from "../parts/field";
import { Form } from "../parts/form";
import { fieldOf, problemsOf } from "../parts/mistakes";
import { paths } from "../paths";
import { words } from "./words";

export const joinFacts = v.object({
	organisation: v.object({ id: v.string(), name: v.string() }),
	form: formSchema,
});

/** The form by which a resident asks to join, on a phone. */
export const JoinPage = ({ facts: { organisation, form }, view }: Page<v.InferOutput<typeof joinFacts>>) => {
	const say = words[view.language];
	const field = fieldOf(form, view.language);
	return (
		<Bare view={view} title={say.joinTitle(organisation.name)}>
			<h1>{say.joinTitle(organisation.name)}</h1>
			<p>{say.joinLead}</p>
			<Conflict form={form} language={view.language} />
			<Form
				language={view.language}
				action={paths.join(organisation.id)}
				id={form.id}
				problems={problemsOf(form, view.language)}
				submit={say.send}
			>
				<Field {...field("name")} label={say.name} autocomplete="name" />
				<Choices
					{...field("sex")}
					label={say.sex}
					optional={say.optional}
					options={[
						...sexes.map((sex) => ({ value: sex, label: say.sexes[sex] })),
						{ value: "", label: say.unknown },
					]}
				/>
				<Field {...field("birth_year")} label={say.birthYear} optional={say.optional} inputmode="numeric" />
				<Field
					{...field("telephone")}
					label={say.telephone}
					optional={say.optional}
					hint={say.telephoneHint}
					type="tel"
					autocomplete="tel"
				/>
				<Field {...field("address")} label={say.address} optional={say.optional} />
				<Checkbox
					name="consent"
					label={say.consent}
					hint={say.consentHint}
					error={field("consent").error}
					checked={field("consent").value !== ""}
				/>
			</Form>
		</Bare>
	);
};
