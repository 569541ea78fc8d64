import type * as v from "valibot";
import { Masthead } from "../layout/masthead";
import { Shell } from "../layout/shell";
import type { Page } from "../layout/view";
import { Conflict } from "../parts/conflict";
import { DayField, Field, Select } from "../parts/field";
import { Form } from "../parts/form";
import { formatDay } from "../parts/format";
import { Heading } from "../parts/heading";
import { fieldOf, problemsOf } from "../parts/mistakes";
import { paths } from "../paths";
import type { personTrainingFacts } from "./facts";
import { words } from "./words";

type Facts = v.InferOutput<typeof personTrainingFacts>;

/** One person's training: what they came to, here or in another organisation, and what was noted from elsewhere. */
export const PersonTrainingPage = ({ facts, view }: Page<Facts>) => {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	const { person, trainings } = facts;
	const title = say.personTitle(person.name);
	const back = person.member
		? { href: paths.member(organisation, person.id), label: person.name }
		: { href: paths.training(organisation), label: say.title };
	return (
		<Shell view={view} title={title} here="members">
			<Masthead title={title} back={back} />
			<div class="columns person">
				<section>
					<Hours facts={facts} view={view} />
					<Heading>{say.cameTo}</Heading>
					{trainings.length === 0 ? (
						<p class="note">{say.cameToNone}</p>
					) : (
						<ul class="rows">
							{trainings.map((one) => (
								<li>
									<time>{formatDay(one.day, view.language, "dotted")}</time>
									<span>
										{one.title}{" "}
										<small>
											{[one.organisation, ...one.topics.map((topic) => topic[view.language])].join(" ・ ")}
										</small>
									</span>
								</li>
							))}
						</ul>
					)}
				</section>
				<Elsewhere facts={facts} view={view} />
			</div>
		</Shell>
	);
};

/** How long they helped as a volunteer: each year's sum over the half-days behind it. */
const Hours = ({ facts: { hours }, view }: Page<Facts>) => {
	const say = words[view.language];
	const years = [...Map.groupBy(hours, ({ year }) => year)];
	return (
		<>
			{years.map(([year, halfDays]) => (
				<>
					<Heading note={say.hoursShort(halfDays[0]?.ofYear ?? 0)}>{say.hoursOfYear(year)}</Heading>
					<ul class="rows">
						{halfDays.map(({ day, what, organisation, minutes }) => (
							<li>
								<time>{formatDay(day, view.language, "dotted")}</time>
								<span>
									{what} <small>{organisation}</small>
								</span>
								<span>{say.hoursShort(minutes)}</span>
							</li>
						))}
					</ul>
				</>
			))}
		</>
	);
};

const Elsewhere = ({ facts: { person, topics, elsewhere, form }, view }: Page<Facts>) => {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	const records = view.place?.may.includes("record activities");
	const field = fieldOf(form, view.language);
	return (
		<section>
			<Heading>{say.elsewhere}</Heading>
			{elsewhere.length === 0 && <p class="note">{say.elsewhereNone}</p>}
			<ul class="rows">
				{elsewhere.map((one) => (
					<li>
						<time>{formatDay(one.day, view.language, "dotted")}</time>
						<span>
							{one[view.language]} <small>{[one.evidence, one.at].join(" ・ ")}</small>
							{records && one.here && (
								<form method="post" action={paths.trainingRemoval(organisation, person.id, one.id)} data-once>
									<input type="hidden" name="id" value={form.id} />
									<button type="submit" class="plain">
										{say.takeBack}
									</button>
								</form>
							)}
						</span>
					</li>
				))}
			</ul>
			{records && (
				<>
					<Conflict form={form} language={view.language} />
					<Form
						language={view.language}
						action={paths.memberTraining(organisation, person.id)}
						id={form.id}
						problems={problemsOf(form, view.language)}
						submit={say.note}
					>
						<Select
							{...field("topic")}
							label={say.topic}
							options={topics.map((one) => ({ value: one.id, label: one[view.language] }))}
						/>
						<DayField {...field("day")} label={say.day} />
						<Field {...field("evidence")} label={say.evidence} hint={say.evidenceHint} required />
					</Form>
				</>
			)}
		</section>
	);
};
