import * as v from "valibot";
import { formSchema } from "../../../worker/http/body";
import { furtherKinds } from "../../../worker/tables/people";
import { Masthead } from "../../layout/masthead";
import { Shell } from "../../layout/shell";
import type { Page } from "../../layout/view";
import { Conflict } from "../../parts/conflict";
import { Empty } from "../../parts/empty";
import { Checkbox, Choices, Field, TextArea } from "../../parts/field";
import { Files } from "../../parts/files";
import { Form } from "../../parts/form";
import { Heading } from "../../parts/heading";
import { fieldOf, problemsOf } from "../../parts/mistakes";
import { Register } from "../../parts/table";
import { paths } from "../../paths";
import { words } from "./words";

/** A further field, as every face of it says. */
export const furtherFieldFacts = v.object({
	id: v.string(),
	kind: v.picklist(furtherKinds),
	zh: v.string(),
	en: v.string(),
	choices: v.array(v.string()),
	toDay: v.nullable(v.string()),
});

export const fieldsFacts = v.object({
	fields: v.array(furtherFieldFacts),
	/** Whether this is where they are defined. */
	defines: v.boolean(),
	/** Whether one more may be in use. */
	room: v.boolean(),
	form: formSchema,
});
type Facts = v.InferOutput<typeof fieldsFacts>;

/** The further fields, and the form to add one. */
export const FieldsPage = ({ facts, view }: Page<Facts>) => {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	const defines = facts.defines && view.place?.may.includes("set the rules");
	return (
		<Shell view={view} title={say.title} here="members">
			<Masthead
				title={say.title}
				sub={[say.sub]}
				back={{ href: paths.members(organisation), label: say.back }}
			/>
			<div class="prose">
				<p>{say.explained}</p>
				<p>{facts.defines ? say.never : say.elsewhere}</p>
			</div>
			{facts.fields.length === 0 ? (
				<Empty {...say.none} />
			) : (
				<Register
					caption={say.title}
					rows={facts.fields}
					columns={[
						{
							head: say.title,
							cell: (row) =>
								defines ? (
									<a href={paths.fieldEdit(organisation, row.id)}>{row[view.language]}</a>
								) : (
									row[view.language]
								),
						},
						{ head: say.kind, cell: (row) => say.kinds[row.kind] },
						{ head: say.choices, cell: (row) => row.choices.join("、"), minor: true },
						{ head: say.state, cell: (row) => (row.toDay ? say.ended : say.inUse), tight: true },
					]}
				/>
			)}
			{facts.fields.length > 0 && (
				<p class="links">
					<Files href={paths.fields(organisation)} total={facts.fields.length} view={view} />
				</p>
			)}
			{defines && <Define facts={facts} view={view} />}
		</Shell>
	);
};

const Define = ({ facts: { form, room }, view }: Page<Facts>) => {
	const say = words[view.language];
	const field = fieldOf(form, view.language);
	return (
		<section>
			<Heading>{say.define}</Heading>
			{!room && <p>{say.full}</p>}
			<Conflict form={form} language={view.language} />
			{(room || form.mistakes.zh) && (
				<Form
					language={view.language}
					action={paths.fields(view.place?.id ?? "")}
					id={form.id}
					problems={problemsOf(form, view.language)}
					submit={say.add}
				>
					<Field {...field("zh")} label={say.zh} required />
					<Field {...field("en")} label={say.en} required />
					<Choices
						{...field("kind")}
						label={say.kind}
						options={furtherKinds.map((kind) => ({ value: kind, label: say.kinds[kind] }))}
					/>
					<TextArea {...field("choices")} label={say.choices} hint={say.choicesHint} />
				</Form>
			)}
		</section>
	);
};

export const fieldEditFacts = v.object({ field: furtherFieldFacts, form: formSchema });

/** Another name for a field, other choices, or out of use. */
export const FieldEditPage = ({
	facts: { field: known, form },
	view,
}: Page<v.InferOutput<typeof fieldEditFacts>>) => {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	const field = fieldOf(form, view.language);
	const title = say.editTitle(known[view.language]);
	return (
		<Shell view={view} title={title} here="members">
			<Masthead title={title} back={{ href: paths.fields(organisation), label: say.title }} />
			<Conflict form={form} language={view.language} />
			<Form
				language={view.language}
				action={paths.fieldEdit(organisation, known.id)}
				id={form.id}
				problems={problemsOf(form, view.language)}
				submit={say.save}
				cancel={{ href: paths.fields(organisation), label: say.cancel }}
			>
				<Field {...field("zh")} label={say.zh} required />
				<Field {...field("en")} label={say.en} required />
				{known.kind === "choice" && (
					<TextArea {...field("choices")} label={say.choices} hint={say.choicesHint} />
				)}
				<Checkbox
					name="ended"
					label={say.ended}
					hint={say.endedHint}
					value="on"
					checked={form.typed.ended === "on" || form.typed.ended === "true"}
					error={field("ended").error}
				/>
			</Form>
		</Shell>
	);
};
