import * as v from "valibot";
import { formSchema } from "../../worker/http/body";
import { departureReasons } from "../../worker/members/input";
import { memberKinds } from "../../worker/tables/ground";
import { Masthead } from "../layout/masthead";
import { Shell } from "../layout/shell";
import type { Page } from "../layout/view";
import { Conflict } from "../parts/conflict";
import { Choices, DayField } from "../parts/field";
import { Form } from "../parts/form";
import { fieldOf, problemsOf } from "../parts/mistakes";
import { paths } from "../paths";
import { words } from "./words";

export const periodFormFacts = v.object({
	member: v.object({ id: v.string(), name: v.string(), fromDay: v.string(), toDay: v.nullable(v.string()) }),
	form: formSchema,
});
type Facts = v.InferOutput<typeof periodFormFacts>;

/** A member leaves: from which day on, and why. Nothing is deleted. */
export const MemberDeparturePage = ({ facts: { member, form }, view }: Page<Facts>) => {
	const say = words[view.language];
	const field = fieldOf(form, view.language);
	const back = paths.member(view.place?.id ?? "", member.id);
	return (
		<Shell view={view} title={say.departureTitle(member.name)} here="members">
			<Masthead
				title={say.departureTitle(member.name)}
				sub={[say.departureHint]}
				back={{ href: back, label: member.name }}
			/>
			<Conflict form={form} language={view.language} />
			<Form
				language={view.language}
				action={paths.memberDeparture(view.place?.id ?? "", member.id)}
				id={form.id}
				problems={problemsOf(form, view.language)}
				submit={say.end}
				cancel={{ href: back, label: say.cancel }}
			>
				<DayField {...field("day")} label={say.day} />
				<Choices
					{...field("because")}
					label={say.because}
					options={departureReasons.map((reason) => ({ value: reason, label: say.reasons[reason] }))}
				/>
			</Form>
		</Shell>
	);
};

/** Somebody who had left comes back, from a day on. */
export const MemberReturnPage = ({ facts: { member, form }, view }: Page<Facts>) => {
	const say = words[view.language];
	const field = fieldOf(form, view.language);
	const back = paths.member(view.place?.id ?? "", member.id);
	return (
		<Shell view={view} title={say.returnTitle(member.name)} here="members">
			<Masthead title={say.returnTitle(member.name)} back={{ href: back, label: member.name }} />
			<Conflict form={form} language={view.language} />
			<Form
				language={view.language}
				action={paths.memberReturn(view.place?.id ?? "", member.id)}
				id={form.id}
				problems={problemsOf(form, view.language)}
				submit={say.begin}
				cancel={{ href: back, label: say.cancel }}
			>
				<DayField {...field("day")} label={say.day} />
				<Choices
					{...field("kind")}
					label={say.kind}
					options={memberKinds.map((kind) => ({ value: kind, label: say.kinds[kind] }))}
				/>
			</Form>
		</Shell>
	);
};
