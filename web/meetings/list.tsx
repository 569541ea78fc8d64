import { yearOf } from "../../worker/values/day";
import { Masthead } from "../layout/masthead";
import { Shell } from "../layout/shell";
import type { Page, View } from "../layout/view";
import { Empty } from "../parts/empty";
import { Files } from "../parts/files";
import { formatDay } from "../parts/format";
import { type Column, Register } from "../parts/table";
import { paths, withQuery } from "../paths";
import type { MeetingListFacts } from "./facts";
import { StateOf } from "./state";
import { words } from "./words";

type Row = MeetingListFacts["meetings"][number];

/** A year's meetings of council and assembly, and how each stands. */
export const MeetingListPage = ({ facts, view }: Page<MeetingListFacts>) => {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	const here = paths.meetings(organisation);
	const runs = view.place?.may.includes("run meetings");
	return (
		<Shell view={view} title={say.title} here="activities">
			<Masthead
				title={say.title}
				sub={[view.place?.name, say.counted(facts.meetings.length)]}
				back={{ href: paths.activities(organisation), label: say.activities }}
				year={{
					year: facts.year,
					earlier: facts.year > 2000 ? withQuery(here, { year: facts.year - 1 }) : null,
					later: facts.year <= yearOf(view.today) ? withQuery(here, { year: facts.year + 1 }) : null,
				}}
			>
				{runs && (
					<a class="button" href={paths.meetingNew(organisation)}>
						{say.call}
					</a>
				)}
			</Masthead>
			{facts.meetings.length === 0 ? (
				<Empty {...say.empty} />
			) : (
				<Register caption={say.title} rows={facts.meetings} columns={columnsOf(view)} />
			)}
			<p class="links">
				{facts.meetings.length > 0 && <Files href={withQuery(here, { year: facts.year })} view={view} />}
				{facts.isRoot && view.place?.may.includes("set the rules") && (
					<a href={paths.meetingRules(organisation)}>{say.rules}</a>
				)}
			</p>
		</Shell>
	);
};

function columnsOf(view: View): Column<Row>[] {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	return [
		{ head: say.name, cell: (row) => <a href={paths.meeting(organisation, row.id)}>{row.title}</a> },
		{ head: say.kind, cell: (row) => say.kinds[row.kind], minor: true, tight: true },
		{ head: say.day, cell: (row) => formatDay(row.day, view.language, "short"), tight: true },
		{ head: say.place, cell: (row) => row.place, minor: true },
		{ head: say.state, cell: (row) => <StateOf state={row.state} language={view.language} />, tight: true },
	];
}
