import * as v from "valibot";
import { formSchema } from "../../../worker/http/body";
import { Masthead } from "../../layout/masthead";
import { Shell } from "../../layout/shell";
import type { Page } from "../../layout/view";
import { Conflict } from "../../parts/conflict";
import { Form } from "../../parts/form";
import { formatDay } from "../../parts/format";
import { Heading } from "../../parts/heading";
import { problemsOf } from "../../parts/mistakes";
import { Row, Rows } from "../../parts/rows";
import { paths } from "../../paths";
import { changeFacts, History } from "../history/page";
import { words as historyWords } from "../history/words";
import { contactCandidates, householdFields } from "./form";
import { ContactOf, householdRow } from "./list";
import { words } from "./words";

export const householdFacts = v.object({
	household: v.object({ ...householdRow.entries, fromDay: v.string() }),
	changes: v.array(changeFacts),
	candidates: contactCandidates,
	form: formSchema,
});
type Facts = v.InferOutput<typeof householdFacts>;

/** A household: where it lives, who keeps in touch, and the form that changes it. */
export const HouseholdPage = ({ facts, view }: Page<Facts>) => {
	const say = words[view.language];
	const { household, changes } = facts;
	const organisation = view.place?.id ?? "";
	const back =
		household.contact && household.contactName
			? { href: paths.networkMember(organisation, household.contact), label: household.contactName }
			: { href: paths.households(organisation), label: say.title };
	return (
		<Shell view={view} title={household.name} here="members">
			<Masthead
				title={household.name}
				sub={[say.title, formatDay(household.fromDay, view.language)]}
				back={back}
			/>
			<section>
				<Heading>{say.known}</Heading>
				<Rows>
					{household.address && <Row label={say.address}>{household.address}</Row>}
					<Row label={say.contact}>
						<ContactOf row={household} view={view} />
					</Row>
				</Rows>
			</section>
			{view.place?.may.includes("register members") && <Change facts={facts} view={view} />}
			<section>
				<Heading>{say.history}</Heading>
				{changes.length === 0 ? (
					<p class="soft">{historyWords[view.language].none.missing}</p>
				) : (
					<History changes={changes} defined={{}} view={view} />
				)}
			</section>
		</Shell>
	);
};

const Change = ({ facts: { household, candidates, form }, view }: Page<Facts>) => {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	return (
		<section>
			<Heading>{say.change}</Heading>
			<Conflict form={form} language={view.language} />
			<Form
				language={view.language}
				action={paths.household(organisation, household.id)}
				id={form.id}
				problems={problemsOf(form, view.language)}
				submit={say.save}
			>
				{householdFields(candidates, form, view)}
			</Form>
			<form
				class="links"
				method="post"
				action={paths.householdEnd(organisation, household.id)}
				data-confirm={say.endConfirm(household.name)}
				data-once
			>
				<input type="hidden" name="id" value={`${form.id.slice(0, 15)}e`} />
				<span>{say.endHint}</span>
				<button type="submit" class="plain">
					{say.end}
				</button>
			</form>
		</section>
	);
};
