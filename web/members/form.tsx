import * as v from "valibot";
import { type FormState, formSchema } from "../../worker/http/body";
import { furtherName } from "../../worker/members/fields/rules";
import { memberKinds, sexes } from "../../worker/tables/ground";
import { Masthead } from "../layout/masthead";
import { Shell } from "../layout/shell";
import type { Page, View } from "../layout/view";
import { Conflict } from "../parts/conflict";
import { Choices, DayField, Field, Select, TextArea } from "../parts/field";
import { Form } from "../parts/form";
import { fieldOf, problemsOf } from "../parts/mistakes";
import { paths } from "../paths";
import { furtherFieldFacts } from "./fields/page";
import { tagFacts } from "./tags/page";
import { words } from "./words";

export const memberFormFacts = v.object({
	/** Whose record is changed; null when somebody is being registered. */
	member: v.nullable(v.object({ id: v.string(), name: v.string() })),
	/** What a member can be marked with here. */
	offered: v.object({
		groups: v.array(v.object({ id: v.string(), name: v.string() })),
		tags: v.array(tagFacts),
		fields: v.array(furtherFieldFacts),
	}),
	/** Members of other associations who may be the one being registered. */
	candidates: v.array(
		v.object({
			id: v.string(),
			name: v.string(),
			birthYear: v.nullable(v.number()),
			where: v.string(),
			telephone: v.nullable(v.string()),
		}),
	),
	form: formSchema,
});
type Facts = v.InferOutput<typeof memberFormFacts>;

/** The short form to register a member, or to change a record. */
export const MemberFormPage = ({ facts, view }: Page<Facts>) => {
	const { member, form } = facts;
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	const field = fieldOf(form, view.language);
	const title = member ? say.editTitle(member.name) : say.registerTitle;
	const back = member ? paths.member(organisation, member.id) : paths.members(organisation);
	return (
		<Shell view={view} title={title} here="members">
			<Masthead title={title} back={{ href: back, label: member?.name ?? say.title }} />
			<Conflict form={form} language={view.language} />
			<Form
				language={view.language}
				action={member ? paths.memberEdit(organisation, member.id) : paths.members(organisation)}
				id={form.id}
				problems={problemsOf(form, view.language)}
				submit={say.save}
				cancel={{ href: back, label: say.cancel }}
			>
				{same(facts, view)}
				<Field {...field("name")} label={say.name} required />
				<Choices
					{...field("sex")}
					label={say.sex}
					optional={say.optional}
					options={[
						...sexes.map((sex) => ({ value: sex, label: say.sexes[sex] })),
						{ value: "", label: say.unknown },
					]}
				/>
				<Field {...field("birth_year")} label={say.birthYear} optional={say.optional} inputmode="numeric" />
				<Field {...field("telephone")} label={say.telephone} optional={say.optional} type="tel" />
				<Field {...field("address")} label={say.address} optional={say.optional} />
				{!member && <DayField {...field("joined_on")} label={say.joinedOn} />}
				<Choices
					{...field("kind")}
					label={say.kind}
					options={memberKinds.map((kind) => ({ value: kind, label: say.kinds[kind] }))}
				/>
				{marks(facts, view)}
				{further(facts, view)}
				<TextArea {...field("note")} label={say.note} optional={say.optional} hint={say.noteHint} />
			</Form>
		</Shell>
	);
};

// These are called and not used as elements, so that the sum of mistakes above the form finds their labels.

/** Whether whoever is being registered is somebody known elsewhere; asked only when there is somebody. */
function same({ candidates, form }: Facts, view: View) {
	const say = words[view.language];
	if (candidates.length === 0) return null;
	return (
		<div class="inset">
			<Choices
				{...fieldOf(form, view.language)("same")}
				label={say.sameTitle}
				hint={say.sameHint}
				options={[
					...candidates.map((one) => ({
						value: one.id,
						label: say.sameChoice(one.name, one.birthYear, one.where, one.telephone),
					})),
					{ value: "other", label: say.sameOther },
				]}
			/>
		</div>
	);
}

/** Group and tags, where there are any. */
function marks({ offered: { groups, tags }, form }: Facts, view: View) {
	const say = words[view.language];
	const field = fieldOf(form, view.language);
	return (
		<>
			{groups.length > 0 && (
				<Select
					{...field("group")}
					label={say.group}
					options={[
						{ value: "", label: say.noGroup },
						...groups.map(({ id, name }) => ({ value: id, label: name })),
					]}
				/>
			)}
			{tags.length > 0 && <Tags tags={tags} form={form} view={view} />}
		</>
	);
}

const Tags = ({ tags, form, view }: { tags: Facts["offered"]["tags"]; form: FormState; view: View }) => {
	const say = words[view.language];
	const typed = form.typed.tags ?? [];
	const ticked = Array.isArray(typed) ? typed : [typed];
	return (
		<fieldset class="field" id="tags">
			<legend>
				{say.tags} <small>{say.optional}</small>
			</legend>
			{/* Sent even when no box is ticked: what a form doesn't mention stays as it is. */}
			<input type="hidden" name="tags" value="" />
			<div class="choices">
				{tags.map((tag) => (
					<label class="choice">
						<input type="checkbox" name="tags" value={tag.id} checked={ticked.includes(tag.id)} />
						{tag[view.language]}
					</label>
				))}
			</div>
		</fieldset>
	);
};

/** The further fields that the root defines. */
function further({ offered: { fields }, form }: Facts, view: View) {
	const say = words[view.language];
	const field = fieldOf(form, view.language);
	return fields.map((one) => {
		const props = {
			...field(furtherName(one.id)),
			label: one[view.language],
			optional: say.optional,
		};
		if (one.kind === "day") return <DayField {...props} />;
		if (one.kind === "number") return <Field {...props} inputmode="decimal" />;
		if (one.kind === "text") return <Field {...props} />;
		const options = one.choices.map((choice) => ({ value: choice, label: choice }));
		return <Select {...props} options={[{ value: "", label: say.unknown }, ...options]} />;
	});
}
