import type * as v from "valibot";
import { Masthead } from "../layout/masthead";
import { Shell } from "../layout/shell";
import type { Page, View } from "../layout/view";
import { Conflict } from "../parts/conflict";
import { Checkbox, Field } from "../parts/field";
import { Form } from "../parts/form";
import { formatNumber } from "../parts/format";
import { Heading } from "../parts/heading";
import { fieldOf, problemsOf } from "../parts/mistakes";
import { type Column, Register } from "../parts/table";
import { paths } from "../paths";
import type { assessmentFacts } from "./assessment-facts";
import { words } from "./words";

type Facts = v.InferOutput<typeof assessmentFacts>;
type Criterion = Facts["criteria"][number];

/** Assessors' marks by item, their mean, and what it comes to with the residents' share, with the formula. */
export const AssessmentPage = ({ facts, view }: Page<Facts>) => {
	const say = words[view.language].assessment;
	const organisation = view.place?.id ?? "";
	const back = { href: paths.wave(organisation, facts.wave.id), label: words[view.language].backToWave };
	return (
		<Shell view={view} title={say.title} here="satisfaction">
			<div class="stack">
				<Masthead
					title={say.title}
					sub={[view.place?.name, <span class="unbroken">{words[view.language].days(facts.wave)}</span>]}
					back={back}
					letterhead
				/>
				<Total facts={facts} view={view} />
				{facts.given.length > 0 && (
					<section>
						<Heading note={say.assessors(facts.given.length)}>{say.marks}</Heading>
						<Register
							caption={say.marks}
							columns={columnsOf(facts, view)}
							rows={facts.criteria}
							foot={footOf(facts, view)}
						/>
						<Notes facts={facts} />
					</section>
				)}
				{facts.assesses && <Give facts={facts} view={view} />}
			</div>
		</Shell>
	);
};

const Total = ({ facts: { wave, total, residents, mean, vetoed }, view }: Page<Facts>) => {
	const say = words[view.language].assessment;
	const figure = (of: number | null) => (of === null ? "–" : formatNumber(of, view.language, 1));
	return (
		<section>
			<div class="headline">
				{total !== null && <p class="result">{figure(total)}</p>}
				<div>
					<h2>{vetoed ? say.vetoed : total === null ? say.notYet : say.total}</h2>
					<p>{say.formula(100 - wave.assessors, wave.assessors, figure(residents), figure(mean))}</p>
					<p class="note">{say.residentsAre[wave.points ? "points" : "share"]}</p>
				</div>
			</div>
		</section>
	);
};

/** One column an assessor, by name: whoever marks signs for it. */
function columnsOf({ given }: Facts, view: View): Column<Criterion>[] {
	const say = words[view.language].assessment;
	return [
		{
			head: say.item,
			cell: ({ name, most, veto }) => (veto ? `${name}（${say.veto}）` : `${name} / ${most}`),
		},
		...given.map(
			({ name, marks }): Column<Criterion> => ({
				head: name,
				number: true,
				cell: ({ key, veto }) =>
					veto ? (marks[key]?.vetoed ? say.applies : "–") : (marks[key]?.points ?? "–"),
			}),
		),
	];
}

const footOf = ({ given }: Facts, view: View) => [
	words[view.language].assessment.outOf,
	...given.map(({ total }) => formatNumber(total, view.language, 1)),
];

const Notes = ({ facts: { criteria, given } }: { facts: Facts }) => {
	const notes = criteria.flatMap(({ key, name }) =>
		given.flatMap(({ name: assessor, marks }) =>
			marks[key]?.note ? [{ name, assessor, note: marks[key].note }] : [],
		),
	);
	return notes.length === 0 ? null : (
		<ul class="remarks">
			{notes.map(({ name, assessor, note }) => (
				<li>
					{name} · {assessor}: {note}
				</li>
			))}
		</ul>
	);
};

const Give = ({ facts: { wave, criteria, form }, view }: Page<Facts>) => {
	const say = words[view.language].assessment;
	const organisation = view.place?.id ?? "";
	const field = fieldOf(form, view.language);
	return (
		<section>
			<Heading note={say.signed(view.reader?.name ?? "")}>{say.give}</Heading>
			<Conflict form={form} language={view.language} />
			<Form
				language={view.language}
				action={paths.waveAssessment(organisation, wave.id)}
				id={form.id}
				problems={problemsOf(form, view.language)}
				submit={say.submit}
			>
				{criteria.map(({ key, name, most, veto }) => (
					<div class="fields">
						{veto ? (
							<Checkbox
								name={key}
								label={`${name}（${say.veto}）`}
								value="on"
								checked={form.typed[key] === "on" || form.typed[key] === "true"}
								error={field(key).error}
							/>
						) : (
							<Field {...field(key)} label={`${name}（0–${most}）`} inputmode="numeric" />
						)}
						<Field {...field(`${key}-note`)} label={say.note} />
					</div>
				))}
			</Form>
		</section>
	);
};
