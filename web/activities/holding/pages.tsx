import * as v from "valibot";
import { formSchema } from "../../../worker/http/body";
import { halves } from "../../../worker/tables/activities";
import { Masthead } from "../../layout/masthead";
import { Shell } from "../../layout/shell";
import type { Page } from "../../layout/view";
import { Conflict } from "../../parts/conflict";
import { Choices, DayField, Field } from "../../parts/field";
import { Form } from "../../parts/form";
import { formatDay } from "../../parts/format";
import { fieldOf, problemsOf } from "../../parts/mistakes";
import { paths } from "../../paths";
import { words } from "./words";

export const turnFacts = v.object({
	activity: v.object({ id: v.string(), title: v.string(), day: v.string() }),
	form: formSchema,
});
type TurnPage = Page<v.InferOutput<typeof turnFacts>>;

export const sessionsFormFacts = turnFacts;

/** Putting an activity off to another day. */
export const PostponementPage = ({ facts: { activity, form }, view }: TurnPage) => {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	const field = fieldOf(form, view.language);
	const back = paths.activity(organisation, activity.id);
	return (
		<Shell view={view} title={say.postponeTitle(activity.title)} here="activities">
			<Masthead
				title={say.postponeTitle(activity.title)}
				sub={[formatDay(activity.day, view.language)]}
				back={{ href: back, label: activity.title }}
			/>
			<Conflict form={form} language={view.language} />
			<Form
				language={view.language}
				action={paths.activityPostponement(organisation, activity.id)}
				id={form.id}
				problems={problemsOf(form, view.language)}
				submit={say.postponeIt}
				cancel={{ href: back, label: say.back }}
			>
				<DayField {...field("day")} label={say.newDay} />
				<Field {...field("reason")} label={say.reason} required />
			</Form>
		</Shell>
	);
};

/** Saying that an activity is not held. */
export const CancellationPage = ({ facts: { activity, form }, view }: TurnPage) => {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	const back = paths.activity(organisation, activity.id);
	return (
		<Shell view={view} title={say.cancelTitle(activity.title)} here="activities">
			<Masthead
				title={say.cancelTitle(activity.title)}
				sub={[formatDay(activity.day, view.language), say.cancelHint]}
				back={{ href: back, label: activity.title }}
			/>
			<Conflict form={form} language={view.language} />
			<Form
				language={view.language}
				action={paths.activityCancellation(organisation, activity.id)}
				id={form.id}
				problems={problemsOf(form, view.language)}
				submit={say.cancelIt}
				cancel={{ href: back, label: say.back }}
			>
				<Field {...fieldOf(form, view.language)("reason")} label={say.reason} required />
			</Form>
		</Shell>
	);
};

/** Dividing an activity into half-days, each with a roll of its own. */
export const SessionsPage = ({ facts: { activity, form }, view }: TurnPage) => {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	const field = fieldOf(form, view.language);
	const back = paths.activity(organisation, activity.id);
	return (
		<Shell view={view} title={say.sessionsTitle} here="activities">
			<Masthead
				title={say.sessionsTitle}
				sub={[activity.title, formatDay(activity.day, view.language)]}
				back={{ href: back, label: activity.title }}
			/>
			<Conflict form={form} language={view.language} />
			<Form
				language={view.language}
				action={paths.activitySessions(organisation, activity.id)}
				id={form.id}
				problems={problemsOf(form, view.language)}
				submit={say.divide}
				cancel={{ href: back, label: say.back }}
			>
				<Field
					{...field("sessions")}
					label={say.sessionsField}
					hint={say.sessionsHint}
					inputmode="numeric"
					required
				/>
				<Choices
					{...field("first")}
					label={say.first}
					options={halves.map((half) => ({ value: half, label: say.halves[half] }))}
				/>
			</Form>
		</Shell>
	);
};
