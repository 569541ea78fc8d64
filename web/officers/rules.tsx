import * as v from "valibot";
import { formSchema } from "../../worker/http/body";
import { councilPosts } from "../../worker/officers/seats/rules";
import { Masthead } from "../layout/masthead";
import { Shell } from "../layout/shell";
import type { Page, View } from "../layout/view";
import { words as layoutWords } from "../layout/words";
import { Conflict } from "../parts/conflict";
import { DayField, Field } from "../parts/field";
import { Filters } from "../parts/filters";
import { Form } from "../parts/form";
import { formatDay } from "../parts/format";
import { Heading } from "../parts/heading";
import { fieldOf, problemsOf } from "../parts/mistakes";
import { Register } from "../parts/table";
import { paths, withQuery } from "../paths";
import { words } from "./board-words";

export const rulesFacts = v.object({
	/** The kind whose rules are shown. */
	kind: v.string(),
	kinds: v.array(v.object({ id: v.string(), zh: v.string(), en: v.string() })),
	/** Seats by post, each from a day on, the latest first. */
	rules: v.array(
		v.object({
			post: v.picklist(councilPosts),
			fromDay: v.string(),
			seats: v.number(),
			fullTime: v.number(),
		}),
	),
	/** Term lengths, likewise. */
	lengths: v.array(v.object({ fromDay: v.string(), years: v.number() })),
	form: formSchema,
});
type Facts = v.InferOutput<typeof rulesFacts>;

/** What a kind of association calls for: set from a day on, the past stays. */
export const RulesPage = ({ facts, view }: Page<Facts>) => {
	const say = words[view.language];
	const names = layoutWords[view.language].posts;
	const organisation = view.place?.id ?? "";
	const field = fieldOf(facts.form, view.language);
	const here = paths.seatRules(organisation);
	return (
		<Shell view={view} title={say.rulesTitle} here="association">
			<Masthead
				title={say.rulesTitle}
				sub={[say.rulesHint]}
				back={{ href: paths.officers(organisation), label: say.back }}
			/>
			<Filters
				label={say.kinds}
				language={view.language}
				tabs={facts.kinds.map(({ id, zh, en }) => ({
					href: withQuery(here, { kind: id }),
					label: view.language === "zh" ? zh : en,
					chosen: facts.kind === id,
				}))}
			/>
			<Conflict form={facts.form} language={view.language} />
			<Form
				language={view.language}
				action={here}
				id={facts.form.id}
				problems={problemsOf(facts.form, view.language)}
				submit={say.keep}
			>
				<input type="hidden" name="kind" value={facts.kind} />
				<div class="fields">
					<DayField {...field("from_day")} label={say.fromDay} />
					<Field {...field("years")} label={say.years} inputmode="numeric" />
				</div>
				{councilPosts.map((post) => {
					const name = post.replace("-", "_");
					return (
						<div class="fields">
							<Field {...field(name)} label={say.seatsOfPost(names[post])} inputmode="numeric" />
							<Field {...field(`${name}_full`)} label={say.fullOfPost} inputmode="numeric" />
						</div>
					);
				})}
			</Form>
			<Past facts={facts} view={view} />
		</Shell>
	);
};

/** What was ever set, a line a day. */
const Past = ({ facts, view }: { facts: Facts; view: View }) => {
	const say = words[view.language];
	const names = layoutWords[view.language].posts;
	const days = [...new Set([...facts.rules, ...facts.lengths].map(({ fromDay }) => fromDay))]
		.sort()
		.reverse();
	const since1900 = (day: string) => (day === "1900-01-01" ? "–" : formatDay(day, view.language, "dotted"));
	return (
		<>
			<Heading>{say.past}</Heading>
			<Register
				caption={say.past}
				rows={days}
				columns={[
					{ head: say.fromDay, cell: since1900, tight: true },
					{
						head: say.years,
						cell: (day) => {
							const length = facts.lengths.find(({ fromDay }) => fromDay === day);
							return length && say.termYears(length.years);
						},
						tight: true,
					},
					{
						head: say.howMany,
						cell: (day) =>
							councilPosts
								.flatMap((post) => {
									const rule = facts.rules.find((one) => one.post === post && one.fromDay === day);
									return rule ? [`${names[post]} ${say.withFull(rule.seats, rule.fullTime)}`] : [];
								})
								.join(view.language === "zh" ? "，" : ", "),
					},
				]}
			/>
		</>
	);
};
