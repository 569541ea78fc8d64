import * as v from "valibot";
import { formSchema } from "../../worker/http/body";
import { rateKinds } from "../../worker/tables/dues";
import { Masthead } from "../layout/masthead";
import { Shell } from "../layout/shell";
import type { Page } from "../layout/view";
import { Conflict } from "../parts/conflict";
import { Empty } from "../parts/empty";
import { DayField, Field, Select } from "../parts/field";
import { Form } from "../parts/form";
import { formatDay, formatFen } from "../parts/format";
import { fieldOf, problemsOf } from "../parts/mistakes";
import { Register } from "../parts/table";
import { paths } from "../paths";
import { words } from "./words";

export const ratesFacts = v.object({
	rates: v.array(v.object({ fromDay: v.string(), kind: v.picklist(rateKinds), amount: v.number() })),
	form: formSchema,
});

/** What a year costs, from a day on; earlier rates stay. */
export const RatesPage = ({ facts: { rates, form }, view }: Page<v.InferOutput<typeof ratesFacts>>) => {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	const field = fieldOf(form, view.language);
	return (
		<Shell view={view} title={say.ratesTitle} here="dues">
			<Masthead
				title={say.ratesTitle}
				sub={[say.ratesHint]}
				back={{ href: paths.dues(organisation), label: say.back }}
			/>
			{rates.length === 0 ? (
				<Empty {...say.noRates} />
			) : (
				<Register
					caption={say.ratesTitle}
					rows={rates}
					columns={[
						{ head: say.fromDay, cell: (row) => formatDay(row.fromDay, view.language) },
						{ head: say.kindField, cell: (row) => say.rateKinds[row.kind] },
						{ head: say.amountHead, cell: (row) => formatFen(row.amount, view.language), number: true },
					]}
				/>
			)}
			{view.place?.may.includes("collect dues") && (
				<>
					<Conflict form={form} language={view.language} />
					<Form
						language={view.language}
						action={paths.rates(organisation)}
						id={form.id}
						problems={problemsOf(form, view.language)}
						submit={say.setRate}
					>
						<DayField {...field("from_day")} label={say.fromDay} />
						<Select
							{...field("kind")}
							label={say.kindField}
							hint={say.kindHint}
							options={rateKinds.map((kind) => ({ value: kind, label: say.rateKinds[kind] }))}
						/>
						<Field {...field("amount")} label={say.amount} inputmode="decimal" />
					</Form>
				</>
			)}
		</Shell>
	);
};
