import type * as v from "valibot";
import { Masthead } from "../layout/masthead";
import { Shell } from "../layout/shell";
import type { Page } from "../layout/view";
import { Conflict } from "../parts/conflict";
import { Empty } from "../parts/empty";
import { Checks } from "../parts/field";
import { Form } from "../parts/form";
import { formatDay } from "../parts/format";
import { fieldOf, problemsOf } from "../parts/mistakes";
import { paths } from "../paths";
import type { taughtFacts } from "./facts";
import { words } from "./words";

/** What an activity teaches: whoever came to it is trained in that. */
export const TaughtPage = ({
	facts: { activity, topics, form },
	view,
}: Page<v.InferOutput<typeof taughtFacts>>) => {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	const back = paths.activity(organisation, activity.id);
	const taught = topics.filter((one) => one.taught).map(({ id }) => id);
	return (
		<Shell view={view} title={say.taughtTitle} here="activities">
			<Masthead
				title={say.taughtTitle}
				sub={[activity.title, formatDay(activity.day, view.language)]}
				back={{ href: back, label: activity.title }}
			/>
			<p class="note">{activity.kind === "training" ? say.countsAnyway : say.countsWhenMarked}</p>
			<Conflict form={form} language={view.language} />
			{topics.length === 0 ? (
				<Empty {...say.noTopicsYet} />
			) : (
				<Form
					language={view.language}
					action={paths.activityTopics(organisation, activity.id)}
					id={form.id}
					problems={problemsOf(form, view.language)}
					submit={say.save}
					cancel={{ href: back, label: say.cancel }}
				>
					<input type="hidden" name="before" value={taught.join(" ")} />
					<Checks
						{...fieldOf(form, view.language)("topic")}
						label={say.teaches}
						chosen={taught}
						options={topics.map((one) => ({ value: one.id, label: one[view.language] }))}
					/>
				</Form>
			)}
			<p class="links">
				<a href={paths.certificates(organisation, activity.id)}>{say.certificates}</a>
				<a href={paths.activityHours(organisation, activity.id)}>{say.hoursTitle}</a>
			</p>
		</Shell>
	);
};
