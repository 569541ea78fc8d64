import type * as v from "valibot";
import { activityKinds } from "../../worker/tables/activities";
import { Masthead } from "../layout/masthead";
import { Shell } from "../layout/shell";
import type { Page } from "../layout/view";
import { Conflict } from "../parts/conflict";
import { Choices, DayField, Field, TextArea } from "../parts/field";
import { Form } from "../parts/form";
import { fieldOf, problemsOf } from "../parts/mistakes";
import { paths } from "../paths";
import type { activityFormFacts } from "./facts";
import { HandedOutLines } from "./handed-out/lines";
import { words } from "./words";

/** The form to record an activity in under a minute, or to change its record. */
export const ActivityFormPage = ({
	facts: { activity, known, form },
	view,
}: Page<v.InferOutput<typeof activityFormFacts>>) => {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	const field = fieldOf(form, view.language);
	const title = activity ? say.changeTitle : say.recordTitle;
	const back = activity ? paths.activity(organisation, activity.id) : paths.activities(organisation);
	return (
		<Shell view={view} title={title} here="activities">
			<Masthead title={title} back={{ href: back, label: activity?.title ?? say.title }} />
			<Conflict form={form} language={view.language} />
			<Form
				language={view.language}
				action={activity ? paths.activityEdit(organisation, activity.id) : paths.activities(organisation)}
				id={form.id}
				problems={problemsOf(form, view.language)}
				submit={say.save}
				cancel={{ href: back, label: say.cancel }}
			>
				{field("plan_item").value && (
					<input type="hidden" name="plan_item" value={field("plan_item").value} />
				)}
				<Choices
					{...field("kind")}
					label={say.kind}
					options={activityKinds.map((kind) => ({ value: kind, label: say.kinds[kind] }))}
				/>
				<Field
					{...field("title")}
					label={say.name}
					placeholder={say.placeholderTitle}
					hint={!activity && field("plan_item").value ? say.fromPlan : undefined}
					required
				/>
				<div class="fields">
					<DayField {...field("day")} label={say.day} />
					<Field {...field("place")} label={say.place} optional={say.optional} />
				</div>
				<div class="fields">
					<Field
						{...field("heads")}
						label={say.people}
						optional={say.optional}
						hint={say.peopleHint}
						inputmode="numeric"
					/>
					<Field {...field("cost")} label={say.costField} optional={say.optional} inputmode="decimal" />
				</div>
				<HandedOutLines form={form} known={known} view={view} />
				<Field
					{...field("beneficiaries")}
					label={say.beneficiaries}
					optional={say.optional}
					hint={say.beneficiariesHint}
					inputmode="numeric"
				/>
				<TextArea {...field("outcome")} label={say.outcome} optional={say.optional} hint={say.outcomeHint} />
			</Form>
		</Shell>
	);
};
