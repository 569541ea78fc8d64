import * as v from "valibot";
import { formSchema } from "../../worker/http/body";
import { councilPosts } from "../../worker/officers/seats/rules";
import { Masthead } from "../layout/masthead";
import { Shell } from "../layout/shell";
import type { Page } from "../layout/view";
import { words as layoutWords } from "../layout/words";
import { Conflict } from "../parts/conflict";
import { Checkbox, DayField, Field } from "../parts/field";
import { Form } from "../parts/form";
import { formatDay } from "../parts/format";
import { Heading } from "../parts/heading";
import { fieldOf, problemsOf } from "../parts/mistakes";
import { paths } from "../paths";
import { Candidates } from "./candidates";
import { words } from "./past-words";
import { words as termWords } from "./term-words";
import { words as officerWords } from "./words";

export const earlierTermFacts = v.object({
	/** Those on record, the latest first. */
	terms: v.array(v.object({ id: v.string(), number: v.nullable(v.number()), fromDay: v.string() })),
	/** The seats that the kind called for then; `key` names the field of each. */
	seats: v.array(v.object({ key: v.string(), post: v.picklist(councilPosts), fullTime: v.boolean() })),
	/** Whoever was ever a member or an officer here, as the list offers them. */
	people: v.array(v.string()),
	/** How many years a term lasted. */
	years: v.number(),
	/** How many of the council before it would end with it, and not with the next on record. */
	shortened: v.number(),
	form: formSchema,
});
type Facts = v.InferOutput<typeof earlierTermFacts>;

/** Putting an earlier term on record: its days, then whoever was elected. */
export const EarlierTermPage = ({ facts, view }: Page<Facts>) => {
	const say = words[view.language];
	const terms = termWords[view.language];
	const organisation = view.place?.id ?? "";
	const field = fieldOf(facts.form, view.language);
	const back = paths.terms(organisation);
	const asks = (name: string) => ["true", "on"].includes(String(facts.form.typed[name]));
	return (
		<Shell view={view} title={say.earlier} here="association">
			<Masthead title={say.earlier} sub={[view.place?.name]} back={{ href: back, label: terms.termsTitle }} />
			<p class="soft prose">{say.earlierLead(onRecord(facts, view))}</p>
			<Conflict form={facts.form} language={view.language} />
			<Form
				language={view.language}
				action={paths.earlierTerms(organisation)}
				id={facts.form.id}
				problems={problemsOf(facts.form, view.language)}
				submit={say.record}
				cancel={{ href: back, label: say.cancel }}
			>
				<div class="fields">
					<DayField {...field("day")} label={terms.day} required />
					<DayField {...field("ends")} label={say.ends} hint={say.endsHint} />
					<Field {...field("number")} label={terms.number} hint={terms.numberHint} inputmode="numeric" />
					<DayField {...field("due_day")} label={terms.dueDay} hint={terms.dueHint(facts.years)} />
					<Field {...field("assembly")} label={terms.assembly} optional={terms.optional} />
					<Field {...field("document")} label={terms.document} optional={terms.optional} />
				</div>
				<Heading>{terms.whoIsElected}</Heading>
				<Ballot facts={facts} view={view} />
				<Candidates people={facts.people} />
				<Checkbox {...field("newcomers")} label={say.newcomers} value="on" checked={asks("newcomers")} />
				{facts.shortened > 0 && (
					<Checkbox
						{...field("shortens")}
						label={say.shortens(facts.shortened)}
						value="on"
						checked={asks("shortens")}
					/>
				)}
			</Form>
		</Shell>
	);
};

/** The terms on record in a line: 第6届 2020.1.2、第7届 2025.3.1. */
function onRecord({ terms }: Facts, { language }: Page<Facts>["view"]): string {
	return [...terms]
		.reverse()
		.map(
			({ number, fromDay }) =>
				`${officerWords[language].termName(number)} ${formatDay(fromDay, language, "dotted")}`,
		)
		.join(language === "zh" ? "、" : ", ");
}

const Ballot = ({ facts, view }: Page<Facts>) => {
	const say = termWords[view.language];
	const names = layoutWords[view.language].posts;
	const field = fieldOf(facts.form, view.language);
	const of = (post: string) => facts.seats.filter((seat) => seat.post === post).length;
	return (
		<div class="ballot">
			{facts.seats.map(({ key, post }) => (
				<div>
					<Field
						{...field(key)}
						label={say.seat(names[post], Number(key.split("-").at(-1)), of(post))}
						list="candidates"
					/>
					<Checkbox
						name={`full-${key}`}
						label={say.fullTime}
						value="on"
						checked={field(`full-${key}`).value === "on"}
					/>
				</div>
			))}
		</div>
	);
};
