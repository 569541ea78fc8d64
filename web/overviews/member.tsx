import { Masthead } from "../layout/masthead";
import { Shell } from "../layout/shell";
import type { Page, View } from "../layout/view";
import { LatestChanges } from "../members/history/page";
import { words } from "../members/words";
import { formatDay } from "../parts/format";
import { Heading } from "../parts/heading";
import { Mark } from "../parts/mark";
import { Row, Rows } from "../parts/rows";
import { paths, withQuery } from "../paths";
import { OwnPanel } from "../people/panel";
import type { MemberFacts } from "./member-facts";
import { Record } from "./member-record";

type Facts = MemberFacts;

/** All that is known of a member, and what can be done for them. */
export const MemberPage = ({ facts, view }: Page<Facts>) => {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	const may = facts.member.erased ? [] : (view.place?.may ?? []);
	const { leaving } = facts;
	return (
		<Shell view={view} title={facts.member.name} here="members">
			<Masthead
				title={facts.member.name}
				person
				letterhead
				back={{ href: paths.members(organisation), label: say.title }}
			>
				{may.includes("register members") && (
					<a
						class="button"
						href={
							facts.member.current
								? paths.memberDeparture(organisation, facts.member.id)
								: paths.memberReturn(organisation, facts.member.id)
						}
					>
						{leaving ? say.leaveAgain : facts.member.current ? say.leave : say.comeBack}
					</a>
				)}
				{may.includes("register members") &&
					facts.goesElsewhere &&
					facts.member.current &&
					!facts.waiting && (
						<a class="button" href={paths.memberTransfer(organisation, facts.member.id)}>
							{say.transfer}
						</a>
					)}
				{may.includes("let officers in") && (
					<a class="button" href={withQuery(paths.officers(organisation), { member: facts.member.id })}>
						{say.letIn}
					</a>
				)}
				{may.includes("register members") && (
					<a class="button" href={paths.memberEdit(organisation, facts.member.id)}>
						{say.edit}
					</a>
				)}
			</Masthead>
			{leaving && (
				<div class="leaving">
					<p>{say.leaving(formatDay(facts.member.toDay, view.language))}</p>
					{may.includes("register members") && (
						<form method="post" action={paths.memberStaying(organisation, facts.member.id)} data-once>
							<input type="hidden" name="id" value={leaving} />
							<button type="submit">{say.staying}</button>
						</form>
					)}
				</div>
			)}
			<div class="person-page">
				<Record facts={facts} view={view} />
				<div>
					<Dues facts={facts} view={view} />
					<Attended facts={facts} view={view} />
					<LatestChanges
						changes={facts.changes}
						defined={facts.defined}
						view={view}
						all={facts.moreChanges ? paths.memberChanges(organisation, facts.member.id) : null}
					/>
					<Came facts={facts} view={view} />
					{!facts.member.erased && <OwnPanel member={facts.member.id} consent={facts.consent} view={view} />}
				</div>
			</div>
		</Shell>
	);
};

const Dues = ({ facts: { dues }, view }: { facts: Facts; view: View }) => {
	const say = words[view.language];
	const paid = dues.filter(({ state }) => state === "paid" || state === "elsewhere");
	const owed = dues
		.filter(({ state }) => state === "due" || state === "part")
		.map(({ year }) => String(year));
	return (
		<section>
			<Heading>{say.dues}</Heading>
			{dues.length > 0 && (
				<ol class="dues-years">
					{dues.map(({ year, state }) => (
						<li>
							<Mark
								shape={
									state === "paid" || state === "elsewhere" ? "solid" : state === "part" ? "half" : "hollow"
								}
							/>{" "}
							<span class="hidden">{say.duesStates[state]}</span>
							<span>{year}</span>
						</li>
					))}
				</ol>
			)}
			<p class="soft">{say.duesSummary(paid.length, owed)}</p>
		</section>
	);
};

const Attended = ({ facts, view }: { facts: Facts; view: View }) => {
	const say = words[view.language];
	const { activities } = facts;
	return (
		<section>
			<Heading
				note={<a href={paths.memberTraining(view.place?.id ?? "", facts.member.id)}>{say.training}</a>}
			>
				{say.attended}
			</Heading>
			{activities.length === 0 && <p class="soft">{say.attendedNone}</p>}
			<Rows>
				{activities.map((activity) => (
					<Row label={formatDay(activity.day, view.language, "dotted")}>
						<a href={paths.activity(view.place?.id ?? "", activity.id)}>{activity.title}</a>
					</Row>
				))}
			</Rows>
		</section>
	);
};

/** The file they came with: the beginning of their history, where that is a register brought in. */
const Came = ({ facts: { came }, view }: { facts: Facts; view: View }) => {
	const say = words[view.language];
	if (!came) return null;
	const opens = came.organisation === view.place?.id && view.place.may.includes("register members");
	return (
		<p class="note">
			{formatDay(came.day, view.language, "dotted")} {came.by} {say.cameWith(came.file)}{" "}
			{opens && <a href={paths.intake(came.organisation, came.id)}>{say.seeIntake}</a>}
		</p>
	);
};
