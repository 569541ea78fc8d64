import * as v from "valibot";
import { daysAfter, yearOf } from "../../worker/values/day";
import { Masthead } from "../layout/masthead";
import { Shell } from "../layout/shell";
import type { Page, View } from "../layout/view";
import { bothNames } from "../organisations/kinds/facts";
import { Filters } from "../parts/filters";
import { Heading } from "../parts/heading";
import { Mark } from "../parts/mark";
import { Register } from "../parts/table";
import { paths, withQuery } from "../paths";
import { MonthGrid, MonthsAround, yearsAround } from "./grid";
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
	return (
		<Shell view={view} title={say.below} here="activities">
			<Masthead
				title={month ? say.month(from) : say.wholeYear(year)}
				sub={[view.place?.name, say.belowNote]}
				back={{ href: paths.calendar(organisation), label: say.title }}
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
			{of && <OnDay of={of} view={view} />}
			{month ? <Month facts={facts} view={view} /> : <Year facts={facts} view={view} />}
			{month && (
				<p class="links">
					<MonthsAround here={here} from={from} to={facts.to} view={view} />
				</p>
			)}
		</Shell>
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
	const known = new Map(days.map((one) => [one.day, one]));
	const all = Array.from({ length: Number(to.slice(8)) }, (_, place) => daysAfter(from, place));
	const on = (day: string) => [
		...keyDays
			.filter((key) => key.day === day)
			.map(({ name }) => <span class="key-day">{name[view.language]}</span>),
		...[known.get(day) ?? []].flat().map((one) => <Counts of={one} view={view} />),
	];
	return <MonthGrid days={all.map((day) => ({ day, on: on(day) }))} view={view} />;
};

/** How many have something on a day, leading to who they are. */
const Counts = ({ of: { day, held, ahead }, view }: { of: Facts["days"][number]; view: View }) => {
	const say = words[view.language];
	return (
		<a class="counts" href={withQuery(paths.calendarsBelow(view.place?.id ?? ""), { day })}>
			{held > 0 && (
				<span>
					<Mark shape="solid" /> {say.held(held)}
				</span>
			)}
			{ahead > 0 && (
				<span>
					<Mark shape="hollow" /> {(day < view.today ? say.unsaid : say.ahead)(ahead)}
				</span>
			)}
		</a>
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
