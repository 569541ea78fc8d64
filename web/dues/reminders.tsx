import * as v from "valibot";
import { Masthead } from "../layout/masthead";
import { Shell } from "../layout/shell";
import type { Page, View } from "../layout/view";
import { Empty } from "../parts/empty";
import { formatDay, formatFen } from "../parts/format";
import { Heading } from "../parts/heading";
import { paths } from "../paths";
import { arrearsFacts } from "./arrears";
import { words } from "./rounds-words";

export const remindersFacts = v.object({
	/** A round that is still open: then nobody is reminded. */
	openedOn: v.nullable(v.string()),
	/** When the latest was closed. */
	closedOn: v.nullable(v.string()),
	...arrearsFacts.entries,
});
type Facts = v.InferOutput<typeof remindersFacts>;

/** Reminders from closed rounds: slips to hand out, a list to read out, and a text for the group chat that names nobody. */
export const RemindersPage = ({ facts, view }: Page<Facts>) => {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	const step = { href: paths.rounds(organisation), link: say.toRounds };
	const { openedOn, closedOn, people } = facts;
	return (
		<Shell view={view} title={say.reminders} here="dues">
			<Masthead
				title={say.reminders}
				sub={[view.place?.name, closedOn && !openedOn ? say.asOf(formatDay(closedOn, view.language)) : null]}
				back={{ href: paths.rounds(organisation), label: say.title }}
			>
				{people.length > 0 && (
					<button type="button" data-print hidden>
						{say.print}
					</button>
				)}
			</Masthead>
			{openedOn ? (
				<Empty {...say.notYet} {...step} />
			) : !closedOn ? (
				<Empty {...say.noRound} {...step} />
			) : people.length === 0 ? (
				<Empty {...say.allPaid} />
			) : (
				<Texts facts={facts} view={view} />
			)}
		</Shell>
	);
};

const Texts = ({ facts: { people, closedOn }, view }: { facts: Facts; view: View }) => {
	const say = words[view.language];
	const place = view.place?.name ?? "";
	const yuan = (fen: number) => formatFen(fen, view.language);
	const listed = view.language === "zh" ? "、" : ", ";
	const yearsOf = (one: Facts["people"][number]) => one.years.map(({ year }) => say.year(year)).join(listed);
	return (
		<>
			<section class="no-print">
				<Heading>{say.chat}</Heading>
				<p class="prose">{say.chatText(place, people.length, formatDay(closedOn, view.language))}</p>
			</section>
			<section class="no-print">
				<Heading>{say.list}</Heading>
				<ol>
					{people.map((one) => (
						<li>
							{one.name} {yearsOf(one)} {yuan(one.sum)}
						</li>
					))}
				</ol>
			</section>
			<section>
				<Heading>{say.slips}</Heading>
				<div class="reminder-slips">
					{people.map((one) => (
						<article>
							<h3>{say.slipTitle}</h3>
							<p>{say.slipText(one.name, yearsOf(one), yuan(one.sum))}</p>
							<p class="note">{say.slipFoot}</p>
							<p class="note">{place}</p>
						</article>
					))}
				</div>
			</section>
		</>
	);
};
