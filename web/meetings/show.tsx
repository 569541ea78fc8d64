import { Masthead } from "../layout/masthead";
import { Shell } from "../layout/shell";
import type { Page, View } from "../layout/view";
import { Conflict } from "../parts/conflict";
import { TextArea } from "../parts/field";
import { Form } from "../parts/form";
import { formatDay } from "../parts/format";
import { Heading } from "../parts/heading";
import { Mark } from "../parts/mark";
import { fieldOf, problemsOf } from "../parts/mistakes";
import { Row, Rows } from "../parts/rows";
import { Verdict } from "../parts/verdict";
import { paths } from "../paths";
import type { MeetingFacts } from "./facts";
import { Resolutions } from "./resolutions";
import { words } from "./words";

/** A meeting: what for, who may vote and who came, whether that is enough, what was said and resolved. */
export const MeetingPage = ({ facts, view }: Page<MeetingFacts>) => {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	const when = [formatDay(facts.day, view.language, "weekday"), facts.time].filter(Boolean).join(" ");
	return (
		<Shell view={view} title={facts.title} here="activities">
			<Masthead
				title={facts.title}
				sub={[say.kinds[facts.kind], when, facts.place]}
				back={{ href: paths.meetings(organisation), label: say.title }}
				letterhead
			>
				<NextSteps facts={facts} view={view} />
			</Masthead>
			<Standing facts={facts} view={view} />
			<div class="columns person">
				<div class="stack">
					<Agenda facts={facts} view={view} />
					{facts.signing && <Additions facts={facts} view={view} />}
				</div>
				<div class="stack">
					<Quorum facts={facts} view={view} />
					<Voters facts={facts} view={view} />
				</div>
			</div>
			<Rarely facts={facts} view={view} />
		</Shell>
	);
};

/** What comes next, by how the meeting stands. */
const NextSteps = ({ facts: { id, state }, view }: Page<MeetingFacts>) => {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	const runs = view.place?.may.includes("run meetings");
	const link = (href: string, label: string) => (
		<a class="button" href={href}>
			{label}
		</a>
	);
	return (
		<>
			{runs && state === "held" && link(paths.minutes(organisation, id), say.writeMinutes)}
			{runs &&
				(state === "due" || state === "held") &&
				link(paths.meetingRoll(organisation, id), say.callRoll)}
			{(state === "called" || state === "due") &&
				link(paths.meetingNotice(organisation, id), say.printNotice)}
			{(state === "held" || state === "signed") &&
				link(paths.minutesPrint(organisation, id), say.printMinutes)}
		</>
	);
};

const Standing = ({ facts: { off, signing }, view }: Page<MeetingFacts>) => {
	const say = words[view.language];
	if (signing)
		return (
			<p class="note">
				<Mark shape="solid" /> {say.signedBy(signing.by ?? "", formatDay(signing.day, view.language))}
			</p>
		);
	return off ? <p class="note">{say.isOff(off)}</p> : null;
};

/** The figures that decide whether the meeting is good, printed with their rule. */
const Quorum = ({ facts: { rule, figures, state }, view }: Page<MeetingFacts>) => {
	const say = words[view.language];
	const counted = state === "held" || state === "signed";
	return (
		<section>
			<Heading>{say.quorum}</Heading>
			<Rows>
				<Row label={say.voters}>{say.persons(figures.voters)}</Row>
				<Row label={say.needed} note={say.quorumRule(rule.quorum)}>
					{say.persons(figures.needed)}
				</Row>
				{counted && (
					<Row label={say.present} note={say.presentNote(figures, rule.proxies)}>
						{say.persons(figures.present)}
					</Row>
				)}
			</Rows>
			{counted && (
				<p class="lead quorum">
					<Verdict
						verdict={figures.good ? "met" : "missed"}
						language={view.language}
						word={figures.good ? say.isGood : say.lacks(figures.needed - figures.present)}
					/>
				</p>
			)}
		</section>
	);
};

const shapes = { came: "solid", proxy: "half", absent: "hollow" } as const;

/** Everybody with a vote on that day, and how they took part. */
const Voters = ({ facts: { roll, state, kind }, view }: Page<MeetingFacts>) => {
	const say = words[view.language];
	const counted = state === "held" || state === "signed";
	return (
		<section>
			<Heading note={say.persons(roll.length)}>{say.mayVote}</Heading>
			{roll.length === 0 ? (
				<p class="note">{say.nobodyMayVote[kind]}</p>
			) : (
				<ul class="names">
					{roll.map(({ name, part }) => (
						<li>
							{counted && <Mark shape={shapes[part]} />} {name}
							{counted && part !== "came" && <small> {say.parts[part]}</small>}
						</li>
					))}
				</ul>
			)}
		</section>
	);
};

const Agenda = ({ facts, view }: Page<MeetingFacts>) => {
	const say = words[view.language];
	const counted = facts.state === "held" || facts.state === "signed";
	return (
		<section>
			<Heading>{counted ? say.minutes : say.agenda}</Heading>
			<ol class="agenda">
				{facts.agenda.map(({ about, said }, place) => (
					<li>
						<h3>{about}</h3>
						{said && <p class="lines">{said}</p>}
						<Resolutions
							resolutions={facts.resolutions.filter(({ item }) => item === place + 1)}
							language={view.language}
						/>
					</li>
				))}
			</ol>
			<Resolutions
				resolutions={facts.resolutions.filter(({ item }) => item === null || item > facts.agenda.length)}
				language={view.language}
			/>
		</section>
	);
};

/** What was put right after the signing; what was signed stays as it is. */
const Additions = ({ facts, view }: Page<MeetingFacts>) => {
	const say = words[view.language];
	return (
		<section>
			<Heading>{say.additions}</Heading>
			{facts.additions.length === 0 && <p class="note">{say.noAdditions}</p>}
			<ul class="rows">
				{facts.additions.map((one) => (
					<li>
						<time>{formatDay(one.day, view.language, "dotted")}</time>
						<span>
							<span class="lines">{one.text}</span> <small>{one.by}</small>
						</span>
					</li>
				))}
			</ul>
			{view.place?.may.includes("run meetings") && (
				<details class="rare" open={facts.form.conflict || Object.keys(facts.form.mistakes).length > 0}>
					<summary>{say.addition}</summary>
					<Conflict form={facts.form} language={view.language} />
					<Form
						language={view.language}
						action={paths.additions(view.place.id, facts.id)}
						id={facts.form.id}
						problems={problemsOf(facts.form, view.language)}
						submit={say.add}
					>
						<TextArea
							{...fieldOf(facts.form, view.language)("text")}
							label={say.addition}
							hint={say.additionHint}
						/>
					</Form>
				</details>
			)}
		</section>
	);
};

const Rarely = ({ facts: { id, state, elected }, view }: { facts: MeetingFacts; view: View }) => {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	const early = state === "called" || state === "due";
	return (
		<p class="links">
			{elected && <a href={paths.term(organisation, elected.id)}>{say.electedTerm(elected.number)}</a>}
			{(state === "held" || state === "signed") && (
				<a href={paths.activity(organisation, id)}>{say.asActivity}</a>
			)}
			{early && view.place?.may.includes("run meetings") && (
				<>
					<a href={paths.meetingEdit(organisation, id)}>{say.change}</a>
					<a href={paths.callingOff(organisation, id)}>{say.offLink}</a>
				</>
			)}
		</p>
	);
};
