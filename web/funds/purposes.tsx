import * as v from "valibot";
import { uses } from "../../worker/funds/accounts";
import { formSchema } from "../../worker/http/body";
import { Masthead } from "../layout/masthead";
import { Shell } from "../layout/shell";
import type { Page } from "../layout/view";
import { Conflict } from "../parts/conflict";
import { Empty } from "../parts/empty";
import { Checks, Field } from "../parts/field";
import { Files } from "../parts/files";
import { Form } from "../parts/form";
import { formatAmount, formatFen } from "../parts/format";
import { Heading } from "../parts/heading";
import { fieldOf, problemsOf } from "../parts/mistakes";
import { Register } from "../parts/table";
import { paths, withQuery } from "../paths";
import { words } from "./purposes-words";
import { words as fundWords } from "./words";

export const purposesFacts = v.object({
	purposes: v.array(
		v.object({
			...{ id: v.string(), name: v.string(), giver: v.nullable(v.string()), day: v.string() },
			/** The only accounts it may be used for; none: whatever serves it. */
			uses: v.array(v.picklist(uses)),
			/** What is left of it, in fen. */
			left: v.number(),
		}),
	),
	/** What may be used for anything, in fen. */
	free: v.number(),
	form: formSchema,
});

/** Money that was given for one purpose: what is left of each, and the form to set one up. */
export const PurposesPage = ({ facts, view }: Page<v.InferOutput<typeof purposesFacts>>) => {
	const say = words[view.language];
	const accounts = fundWords[view.language].accounts;
	const organisation = view.place?.id ?? "";
	const { purposes, free, form } = facts;
	const field = fieldOf(form, view.language);
	const uses_ = view.place?.may.includes("use funds") ?? false;
	return (
		<Shell view={view} title={say.title} here="dues">
			<Masthead
				title={say.title}
				sub={[say.hint]}
				back={{ href: paths.funds(organisation), label: say.back }}
			>
				{uses_ && purposes.length > 0 && (
					<a class="button" href={withQuery(paths.entryNew(organisation), { direction: "income" })}>
						{say.receive}
					</a>
				)}
			</Masthead>
			<Conflict form={form} language={view.language} />
			{purposes.length === 0 ? (
				<Empty {...say.none} />
			) : (
				<>
					<Register
						caption={say.title}
						rows={purposes}
						columns={[
							{ head: say.name, cell: ({ name }) => name },
							{ head: say.giver, cell: ({ giver }) => giver, minor: true },
							{
								head: say.uses,
								cell: (one) => one.uses.map((use) => accounts[use]).join(say.separator) || say.anything,
								minor: true,
							},
							{ head: say.left, cell: ({ left }) => formatAmount(left, view.language), number: true },
						]}
					/>
					<p class="note">{say.free(formatFen(free, view.language))}</p>
					<p class="actions quiet">
						<Files href={paths.purposes(organisation)} view={view} />
					</p>
				</>
			)}
			{uses_ && (
				<>
					<Heading>{say.make}</Heading>
					<Form
						language={view.language}
						action={paths.purposes(organisation)}
						id={form.id}
						problems={problemsOf(form, view.language)}
						submit={say.save}
					>
						<Field {...field("name")} label={say.nameField} hint={say.nameHint} />
						<Field {...field("giver")} label={say.giverField} optional={say.optional} />
						<Checks
							{...field("uses")}
							label={say.usesField}
							hint={say.usesHint}
							options={uses.map((use) => ({ value: use, label: accounts[use] }))}
							chosen={[form.typed.uses ?? []].flat()}
						/>
					</Form>
				</>
			)}
		</Shell>
	);
};
