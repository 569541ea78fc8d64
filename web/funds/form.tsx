import * as v from "valibot";
import { incomes, uses } from "../../worker/funds/accounts";
import { formSchema } from "../../worker/http/body";
import { methods } from "../../worker/tables/dues";
import { Masthead } from "../layout/masthead";
import { Shell } from "../layout/shell";
import type { Page } from "../layout/view";
import { Conflict } from "../parts/conflict";
import { Choices, DayField, Field, Select } from "../parts/field";
import { Form } from "../parts/form";
import { formatDay, formatFen } from "../parts/format";
import { fieldOf, problemsOf } from "../parts/mistakes";
import { paths } from "../paths";
import { words } from "./words";

export const entryFormFacts = v.object({
	/** The year's activities that money may have been used for. */
	activities: v.array(v.object({ id: v.string(), title: v.string(), day: v.string() })),
	/** The purposes that money is set aside for, with what is left of each, in fen. */
	purposes: v.array(v.object({ id: v.string(), name: v.string(), left: v.number() })),
	form: formSchema,
});

/** The form to post money that was used, or came in otherwise than as dues. */
export const EntryFormPage = ({ facts, view }: Page<v.InferOutput<typeof entryFormFacts>>) => {
	const { form, activities, purposes } = facts;
	const say = words[view.language];
	const field = fieldOf(form, view.language);
	const back = paths.funds(view.place?.id ?? "");
	const direction = form.typed.direction === "income" ? "income" : "use";
	const choices = direction === "use" ? uses : incomes;
	return (
		<Shell view={view} title={say.formTitles[direction]} here="dues">
			<Masthead title={say.formTitles[direction]} back={{ href: back, label: say.back }} />
			<Conflict form={form} language={view.language} />
			<Form
				language={view.language}
				action={back}
				id={form.id}
				problems={problemsOf(form, view.language)}
				submit={say.save}
				cancel={{ href: back, label: say.cancel }}
			>
				<input type="hidden" name="direction" value={direction} />
				<Choices
					{...field("what")}
					label={say.what[direction]}
					hint={direction === "income" ? say.incomeHint : undefined}
					options={choices.map((account) => ({ value: account, label: say.accounts[account] }))}
				/>
				<DayField {...field("day")} label={say.day} />
				<Field {...field("amount")} label={say.yuan} inputmode="decimal" />
				<Field {...field("purpose")} label={say.purpose} />
				{direction === "use" ? (
					<>
						<Field {...field("party")} label={say.payee} />
						<Field {...field("approver")} label={say.approver} />
						{activities.length > 0 && (
							<Select
								{...field("activity")}
								label={say.activityField}
								options={[
									{ value: "", label: say.noActivity },
									...activities.map(({ id, title, day }) => ({
										value: id,
										label: `${formatDay(day, view.language, "short")} ${title}`,
									})),
								]}
							/>
						)}
					</>
				) : (
					<Field {...field("party")} label={say.payer} optional={say.optional} />
				)}
				{purposes.length > 0 && (
					<Select
						{...field("fund")}
						label={say.fundField[direction]}
						options={[
							{ value: "", label: say.noFund },
							...purposes.map(({ id, name, left }) => ({
								value: id,
								label: direction === "use" ? say.fundLeft(name, formatFen(left, view.language)) : name,
							})),
						]}
					/>
				)}
				<Choices
					{...field("method")}
					label={say.method}
					options={methods.map((method) => ({ value: method, label: say.methods[method] }))}
				/>
			</Form>
		</Shell>
	);
};
