import * as v from "valibot";
import { formSchema } from "../../../worker/http/body";
import { type LifeActName, lifeActNames } from "../../../worker/organisations/life/rules";
import { Masthead } from "../../layout/masthead";
import { Shell } from "../../layout/shell";
import type { Page } from "../../layout/view";
import { Conflict } from "../../parts/conflict";
import { DayField, Field, Select, TextArea } from "../../parts/field";
import { Form } from "../../parts/form";
import { fieldOf, problemsOf } from "../../parts/mistakes";
import { paths } from "../../paths";
import { kindOffered } from "../kinds/facts";
import { words } from "./words";

export const lifeFacts = v.object({
	act: v.picklist(lifeActNames),
	kinds: v.array(kindOffered),
	form: formSchema,
});

/** Where the form of each act is, and goes to. */
export const lifePaths: Record<LifeActName, (organisation: string) => string> = {
	founding: paths.founding,
	renaming: paths.renaming,
	relocation: paths.relocation,
	standardisation: paths.standardisation,
	"standardisation-end": paths.standardisationEnd,
	deregistration: paths.deregistration,
};

/** An act of an organisation's life: on which day, and why. */
export const LifePage = ({ facts: { act, kinds, form }, view }: Page<v.InferOutput<typeof lifeFacts>>) => {
	const say = words[view.language];
	const field = fieldOf(form, view.language);
	const here = view.place?.id ?? "";
	const back = paths.association(here);
	const again = act === "founding" && view.place?.status === "deregistered";
	const title = again ? say.again : say.title[act];
	const names = act === "founding" || act === "renaming";
	return (
		<Shell view={view} title={title} here="association">
			<Masthead title={title} sub={[view.place?.name]} back={{ href: back, label: say.association }} />
			<p class="soft">{say.lead[act]}</p>
			<Conflict form={form} language={view.language} />
			<Form
				language={view.language}
				action={lifePaths[act](here)}
				id={form.id}
				problems={problemsOf(form, view.language)}
				submit={again ? say.again : say.submit[act]}
				cancel={{ href: back, label: say.cancel }}
			>
				{names && <Field {...field("organisation")} label={say.name} />}
				{kinds.length > 1 ? (
					<Select
						{...field("kind")}
						label={say.kind}
						options={kinds.map((kind) => ({ value: kind.id, label: kind[view.language] }))}
					/>
				) : (
					kinds.length > 0 && <input type="hidden" name="kind" value={field("kind").value} />
				)}
				<DayField {...field("day")} label={say.day} hint={say.dayHint} />
				<TextArea
					{...field("reason")}
					label={say.reason}
					hint={say.reasonHint}
					optional={act === "founding" && say.optional}
				/>
			</Form>
		</Shell>
	);
};
