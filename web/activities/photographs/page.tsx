import * as v from "valibot";
import { formSchema } from "../../../worker/http/body";
import { Masthead } from "../../layout/masthead";
import { Shell } from "../../layout/shell";
import type { Page } from "../../layout/view";
import { Conflict } from "../../parts/conflict";
import { ErrorSummary } from "../../parts/form";
import { formatDay } from "../../parts/format";
import { problemsOf } from "../../parts/mistakes";
import { AddPhotographs, Album, photographSized } from "../../parts/photographs";
import { paths } from "../../paths";
import { words } from "./words";

export const photographsFacts = v.object({
	/** `hosted`: whether this organisation put it down, and so may change what stands beside it. */
	activity: v.object({ id: v.string(), title: v.string(), day: v.string(), hosted: v.boolean() }),
	photographs: v.array(photographSized),
	/** How many more there is room for. */
	room: v.number(),
	form: formSchema,
	/** The id of a removal. */
	removal: v.string(),
});

/** The photographs of an activity, each at its full width, with a form to add some and a way to take one away. */
export const PhotographsPage = ({ facts, view }: Page<v.InferOutput<typeof photographsFacts>>) => {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	const { activity, photographs, form, room } = facts;
	const records = activity.hosted && view.place?.may.includes("record activities");
	const removalAt = (id: string) => paths.photographRemoval(organisation, activity.id, id);
	return (
		<Shell view={view} title={say.title} here="activities">
			<Masthead
				title={say.title}
				sub={[activity.title, formatDay(activity.day, view.language, "short")]}
				back={{ href: paths.activity(organisation, activity.id), label: activity.title }}
			/>
			<Conflict form={form} language={view.language} />
			<ErrorSummary problems={problemsOf(form, view.language)} language={view.language} />
			{records && room > 0 && (
				<AddPhotographs
					to={paths.photographs(organisation, activity.id)}
					hint={say.hint(room)}
					language={view.language}
				/>
			)}
			{records && room <= 0 && <p class="note">{say.full(photographs.length)}</p>}
			<Album
				photographs={photographs}
				at={(id) => paths.photograph(organisation, activity.id, id)}
				alt={(place) => say.one(activity.title, place)}
				removal={records ? { at: removalAt, id: facts.removal } : null}
				language={view.language}
			/>
		</Shell>
	);
};
