import * as v from "valibot";
import { formSchema } from "../../../worker/http/body";
import { Masthead } from "../../layout/masthead";
import { Shell } from "../../layout/shell";
import type { Page } from "../../layout/view";
import { Conflict } from "../../parts/conflict";
import { Select } from "../../parts/field";
import { Form } from "../../parts/form";
import { fieldOf, problemsOf } from "../../parts/mistakes";
import { paths } from "../../paths";
import { words } from "./words";

const one = v.object({ id: v.string(), name: v.string() });

export const holdersFacts = v.object({
	activity: v.object({ id: v.string(), title: v.string(), day: v.string() }),
	holders: v.array(v.object({ ...one.entries, accepted: v.boolean(), end: v.string() })),
	/** Who could be asked: above, beside and below. */
	near: v.array(one),
	form: formSchema,
});
type Facts = v.InferOutput<typeof holdersFacts>;

/** Who holds an activity together, and whom to ask. */
export const HoldersPage = ({ facts, view }: Page<Facts>) => {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	const { activity, holders, near, form } = facts;
	const back = paths.activity(organisation, activity.id);
	return (
		<Shell view={view} title={say.togetherTitle} here="activities">
			<Masthead
				title={say.togetherTitle}
				sub={[activity.title, say.togetherHint]}
				back={{ href: back, label: activity.title }}
			/>
			<Conflict form={form} language={view.language} />
			<ul class="rows">
				{holders.length === 0 && <li>{say.none}</li>}
				{holders.map((holder) => (
					<li>
						<span>
							{holder.name} <small>{holder.accepted ? say.holds : say.waiting}</small>
						</span>
						<form
							method="post"
							action={paths.activityHolderEnd(organisation, activity.id, holder.id)}
							data-once
						>
							<input type="hidden" name="id" value={holder.end} />
							<button type="submit" class="plain">
								{say.remove}
							</button>
						</form>
					</li>
				))}
			</ul>
			{near.length === 0 ? (
				<p class="note">{say.nobodyNear}</p>
			) : (
				<Form
					language={view.language}
					action={paths.activityHolders(organisation, activity.id)}
					id={form.id}
					problems={problemsOf(form, view.language)}
					submit={say.ask}
					cancel={{ href: back, label: say.back }}
				>
					<Select
						{...fieldOf(form, view.language)("holder")}
						label={say.asks}
						options={[{ value: "", label: "" }, ...near.map(({ id, name }) => ({ value: id, label: name }))]}
					/>
				</Form>
			)}
		</Shell>
	);
};
