import type * as v from "valibot";
import { meetingKinds, shares } from "../../worker/tables/meetings";
import { Masthead } from "../layout/masthead";
import { Shell } from "../layout/shell";
import type { Page } from "../layout/view";
import { Conflict } from "../parts/conflict";
import { Checkbox, Choices, DayField } from "../parts/field";
import { Filters } from "../parts/filters";
import { Form } from "../parts/form";
import { formatDay } from "../parts/format";
import { Heading } from "../parts/heading";
import { fieldOf, problemsOf } from "../parts/mistakes";
import { Register } from "../parts/table";
import { paths, withQuery } from "../paths";
import type { meetingRulesFacts } from "./facts";
import { words } from "./words";

/** What makes a meeting good, for the whole tree: set from a day on, the past stays. */
export const MeetingRulesPage = ({ facts, view }: Page<v.InferOutput<typeof meetingRulesFacts>>) => {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	const here = paths.meetingRules(organisation);
	const field = fieldOf(facts.form, view.language);
	const options = shares.map((value) => ({ value, label: say.shares[value] }));
	return (
		<Shell view={view} title={say.rules} here="activities">
			<Masthead
				title={say.rules}
				sub={[say.rulesHint]}
				back={{ href: paths.meetings(organisation), label: say.title }}
			/>
			<Filters
				label={say.kind}
				language={view.language}
				tabs={meetingKinds.map((kind) => ({
					href: withQuery(here, { kind }),
					label: say.kinds[kind],
					chosen: facts.kind === kind,
				}))}
			/>
			<Conflict form={facts.form} language={view.language} />
			<Form
				language={view.language}
				action={here}
				id={facts.form.id}
				problems={problemsOf(facts.form, view.language)}
				submit={say.save}
			>
				<input type="hidden" name="kind" value={facts.kind} />
				<DayField {...field("from_day")} label={say.fromDay} />
				<Choices {...field("quorum")} label={say.quorumOf[facts.kind]} options={options} />
				<Choices {...field("majority")} label={say.majority} options={options} />
				<Checkbox
					{...field("proxies")}
					value="on"
					checked={["on", "true", "1"].includes(String(facts.form.typed.proxies ?? ""))}
					label={say.proxies}
				/>
			</Form>
			<Heading>{say.past}</Heading>
			<Register
				caption={say.past}
				rows={facts.rules}
				columns={[
					{
						head: say.fromDay,
						cell: ({ fromDay }) =>
							fromDay === "1900-01-01" ? "–" : formatDay(fromDay, view.language, "dotted"),
						tight: true,
					},
					{ head: say.quorum, cell: ({ quorum }) => say.shares[quorum] },
					{ head: say.majorityShort, cell: ({ majority }) => say.shares[majority] },
					{ head: say.parts.proxy, cell: ({ proxies }) => (proxies ? say.counts : say.countsNot) },
				]}
			/>
		</Shell>
	);
};
