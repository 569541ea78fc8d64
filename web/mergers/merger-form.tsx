import * as v from "valibot";
import { formSchema } from "../../worker/http/body";
import { blockers } from "../../worker/mergers/merger/rules";
import { Masthead } from "../layout/masthead";
import { Shell } from "../layout/shell";
import type { Page, View } from "../layout/view";
import { Conflict } from "../parts/conflict";
import { Empty } from "../parts/empty";
import { DayField, Field } from "../parts/field";
import { Search } from "../parts/filters";
import { ErrorSummary, Form } from "../parts/form";
import { Heading } from "../parts/heading";
import { fieldOf, problemsOf } from "../parts/mistakes";
import { Row, Rows } from "../parts/rows";
import { paths, withQuery } from "../paths";
import { Along, alongFacts, Blockers } from "./along";
import { type Blocker, words } from "./words";

export const mergerFormFacts = v.object({
	search: v.string(),
	/** Those under the same parent. */
	beside: v.array(v.object({ id: v.string(), name: v.string(), members: v.nullable(v.number()) })),
	more: v.boolean(),
	/** The one that would be gone, and what the reader may settle there. */
	gone: v.nullable(
		v.object({ id: v.string(), name: v.string(), admits: v.boolean(), registers: v.boolean() }),
	),
	day: v.string(),
	blockers: v.array(v.object({ kind: v.picklist(blockers), count: v.number() })),
	along: v.nullable(alongFacts),
	form: formSchema,
});
type Facts = v.InferOutput<typeof mergerFormFacts>;
type Gone = NonNullable<Facts["gone"]>;

/** Which association comes over; then all that stands against it and all that moves; then one stamp. */
export const MergerFormPage = ({ facts, view }: Page<Facts>) => {
	const say = words[view.language];
	const { gone, along, form } = facts;
	const here = view.place?.id ?? "";
	return (
		<Shell view={view} title={say.mergeTitle} here="association">
			<Masthead
				title={gone ? say.into(gone.name, view.place?.name ?? "") : say.mergeTitle}
				sub={[view.place?.name]}
				back={{ href: paths.association(here), label: say.back }}
			/>
			<p class="soft">{say.mergeLead}</p>
			<Conflict form={form} language={view.language} />
			{gone && along ? (
				<>
					{facts.blockers.length > 0 ? (
						<>
							<ErrorSummary problems={problemsOf(form, view.language)} language={view.language} />
							<Blockers
								blockers={facts.blockers}
								stuck={along.stuck}
								where={(kind) => whereOf(kind, gone, here)}
								of={gone.id}
								view={view}
							/>
						</>
					) : null}
					<Heading>{say.moves}</Heading>
					<Along facts={along} view={view} />
					<Rows>
						<Row label={say.keeps}>{say.keepsWhat}</Row>
					</Rows>
					{facts.blockers.length === 0 && <Merging facts={facts} gone={gone} view={view} />}
					<p>
						<a href={paths.mergerNew(here)}>{say.another}</a>
					</p>
				</>
			) : (
				<Choosing facts={facts} view={view} />
			)}
		</Shell>
	);
};

const Choosing = ({ facts, view }: { facts: Facts; view: View }) => {
	const say = words[view.language];
	const here = paths.mergerNew(view.place?.id ?? "");
	return (
		<>
			<ErrorSummary problems={problemsOf(facts.form, view.language)} language={view.language} />
			{(facts.more || facts.search) && (
				<Search
					action={here}
					name="search"
					value={facts.search}
					label={say.find}
					placeholder={say.findPlaceholder}
					button={say.findButton}
				/>
			)}
			<Heading>{say.beside}</Heading>
			{facts.beside.length === 0 && <Empty {...say.nobodyBeside} />}
			<Rows>
				{facts.beside.map(({ id, name, members }) => (
					<Row label={name} href={withQuery(here, { gone: id })} link={say.choose}>
						{say.members(members)}
					</Row>
				))}
			</Rows>
			{facts.more && <p class="soft">{say.more}</p>}
		</>
	);
};

const Merging = ({ facts, gone, view }: { facts: Facts; gone: Gone; view: View }) => {
	const say = words[view.language];
	const field = fieldOf(facts.form, view.language);
	const here = view.place?.id ?? "";
	return (
		<Form
			language={view.language}
			action={paths.mergers(here)}
			id={facts.form.id}
			problems={problemsOf(facts.form, view.language)}
			submit={say.merge}
			confirm={say.confirmMerge(gone.name)}
			cancel={{ href: paths.association(here), label: say.cancel }}
		>
			<input type="hidden" name="gone" value={gone.id} />
			<DayField {...field("day")} label={say.day} hint={say.dayHint} />
			<Field {...field("reason")} label={say.reason} hint={say.reasonHint} />
		</Form>
	);
};

/** Where a blocker is settled, as far as this reader may open that page. */
function whereOf(kind: Blocker, gone: Gone, stays: string): string | null {
	switch (kind) {
		case "parents":
			return paths.relocation(gone.id);
		case "gone-rests":
			return paths.association(gone.id);
		case "stays-rests":
			return paths.association(stays);
		case "below":
			return paths.tree(gone.id);
		case "waves":
		case "asked":
			return paths.surveys(gone.id);
		case "applications":
			return gone.admits ? paths.applications(gone.id) : null;
		case "transfers":
			return gone.registers ? paths.transfers(gone.id) : null;
		case "balance":
			return paths.funds(gone.id);
		case "same":
			return paths.mergerNew(stays);
		default:
			return null;
	}
}
