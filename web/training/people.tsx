import { Masthead } from "../layout/masthead";
import { Shell } from "../layout/shell";
import type { Page, View } from "../layout/view";
import { Empty } from "../parts/empty";
import { Files } from "../parts/files";
import { Filters } from "../parts/filters";
import { formatDay, formatNumber } from "../parts/format";
import { type Column, Register } from "../parts/table";
import { paths, withQuery } from "../paths";
import type { TrainingPeopleFacts } from "./facts";
import { StandingOf } from "./standing";
import { words } from "./words";

type Row = TrainingPeopleFacts["people"][number];

/** The names behind a figure: who was reached, and who was not. */
export const TrainingPeoplePage = ({ facts, view }: Page<TrainingPeopleFacts>) => {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	const here = paths.trainingPeople(organisation);
	const day = facts.day === view.today ? null : facts.day;
	const tab = (show: "reached" | "unreached", count: number) => ({
		href: withQuery(here, { topic: facts.topic.id, show, day }),
		label: say[show],
		count,
		chosen: facts.show === show,
	});
	return (
		<Shell view={view} title={facts.topic[view.language]} here="activities">
			<Masthead
				title={facts.topic[view.language]}
				sub={[
					say.asOf(formatDay(facts.day, view.language)),
					say.owes(facts.owed),
					<StandingOf figure={{ ...facts, target: facts.topic.target }} language={view.language} />,
				]}
				back={{ href: withQuery(paths.training(organisation), { day }), label: say.title }}
			>
				{facts.owed > facts.reached && (
					<a
						class="button"
						href={withQuery(paths.trainingInvitation(organisation), { topic: facts.topic.id, day })}
					>
						{say.invite}
					</a>
				)}
			</Masthead>
			<Filters
				label={facts.topic[view.language]}
				language={view.language}
				tabs={[tab("unreached", facts.owed - facts.reached), tab("reached", facts.reached)]}
			/>
			{facts.people.length === 0 ? (
				<Empty {...(facts.show === "reached" ? say.nobodyReached : say.everybodyReached)} />
			) : (
				<Register caption={say[facts.show]} rows={facts.people} columns={columnsOf(view)} />
			)}
			<p class="links">
				{facts.people.length > 0 && (
					<Files
						href={withQuery(here, { topic: facts.topic.id, show: facts.show, day })}
						total={facts.people.length}
						view={view}
					/>
				)}
				<span class="note">
					{say.since(
						formatDay(facts.topic.since, view.language),
						formatNumber(facts.topic.years, view.language),
					)}
				</span>
			</p>
		</Shell>
	);
};

function columnsOf(view: View): Column<Row>[] {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	return [
		{
			head: say.name,
			cell: (row) => <a href={paths.memberTraining(organisation, row.id)}>{row.name}</a>,
		},
		{
			head: say.telephone,
			cell: (row) => row.telephone && <a href={`tel:${row.telephone}`}>{row.telephone}</a>,
			tight: true,
		},
	];
}
