import * as v from "valibot";
import { formSchema } from "../../../worker/http/body";
import { Masthead } from "../../layout/masthead";
import { Shell } from "../../layout/shell";
import type { Page, View } from "../../layout/view";
import { Conflict } from "../../parts/conflict";
import { Empty } from "../../parts/empty";
import { Field } from "../../parts/field";
import { Files } from "../../parts/files";
import { Form } from "../../parts/form";
import { formatDay } from "../../parts/format";
import { Heading } from "../../parts/heading";
import { Mark } from "../../parts/mark";
import { fieldOf, problemsOf } from "../../parts/mistakes";
import { Register } from "../../parts/table";
import { paths } from "../../paths";
import { words } from "./words";

export const exhibitsFacts = v.object({
	exhibits: v.array(
		v.object({
			id: v.string(),
			name: v.string(),
			holder: v.nullable(v.string()),
			fromDay: v.nullable(v.string()),
			dueDay: v.nullable(v.string()),
		}),
	),
	borrowed: v.array(
		v.object({ name: v.string(), owner: v.string(), fromDay: v.string(), dueDay: v.nullable(v.string()) }),
	),
	form: formSchema,
});
type Facts = v.InferOutput<typeof exhibitsFacts>;

/** Things lent and borrowed: where each is now, and when it is due. */
export const ExhibitsPage = ({ facts, view }: Page<Facts>) => {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	const { exhibits, borrowed, form } = facts;
	return (
		<Shell view={view} title={say.title} here="activities">
			<Masthead
				title={say.title}
				sub={[say.lead]}
				back={{ href: paths.activities(organisation), label: say.back }}
			/>
			<Conflict form={form} language={view.language} />
			{exhibits.length === 0 ? (
				<Empty {...say.empty} />
			) : (
				<>
					<Register
						caption={say.title}
						rows={exhibits}
						columns={[
							{
								head: say.name,
								cell: (one) => <a href={paths.exhibit(organisation, one.id)}>{one.name}</a>,
							},
							{ head: say.where, cell: (one) => one.holder ?? say.here },
							{
								head: say.due,
								cell: (one) => <Due day={one.dueDay} view={view} />,
								tight: true,
							},
						]}
					/>
					<p class="actions quiet">
						<Files href={paths.exhibits(organisation)} view={view} />
					</p>
				</>
			)}
			{view.place?.may.includes("record activities") && (
				<Form
					language={view.language}
					action={paths.exhibits(organisation)}
					id={form.id}
					problems={problemsOf(form, view.language)}
					submit={say.enter}
				>
					<Field
						{...fieldOf(form, view.language)("name")}
						label={say.newName}
						placeholder={say.placeholder}
						required
					/>
				</Form>
			)}
			{borrowed.length > 0 && (
				<section>
					<Heading>{say.borrowed}</Heading>
					<ul class="rows">
						{borrowed.map((one) => (
							<li>
								<span>
									{one.name} <small>{one.owner}</small>
								</span>
								<Due day={one.dueDay} view={view} />
							</li>
						))}
					</ul>
				</section>
			)}
		</Shell>
	);
};

/** When something is due back; a mark only where it should have been. */
export const Due = ({ day, view }: { day: string | null; view: View }) => {
	if (day === null) return <span>–</span>;
	const late = day < view.today;
	return (
		<span class={late ? "error" : undefined}>
			{late && <Mark shape="hollow" />} {formatDay(day, view.language, "short")}
			{late && ` ${words[view.language].overdue}`}
		</span>
	);
};
