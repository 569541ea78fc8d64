import * as v from "valibot";
import { accounts } from "../../worker/funds/accounts";
import { planned } from "../../worker/funds/budget/input";
import { formSchema } from "../../worker/http/body";
import { Masthead } from "../layout/masthead";
import { Shell } from "../layout/shell";
import type { Page, View } from "../layout/view";
import { Conflict } from "../parts/conflict";
import { Empty } from "../parts/empty";
import { Field } from "../parts/field";
import { Files } from "../parts/files";
import { Form } from "../parts/form";
import { formatAmount, formatDay } from "../parts/format";
import { Heading } from "../parts/heading";
import { fieldOf, problemsOf } from "../parts/mistakes";
import { Register } from "../parts/table";
import { paths, withQuery } from "../paths";
import { words } from "./budget-words";
import { words as fundWords } from "./words";

/** An account with what was planned and what became of it, in fen. */
const row = v.object({ account: v.picklist(accounts), planned: v.number(), actual: v.number() });

export const budgetFacts = v.object({
	year: v.number(),
	thisYear: v.number(),
	/** The day on which it was last set; null where nobody made a plan. */
	setOn: v.nullable(v.string()),
	incomes: v.array(row),
	uses: v.array(row),
	form: formSchema,
});
type Facts = v.InferOutput<typeof budgetFacts>;

/** A year's plan of money: by kind, the actual beside it, and what is still to come or left. */
export const BudgetPage = ({ facts, view }: Page<Facts>) => {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	const here = paths.budget(organisation);
	const { year, thisYear, setOn, incomes, uses, form } = facts;
	const nothing = incomes.length + uses.length === 0;
	return (
		<Shell view={view} title={say.title} here="dues">
			<Masthead
				title={say.title}
				sub={[view.place?.name, setOn ? say.setOn(formatDay(setOn, view.language, "dotted")) : say.unset]}
				letterhead
				back={{ href: paths.funds(organisation), label: say.back }}
				year={{
					year,
					earlier: withQuery(here, { year: year - 1 }),
					later: year <= thisYear ? withQuery(here, { year: year + 1 }) : null,
				}}
			/>
			<Conflict form={form} language={view.language} />
			{nothing && <Empty {...say.empty} />}
			{incomes.length > 0 && <Side rows={incomes} comes view={view} />}
			{uses.length > 0 && <Side rows={uses} view={view} />}
			{view.place?.may.includes("use funds") && <Plan facts={facts} view={view} />}
			{!nothing && (
				<p class="actions quiet">
					<Files href={withQuery(here, { year })} view={view} />
					<button type="button" class="plain" data-print hidden>
						{say.print}
					</button>
				</p>
			)}
		</Shell>
	);
};

const Side = ({ rows, comes = false, view }: { rows: Facts["uses"]; comes?: boolean; view: View }) => {
	const say = words[view.language];
	const yuan = (fen: number) => formatAmount(fen, view.language);
	const sum = (of: "planned" | "actual") => rows.reduce((total, one) => total + one[of], 0);
	const beside = ({ planned, actual }: { planned: number; actual: number }) =>
		actual <= planned
			? yuan(planned - actual)
			: comes
				? say.more(yuan(actual - planned))
				: say.over(yuan(actual - planned));
	return (
		<>
			<Heading note={say.inYuan}>{comes ? say.incomes : say.uses}</Heading>
			<Register
				caption={comes ? say.incomes : say.uses}
				rows={rows}
				columns={[
					{ head: say.account, cell: ({ account }) => fundWords[view.language].accounts[account] },
					{ head: say.planned, cell: (one) => yuan(one.planned), number: true },
					{ head: say.actual, cell: (one) => yuan(one.actual), number: true },
					{ head: comes ? say.difference : say.left, cell: beside, number: true },
				]}
				foot={[
					say.total,
					yuan(sum("planned")),
					yuan(sum("actual")),
					beside({ planned: sum("planned"), actual: sum("actual") }),
				]}
			/>
		</>
	);
};

const Plan = ({ facts: { year, setOn, form }, view }: { facts: Facts; view: View }) => {
	const say = words[view.language];
	const field = fieldOf(form, view.language);
	return (
		<details class="together" open={setOn === null || Object.keys(form.mistakes).length > 0 || form.conflict}>
			<summary>{setOn === null ? say.set : say.change}</summary>
			<p class="note">{say.hint}</p>
			<Form
				language={view.language}
				action={paths.budget(view.place?.id ?? "")}
				id={form.id}
				problems={problemsOf(form, view.language)}
				submit={say.save}
			>
				<input type="hidden" name="year" value={year} />
				{planned.map((account) => (
					<Field {...field(account)} label={fundWords[view.language].accounts[account]} inputmode="decimal" />
				))}
			</Form>
		</details>
	);
};
