import * as v from "valibot";
import { weekdayOf } from "../../worker/calendar/rules";
import { daysAfter, monthsAfter, yearOf } from "../../worker/values/day";
import { Masthead } from "../layout/masthead";
import { Shell } from "../layout/shell";
import type { Page, View } from "../layout/view";
import { bothNames } from "../organisations/kinds/facts";
import { Filters } from "../parts/filters";
import { Heading } from "../parts/heading";
import { Mark } from "../parts/mark";
import { Register } from "../parts/table";
import { paths, withQuery } from "../paths";
import { words } from "./words";

export const belowFacts = v.object({
	/** `YYYY-MM`; null for a whole year. */
	month: v.nullable(v.string()),
	year: v.number(),
	from: v.string(),
	to: v.string(),
	/** Of each day with something on: how many organisations held something, and how many announced it and have not (yet). */
	days: v.array(v.object({ day: v.string(), held: v.number(), ahead: v.number() })),
	keyDays: v.array(v.object({ day: v.string(), name: bothNames })),
	/** The organisations behind a day's figures; null where no day is asked for. */
	of: v.nullable(
		v.object({
			day: v.string(),
			units: v.array(
				v.object({
					id: v.string(),
					name: v.string(),
					held: v.boolean(),
					activities: v.array(v.object({ id: v.string(), title: v.string() })),
				}),
			),
		}),
	),
});
type Facts = v.InferOutput<typeof belowFacts>;

/** A place and all below it in one grid, counted by organisation and day; each day opens who is behind it. */
export const CalendarBelowPage = ({ facts, view }: Page<Facts>) => {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	const here = paths.calendarsBelow(organisation);
	const { month, year, from, of } = facts;
	const shown = month ?? (year === yearOf(view.today) ? view.today.slice(0, 7) : `${year}-01`);
	const last = yearOf(view.today) + 1;
	const to = (other: number) =>
		month ? withQuery(here, { month: `${other}${month.slice(4)}` }) : withQuery(here, { year: other });
	return (
		<Shell view={view} title={say.below} here="activities">
			<Masthead
				title={month ? say.month(from) : say.wholeYear(year)}
				sub={[view.place?.name, say.belowNote]}
				back={{ href: paths.calendar(organisation), label: say.title }}
				year={{ year, earlier: year > 2000 ? to(year - 1) : null, later: year < last ? to(year + 1) : null }}
			/>
			<Filters
				label={say.views}
				language={view.language}
				tabs={[
					{ href: withQuery(here, { month: shown }), label: say.byMonth, chosen: month !== null },
					{ href: withQuery(here, { year }), label: say.byYear, chosen: month === null },
				]}
			/>
			{of && <OnDay of={of} view={view} />}
			{month ? <Month facts={facts} view={view} /> : <Year facts={facts} view={view} />}
			{month && <Around facts={facts} view={view} />}
		</Shell>
	);
};

const Around = ({ facts: { from, to }, view }: Page<Facts>) => {
	const say = words[view.language];
	const here = paths.calendarsBelow(view.place?.id ?? "");
	const after = daysAfter(to, 1).slice(0, 7);
	return (
		<p class="links">
			<a href={withQuery(here, { month: monthsAfter(from, -1).slice(0, 7) })}>{say.earlier}</a>
			{yearOf(`${after}-01`) <= yearOf(view.today) + 1 && (
				<a href={withQuery(here, { month: after })}>{say.later}</a>
			)}
		</p>
	);
};

/** Who is behind a day's figures. */
const OnDay = ({ of, view }: { of: NonNullable<Facts["of"]>; view: View }) => {
	const say = words[view.language];
	const mark = (held: boolean) =>
		held ? say.heldMark : of.day < view.today ? say.unsaidMark : say.aheadMark;
	return (
		<section>
			<Heading>{say.onDay(of.day)}</Heading>
			{of.units.length === 0 && <p class="note">{say.nothingOnDay}</p>}
			{of.units.length > 0 && (
				<Register
					caption={say.onDay(of.day)}
					rows={of.units}
					columns={[
						{
							head: say.organisation,
							cell: ({ id, name }) => (
								<a href={withQuery(paths.calendar(id), { month: of.day.slice(0, 7) })}>{name}</a>
							),
						},
						{
							head: say.back,
							cell: ({ id, activities }) =>
								activities.length === 0
									? say.together
									: activities.map((one) => (
											<>
												<a href={paths.activity(id, one.id)}>{one.title}</a>{" "}
											</>
										)),
						},
						{
							head: "",
							cell: ({ held }) => (
								<>
									<Mark shape={held ? "solid" : "hollow"} /> {mark(held)}
								</>
							),
							tight: true,
						},
					]}
				/>
			)}
		</section>
	);
};

const Month = ({ facts: { from, to, days, keyDays }, view }: Page<Facts>) => {
	const say = words[view.language];
	const here = paths.calendarsBelow(view.place?.id ?? "");
	const known = new Map(days.map((one) => [one.day, one]));
	const all = Array.from({ length: Number(to.slice(8)) }, (_, place) => daysAfter(from, place));
	return (
		<div class="month">
			<p class="weekdays" aria-hidden="true">
				{say.weekdays.map((day) => (
					<span>{day}</span>
				))}
			</p>
			<ol class={`days from${weekdayOf(from)}`}>
				{all.map((day) => {
					const one = known.get(day);
					const keys = keyDays.filter((key) => key.day === day);
					const bare = one === undefined && keys.length === 0;
					return (
						<li class={[bare && "bare", day === view.today && "now"].filter(Boolean).join(" ") || undefined}>
							<time datetime={day}>
								<b>{Number(day.slice(8))}</b> <span>{say.weekday(weekdayOf(day))}</span>{" "}
								{day === view.today && <small>{say.today}</small>}
							</time>
							{keys.map(({ name }) => (
								<span class="key-day">{name[view.language]}</span>
							))}
							{one && (
								<a class="counts" href={withQuery(here, { day })}>
									{one.held > 0 && (
										<span>
											<Mark shape="solid" /> {say.held(one.held)}
										</span>
									)}
									{one.ahead > 0 && (
										<span>
											<Mark shape="hollow" /> {(day < view.today ? say.unsaid : say.ahead)(one.ahead)}
										</span>
									)}
								</a>
							)}
						</li>
					);
				})}
			</ol>
		</div>
	);
};

/** Twelve months, each with how often an organisation held something on a day of it. */
const Year = ({ facts: { year, days }, view }: Page<Facts>) => {
	const say = words[view.language];
	const here = paths.calendarsBelow(view.place?.id ?? "");
	const months = Array.from({ length: 12 }, (_, place) => {
		const month = `${year}-${String(place + 1).padStart(2, "0")}`;
		const on = days.filter(({ day }) => day.startsWith(month));
		const sum = (some: typeof on, of: "held" | "ahead") => some.reduce((total, one) => total + one[of], 0);
		const past = on.filter(({ day }) => day < view.today);
		return {
			month,
			held: sum(on, "held"),
			ahead: sum(on, "ahead") - sum(past, "ahead"),
			unsaid: sum(past, "ahead"),
		};
	});
	return (
		<Register
			caption={say.wholeYear(year)}
			rows={months}
			columns={[
				{
					head: say.monthHead,
					cell: ({ month }) => <a href={withQuery(here, { month })}>{say.monthName(`${month}-01`)}</a>,
				},
				{ head: say.heldHead, cell: ({ held }) => held || "–", number: true },
				{ head: say.unsaidHead, cell: ({ unsaid }) => unsaid || "–", number: true },
				{ head: say.aheadHead, cell: ({ ahead }) => ahead || "–", number: true },
			]}
		/>
	);
};
