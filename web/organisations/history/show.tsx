import * as v from "valibot";
import { statuses } from "../../../worker/tables/ground";
import { stageActs } from "../../../worker/tables/tree";
import { Masthead } from "../../layout/masthead";
import { Shell } from "../../layout/shell";
import type { Page } from "../../layout/view";
import { Files } from "../../parts/files";
import { formatDay } from "../../parts/format";
import { Heading } from "../../parts/heading";
import { Row, Rows } from "../../parts/rows";
import { paths } from "../../paths";
import { kindOffered } from "../kinds/facts";
import { words as organisationWords } from "../words";
import { Corrections, correctionFacts } from "./corrections";
import { words } from "./words";

const stageFacts = v.object({
	id: v.string(),
	act: v.picklist(stageActs),
	fromDay: v.string(),
	toDay: v.nullable(v.string()),
	reason: v.nullable(v.string()),
	name: v.string(),
	kind: v.string(),
	status: v.picklist(statuses),
	parentName: v.nullable(v.string()),
	by: v.nullable(v.string()),
	madeOn: v.string(),
});
type StageFacts = v.InferOutput<typeof stageFacts>;

/** A merger or a split: from which organisation members went to which. */
const passageFacts = v.object({ id: v.string(), day: v.string(), from: v.string(), to: v.string() });

export const historyFacts = v.object({
	mergers: v.array(passageFacts),
	splits: v.array(passageFacts),
	stages: v.array(stageFacts),
	corrections: v.array(correctionFacts),
	kinds: v.array(kindOffered),
	/** The day that was asked for, and the stage that held on it. */
	day: v.nullable(v.string()),
	stood: v.nullable(stageFacts),
	retractable: v.boolean(),
});
type Facts = v.InferOutput<typeof historyFacts>;

/** An organisation's life: as it stood on a day, and every act with who entered it and why. */
export const HistoryPage = ({ facts, view }: Page<Facts>) => {
	const say = words[view.language];
	const here = view.place?.id ?? "";
	const day = (text: string) =>
		text <= "1900-01-01" ? say.always : formatDay(text, view.language, "dotted");
	return (
		<Shell view={view} title={say.title} here="association">
			<Masthead
				title={say.title}
				sub={[view.place?.name]}
				back={{ href: paths.association(here), label: say.back }}
			>
				{facts.retractable && (
					<a class="button" href={paths.retraction(here)} title={say.retractHint}>
						{say.retract}
					</a>
				)}
			</Masthead>
			<search>
				<form class="search" action={paths.history(here)}>
					<label>
						<span class="hidden">{say.day}</span>
						<input type="date" name="day" value={facts.day ?? view.today} max={view.today} />
					</label>
					<button type="submit">{say.look}</button>
				</form>
			</search>
			{facts.day && <Then facts={facts} view={view} />}
			<Heading>{say.acts}</Heading>
			<Rows>
				{facts.stages.map((row) => (
					<Row label={day(row.fromDay)} note={[row.reason, row.by].filter(Boolean).join(" · ")}>
						<strong>{say.actNames[row.act]}</strong> {was(row, { facts, view })}
					</Row>
				))}
			</Rows>
			<p class="actions quiet">
				<Files href={paths.history(here)} view={view} />
			</p>
			<Passages facts={facts} view={view} />
			{facts.corrections.length > 0 && (
				<Corrections corrections={facts.corrections} language={view.language} />
			)}
		</Shell>
	);
};

/** The mergers and splits it took part in, each a way to what moved. */
const Passages = ({ facts: { mergers, splits }, view }: Page<Facts>) => {
	const say = words[view.language];
	const here = view.place?.id ?? "";
	if (mergers.length + splits.length === 0) return null;
	return (
		<section>
			<Heading>{say.passages}</Heading>
			<Rows>
				{mergers.map(({ id, day, from, to }) => (
					<Row
						label={formatDay(day, view.language, "dotted")}
						href={paths.merger(here, id)}
						link={say.seePassage}
					>
						{say.mergedInto(from, to)}
					</Row>
				))}
				{splits.map(({ id, day, from, to }) => (
					<Row
						label={formatDay(day, view.language, "dotted")}
						href={paths.split(here, id)}
						link={say.seePassage}
					>
						{say.splitFrom(from, to)}
					</Row>
				))}
			</Rows>
		</section>
	);
};

const kindName = (row: StageFacts, { facts, view }: Page<Facts>) =>
	facts.kinds.find(({ id }) => id === row.kind)?.[view.language] ?? row.kind;

/** What it was from then on, in one line. */
function was(row: StageFacts, page: Page<Facts>): string {
	const status = organisationWords[page.view.language].statuses[row.status];
	return [row.name, kindName(row, page), row.parentName, row.status !== "active" && status]
		.filter(Boolean)
		.join(" · ");
}

const Then = ({ facts, view }: Page<Facts>) => {
	const say = words[view.language];
	const day = formatDay(facts.day, view.language);
	const { stood } = facts;
	if (!stood) return <p class="soft">{say.notYet(day)}</p>;
	return (
		<section>
			<Heading>{say.stood(day)}</Heading>
			<Rows>
				<Row label={say.name}>{stood.name}</Row>
				<Row label={say.kind}>{kindName(stood, { facts, view })}</Row>
				<Row label={say.status}>{organisationWords[view.language].statuses[stood.status]}</Row>
				{stood.parentName && <Row label={say.parent}>{stood.parentName}</Row>}
			</Rows>
		</section>
	);
};
