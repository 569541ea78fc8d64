import * as v from "valibot";
import { formSchema } from "../../worker/http/body";
import { memberKinds, sexes } from "../../worker/tables/ground";
import { Masthead } from "../layout/masthead";
import { Shell } from "../layout/shell";
import type { Page } from "../layout/view";
import { Conflict } from "../parts/conflict";
import { Choices, DayField, Field, TextArea } from "../parts/field";
import { Form } from "../parts/form";
import { fieldOf, problemsOf } from "../parts/mistakes";
import { paths } from "../paths";
import { words } from "./words";

export const memberFormFacts = v.object({
	/** Whose record is changed; null when somebody is being registered. */
	member: v.nullable(v.object({ id: v.string(), name: v.string() })),
	form: formSchema,
});

/** The short form to register a member, or to change a record. */
export const MemberFormPage = ({
	facts: { member, form },
	view,
}: Page<v.InferOutput<typeof memberFormFacts>>) => {
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
				<TextArea {...field("note")} label={say.note} optional={say.optional} hint={say.noteHint} />
			</Form>
		</Shell>
	);
};
