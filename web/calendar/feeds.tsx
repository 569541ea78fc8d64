import * as v from "valibot";
import { formSchema } from "../../worker/http/body";
import { Masthead } from "../layout/masthead";
import { Shell } from "../layout/shell";
import type { Page } from "../layout/view";
import { Field } from "../parts/field";
import { Form } from "../parts/form";
import { Heading } from "../parts/heading";
import { fieldOf, problemsOf } from "../parts/mistakes";
import { paths } from "../paths";
import { words } from "./words";

export const feedsFacts = v.object({
	feeds: v.array(v.object({ id: v.string(), label: v.string(), madeOn: v.string() })),
	/** A link that was just made; it is shown this once. */
	address: v.nullable(v.string()),
	form: formSchema,
});

/** One's private links to a calendar: making one, and revoking those one has. */
export const FeedsPage = ({
	facts: { feeds, address, form },
	view,
}: Page<v.InferOutput<typeof feedsFacts>>) => {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	return (
		<Shell view={view} title={say.feedsTitle} here="activities">
			<Masthead
				title={say.feedsTitle}
				sub={[view.place?.name]}
				back={{ href: paths.calendar(organisation), label: say.title }}
			/>
			<p class="prose">{say.feedsNote}</p>
			{address ? (
				<section>
					<p>
						<code>{address}</code>
					</p>
					<p class="note">{say.once}</p>
					<p class="actions">
						<button type="button" data-copy={address} data-copied={say.copied} hidden>
							{say.copy}
						</button>
					</p>
				</section>
			) : (
				<Form
					language={view.language}
					action={paths.calendarFeeds(organisation)}
					problems={problemsOf(form, view.language)}
					submit={say.make}
				>
					<Field {...fieldOf(form, view.language)("label")} label={say.label} hint={say.labelHint} required />
				</Form>
			)}
			<section>
				<Heading>{say.mine}</Heading>
				{feeds.length === 0 ? (
					<p class="note">{say.none}</p>
				) : (
					<ul class="rows">
						{feeds.map(({ id, label, madeOn }) => (
							<li>
								<b>{label}</b>
								<span>{say.madeOn(madeOn)}</span>
								<form method="post" action={paths.calendarFeedEnd(organisation, id)}>
									<button type="submit" class="plain" aria-label={`${say.end} ${label}`}>
										{say.end}
									</button>
								</form>
							</li>
						))}
					</ul>
				)}
			</section>
		</Shell>
	);
};
