import type { Child } from "hono/jsx";
import { itemStates } from "../../worker/plans/plan";
import { planStates } from "../../worker/plans/rules";
import { Masthead } from "../layout/masthead";
import { Shell } from "../layout/shell";
import type { Page, View } from "../layout/view";
import { Empty } from "../parts/empty";
import { Files } from "../parts/files";
import { Filters } from "../parts/filters";
import { formatDay } from "../parts/format";
import { Pager } from "../parts/pager";
import { Register } from "../parts/table";
import { paths, withQuery } from "../paths";
import { asOf } from "./board";
import type { PlanListFacts, ThingListFacts } from "./board-facts";
import { words } from "./board-words";
import { whenOf } from "./when";

/** The plans behind a figure of the board. */
export const PlanListPage = ({ facts, view }: Page<PlanListFacts>) => {
	const say = words[view.language];
	const dotted = (day: string | null) => formatDay(day, view.language, "dotted") || "–";
	return (
		<Listed
			facts={facts}
			view={view}
			here={paths.plansListed(view.place?.id ?? "")}
			states={planStates}
			labels={say.planList}
			lines={facts.plans.length}
		>
			<Register
				caption={say.planList[facts.state]}
				rows={facts.plans}
				columns={[
					{
						head: say.place,
						cell: (row) => (
							<a
								href={
									facts.state === "filed" && row.round
										? paths.planRound(row.organisation, facts.year, row.round)
										: paths.plan(row.organisation, facts.year)
								}
							>
								{row.name}
							</a>
						),
					},
					{ head: say.filedHead, cell: (row) => dotted(row.filedOn), tight: true },
					{ head: say.deadlineHead, cell: (row) => dotted(row.deadline), tight: true, minor: true },
				]}
			/>
		</Listed>
	);
};

/** The planned items behind a figure of the board. */
export const ThingListPage = ({ facts, view }: Page<ThingListFacts>) => {
	const say = words[view.language];
	return (
		<Listed
			facts={facts}
			view={view}
			here={paths.plannedListed(view.place?.id ?? "")}
			states={itemStates}
			labels={say.thingList}
			lines={facts.things.length}
		>
			<Register
				caption={say.thingList[facts.state]}
				rows={facts.things}
				columns={[
					{
						head: say.item,
						cell: (row) => (
							<a
								href={
									row.activity
										? paths.activity(row.organisation, row.activity)
										: paths.plan(row.organisation, facts.year)
								}
							>
								{row.title}
							</a>
						),
					},
					{ head: say.place, cell: (row) => row.name },
					{ head: say.when, cell: (row) => whenOf(row, view.language), tight: true },
				]}
			/>
		</Listed>
	);
};

type ListedProps<State extends string> = {
	facts: {
		year: number;
		state: State;
		under: string | null;
		name: string | null;
		from: number;
		next: number | null;
		day: string | null;
		time: string | null;
	};
	view: View;
	here: string;
	states: readonly State[];
	labels: Record<State, string>;
	lines: number;
	children?: Child;
};

/** What both lists share: whose they are, the ways to the others, and the pages. */
function Listed<State extends string>({
	facts,
	view,
	here,
	states,
	labels,
	lines,
	children,
}: ListedProps<State>) {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	const { year, state, under, from, next } = facts;
	const asked = { year, state, under };
	return (
		<Shell view={view} title={labels[state]} here="activities">
			<Masthead
				title={labels[state]}
				sub={[facts.name ?? say.everywhere, String(year), asOf(facts, view)]}
				back={{ href: withQuery(paths.plansBelow(organisation), { year }), label: say.title(year) }}
			/>
			<Filters
				label={say.lists}
				language={view.language}
				tabs={states.map((one) => ({
					href: withQuery(here, { ...asked, state: one }),
					label: labels[one],
					chosen: state === one,
				}))}
			/>
			{lines === 0 ? <Empty {...say.empty} /> : children}
			<Pager
				shown={lines > 0 ? say.shownLines(from + 1, from + lines) : ""}
				next={next === null ? null : withQuery(here, { ...asked, after: next })}
				nextLabel={say.next}
				first={from > 0 ? withQuery(here, asked) : null}
				firstLabel={say.first}
			>
				<Files href={withQuery(here, asked)} view={view} />
			</Pager>
		</Shell>
	);
}
