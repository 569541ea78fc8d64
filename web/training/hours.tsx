import type * as v from "valibot";
import { yearOf } from "../../worker/values/day";
import { Masthead } from "../layout/masthead";
import { Shell } from "../layout/shell";
import type { Page } from "../layout/view";
import { Conflict } from "../parts/conflict";
import { Empty } from "../parts/empty";
import { Checks, Field } from "../parts/field";
import { Files } from "../parts/files";
import { Form } from "../parts/form";
import { formatDay, formatNumber } from "../parts/format";
import { fieldOf, problemsOf } from "../parts/mistakes";
import { Register } from "../parts/table";
import { paths, withQuery } from "../paths";
import type { hoursFacts, volunteersFacts } from "./facts";
import { words } from "./words";

/** Who of those who came helped as a volunteer, and how long: ticked together, since most help equally long. */
export const HoursPage = ({ facts, view }: Page<v.InferOutput<typeof hoursFacts>>) => {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	const { activity, came, form } = facts;
	const back = paths.activity(organisation, activity.id);
	const field = fieldOf(form, view.language);
	const { volunteer } = form.typed;
	const divided = came.some(({ halfDays }) => halfDays > 1);
	const chosen = Array.isArray(volunteer) ? volunteer : (volunteer ?? "").split(" ");
	return (
		<Shell view={view} title={say.hoursTitle} here="activities">
			<Masthead
				title={say.hoursTitle}
				sub={[activity.title, formatDay(activity.day, view.language)]}
				back={{ href: back, label: activity.title }}
			/>
			<Conflict form={form} language={view.language} />
			{came.length === 0 ? (
				<Empty {...say.nobodyCame} />
			) : (
				<Form
					language={view.language}
					action={paths.activityHours(organisation, activity.id)}
					id={form.id}
					problems={problemsOf(form, view.language)}
					submit={say.save}
					cancel={{ href: back, label: say.cancel }}
				>
					<Checks
						{...field("volunteer")}
						label={say.whoHelped}
						hint={say.whoHelpedHint}
						chosen={chosen}
						options={came.map((one) => ({
							value: one.id,
							label: [
								one.name,
								divided && say.halfDays(one.halfDays),
								one.minutes !== null && say.hoursShort(one.minutes),
							]
								.filter(Boolean)
								.join(" "),
						}))}
					/>
					<Field
						{...field("hours")}
						label={divided ? say.hoursEach : say.hours}
						hint={divided ? say.hoursEachHint : undefined}
						inputmode="decimal"
						required
					/>
				</Form>
			)}
			<p class="links">
				<a href={paths.volunteers(organisation)}>{say.volunteersTitle}</a>
			</p>
		</Shell>
	);
};

/** A year's hours, a line a volunteer. */
export const VolunteersPage = ({ facts, view }: Page<v.InferOutput<typeof volunteersFacts>>) => {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	const here = paths.volunteers(organisation);
	const { year, people, minutes } = facts;
	return (
		<Shell view={view} title={say.volunteersTitle} here="activities">
			<Masthead
				title={say.volunteersTitle}
				sub={[view.place?.name, say.owesNothing(people.length), say.hoursShort(minutes)]}
				back={{ href: paths.training(organisation), label: say.title }}
				year={{
					year,
					earlier: year > 2000 ? withQuery(here, { year: year - 1 }) : null,
					later: year < yearOf(view.today) ? withQuery(here, { year: year + 1 }) : null,
				}}
			/>
			{people.length === 0 ? (
				<Empty {...say.nobodyHelped} />
			) : (
				<Register
					caption={say.volunteersTitle}
					rows={people}
					columns={[
						{
							head: say.name,
							cell: (row) => <a href={paths.memberTraining(organisation, row.id)}>{row.name}</a>,
						},
						{ head: say.times, cell: (row) => formatNumber(row.times, view.language), number: true },
						{
							head: say.hours,
							cell: (row) => formatNumber(row.minutes / 60, view.language, row.minutes % 60 === 0 ? 0 : 1),
							number: true,
						},
					]}
				/>
			)}
			<p class="links">
				{people.length > 0 && <Files href={withQuery(here, { year })} total={people.length} view={view} />}
			</p>
		</Shell>
	);
};
