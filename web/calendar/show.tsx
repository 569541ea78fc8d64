import { daysOf } from "../../worker/calendar/rules";
import { yearOf } from "../../worker/values/day";
import { Masthead } from "../layout/masthead";
import { Shell } from "../layout/shell";
import type { Page, View } from "../layout/view";
import { Empty } from "../parts/empty";
import { Filters } from "../parts/filters";
import { formatDay } from "../parts/format";
import { Heading } from "../parts/heading";
import { paths, withQuery } from "../paths";
import { Entry } from "./event";
import type { CalendarFacts, EventFacts } from "./facts";
import { MonthGrid, MonthsAround, yearsAround } from "./grid";
import { words } from "./words";

/** An organisation's month or year: a grid of days on a desk, a list of what is on by phone. */
export const CalendarPage = ({ facts, view }: Page<CalendarFacts>) => {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	const here = paths.calendar(organisation);
	const { month, year, from } = facts;
	const shown = month ?? (year === yearOf(view.today) ? view.today.slice(0, 7) : `${year}-01`);
	return (
		<Shell view={view} title={say.title} here="activities">
			<Masthead
				title={month ? say.month(from) : say.wholeYear(year)}
				sub={[view.place?.name]}
				back={{ href: paths.activities(organisation), label: say.back }}
				year={yearsAround(here, facts, view)}
			/>
			<Filters
				label={say.views}
				language={view.language}
				tabs={[
					{ href: withQuery(here, { month: shown }), label: say.byMonth, chosen: month !== null },
					{ href: withQuery(here, { year }), label: say.byYear, chosen: month === null },
				]}
			/>
			{facts.events.length === 0 && <Empty {...say.empty} />}
			{month ? <Month facts={facts} view={view} /> : <Year facts={facts} view={view} />}
			<p class="links">
				{month && <MonthsAround here={here} from={from} to={facts.to} view={view} />}
				<a href={paths.calendarFeeds(organisation)}>{say.feeds}</a>
				{facts.leads && <a href={paths.calendarsBelow(organisation)}>{say.below}</a>}
			</p>
		</Shell>
	);
};

/** What is to happen within a month stands above its days. */
const Within = ({ events, view }: { events: readonly EventFacts[]; view: View }) => {
	const say = words[view.language];
	const within = events.filter(({ firstDay, lastDay }) => firstDay !== lastDay);
	if (within.length === 0) return null;
	return (
		<section class="within">
			<Heading>{say.within}</Heading>
			<ul>
				{within.map((event) => (
					<li>
						<Entry event={{ ...event, lastDay: event.firstDay }} view={view} />
					</li>
				))}
			</ul>
		</section>
	);
};

const Month = ({ facts: { from, to, events }, view }: Page<CalendarFacts>) => {
	return (
		<>
			<Within events={events} view={view} />
			<MonthGrid
				days={daysOf(from, to, events).map(({ day, events: on }) => ({
					day,
					on: on.map((event) => <Entry event={event} view={view} />),
				}))}
				view={view}
			/>
		</>
	);
};

/** Twelve months, each with what is on; an empty one is its name alone. */
const Year = ({ facts: { year, events }, view }: Page<CalendarFacts>) => {
	const say = words[view.language];
	const months = Array.from({ length: 12 }, (_, place) => `${year}-${String(place + 1).padStart(2, "0")}`);
	return (
		<div class="months-of-year">
			{months.map((month) => {
				const on = events.filter(({ firstDay }) => firstDay.startsWith(month));
				return (
					<section>
						<Heading>
							<a href={withQuery(paths.calendar(view.place?.id ?? ""), { month })}>
								{say.monthName(`${month}-01`)}
							</a>
						</Heading>
						<ul>
							{on.map((event) => (
								<li>
									{event.firstDay === event.lastDay ? (
										<time datetime={event.firstDay}>{formatDay(event.firstDay, view.language, "ruler")}</time>
									) : (
										<span class="soft">{say.anyDay}</span>
									)}
									<Entry event={{ ...event, lastDay: event.firstDay }} view={view} />
								</li>
							))}
						</ul>
					</section>
				);
			})}
		</div>
	);
};
