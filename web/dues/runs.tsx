import * as v from "valibot";
import { formSchema } from "../../worker/http/body";
import { Masthead } from "../layout/masthead";
import { Shell } from "../layout/shell";
import type { Page } from "../layout/view";
import { Conflict } from "../parts/conflict";
import { Empty } from "../parts/empty";
import { Field } from "../parts/field";
import { Form } from "../parts/form";
import { formatAmount, formatDay } from "../parts/format";
import { fieldOf, problemsOf } from "../parts/mistakes";
import { Register } from "../parts/table";
import { paths } from "../paths";
import { words } from "./owing-words";

export const runsFacts = v.object({
	/** Each with how many it charged, and how much in fen. */
	runs: v.array(
		v.object({ id: v.string(), year: v.number(), day: v.string(), people: v.number(), sum: v.number() }),
	),
	form: formSchema,
});

/** The yearly runs, and the form to make one. */
export const RunsPage = ({ facts: { runs, form }, view }: Page<v.InferOutput<typeof runsFacts>>) => {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	return (
		<Shell view={view} title={say.runs} here="dues">
			<Masthead
				title={say.runs}
				sub={[say.runsHint]}
				back={{ href: paths.dues(organisation), label: say.back }}
			/>
			{runs.length === 0 ? (
				<Empty {...say.noRuns} />
			) : (
				<Register
					caption={say.runs}
					rows={runs}
					columns={[
						{ head: say.year, cell: ({ year }) => year },
						{ head: say.day, cell: ({ day }) => formatDay(day, view.language, "dotted") },
						{ head: say.people, cell: ({ people }) => people, number: true },
						{ head: say.sum, cell: ({ sum }) => formatAmount(sum, view.language), number: true },
					]}
				/>
			)}
			{view.place?.may.includes("collect dues") && (
				<>
					<Conflict form={form} language={view.language} />
					<Form
						language={view.language}
						action={paths.duesRuns(organisation)}
						id={form.id}
						problems={problemsOf(form, view.language)}
						submit={say.run}
					>
						<Field {...fieldOf(form, view.language)("year")} label={say.year} inputmode="numeric" />
					</Form>
				</>
			)}
		</Shell>
	);
};
