import * as v from "valibot";
import { formSchema } from "../../worker/http/body";
import { methods } from "../../worker/tables/dues";
import { shareOutcomes } from "../../worker/tables/shares";
import { yuanText } from "../../worker/values/money";
import { Masthead } from "../layout/masthead";
import { Shell } from "../layout/shell";
import type { Page, View } from "../layout/view";
import { Conflict } from "../parts/conflict";
import { Empty } from "../parts/empty";
import { Choices, DayField, Field } from "../parts/field";
import { Figure, Figures } from "../parts/figure";
import { Files } from "../parts/files";
import { ErrorSummary, Form } from "../parts/form";
import { formatAmount, formatDay } from "../parts/format";
import { Heading } from "../parts/heading";
import { fieldOf, problemsOf } from "../parts/mistakes";
import { type Column, Register } from "../parts/table";
import { paths } from "../paths";
import { words } from "./shares-words";

const share = v.object({
	...{ id: v.string(), from: v.string(), fromName: v.string(), year: v.number() },
	/** To whom: whoever stood above then. */
	aboveName: v.string(),
	/** In fen. */
	amount: v.number(),
	...{ method: v.picklist(methods), day: v.string() },
	/** What became of it; null while those above haven't said. */
	outcome: v.nullable(v.picklist(shareOutcomes)),
	endedOn: v.nullable(v.string()),
});

export const sharesFacts = v.object({
	year: v.number(),
	/** Who stands above; null for the root. */
	above: v.nullable(v.string()),
	/** What the level above asks of this year's dues; amounts in fen, the rate in hundredths of a percent. */
	owed: v.nullable(
		v.object({
			...{ rate: v.number(), since: v.string(), dues: v.number(), asked: v.number() },
			...{ passed: v.number(), waiting: v.number() },
		}),
	),
	going: v.array(share),
	coming: v.array(share),
	/** Whether anything lies below, to ask a share of. */
	leads: v.boolean(),
	/** What is asked of those below. */
	rules: v.array(v.object({ fromDay: v.string(), rate: v.number() })),
	/** The form to pass a share up, and the one to set the rule. */
	...{ form: formSchema, ruleForm: formSchema },
});
type Facts = v.InferOutput<typeof sharesFacts>;
type Share = Facts["going"][number];

const percent = (rate: number) => `${yuanText(rate)}\u00a0%`;

/** Shares of dues: what is asked of a place and passed up, and what comes to it from below. */
export const SharesPage = ({ facts, view }: Page<Facts>) => {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	const { above, owed, going, coming, leads, rules, form, ruleForm } = facts;
	const uses = view.place?.may.includes("use funds") ?? false;
	const waiting = coming.filter(({ outcome }) => outcome === null);
	const came = coming.filter(({ outcome }) => outcome !== null);
	const nothing = going.length + coming.length + rules.length === 0 && !owed;
	return (
		<Shell view={view} title={say.title} here="dues">
			<Masthead
				title={say.title}
				sub={[say.hint]}
				back={{ href: paths.funds(organisation), label: say.back }}
			/>
			<Conflict form={ruleForm.conflict ? ruleForm : form} language={view.language} />
			{form.mistakes.form && (
				<ErrorSummary problems={problemsOf(form, view.language)} language={view.language} />
			)}
			{nothing && <Empty {...say.nothing} />}
			{waiting.length > 0 && (
				<>
					<Heading>{say.coming}</Heading>
					<Shares
						rows={waiting}
						comes
						view={view}
						act={uses ? (one) => <Confirm one={one} form={form} view={view} /> : null}
					/>
				</>
			)}
			{owed && above && <Owed owed={owed} above={above} view={view} />}
			{uses && above && <Pass form={form} view={view} />}
			{going.length > 0 && (
				<>
					<Heading>{say.going}</Heading>
					<Shares
						rows={going}
						above={above}
						view={view}
						act={
							uses
								? (one) => (one.outcome === null ? <TakeBack one={one} form={form} view={view} /> : "")
								: null
						}
					/>
				</>
			)}
			{came.length > 0 && (
				<>
					<Heading>{say.came}</Heading>
					<Shares rows={came} comes view={view} act={null} />
				</>
			)}
			{going.length + coming.length > 0 && (
				<p class="actions quiet">
					<Files href={paths.shares(organisation)} view={view} />
				</p>
			)}
			{rules.length > 0 && (
				<>
					<Heading>{say.rules}</Heading>
					<Register
						caption={say.rules}
						rows={rules}
						columns={[
							{ head: say.fromDay, cell: ({ fromDay }) => formatDay(fromDay, view.language, "dotted") },
							{ head: say.rate, cell: ({ rate }) => percent(rate), number: true },
						]}
					/>
				</>
			)}
			{uses && leads && <Rule form={ruleForm} view={view} />}
		</Shell>
	);
};

const Owed = ({ owed, above, view }: { owed: NonNullable<Facts["owed"]>; above: string; view: View }) => {
	const say = words[view.language];
	const yuan = (fen: number) => formatAmount(fen, view.language);
	return (
		<>
			<p>{say.asked(above, percent(owed.rate))}</p>
			<Figures cells>
				<Figure label={say.dues} value={yuan(owed.dues)} />
				<Figure label={say.share} value={yuan(owed.asked)} />
				<Figure label={say.passed} value={yuan(owed.passed)} />
				<Figure label={say.waiting} value={yuan(owed.waiting)} />
			</Figures>
		</>
	);
};

type SharesProps = {
	rows: readonly Share[];
	/** Who stands above now: a share that went to another says so. */
	above?: string | null;
	comes?: boolean;
	view: View;
	act: ((one: Share) => ReturnType<typeof Confirm> | string) | null;
};

const Shares = ({ rows, above, comes = false, view, act }: SharesProps) => {
	const say = words[view.language];
	const elsewhere = !comes && rows.some(({ aboveName }) => aboveName !== above);
	const columns: Column<Share>[] = [
		...(elsewhere ? [{ head: say.to, cell: (one: Share) => one.aboveName }] : []),
		...(comes ? [{ head: say.from, cell: (one: Share) => one.fromName }] : []),
		{ head: say.day, cell: (one) => formatDay(one.day, view.language, "dotted"), minor: comes, tight: true },
		{ head: say.year, cell: (one) => one.year, minor: true },
		{ head: say.method, cell: (one) => say.methods[one.method], minor: true },
		{ head: say.amount, cell: (one) => formatAmount(one.amount, view.language), number: true },
		{ head: say.state, cell: (one) => say.states[one.outcome ?? "waiting"], minor: act !== null },
		...(act ? [{ head: "", cell: act }] : []),
	];
	return <Register caption={comes ? say.came : say.going} rows={rows} columns={columns} />;
};

type Act = { one: Share; form: Facts["form"]; view: View };

const Confirm = ({ one, form, view }: Act) => {
	const say = words[view.language];
	return (
		<form
			class="actions"
			method="post"
			action={paths.shareEnd(view.place?.id ?? "", one.from, one.id)}
			data-once
		>
			<input type="hidden" name="id" value={form.id} />
			<button type="submit" name="outcome" value="received">
				{say.receive}
			</button>
			<button type="submit" name="outcome" value="declined" class="plain">
				{say.decline}
			</button>
		</form>
	);
};

const TakeBack = ({ one, form, view }: Act) => (
	<form method="post" action={paths.shareTakingBack(view.place?.id ?? "", one.id)} data-once>
		<input type="hidden" name="id" value={form.id} />
		<button type="submit" class="plain">
			{words[view.language].takeBack}
		</button>
	</form>
);

const Pass = ({ form, view }: { form: Facts["form"]; view: View }) => {
	const say = words[view.language];
	const field = fieldOf(form, view.language);
	return (
		<>
			<Heading>{say.pass}</Heading>
			<p class="note">{say.passHint}</p>
			<Form
				language={view.language}
				action={paths.shares(view.place?.id ?? "")}
				id={form.id}
				problems={form.mistakes.form ? {} : problemsOf(form, view.language)}
				submit={say.save}
			>
				<Field {...field("year")} label={say.yearField} inputmode="numeric" />
				<Field {...field("amount")} label={say.amountField} inputmode="decimal" />
				<Choices
					{...field("method")}
					label={say.method}
					options={methods.map((method) => ({ value: method, label: say.methods[method] }))}
				/>
			</Form>
		</>
	);
};

const Rule = ({ form, view }: { form: Facts["form"]; view: View }) => {
	const say = words[view.language];
	const field = fieldOf(form, view.language);
	return (
		<details class="together" open={form.conflict || Object.keys(form.mistakes).length > 0}>
			<summary>{say.rule}</summary>
			<p class="note">{say.ruleHint}</p>
			<Form
				language={view.language}
				action={paths.shareRules(view.place?.id ?? "")}
				id={form.id}
				problems={problemsOf(form, view.language)}
				submit={say.setRule}
				second
			>
				<Field {...field("rate")} label={say.rate} inputmode="decimal" />
				<DayField {...field("from_day")} label={say.fromDay} />
			</Form>
		</details>
	);
};
