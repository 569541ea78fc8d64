import * as v from "valibot";
import { formSchema } from "../../worker/http/body";
import { hows } from "../../worker/people/consent/input";
import { Masthead } from "../layout/masthead";
import { Shell } from "../layout/shell";
import type { Page, View } from "../layout/view";
import { Conflict } from "../parts/conflict";
import { Choices, DayField } from "../parts/field";
import { Form } from "../parts/form";
import { formatDay } from "../parts/format";
import { Heading } from "../parts/heading";
import { fieldOf, problemsOf } from "../parts/mistakes";
import { Row, Rows } from "../parts/rows";
import { paths } from "../paths";
import { words } from "./words";

export const consentFacts = v.object({
	member: v.object({ id: v.string(), name: v.string() }),
	/** Whether a telephone number or an address is held. */
	hasContact: v.boolean(),
	consents: v.array(
		v.object({
			id: v.string(),
			what: v.picklist(["given", "withdrawn"]),
			day: v.string(),
			/** paper, spoken, message; or "application" and the wording agreed to. */
			how: v.string(),
			by: v.nullable(v.string()),
		}),
	),
	form: formSchema,
});
type Facts = v.InferOutput<typeof consentFacts>;

/** What somebody agreed to and took back; after a withdrawal, what follows. */
export const ConsentPage = ({ facts, view }: Page<Facts>) => {
	const say = words[view.language];
	const field = fieldOf(facts.form, view.language);
	const organisation = view.place?.id ?? "";
	const back = paths.member(organisation, facts.member.id);
	return (
		<Shell view={view} title={say.consentTitle(facts.member.name)} here="members">
			<Masthead
				title={say.consentTitle(facts.member.name)}
				sub={[say.consentHint]}
				back={{ href: back, label: facts.member.name }}
			/>
			<Conflict form={facts.form} language={view.language} />
			{facts.consents[0]?.what === "withdrawn" && <Follows facts={facts} view={view} />}
			<section>
				<Heading>{say.consentsSoFar}</Heading>
				{facts.consents.length === 0 && <p class="soft">{say.noConsents}</p>}
				<Rows>
					{facts.consents.map(({ what, day, how, by }) => (
						<Row
							label={formatDay(day, view.language, "dotted")}
							note={[howIn(how, view), by].filter(Boolean).join(say.listSeparator)}
						>
							{say.consentWhats[what]}
						</Row>
					))}
				</Rows>
			</section>
			<Form
				language={view.language}
				action={paths.consent(organisation, facts.member.id)}
				id={facts.form.id}
				problems={problemsOf(facts.form, view.language)}
				submit={say.noteConsent}
				cancel={{ href: back, label: say.leaveConsent }}
			>
				<Choices
					{...field("what")}
					label={say.consentWhat}
					options={(["given", "withdrawn"] as const).map((value) => ({
						value,
						label: say.consentWhats[value],
					}))}
				/>
				<DayField {...field("day")} label={say.consentDay} />
				<Choices
					{...field("how")}
					label={say.consentHow}
					options={hows.map((value) => ({ value, label: say.hows[value] }))}
				/>
			</Form>
		</Shell>
	);
};

/** How somebody agreed, in words; after "application" stands the wording they saw. */
export function howIn(how: string, view: View): string {
	const [kind = "", wording] = how.split(" ");
	const said: Record<string, string> = words[view.language].hows;
	return [said[kind] ?? kind, wording].filter(Boolean).join(" ");
}

const Follows = ({ facts: { member, hasContact, form }, view }: { facts: Facts; view: View }) => {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	return (
		<section>
			<Heading>{say.follows}</Heading>
			{hasContact ? (
				<form
					method="post"
					action={paths.contactEmptying(organisation, member.id)}
					class="actions"
					data-once
					data-confirm={say.emptyConfirm}
				>
					<input type="hidden" name="id" value={`${form.id.slice(0, 15)}x`} />
					<button type="submit">{say.emptyContact}</button> <span class="soft">{say.emptyHint}</span>
				</form>
			) : (
				<p>{say.contactIsEmpty}</p>
			)}
			{view.place?.may.includes("erase people") && (
				<p>
					{say.orErase} <a href={paths.erasure(organisation, member.id)}>{say.eraseLink}</a>
				</p>
			)}
		</section>
	);
};
