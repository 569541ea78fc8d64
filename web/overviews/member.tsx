import * as v from "valibot";
import { duesStates } from "../../worker/dues/rules";
import { memberKinds, sexes } from "../../worker/tables/ground";
import { Masthead } from "../layout/masthead";
import { Shell } from "../layout/shell";
import type { Page, View } from "../layout/view";
import { words } from "../members/words";
import { formatDay } from "../parts/format";
import { Heading } from "../parts/heading";
import { Mark } from "../parts/mark";
import { Row, Rows } from "../parts/rows";
import { paths, withQuery } from "../paths";
import { consentPanelFacts, OwnPanel } from "../people/panel";

export const memberFacts = v.object({
	member: v.object({
		id: v.string(),
		name: v.string(),
		sex: v.nullable(v.picklist(sexes)),
		birthYear: v.nullable(v.number()),
		telephone: v.nullable(v.string()),
		address: v.nullable(v.string()),
		note: v.nullable(v.string()),
		kind: v.picklist(memberKinds),
		current: v.boolean(),
		/** Their details were erased at their wish: nothing is changed any more. */
		erased: v.boolean(),
	}),
	consent: consentPanelFacts,
	periods: v.array(
		v.object({
			fromDay: v.string(),
			toDay: v.nullable(v.string()),
			leftBecause: v.nullable(v.string()),
			cameFromName: v.nullable(v.string()),
			wentToName: v.nullable(v.string()),
		}),
	),
	/** There is another organisation that they could go to. */
	goesElsewhere: v.boolean(),
	/** The transfer they are on. */
	waiting: v.nullable(v.object({ id: v.string(), to: v.string() })),
	/** The latest years in which dues were asked of them, the oldest first. */
	dues: v.array(v.object({ year: v.number(), state: v.picklist(duesStates) })),
	activities: v.array(v.object({ id: v.string(), day: v.string(), title: v.string() })),
	changes: v.array(v.object({ day: v.string(), act: v.string(), by: v.nullable(v.string()) })),
});
type Facts = v.InferOutput<typeof memberFacts>;

/** All that is known of a member, and what can be done for them. */
export const MemberPage = ({ facts, view }: Page<Facts>) => {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	const may = facts.member.erased ? [] : (view.place?.may ?? []);
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
						{facts.member.current ? say.leave : say.comeBack}
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
			<div class="person-page">
				<Record facts={facts} view={view} />
				<div>
					<Dues facts={facts} view={view} />
					<Attended facts={facts} view={view} />
					<Changes facts={facts} view={view} />
					{!facts.member.erased && <OwnPanel member={facts.member.id} consent={facts.consent} view={view} />}
				</div>
			</div>
		</Shell>
	);
};

const Record = ({ facts: { member, periods, waiting }, view }: { facts: Facts; view: View }) => {
	const say = words[view.language];
	const day = (text: string | null) => formatDay(text, view.language);
	return (
		<section>
			<Heading>{say.record}</Heading>
			<Rows>
				<Row label={say.kind}>{say.kinds[member.kind]}</Row>
				{periods.map((period) => (
					<Row label={say.membership} note={noteOf(period, view)}>
						{say.periods(day(period.fromDay), period.toDay && day(period.toDay))}
					</Row>
				))}
				{waiting && (
					<Row
						label={say.onTheWay}
						{...(view.place?.may.includes("register members") && {
							href: paths.transfer(view.place.id, waiting.id),
							link: say.seeTransfer,
						})}
					>
						{say.waitingAt(waiting.to)}
					</Row>
				)}
				{member.sex && <Row label={say.sex}>{say.sexes[member.sex]}</Row>}
				{member.birthYear && <Row label={say.birthYear}>{member.birthYear}</Row>}
				{member.telephone && <Row label={say.telephone}>{member.telephone}</Row>}
				{member.address && <Row label={say.address}>{member.address}</Row>}
				{member.note && <Row label={say.note}>{member.note}</Row>}
			</Rows>
		</section>
	);
};

/** Where somebody came from, why they left, and where they went. */
function noteOf({ cameFromName, leftBecause, wentToName }: Facts["periods"][number], view: View) {
	const say = words[view.language];
	const left = wentToName ? say.wentTo(wentToName) : leftBecause && reasonOf(leftBecause, say.reasons);
	return [cameFromName && say.cameFrom(cameFromName), left]
		.filter(Boolean)
		.join(view.language === "zh" ? "，" : ", ");
}

function reasonOf(reason: string, reasons: Record<string, string>): string {
	return reasons[reason] ?? reason;
}

const Dues = ({ facts: { dues }, view }: { facts: Facts; view: View }) => {
	const say = words[view.language];
	const paid = dues.filter(({ state }) => state === "paid" || state === "elsewhere");
	const owed = dues.filter(({ state }) => state === "due").map(({ year }) => String(year));
	return (
		<section>
			<Heading>{say.dues}</Heading>
			{dues.length > 0 && (
				<ol class="dues-years">
					{dues.map(({ year, state }) => (
						<li>
							<Mark shape={state === "paid" || state === "elsewhere" ? "solid" : "hollow"} />{" "}
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

const Attended = ({ facts: { activities }, view }: { facts: Facts; view: View }) => {
	const say = words[view.language];
	return (
		<section>
			<Heading>{say.attended}</Heading>
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

const Changes = ({ facts: { changes }, view }: { facts: Facts; view: View }) => {
	const say = words[view.language];
	return (
		<section>
			<Heading>{say.changes}</Heading>
			<Rows>
				{changes.map((change) => (
					<Row label={formatDay(change.day, view.language, "dotted")} note={change.by}>
						{say.acts[change.act] ?? change.act}
					</Row>
				))}
			</Rows>
		</section>
	);
};
