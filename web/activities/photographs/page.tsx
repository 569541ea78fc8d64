import * as v from "valibot";
import { formSchema } from "../../../worker/http/body";
import { Masthead } from "../../layout/masthead";
import { Shell } from "../../layout/shell";
import type { Page } from "../../layout/view";
import { Conflict } from "../../parts/conflict";
import { ErrorSummary } from "../../parts/form";
import { formatDay } from "../../parts/format";
import { problemsOf } from "../../parts/mistakes";
import { paths } from "../../paths";
import { words } from "./words";

/** A photograph by its id, and how large it is drawn, in pixels. */
export const photographSized = v.object({ id: v.string(), width: v.number(), height: v.number() });

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
type Facts = v.InferOutput<typeof photographsFacts>;

/** The photographs of an activity, each at its full width, with a form to add some and a way to take one away. */
export const PhotographsPage = ({ facts, view }: Page<Facts>) => {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	const { activity, photographs, form } = facts;
	const records = activity.hosted && view.place?.may.includes("record activities");
	return (
		<Shell view={view} title={say.title} here="activities">
			<Masthead
				title={say.title}
				sub={[activity.title, formatDay(activity.day, view.language, "short")]}
				back={{ href: paths.activity(organisation, activity.id), label: activity.title }}
			/>
			<Conflict form={form} language={view.language} />
			<ErrorSummary problems={problemsOf(form, view.language)} language={view.language} />
			{records && <Adding facts={facts} view={view} />}
			{photographs.length === 0 && <p class="note">{say.none}</p>}
			<ul class="photographs">
				{photographs.map(({ id, width, height }, index) => (
					<li>
						<img
							src={paths.photograph(organisation, activity.id, id)}
							alt={say.one(activity.title, index + 1)}
							width={width}
							height={height}
							loading="lazy"
						/>
						{records && (
							<form
								method="post"
								action={paths.photographRemoval(organisation, activity.id, id)}
								data-once
								data-confirm={say.confirm}
							>
								<input type="hidden" name="id" value={facts.removal} />
								<button type="submit" class="plain">
									{say.remove}
								</button>
							</form>
						)}
					</li>
				))}
			</ul>
		</Shell>
	);
};

const Adding = ({ facts, view }: Page<Facts>) => {
	const say = words[view.language];
	if (facts.room <= 0) return <p class="note">{say.full(facts.photographs.length)}</p>;
	return (
		<>
			<noscript>
				<p class="note">{say.scripts}</p>
			</noscript>
			<div
				class="field adding"
				hidden
				data-photographs={paths.photographs(view.place?.id ?? "", facts.activity.id)}
				data-words={JSON.stringify({
					sending: say.sending,
					failed: say.failed,
					unreadable: say.unreadable,
				})}
			>
				<label for="picture">{say.choose}</label>
				<p class="hint" id="picture-hint">
					{say.hint(facts.room)}
				</p>
				<input type="file" id="picture" accept="image/*" multiple aria-describedby="picture-hint" />
				<p role="status" class="note" />
			</div>
		</>
	);
};
