import * as v from "valibot";
import { formSchema } from "../../worker/http/body";
import { Bare } from "../layout/bare";
import type { Page } from "../layout/view";
import { Field } from "../parts/field";
import { Form } from "../parts/form";
import { fieldOf, problemsOf } from "../parts/mistakes";
import { paths } from "../paths";
import { words } from "./words";

export const recoverFacts = v.object({ secret: v.string(), form: formSchema });

/** Signing in by one of the owner's printed codes. */
export const RecoverPage = ({ facts: { secret, form }, view }: Page<v.InferOutput<typeof recoverFacts>>) => {
	const say = words[view.language];
	return (
		<Bare view={view} title={say.recoverTitle}>
			<h1>{say.recoverTitle}</h1>
			<p>{say.recoverLead}</p>
			<Form
				language={view.language}
				action={paths.recover()}
				problems={problemsOf(form, view.language)}
				submit={say.enter}
			>
				<input type="hidden" name="secret" value={secret} />
				<Field {...fieldOf(form, view.language)("code")} label={say.code} />
			</Form>
		</Bare>
	);
};
