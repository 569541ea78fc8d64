import { answers } from "../../worker/plans/filing/input";
import { words as activityWords } from "../activities/words";
import { Masthead } from "../layout/masthead";
import { Shell } from "../layout/shell";
import type { Page, View } from "../layout/view";
import { Choices, Field, TextArea } from "../parts/field";
import { ErrorSummary } from "../parts/form";
import { formatAmount, formatFen } from "../parts/format";
import { Heading } from "../parts/heading";
import { fieldOf, problemsOf } from "../parts/mistakes";
import { Row, Rows } from "../parts/rows";
import { type Column, Register } from "../parts/table";
import { paths } from "../paths";
import type { RoundFacts } from "./facts";
import { Ended } from "./rounds";
import { whenOf } from "./when";
import { words } from "./words";

type Item = RoundFacts["items"][number];

/** A plan as it was filed in a round. Whoever stands above answers here, line by line; everybody else reads what was answered. */
export const RoundPage = ({ facts, view }: Page<RoundFacts>) => {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	const answersIt = facts.outcome === null && (view.place?.may.includes("answer plans") ?? false);
	const budget = facts.items.reduce((sum, item) => sum + (item.budget ?? 0), 0);
	const title = answersIt
		? say.roundTitle(view.place?.name ?? "", facts.year)
		: `${say.title(facts.year)} · ${say.round(facts.round)}`;
	const late = facts.deadline !== null && facts.filedOn > facts.deadline;
	return (
		<Shell view={view} title={title} here="activities">
			<Masthead
				title={title}
				sub={[
					answersIt ? say.round(facts.round) : view.place?.name,
					say.filedOn(facts.filedOn, facts.by),
					late && say.late,
					say.count(facts.items.length),
					budget > 0 && say.budgetSum(budget),
				]}
				back={
					answersIt
						? { href: paths.plansBelow(facts.above), label: say.board }
						: { href: paths.plan(organisation, facts.year), label: say.title(facts.year) }
				}
			/>
			{facts.overtaken && facts.outcome && (
				<div class="errors" role="alert">
					<p>{say.overtaken(facts.outcome, facts.reviewedBy, facts.reviewedOn)}</p>
				</div>
			)}
			{answersIt ? <Answering facts={facts} view={view} /> : <Answered facts={facts} view={view} />}
			<p class="links">
				{!answersIt && facts.waiting && view.place?.may.includes("answer plans") && (
					<a href={paths.planNext(facts.above)}>{say.next}</a>
				)}
				<a href={paths.plan(organisation, facts.year)}>{say.seePlan}</a>
				{facts.amendments > 0 && <span>{say.amendedSince(facts.amendments)}</span>}
			</p>
		</Shell>
	);
};

const Answered = ({ facts, view }: Page<RoundFacts>) => {
	const say = words[view.language];
	return (
		<>
			<Register caption={say.items} rows={facts.items} columns={columnsOf(view)} />
			<section>
				<Heading>{say.answer}</Heading>
				<Rows>
					<Row label={say.outcome}>
						<Ended round={facts} view={view} />
					</Row>
					{facts.note && (
						<Row label={say.note}>
							<span class="lines">{facts.note}</span>
						</Row>
					)}
				</Rows>
			</section>
		</>
	);
};

function columnsOf(view: View): Column<Item>[] {
	const say = words[view.language];
	const kinds = activityWords[view.language].kinds;
	return [
		{
			head: say.name,
			cell: (item) => (
				<>
					{item.title}
					{item.comment && (
						<small class="said">
							{say.comment}：{item.comment}
						</small>
					)}
				</>
			),
		},
		{ head: say.when, cell: (item) => whenOf(item, view.language), tight: true },
		{ head: say.kind, cell: (item) => kinds[item.kind], minor: true },
		{ head: say.place, cell: (item) => item.place ?? "–", minor: true },
		{ head: say.helpers, cell: (item) => item.helpers ?? "–", minor: true },
		{
			head: say.budget,
			cell: (item) => (item.budget === null ? "–" : formatAmount(item.budget, view.language)),
			number: true,
			minor: true,
		},
	];
}

/** Each item with a line for what is said of it, then one answer to the whole. */
const Answering = ({ facts, view }: Page<RoundFacts>) => {
	const say = words[view.language];
	const { form, items } = facts;
	const field = fieldOf(form, view.language);
	const labels = new Map<string, string>([
		["note", say.note],
		["outcome", say.outcome],
		...items.map(({ id, title }): [string, string] => [`comment-${id}`, title]),
	]);
	return (
		<form
			method="post"
			action={paths.planReview(view.place?.id ?? "", facts.year, facts.round)}
			data-once
			novalidate
			class="answering"
		>
			<input type="hidden" name="id" value={form.id} />
			<ErrorSummary problems={problemsOf(form, view.language)} labels={labels} language={view.language} />
			<ol>
				{items.map((item) => (
					<li>
						<div>
							<strong>{item.title}</strong>
							<small>{factsOf(item, view)}</small>
							{item.earlier && (
								<small class="said">
									{say.earlier}：{item.earlier}
								</small>
							)}
						</div>
						<Field
							{...field(`comment-${item.id}`)}
							label={<span class="hidden">{say.commentFor(item.title)}</span>}
							placeholder={say.comment}
						/>
					</li>
				))}
			</ol>
			<div class="form">
				<Choices
					{...field("outcome")}
					label={say.outcome}
					options={answers.map((value) => ({ value, label: say.answers[value] }))}
				/>
				<TextArea {...field("note")} label={say.note} hint={say.noteHint} rows={2} />
				<div class="actions">
					<button type="submit" class="stamp">
						{say.submitAnswer}
					</button>
				</div>
			</div>
		</form>
	);
};

function factsOf(item: Item, view: View): string {
	const kinds = activityWords[view.language].kinds;
	const budget = item.budget === null ? null : formatFen(item.budget, view.language);
	return [kinds[item.kind], whenOf(item, view.language), item.place, item.helpers, budget]
		.filter(Boolean)
		.join("・");
}
