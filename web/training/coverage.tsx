import { Masthead } from "../layout/masthead";
import { Shell } from "../layout/shell";
import type { Page, View } from "../layout/view";
import { Empty } from "../parts/empty";
import { Files } from "../parts/files";
import { formatDay, formatNumber, formatShare } from "../parts/format";
import { type Column, Register } from "../parts/table";
import { paths, withQuery } from "../paths";
import type { TrainingFacts } from "./facts";
import { CoverageRuler, StandingOf } from "./standing";
import { words } from "./words";

type Row = TrainingFacts["topics"][number];

/** Who had to be trained here and who was, topic by topic, as of a day; each figure opens its names. */
export const CoveragePage = ({ facts, view }: Page<TrainingFacts>) => {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	const here = paths.training(organisation);
	const day = facts.day === view.today ? null : facts.day;
	return (
		<Shell view={view} title={say.title} here="activities">
			<Masthead
				title={say.title}
				sub={[view.place?.name, say.asOf(formatDay(facts.day, view.language))]}
				back={{ href: paths.activities(organisation), label: say.activities }}
			/>
			{facts.topics.length === 0 ? (
				<Empty {...say.noTopics} />
			) : (
				<Register caption={say.title} rows={facts.topics} columns={columnsOf(view, day)} />
			)}
			<p class="links">
				<Files href={withQuery(here, { day })} view={view} />
				<a href={paths.volunteers(organisation)}>{say.volunteersTitle}</a>
				{facts.leads && <a href={paths.trainingBoard(organisation)}>{say.below}</a>}
				{facts.isRoot && view.place?.may.includes("set the rules") && (
					<a href={paths.topics(organisation)}>{say.topics}</a>
				)}
			</p>
			<div class="as-of">
				<form action={here}>
					<label>
						{say.asOfDay} <input type="date" name="day" value={facts.day} max={view.today} />
					</label>
					<button type="submit">{say.look}</button>
				</form>
			</div>
		</Shell>
	);
};

function columnsOf(view: View, day: string | null): Column<Row>[] {
	const say = words[view.language];
	const people = paths.trainingPeople(view.place?.id ?? "");
	const link = (row: Row, show: "reached" | "unreached", count: number) => (
		<a href={withQuery(people, { topic: row.id, show, day })}>{formatNumber(count, view.language)}</a>
	);
	return [
		{ head: say.topic, cell: (row) => row[view.language] },
		{ head: say.owed, cell: (row) => formatNumber(row.owed, view.language), number: true },
		{ head: say.reached, cell: (row) => link(row, "reached", row.reached), number: true, minor: true },
		{ head: say.unreached, cell: (row) => link(row, "unreached", row.owed - row.reached), number: true },
		{
			head: say.share,
			cell: (row) => (row.owed === 0 ? "–" : formatShare(row.reached / row.owed, view.language)),
			number: true,
		},
		{ head: say.target, cell: (row) => <CoverageRuler figure={row} />, minor: true },
		{ head: say.standing, cell: (row) => <StandingOf figure={row} language={view.language} /> },
	];
}
