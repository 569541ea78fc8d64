import * as v from "valibot";
import { formSchema } from "../../worker/http/body";
import { grantablePosts } from "../../worker/officers/input";
import { posts } from "../../worker/roles/may";
import { Masthead } from "../layout/masthead";
import { Shell } from "../layout/shell";
import type { Page } from "../layout/view";
import { words as layoutWords } from "../layout/words";
import { Empty } from "../parts/empty";
import { Field, Select } from "../parts/field";
import { Form } from "../parts/form";
import { formatDay } from "../parts/format";
import { Heading } from "../parts/heading";
import { fieldOf, problemsOf } from "../parts/mistakes";
import { Register } from "../parts/table";
import { paths } from "../paths";
import { words } from "./words";

export const officersFacts = v.object({
	holders: v.array(
		v.object({
			id: v.string(),
			name: v.string(),
			post: v.picklist(posts),
			fromDay: v.string(),
			toDay: v.nullable(v.string()),
		}),
	),
	form: formSchema,
});
type Facts = v.InferOutput<typeof officersFacts>;

/** Who holds or held a post, and the form that lets another in. */
export const OfficersPage = ({ facts: { holders, form }, view }: Page<Facts>) => {
	const say = words[view.language];
	const names = layoutWords[view.language].posts;
	const organisation = view.place?.id ?? "";
	const letsIn = view.place?.may.includes("let officers in") ?? false;
	const field = fieldOf(form, view.language);
	const day = (text: string | null) => formatDay(text, view.language, "dotted");
	const End = ({ row }: { row: Facts["holders"][number] }) =>
		letsIn && row.toDay === null && row.post !== "owner" ? (
			<form
				method="post"
				action={paths.officerEnd(organisation, row.id)}
				data-confirm={say.endConfirm(row.name)}
			>
				<button type="submit" class="plain" aria-label={`${say.end} ${row.name}`}>
					{say.end}
				</button>
			</form>
		) : null;
	return (
		<Shell view={view} title={say.title} here="association">
			<Masthead
				title={say.title}
				sub={[view.place?.name]}
				back={{ href: paths.association(organisation), label: say.back }}
			/>
			{holders.length === 0 ? (
				<Empty {...say.nobody} />
			) : (
				<Register
					caption={say.title}
					rows={holders}
					columns={[
						{ head: say.name, cell: (row) => row.name },
						{ head: say.post, cell: (row) => names[row.post] },
						{
							head: say.term,
							cell: (row) => say.since(day(row.fromDay), row.toDay && day(row.toDay)),
							minor: true,
						},
						{ head: <span class="hidden">{say.end}</span>, cell: (row) => <End row={row} /> },
					]}
				/>
			)}
			{letsIn && (
				<>
					<Heading>{say.letIn}</Heading>
					<p class="soft">{say.letInHint}</p>
					<Form
						language={view.language}
						action={paths.officerLinks(organisation)}
						problems={problemsOf(form, view.language)}
						submit={say.makeLink}
					>
						<input type="hidden" name="member" value={field("member").value} />
						<Field {...field("name")} label={say.name} />
						<Select
							{...field("post")}
							label={say.post}
							options={grantablePosts.map((post) => ({ value: post, label: names[post] }))}
						/>
					</Form>
				</>
			)}
		</Shell>
	);
};
