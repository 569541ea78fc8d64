import * as v from "valibot";
import { formSchema } from "../../worker/http/body";
import { Masthead } from "../layout/masthead";
import { Shell } from "../layout/shell";
import type { Page } from "../layout/view";
import { Conflict } from "../parts/conflict";
import { Checkbox } from "../parts/field";
import { Form } from "../parts/form";
import { Heading } from "../parts/heading";
import { fieldOf, problemsOf } from "../parts/mistakes";
import { Row, Rows } from "../parts/rows";
import { paths } from "../paths";
import { words } from "./words";

export const practiceFacts = v.object({
	practices: v.array(v.object({ id: v.string(), name: v.string() })),
	form: formSchema,
});

/** A place to try everything in: those there are, and one tick to make another. */
export const PracticePage = ({
	facts: { practices, form },
	view,
}: Page<v.InferOutput<typeof practiceFacts>>) => {
	const { association, cancel, practice: say } = words[view.language];
	const here = view.place?.id ?? "";
	const back = paths.association(here);
	return (
		<Shell view={view} title={say.title} here="association">
			<Masthead title={say.title} sub={[view.place?.name]} back={{ href: back, label: association }} />
			<p>{say.lead}</p>
			{practices.length > 0 && (
				<section>
					<Heading>{say.standing}</Heading>
					<Rows>
						{practices.map(({ id, name }) => (
							<Row label={name} href={paths.home(id)} link={say.open} />
						))}
					</Rows>
				</section>
			)}
			<Conflict form={form} language={view.language} />
			<Form
				language={view.language}
				action={paths.practice(here)}
				id={form.id}
				problems={problemsOf(form, view.language)}
				submit={say.found}
				cancel={{ href: back, label: cancel }}
			>
				<Invented form={form} view={view} />
			</Form>
		</Shell>
	);
};

export const clearingFacts = v.object({ form: formSchema });
type Clearing = v.InferOutput<typeof clearingFacts>;

/** Clearing a practice association, to begin again. */
export const ClearingPage = ({ facts: { form }, view }: Page<Clearing>) => {
	const { cancel, practice: say } = words[view.language];
	const here = view.place?.id ?? "";
	return (
		<Shell view={view} title={say.clearTitle} here="association">
			<Masthead title={say.clearTitle} back={{ href: paths.home(here), label: say.back }} />
			<p>{say.clearLead}</p>
			<Conflict form={form} language={view.language} />
			<Form
				language={view.language}
				action={paths.clearing(here)}
				id={form.id}
				problems={problemsOf(form, view.language)}
				submit={say.clear}
				cancel={{ href: paths.home(here), label: cancel }}
			>
				<Invented form={form} view={view} />
			</Form>
		</Shell>
	);
};

const Invented = ({ form, view }: Clearing & Pick<Page<Clearing>, "view">) => (
	<Checkbox
		{...fieldOf(form, view.language)("members")}
		value="on"
		checked={["on", "true"].includes(String(form.typed.members))}
		label={words[view.language].practice.members}
	/>
);
