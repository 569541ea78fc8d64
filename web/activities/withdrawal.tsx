import type * as v from "valibot";
import { Masthead } from "../layout/masthead";
import { Shell } from "../layout/shell";
import type { Page } from "../layout/view";
import { Conflict } from "../parts/conflict";
import { Field } from "../parts/field";
import { Form } from "../parts/form";
import { formatDay } from "../parts/format";
import { fieldOf, problemsOf } from "../parts/mistakes";
import { paths } from "../paths";
import type { withdrawalFormFacts } from "./facts";
import { words } from "./words";

/** Taking back an activity that was recorded by mistake, with a reason. */
export const WithdrawalPage = ({
	facts: { activity, form },
	view,
}: Page<v.InferOutput<typeof withdrawalFormFacts>>) => {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	const back = paths.activity(organisation, activity.id);
	const title = say.withdrawTitle(activity.title);
	return (
		<Shell view={view} title={title} here="activities">
			<Masthead
				title={title}
				sub={[formatDay(activity.day, view.language), say.withdrawHint]}
				back={{ href: back, label: activity.title }}
			/>
			<Conflict form={form} language={view.language} />
			<Form
				language={view.language}
				action={paths.activityWithdrawal(organisation, activity.id)}
				id={form.id}
				problems={problemsOf(form, view.language)}
				submit={say.withdraw}
				cancel={{ href: back, label: say.cancel }}
			>
				<Field {...fieldOf(form, view.language)("reason")} label={say.reason} required />
			</Form>
		</Shell>
	);
};
