import type * as v from "valibot";
import { standingOf } from "../../worker/training/rules";
import { Masthead } from "../layout/masthead";
import { Shell } from "../layout/shell";
import type { Page, View } from "../layout/view";
import { Empty } from "../parts/empty";
import { Files } from "../parts/files";
import { Filters } from "../parts/filters";
import { formatNumber } from "../parts/format";
import { Mark } from "../parts/mark";
import { Pager } from "../parts/pager";
import { type Column, Register } from "../parts/table";
import { paths, withQuery } from "../paths";
import type { trainingBoardFacts, trainingListFacts } from "./facts";
import { StandingOf } from "./standing";
import { words } from "./words";

type Board = v.InferOutput<typeof trainingBoardFacts>;
type Row = Board["rows"][number];
type Topic = Board["topics"][number];

/** Training below, places by topics: a marked figure is below its target, and every figure opens its names. */
export const TrainingBoardPage = ({ facts, view }: Page<Board>) => {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	const hour = facts.day && facts.time ? say.asOfHour(facts.day, facts.time) : null;
	const topicColumns = facts.topics.map(
		(topic): Column<Row> => ({
			head: (
				<>
					{topic[view.language]}
					<br />≥ {topic.target}
				</>
			),
			cell: (row) => <Share row={row.figures} topic={topic} under={row.organisation} view={view} />,
			number: true,
		}),
	);
	return (
		<Shell view={view} title={say.boardTitle} here="activities">
			<Masthead
				title={say.boardTitle}
				sub={[view.place?.name, hour]}
				back={{ href: paths.training(organisation), label: say.title }}
			/>
			{facts.rows.length === 0 ? (
				<Empty {...say.nobodyBelow} />
			) : (
				<Register
					caption={say.boardTitle}
					rows={facts.rows}
					columns={[
						{
							head: say.placeHead,
							cell: (row) => <a href={paths.training(row.organisation)}>{row.name}</a>,
						},
						...topicColumns,
					]}
					foot={[
						say.whole,
						...facts.topics.map((topic) => (
							<Share row={facts.whole ?? []} topic={topic} under={null} view={view} />
						)),
					]}
				/>
			)}
			<p class="note">{facts.more ? say.boardMore : say.boardNote}</p>
			<p class="links">
				{facts.rows.length > 0 && (
					<Files href={paths.trainingBoard(organisation)} total={facts.rows.length} view={view} />
				)}
			</p>
		</Shell>
	);
};

/** A share of a topic: marked where it is below the target, and a way to those who are not reached. */
const Share = ({
	row,
	topic,
	under,
	view,
}: {
	row: Row["figures"];
	topic: Topic;
	under: string | null;
	view: View;
}) => {
	const figure = row.find((one) => one.topic === topic.id);
	if (!figure || figure.owed === 0) return <>–</>;
	const missed = standingOf(figure, topic.target).kind === "missed";
	const text = formatNumber((100 * figure.reached) / figure.owed, view.language, 1);
	const href = withQuery(paths.trainingList(view.place?.id ?? ""), { topic: topic.id, under });
	return (
		<a href={href} class={missed ? "missed" : undefined}>
			{missed && <Mark shape="hollow" />} {text}
		</a>
	);
};

type List = v.InferOutput<typeof trainingListFacts>;

/** The names behind a figure of the board, as they were counted. */
export const TrainingListPage = ({ facts, view }: Page<List>) => {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	const { topic, under, show } = facts;
	const here = paths.trainingList(organisation);
	const tab = (which: List["show"], count: number) => ({
		href: withQuery(here, { topic: topic.id, under, show: which }),
		label: say[which],
		count,
		chosen: show === which,
	});
	const query = { topic: topic.id, under, show };
	return (
		<Shell view={view} title={topic[view.language]} here="activities">
			<Masthead
				title={[facts.name ?? view.place?.name, topic[view.language]].filter(Boolean).join(" ")}
				sub={[
					facts.day && facts.time ? say.asOfHour(facts.day, facts.time) : null,
					say.owes(facts.owed),
					<StandingOf figure={{ ...facts, target: topic.target }} language={view.language} />,
				]}
				back={{ href: paths.trainingBoard(organisation), label: say.boardTitle }}
			/>
			<Filters
				label={topic[view.language]}
				language={view.language}
				tabs={[tab("unreached", facts.owed - facts.reached), tab("reached", facts.reached)]}
			/>
			{facts.people.length === 0 ? (
				<Empty {...(show === "reached" ? say.nobodyReached : say.everybodyReached)} />
			) : (
				<Register
					caption={say[show]}
					rows={facts.people}
					columns={[
						{
							head: say.name,
							cell: (row) => <a href={paths.memberTraining(row.organisation, row.id)}>{row.name}</a>,
						},
						{
							head: say.placeHead,
							cell: (row) => <a href={paths.training(row.organisation)}>{row.place}</a>,
						},
						{ head: say.telephone, cell: (row) => row.telephone, minor: true, tight: true },
					]}
				/>
			)}
			<Pager
				shown={say.shownFrom(facts.from, facts.people.length)}
				next={facts.next === null ? null : withQuery(here, { ...query, after: facts.next })}
				nextLabel={say.next}
				first={facts.from > 0 ? withQuery(here, query) : null}
				firstLabel={say.firstPage}
			>
				{facts.people.length > 0 && (
					<Files
						href={withQuery(here, query)}
						total={show === "reached" ? facts.reached : facts.owed - facts.reached}
						view={view}
					/>
				)}
			</Pager>
		</Shell>
	);
};
