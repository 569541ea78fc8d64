import * as v from "valibot";
import { formSchema } from "../../../worker/http/body";
import { Masthead } from "../../layout/masthead";
import { Shell } from "../../layout/shell";
import type { Page, View } from "../../layout/view";
import { Conflict } from "../../parts/conflict";
import { Field } from "../../parts/field";
import { Form } from "../../parts/form";
import { Heading } from "../../parts/heading";
import { fieldOf, problemsOf } from "../../parts/mistakes";
import { type Column, Register } from "../../parts/table";
import { paths } from "../../paths";
import { words } from "./words";

const ruleFacts = v.object({
	id: v.string(),
	fromYear: v.number(),
	monthDay: v.nullable(v.string()),
	zh: v.string(),
	en: v.string(),
});
type Rule = v.InferOutput<typeof ruleFacts>;

export const keyDaysFacts = v.object({ year: v.number(), rules: v.array(ruleFacts), form: formSchema });
export const keyDayEditFacts = v.object({ rules: v.array(ruleFacts), form: formSchema });

/** The key days, from which year on each is what, and the form to add one. */
export const KeyDaysPage = ({ facts, view }: Page<v.InferOutput<typeof keyDaysFacts>>) => {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	const change: Column<Rule> = {
		head: <span class="hidden">{say.change}</span>,
		cell: (rule) =>
			isLast(rule, facts.rules) && <a href={paths.keyDay(organisation, rule.id)}>{say.change}</a>,
		tight: true,
	};
	return (
		<Shell view={view} title={say.title} here="association">
			<Masthead
				title={say.title}
				sub={[view.place?.name]}
				back={{ href: paths.association(organisation), label: say.back }}
			/>
			<p class="prose">{say.explained}</p>
			<Register caption={say.title} rows={facts.rules} columns={[...columnsOf(view), change]} />
			<section>
				<Heading>{say.add}</Heading>
				<Conflict form={facts.form} language={view.language} />
				<Form
					language={view.language}
					action={paths.keyDays(organisation)}
					id={facts.form.id}
					problems={problemsOf(facts.form, view.language)}
					submit={say.submit}
				>
					{fieldsOf(facts.form, view, say.dayHint)}
				</Form>
			</section>
		</Shell>
	);
};

const isLast = (rule: Rule, rules: readonly Rule[]) =>
	rules.findLast(({ id }) => id === rule.id)?.fromYear === rule.fromYear;

function columnsOf(view: View): Column<Rule>[] {
	const say = words[view.language];
	// The years before 2000 are before anything that is kept.
	const since = ({ fromYear, monthDay }: Rule) =>
		monthDay === null ? say.over(fromYear) : fromYear < 2000 ? say.always : say.since(fromYear);
	return [
		{ head: say.name, cell: (rule) => rule[view.language] },
		{ head: say.day, cell: ({ monthDay }) => say.told(monthDay), tight: true },
		{ head: say.fromYear, cell: since },
	];
}

/** Called and not used as an element, so that the sum of mistakes finds the labels. */
const fieldsOf = (form: v.InferOutput<typeof formSchema>, view: View, dayHint: string) => {
	const say = words[view.language];
	const field = fieldOf(form, view.language);
	return (
		<>
			<div class="fields">
				<Field {...field("zh")} label={say.zh} required />
				<Field {...field("en")} label={say.en} required />
			</div>
			<div class="fields">
				<Field {...field("month_day")} label={say.day} hint={dayHint} />
				<Field {...field("from_year")} label={say.fromYear} inputmode="numeric" required />
			</div>
		</>
	);
};

/** What a key day is from a year on: another day or name, or none any more. */
export const KeyDayEditPage = ({ facts, view }: Page<v.InferOutput<typeof keyDayEditFacts>>) => {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	const last = facts.rules.at(-1);
	const title = last?.[view.language] ?? say.title;
	return (
		<Shell view={view} title={title} here="association">
			<Masthead title={title} back={{ href: paths.keyDays(organisation), label: say.title }} />
			<Conflict form={facts.form} language={view.language} />
			<Form
				language={view.language}
				action={paths.keyDay(organisation, last?.id ?? "")}
				id={facts.form.id}
				problems={problemsOf(facts.form, view.language)}
				submit={say.save}
				cancel={{ href: paths.keyDays(organisation), label: say.cancel }}
			>
				{fieldsOf(facts.form, view, say.endHint)}
			</Form>
			<section>
				<Heading>{say.soFar}</Heading>
				<Register caption={say.soFar} rows={facts.rules} columns={columnsOf(view)} />
			</section>
		</Shell>
	);
};
