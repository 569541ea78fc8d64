import * as v from "valibot";
import { formSchema } from "../../../worker/http/body";
import { tagKinds } from "../../../worker/tables/people";
import { Masthead } from "../../layout/masthead";
import { Shell } from "../../layout/shell";
import type { Page, View } from "../../layout/view";
import { Conflict } from "../../parts/conflict";
import { Empty } from "../../parts/empty";
import { Checkbox, Choices, Field } from "../../parts/field";
import { Files } from "../../parts/files";
import { Form } from "../../parts/form";
import { formatNumber } from "../../parts/format";
import { Heading } from "../../parts/heading";
import { fieldOf, problemsOf } from "../../parts/mistakes";
import { type Column, Register } from "../../parts/table";
import { paths, withQuery } from "../../paths";
import { words } from "./words";

/** A tag, as every face of it says. */
export const tagFacts = v.object({
	id: v.string(),
	kind: v.picklist(tagKinds),
	zh: v.string(),
	en: v.string(),
	toDay: v.nullable(v.string()),
});

export const tagsFacts = v.object({
	tags: v.array(v.object({ ...tagFacts.entries, members: v.number() })),
	/** Whether this is where they are defined. */
	defines: v.boolean(),
	form: formSchema,
});
type Facts = v.InferOutput<typeof tagsFacts>;
type Row = Facts["tags"][number];

/** The tags with how many members bear each, and the form to add one. */
export const TagsPage = ({ facts, view }: Page<Facts>) => {
	const say = words[view.language];
	return (
		<Shell view={view} title={say.title} here="members">
			<Masthead
				title={say.title}
				sub={[view.place?.name]}
				back={{ href: paths.members(view.place?.id ?? ""), label: say.back }}
			/>
			<div class="prose">
				<p>{say.explained}</p>
				<p>{facts.defines ? say.never : say.elsewhere}</p>
			</div>
			{facts.tags.length === 0 ? (
				<Empty {...say.none} />
			) : (
				<>
					<Register caption={say.title} rows={facts.tags} columns={columnsOf(facts, view)} />
					<p class="links">
						<Files href={paths.tags(view.place?.id ?? "")} total={facts.tags.length} view={view} />
					</p>
				</>
			)}
			{facts.defines && view.place?.may.includes("set the rules") && <Define facts={facts} view={view} />}
		</Shell>
	);
};

function columnsOf(facts: Facts, view: View): Column<Row>[] {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	const may = view.place?.may ?? [];
	const bearers = (row: Row) => withQuery(paths.members(organisation), { tag: row.id });
	const name: Column<Row> = {
		head: say.name,
		cell: (row) => (row.members > 0 ? <a href={bearers(row)}>{row[view.language]}</a> : row[view.language]),
	};
	const mark: Column<Row> = {
		head: <span class="hidden">{say.mark}</span>,
		cell: (row) => (row.toDay ? say.ended : <a href={paths.tagMembers(organisation, row.id)}>{say.mark}</a>),
		tight: true,
	};
	const change: Column<Row> = {
		head: <span class="hidden">{say.change}</span>,
		cell: (row) => <a href={paths.tagEdit(organisation, row.id)}>{say.change}</a>,
		tight: true,
	};
	return [
		name,
		{ head: say.kind, cell: (row) => say.kinds[row.kind], minor: true },
		{ head: say.members, cell: (row) => formatNumber(row.members, view.language), number: true },
		...(may.includes("register members") ? [mark] : []),
		...(facts.defines && may.includes("set the rules") ? [change] : []),
	];
}

/** Called and not used as an element, so that the sum of mistakes finds the labels. */
const fieldsOf = (form: Facts["form"], view: View) => {
	const say = words[view.language];
	const field = fieldOf(form, view.language);
	return (
		<>
			<Choices
				{...field("kind")}
				label={say.kind}
				options={tagKinds.map((kind) => ({ value: kind, label: say.kinds[kind] }))}
			/>
			<Field {...field("zh")} label={say.zh} required />
			<Field {...field("en")} label={say.en} required />
		</>
	);
};

const Define = ({ facts: { form }, view }: Page<Facts>) => {
	const say = words[view.language];
	return (
		<section>
			<Heading>{say.define}</Heading>
			<Conflict form={form} language={view.language} />
			<Form
				language={view.language}
				action={paths.tags(view.place?.id ?? "")}
				id={form.id}
				problems={problemsOf(form, view.language)}
				submit={say.add}
			>
				{fieldsOf(form, view)}
			</Form>
		</section>
	);
};

export const tagEditFacts = v.object({ tag: tagFacts, form: formSchema });

/** Another name for a tag, or out of use. */
export const TagEditPage = ({ facts: { tag, form }, view }: Page<v.InferOutput<typeof tagEditFacts>>) => {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	const title = say.editTitle(tag[view.language]);
	return (
		<Shell view={view} title={title} here="members">
			<Masthead title={title} back={{ href: paths.tags(organisation), label: say.title }} />
			<Conflict form={form} language={view.language} />
			<Form
				language={view.language}
				action={paths.tagEdit(organisation, tag.id)}
				id={form.id}
				problems={problemsOf(form, view.language)}
				submit={say.save}
				cancel={{ href: paths.tags(organisation), label: say.cancel }}
			>
				{fieldsOf(form, view)}
				<Checkbox
					name="ended"
					label={say.ended}
					hint={say.endedHint}
					value="on"
					checked={form.typed.ended === "on" || form.typed.ended === "true"}
				/>
			</Form>
		</Shell>
	);
};
