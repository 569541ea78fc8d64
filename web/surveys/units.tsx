import { enough } from "../../worker/surveys/units/rules";
import { Masthead } from "../layout/masthead";
import { Desk, Paper } from "../layout/paper";
import { Shell } from "../layout/shell";
import type { Page, View } from "../layout/view";
import { Files } from "../parts/files";
import { formatNumber } from "../parts/format";
import { Heading } from "../parts/heading";
import { Row, Rows } from "../parts/rows";
import { type Column, Register } from "../parts/table";
import { paths, withQuery } from "../paths";
import type { WaveUnitsFacts } from "./facts";
import { words } from "./words";

type Unit = WaveUnitsFacts["rows"][number];

/** A wave that was opened for those below: unit by unit, how many answers there are, and where few came yet. */
export const WaveUnitsPage = ({ facts, view }: Page<WaveUnitsFacts>) => {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	return (
		<Shell view={view} title={say.title} here="satisfaction">
			<div class="stack">
				<Masthead
					title={facts.title[view.language]}
					sub={[
						view.place?.name,
						<span class="unbroken">{say.days(facts)}</span>,
						say.states[facts.state],
						say.units.closedOf(facts.closed, facts.units),
					]}
					back={{ href: paths.surveys(organisation), label: say.waves }}
					letterhead
				>
					{facts.state === "closed" && (
						<a class="button" href={paths.wave(organisation, facts.id)}>
							{say.units.result}
						</a>
					)}
					{facts.state !== "planned" &&
						facts.state !== "closed" &&
						view.place?.may.includes("run surveys") && (
							<a class="button" href={paths.waveClosing(organisation, facts.id)}>
								{facts.state === "sealing" ? say.closing.goOn : say.close}
							</a>
						)}
					{facts.rows.some(({ lags }) => lags) && facts.state === "open" && (
						<a class="button" href={paths.waveReminder(organisation, facts.id)}>
							{say.units.remind}
						</a>
					)}
				</Masthead>
				<section>
					<Heading note={say.units.steps}>
						{say.units.answers} {formatNumber(facts.answers, view.language)}
					</Heading>
					<Register caption={say.units.heading} columns={columnsOf(facts, view)} rows={facts.rows} />
					<p class="links">
						<Files href={paths.waveUnits(organisation, facts.id)} total={facts.rows.length} view={view} />
					</p>
				</section>
				<section>
					<Heading>{say.facts}</Heading>
					<Rows>
						<Row label={say.factsEntry}>{say.entry[facts.codeRequired ? "slip" : "anyone"]}</Row>
						<Row label={say.factsTarget}>{facts.target} %</Row>
						<Row label={say.factsRule}>{say.denominator[facts.denominator]}</Row>
						{facts.points && <Row label={say.factsPoints}>{say.pointScales[facts.points]}</Row>}
						{facts.assessors > 0 && <Row label={say.factsAssessors}>{say.proportion(facts.assessors)}</Row>}
						<Row label={say.form.issuer}>{say.form.issuers[facts.issuer]}</Row>
					</Rows>
				</section>
			</div>
		</Shell>
	);
};

function columnsOf(facts: WaveUnitsFacts, view: View): Column<Unit>[] {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	const issues = facts.issuer === "opener" && view.place?.may.includes("run surveys");
	return [
		{
			head: say.units.unit,
			cell: ({ id, name }) => <a href={paths.wave(id, facts.id)}>{name}</a>,
		},
		{
			head: say.units.answers,
			number: true,
			cell: ({ answers }) => (answers === null ? say.units.below10 : formatNumber(answers, view.language)),
		},
		{
			head: say.units.slips,
			number: true,
			minor: true,
			cell: ({ slips }) => formatNumber(slips, view.language),
		},
		{
			head: "",
			tight: true,
			cell: ({ id, closedOn, lags }) => {
				if (closedOn !== null) return say.units.closed;
				if (!issues) return lags ? say.units.lags : "";
				return (
					<>
						<a href={withQuery(paths.waveSlips(organisation, facts.id), { unit: id })}>{say.units.print}</a>{" "}
						{facts.state === "open" && (
							<a href={withQuery(paths.wavePaper(organisation, facts.id), { unit: id })}>{say.units.keyIn}</a>
						)}
					</>
				);
			},
		},
	];
}

/** The units with few answers, on paper and as a text to be pasted. */
export const ReminderPage = ({ facts, view }: Page<WaveUnitsFacts>) => {
	const say = words[view.language];
	const lagging = facts.rows
		.filter(({ lags }) => lags)
		.sort((one, other) => (one.answers ?? 0) - (other.answers ?? 0));
	const lead = say.units.reminderLead(say.days(facts), enough);
	const lines = lagging.map(({ name, answers }) => say.units.reminderLine(name, answers));
	const text = [lead, ...lines, say.units.reminderFoot(facts.lastDay)].join("\n");
	return (
		<Desk
			view={view}
			title={say.units.reminderTitle}
			back={paths.waveUnits(view.place?.id ?? "", facts.id)}
			aside={
				lines.length > 0 && (
					<button type="button" hidden data-copy={text} data-copied={say.units.copied}>
						{say.units.copy}
					</button>
				)
			}
		>
			<Paper view={view} title={say.units.reminderTitle}>
				{lines.length === 0 ? (
					<p>{say.units.reminderNone}</p>
				) : (
					<>
						<p>{lead}</p>
						<ul class="in-columns">
							{lines.map((line) => (
								<li>{line}</li>
							))}
						</ul>
						<p>{say.units.reminderFoot(facts.lastDay)}</p>
					</>
				)}
			</Paper>
			{lines.length > 0 && (
				<label class="no-print paste">
					{say.units.paste}
					<textarea readonly rows={Math.min(12, lines.length + 2)}>
						{text}
					</textarea>
				</label>
			)}
		</Desk>
	);
};
