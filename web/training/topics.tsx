import type * as v from "valibot";
import type { FormState } from "../../worker/http/body";
import { trainees } from "../../worker/tables/training";
import { Masthead } from "../layout/masthead";
import { Shell } from "../layout/shell";
import type { Page, View } from "../layout/view";
import { words as layoutWords } from "../layout/words";
import { Conflict } from "../parts/conflict";
import { Checks, Field } from "../parts/field";
import { Form } from "../parts/form";
import { Heading } from "../parts/heading";
import { fieldOf, problemsOf } from "../parts/mistakes";
import { Register } from "../parts/table";
import { paths } from "../paths";
import type { topicFormFacts, topicListFacts } from "./facts";
import { words } from "./words";

type List = v.InferOutput<typeof topicListFacts>;
type Requirement = List["topics"][number]["requirements"][number];

const traineeName = (one: (typeof trainees)[number], view: View) =>
	one === "member" ? words[view.language].members : layoutWords[view.language].posts[one];

function required({ years, whom, target }: Requirement, view: View): string {
	const say = words[view.language];
	if (whom.length === 0) return say.requiredOfNobody;
	const all = whom.length === trainees.length;
	const who = all ? say.everybody : whom.map((one) => traineeName(one, view)).join(say.comma);
	return say.required(who, years, target);
}

/** What is taught, and of whom it is required; the root's rules for the whole tree. */
export const TopicListPage = ({ facts, view }: Page<List>) => {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	const field = fieldOf(facts.form, view.language);
	return (
		<Shell view={view} title={say.topics} here="activities">
			<Masthead
				title={say.topics}
				sub={[say.topicsHint]}
				back={{ href: paths.training(organisation), label: say.title }}
			/>
			<Register
				caption={say.topics}
				rows={facts.topics}
				columns={[
					{
						head: say.topic,
						cell: (row) => <a href={paths.topic(organisation, row.id)}>{row[view.language]}</a>,
					},
					{
						head: say.requirement,
						cell: ({ requirements: [latest] }) => latest && required(latest, view),
					},
				]}
			/>
			<Heading>{say.newTopic}</Heading>
			<Conflict form={facts.form} language={view.language} />
			<Form
				language={view.language}
				action={paths.topics(organisation)}
				id={facts.form.id}
				problems={problemsOf(facts.form, view.language)}
				submit={say.save}
			>
				<div class="fields">
					<Field {...field("zh")} label={say.inChinese} required />
					<Field {...field("en")} label={say.inEnglish} required />
				</div>
				{requirementFields(facts.form, view)}
			</Form>
		</Shell>
	);
};

/** A topic: of whom it is required from a year on, and what was before. */
export const TopicPage = ({ facts, view }: Page<v.InferOutput<typeof topicFormFacts>>) => {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	const title = facts.topic[view.language];
	return (
		<Shell view={view} title={title} here="activities">
			<Masthead title={title} back={{ href: paths.topics(organisation), label: say.topics }} />
			<Conflict form={facts.form} language={view.language} />
			<Form
				language={view.language}
				action={paths.topic(organisation, facts.topic.id)}
				id={facts.form.id}
				problems={problemsOf(facts.form, view.language)}
				submit={say.save}
				cancel={{ href: paths.topics(organisation), label: say.cancel }}
			>
				{requirementFields(facts.form, view)}
			</Form>
			<Heading>{say.past}</Heading>
			<Register
				caption={say.past}
				rows={facts.requirements}
				columns={[
					{ head: say.fromYear, cell: ({ fromYear }) => (fromYear === 1900 ? "–" : fromYear), tight: true },
					{ head: say.requirement, cell: (row) => required(row, view) },
				]}
			/>
		</Shell>
	);
};

/** The fields are the form's own children, so that its summary knows their labels. */
function requirementFields(form: FormState, view: View) {
	const say = words[view.language];
	const field = fieldOf(form, view.language);
	const { whom } = form.typed;
	const chosen = Array.isArray(whom) ? whom : (whom ?? "").split(" ");
	return (
		<>
			<Checks
				{...field("whom")}
				label={say.whom}
				hint={say.whomHint}
				chosen={chosen}
				options={trainees.map((value) => ({ value, label: traineeName(value, view) }))}
			/>
			<div class="fields">
				<Field {...field("from_year")} label={say.fromYear} inputmode="numeric" />
				<Field {...field("years")} label={say.years} hint={say.yearsHint} inputmode="numeric" />
				<Field {...field("target")} label={say.targetField} inputmode="numeric" />
			</div>
		</>
	);
}
