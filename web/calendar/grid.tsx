import type { Child } from "hono/jsx";
import { weekdayOf } from "../../worker/calendar/rules";
import { type Day, daysAfter, monthsAfter, yearOf } from "../../worker/values/day";
import type { View } from "../layout/view";
import { withQuery } from "../paths";
import { words } from "./words";

type MonthGridProps = { days: readonly { day: Day; on: readonly Child[] }[]; view: View };

/** A month: a grid of its days on a desk; by phone a list of those with something on. */
export const MonthGrid = ({ days, view }: MonthGridProps) => {
	const say = words[view.language];
	const first = days[0]?.day ?? view.today;
	return (
		<div class="month">
			<p class="weekdays" aria-hidden="true">
				{say.weekdays.map((day) => (
					<span>{day}</span>
				))}
			</p>
			<ol class={`days from${weekdayOf(first)}`}>
				{days.map(({ day, on }) => (
					<li
						class={
							[on.length === 0 && "bare", day === view.today && "now"].filter(Boolean).join(" ") || undefined
						}
					>
						<time datetime={day}>
							<b>{Number(day.slice(8))}</b> <span>{say.weekday(weekdayOf(day))}</span>{" "}
							{day === view.today && <small>{say.today}</small>}
						</time>
						{on}
					</li>
				))}
			</ol>
		</div>
	);
};

/** The ways to the same month of the years before and after, or to those years, for a masthead. */
export function yearsAround(
	here: string,
	{ month, year }: { month: string | null; year: number },
	view: View,
) {
	const to = (other: number) =>
		withQuery(here, month ? { month: `${other}${month.slice(4)}` } : { year: other });
	const last = yearOf(view.today) + 1;
	return { year, earlier: year > 2000 ? to(year - 1) : null, later: year < last ? to(year + 1) : null };
}

/** The ways to the months before and after one. */
export const MonthsAround = ({ here, from, to, view }: { here: string; from: Day; to: Day; view: View }) => {
	const say = words[view.language];
	const before = monthsAfter(from, -1).slice(0, 7);
	const after = daysAfter(to, 1).slice(0, 7);
	return (
		<>
			{before >= "2000" && <a href={withQuery(here, { month: before })}>{say.earlier}</a>}
			{yearOf(`${after}-01`) <= yearOf(view.today) + 1 && (
				<a href={withQuery(here, { month: after })}>{say.later}</a>
			)}
		</>
	);
};
