import * as v from "valibot";
import { formSchema } from "../../worker/http/body";
import { Masthead } from "../layout/masthead";
import { Shell } from "../layout/shell";
import type { Page } from "../layout/view";
import { Conflict } from "../parts/conflict";
import { Empty } from "../parts/empty";
import { Select } from "../parts/field";
import { Form } from "../parts/form";
import { formatAmount, formatDay } from "../parts/format";
import { fieldOf, problemsOf } from "../parts/mistakes";
import { Register } from "../parts/table";
import { paths } from "../paths";
import { words } from "./books-words";

export const settlementsFacts = v.object({
	/** Months (2026-03) and years (2026) that may be settled. */
	open: v.array(v.string()),
	settlements: v.array(
		v.object({
			period: v.string(),
			day: v.string(),
			/** The head of the year's chain at that moment. */
			head: v.string(),
			/** What there was, in fen, of that year's money alone. */
			balance: v.number(),
		}),
	),
	form: formSchema,
});

/** Months and years that are settled, and the form to settle the next. */
export const SettlementsPage = ({ facts, view }: Page<v.InferOutput<typeof settlementsFacts>>) => {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	const { open, settlements, form } = facts;
	return (
		<Shell view={view} title={say.settlements} here="dues">
			<Masthead
				title={say.settlements}
				sub={[say.settlementsHint]}
				back={{ href: paths.funds(organisation), label: say.register }}
			/>
			{settlements.length === 0 ? (
				<Empty {...say.noSettlements} />
			) : (
				<Register
					caption={say.settlements}
					rows={settlements}
					columns={[
						{ head: say.period, cell: ({ period }) => say.periodText(period), tight: true },
						{ head: say.settledOn, cell: ({ day }) => formatDay(day, view.language, "dotted"), tight: true },
						{ head: say.head, cell: ({ head }) => head, minor: true },
						{ head: say.balance, cell: ({ balance }) => formatAmount(balance, view.language), number: true },
					]}
				/>
			)}
			{view.place?.may.includes("use funds") && open.length > 0 && (
				<>
					<Conflict form={form} language={view.language} />
					<Form
						language={view.language}
						action={paths.settlements(organisation)}
						id={form.id}
						problems={problemsOf(form, view.language)}
						submit={say.settle}
						confirm={say.settleConfirm}
					>
						<Select
							{...fieldOf(form, view.language)("period")}
							label={say.which}
							hint={say.whichHint}
							options={open.map((period) => ({ value: period, label: say.periodText(period) }))}
						/>
					</Form>
				</>
			)}
		</Shell>
	);
};
