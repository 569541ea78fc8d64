import { daysBetween, yearOf } from "../../worker/values/day";
import { Masthead } from "../layout/masthead";
import { Shell } from "../layout/shell";
import type { Page, View } from "../layout/view";
import { Empty } from "../parts/empty";
import { Files } from "../parts/files";
import { formatAmount, formatDay, formatNumber } from "../parts/format";
import { Mark } from "../parts/mark";
import { Pager } from "../parts/pager";
import { Ruler } from "../parts/ruler";
import { type Column, Register } from "../parts/table";
import { paths, withQuery } from "../paths";
import type { ActivityListFacts } from "./facts";
import { words as handed } from "./handed-out/words";
import { words as turns } from "./holding/words";
import { words as lending } from "./lending/words";
import { words } from "./words";

type Row = ActivityListFacts["activities"][number];

/** The year's activities: its ruler, its key days, the list and its totals. */
export const ActivityListPage = ({ facts, view }: Page<ActivityListFacts>) => {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	const here = paths.activities(organisation);
	const year = facts.year === yearOf(view.today) ? null : facts.year;
	return (
		<Shell view={view} title={say.title} here="activities">
			<Masthead title={say.title} sub={totalsOf(facts, view)} year={yearsAround(facts.year, view)}>
				{view.place?.may.includes("record activities") && (
					<a class="button" href={paths.activityNew(organisation)}>
						{say.record}
					</a>
				)}
				<a class="button" href={paths.calendar(organisation)}>
					{say.calendar}
				</a>
				<a class="button" href={paths.plan(organisation, facts.year)}>
					{say.plan}
				</a>
			</Masthead>
			<Ruler
				language={view.language}
				facts={{
					year: facts.year,
					today: view.today,
					ticks: [
						...facts.days.map((day) => ({ day, held: true })),
						...facts.ahead.map((day) => ({ day, held: false })),
					],
					keyDays: facts.keyDays.map(({ day, heldOn }) => ({ day, held: heldOn !== null })),
					waves: [],
				}}
			/>
			<KeyDays facts={facts} view={view} />
			<Invited facts={facts} view={view} />
			{facts.activities.length === 0 ? (
				<Empty {...say.empty} />
			) : (
				<Register caption={say.title} rows={facts.activities} columns={columnsOf(view)} />
			)}
			<Pager
				shown={say.shown(facts.activities.length)}
				next={facts.next && withQuery(here, { year, after: facts.next })}
				nextLabel={say.next}
				first={facts.first ? null : withQuery(here, { year })}
				firstLabel={say.firstPage}
			>
				<Files href={withQuery(here, { year })} total={facts.held} view={view} />
				<a href={withQuery(paths.activityBook(organisation), { year })}>{say.book}</a>
				<a href={paths.meetings(organisation)}>{say.meetings}</a>
				<a href={paths.training(organisation)}>{say.training}</a>
				<a href={withQuery(paths.handedOut(organisation), { year })}>{handed[view.language].title}</a>
				<a href={paths.exhibits(organisation)}>{lending[view.language].title}</a>
			</Pager>
		</Shell>
	);
};

function totalsOf(facts: ActivityListFacts, view: View) {
	const say = words[view.language];
	return [view.place?.name ?? "", say.held(facts.held), say.heads(facts.heads), say.spent(facts.cost)];
}

function yearsAround(year: number, view: View) {
	const here = paths.activities(view.place?.id ?? "");
	return {
		year,
		earlier: year > 2000 ? withQuery(here, { year: year - 1 }) : null,
		later: year <= yearOf(view.today) ? withQuery(here, { year: year + 1 }) : null,
	};
}

/** What others ask to hold together, each with an answer. */
const Invited = ({ facts, view }: Page<ActivityListFacts>) => {
	const say = turns[view.language];
	const answers = view.place?.may.includes("record activities");
	return (
		<ul class="rows invited">
			{facts.invited.map((one) => (
				<li>
					<span>{say.invited(one.host, one.title, one.day)}</span>
					{answers && (
						<form
							method="post"
							action={paths.invitation(view.place?.id ?? "", one.organisation, one.activity)}
							data-once
						>
							<input type="hidden" name="id" value={one.answer} />
							<button type="submit" name="outcome" value="accepted">
								{say.accept}
							</button>{" "}
							<button type="submit" class="plain" name="outcome" value="declined">
								{say.decline}
							</button>
						</form>
					)}
				</li>
			))}
		</ul>
	);
};

/** Which key days have an activity; a mark stands only where somebody is needed. */
const KeyDays = ({ facts, view }: Page<ActivityListFacts>) => {
	const say = words[view.language];
	return (
		<section>
			<h2 class="hidden">{say.keyDays}</h2>
			<ul class="key-days">
				{facts.keyDays.map(({ name, day, heldOn }) => (
					<li>
						<Mark shape={heldOn ? "solid" : "hollow"} />
						<b>
							{formatDay(day, view.language, "ruler")} {name[view.language]}
						</b>{" "}
						{heldOn
							? say.heldOn(heldOn)
							: day < view.today
								? say.notHeld
								: say.inDays(daysBetween(view.today, day))}
					</li>
				))}
			</ul>
		</section>
	);
};

function columnsOf(view: View): Column<Row>[] {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	const count = (number: number | null) => (number === null ? "–" : formatNumber(number, view.language));
	return [
		{
			head: say.name,
			cell: (row) => (
				<>
					<a href={paths.activity(organisation, row.id)}>{row.title}</a>
					{row.state !== "reported" && row.state !== "held" && (
						<small> {turns[view.language].states[row.state]}</small>
					)}
					{row.host && <small> {turns[view.language].host(row.host.name)}</small>}
				</>
			),
		},
		{ head: say.day, cell: (row) => formatDay(row.day, view.language, "short"), tight: true },
		{ head: say.kind, cell: (row) => say.kinds[row.kind], minor: true },
		{ head: say.place, cell: (row) => row.place, minor: true },
		{ head: say.people, cell: (row) => count(row.heads), number: true },
		{ head: say.members, cell: (row) => (row.members ? count(row.members) : "–"), number: true, minor: true },
		{
			head: say.cost,
			cell: (row) => (row.cost === null ? "–" : formatAmount(row.cost, view.language)),
			number: true,
			minor: true,
		},
	];
}
