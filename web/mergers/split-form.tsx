import * as v from "valibot";
import { formSchema } from "../../worker/http/body";
import { blockers } from "../../worker/mergers/split/rules";
import { Masthead } from "../layout/masthead";
import { Shell } from "../layout/shell";
import type { Page, View } from "../layout/view";
import { kindOffered } from "../organisations/kinds/facts";
import { Conflict } from "../parts/conflict";
import { Empty } from "../parts/empty";
import { Checks, DayField, Field, Select } from "../parts/field";
import { ErrorSummary, Form } from "../parts/form";
import { Heading } from "../parts/heading";
import { fieldOf, problemsOf } from "../parts/mistakes";
import { paths } from "../paths";
import { Along, alongFacts, Blockers } from "./along";
import { words } from "./words";

export const splitFormFacts = v.object({
	parent: v.string(),
	groups: v.array(v.object({ id: v.string(), name: v.string(), members: v.number() })),
	chosen: v.array(v.string()),
	kinds: v.array(kindOffered),
	day: v.string(),
	blockers: v.array(v.object({ kind: v.picklist(blockers), count: v.number() })),
	along: v.nullable(alongFacts),
	form: formSchema,
});
type Facts = v.InferOutput<typeof splitFormFacts>;

/** Which groups leave; then what goes with them, and the new association's name. */
export const SplitFormPage = ({ facts, view }: Page<Facts>) => {
	const say = words[view.language];
	const here = view.place?.id ?? "";
	return (
		<Shell view={view} title={say.splitTitle} here="association">
			<Masthead
				title={say.splitTitle}
				sub={[view.place?.name, say.under(facts.parent)]}
				back={{ href: paths.association(here), label: say.back }}
			/>
			<p class="soft">{say.splitLead}</p>
			<Conflict form={facts.form} language={view.language} />
			{facts.groups.length === 0 ? (
				<Empty {...say.noGroups} href={paths.groups(view.place?.id ?? "")} link={say.toGroups} />
			) : facts.along ? (
				<Splitting facts={facts} along={facts.along} view={view} />
			) : (
				<Choosing facts={facts} view={view} />
			)}
		</Shell>
	);
};

const Choosing = ({ facts, view }: { facts: Facts; view: View }) => {
	const say = words[view.language];
	const field = fieldOf(facts.form, view.language);
	return (
		<form class="form" action={paths.splitNew(view.place?.id ?? "")}>
			<ErrorSummary problems={problemsOf(facts.form, view.language)} language={view.language} />
			<Checks
				{...field("group")}
				label={say.chooseGroups}
				chosen={facts.chosen}
				options={facts.groups.map(({ id, name, members }) => ({
					value: id,
					label: say.groupOf(name, members),
				}))}
			/>
			<div class="actions">
				<button type="submit" class="stamp">
					{say.preview}
				</button>
			</div>
		</form>
	);
};

type SplittingProps = { facts: Facts; along: NonNullable<Facts["along"]>; view: View };

const Splitting = ({ facts, along, view }: SplittingProps) => {
	const say = words[view.language];
	const field = fieldOf(facts.form, view.language);
	const here = view.place?.id ?? "";
	return (
		<>
			{facts.blockers.length > 0 && (
				<Blockers
					blockers={facts.blockers}
					stuck={along.stuck}
					where={(kind) => (kind === "transfers" ? paths.transfers(here) : null)}
					of={here}
					view={view}
				/>
			)}
			<Heading>{say.splitMoves}</Heading>
			<Along facts={along} view={view} />
			<p>
				<a href={paths.splitNew(here)}>{say.again}</a>
			</p>
			{facts.blockers.length > 0 ? (
				<ErrorSummary problems={problemsOf(facts.form, view.language)} language={view.language} />
			) : (
				<Form
					language={view.language}
					action={paths.splits(here)}
					id={facts.form.id}
					problems={problemsOf(facts.form, view.language)}
					submit={say.split}
					confirm={say.confirmSplit}
					cancel={{ href: paths.association(here), label: say.cancel }}
				>
					{facts.chosen.map((id) => (
						<input type="hidden" name="group" value={id} />
					))}
					<Field {...field("organisation")} label={say.name} required />
					<Select
						{...field("kind")}
						label={say.kind}
						options={facts.kinds.map((kind) => ({ value: kind.id, label: kind[view.language] }))}
					/>
					<DayField {...field("day")} label={say.day} hint={say.dayHint} />
					<Field {...field("reason")} label={say.reason} hint={say.reasonHint} />
				</Form>
			)}
		</>
	);
};
