import * as v from "valibot";
import { formSchema } from "../../worker/http/body";
import { methods } from "../../worker/tables/dues";
import { Masthead } from "../layout/masthead";
import { Shell } from "../layout/shell";
import type { Page } from "../layout/view";
import { Conflict } from "../parts/conflict";
import { Choices, DayField, Field } from "../parts/field";
import { Form } from "../parts/form";
import { fieldOf, problemsOf } from "../parts/mistakes";
import { paths } from "../paths";
import { words } from "./words";

export const entryFormFacts = v.object({ form: formSchema });

/** The form to post money that was used, or came in otherwise than as dues. */
export const EntryFormPage = ({ facts: { form }, view }: Page<v.InferOutput<typeof entryFormFacts>>) => {
	const say = words[view.language];
	const field = fieldOf(form, view.language);
	const back = paths.funds(view.place?.id ?? "");
	return (
		<Shell view={view} title={say.formTitle} here="dues">
			<Masthead title={say.formTitle} back={{ href: back, label: say.back }} />
			<Conflict form={form} language={view.language} />
			<Form
				language={view.language}
				action={back}
				id={form.id}
				problems={problemsOf(form, view.language)}
				submit={say.save}
				cancel={{ href: back, label: say.cancel }}
			>
				<Choices
					{...field("direction")}
					label={say.direction}
					hint={say.directionHint}
					options={(["use", "income"] as const).map((direction) => ({
						value: direction,
						label: say.directions[direction],
					}))}
				/>
				<DayField {...field("day")} label={say.day} />
				<Field {...field("amount")} label={say.yuan} inputmode="decimal" />
				<Field {...field("purpose")} label={say.purpose} />
				<Field {...field("party")} label={say.party} optional={say.optional} />
				<Choices
					{...field("method")}
					label={say.method}
					options={methods.map((method) => ({ value: method, label: say.methods[method] }))}
				/>
			</Form>
		</Shell>
	);
};
