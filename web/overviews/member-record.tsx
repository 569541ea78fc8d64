import type { View } from "../layout/view";
import { words as layoutWords } from "../layout/words";
import { words } from "../members/words";
import { formatDay } from "../parts/format";
import { Heading } from "../parts/heading";
import { Row, Rows } from "../parts/rows";
import { paths, withQuery } from "../paths";
import type { MemberFacts } from "./member-facts";

type Panel = { facts: MemberFacts; view: View };

/** What is known of a member: the record, where else they belong, their posts and households. */
export const Record = (panel: Panel) => (
	<div>
		<Known {...panel} />
		<Elsewhere {...panel} />
		<Posts {...panel} />
		<Households {...panel} />
	</div>
);

const Known = ({ facts, view }: Panel) => {
	const say = words[view.language];
	const { member, periods, waiting, group, tags, further } = facts;
	const organisation = view.place?.id ?? "";
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
				{group && (
					<Row label={say.group} note={group.leader && say.ledBy(group.leader)}>
						<a href={paths.group(organisation, group.id)}>{group.name}</a>
					</Row>
				)}
				{member.sex && <Row label={say.sex}>{say.sexes[member.sex]}</Row>}
				{member.birthYear && <Row label={say.birthYear}>{member.birthYear}</Row>}
				{member.telephone && <Row label={say.telephone}>{member.telephone}</Row>}
				{member.address && <Row label={say.address}>{member.address}</Row>}
				{tags.length > 0 && (
					<Row label={say.tags}>{tags.map((tag) => tag[view.language]).join(say.listed)}</Row>
				)}
				{further.map((field) => (
					<Row label={field[view.language]}>
						{field.kind === "day" ? day(String(field.value)) : field.value}
					</Row>
				))}
				{member.note && <Row label={say.note}>{member.note}</Row>}
			</Rows>
		</section>
	);
};

/** Where somebody came from, why they left, and where they went. */
function noteOf({ cameFromName, leftBecause, wentToName }: MemberFacts["periods"][number], view: View) {
	const say = words[view.language];
	const left = wentToName ? say.wentTo(wentToName) : leftBecause && reasonOf(leftBecause, say.reasons);
	return [cameFromName && say.cameFrom(cameFromName), left]
		.filter(Boolean)
		.join(view.language === "zh" ? "，" : ", ");
}

function reasonOf(reason: string, reasons: Record<string, string>): string {
	return reasons[reason] ?? reason;
}

const Elsewhere = ({ facts: { elsewhere, member }, view }: Panel) => {
	const say = words[view.language];
	const day = (text: string | null) => formatDay(text, view.language);
	if (elsewhere.length === 0) return null;
	return (
		<section>
			<Heading>{say.elsewhere}</Heading>
			<ul class="rows">
				{elsewhere.map((one) => (
					<li class="wide">
						<a href={paths.member(one.organisation, member.id)}>{one.name}</a>
						<span class="value">
							{say.periods(day(one.fromDay), one.toDay && day(one.toDay))}{" "}
							<small>{say.kinds[one.kind]}</small>
						</span>
					</li>
				))}
			</ul>
		</section>
	);
};

const Posts = ({ facts: { posts }, view }: Panel) => {
	const say = words[view.language];
	const names = layoutWords[view.language].posts;
	const day = (text: string | null) => formatDay(text, view.language, "dotted");
	if (posts.length === 0) return null;
	return (
		<section>
			<Heading>{say.posts}</Heading>
			<Rows>
				{posts.map((one) => (
					<Row label={names[one.post]} note={say.periods(day(one.fromDay), one.toDay && day(one.toDay))}>
						{[one.organisation === view.place?.id ? null : one.name, one.group].filter(Boolean).join(" ")}
					</Row>
				))}
			</Rows>
		</section>
	);
};

const Households = ({ facts: { households, member }, view }: Panel) => {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	if (households.length === 0) return null;
	return (
		<section>
			<Heading
				note={
					view.place?.may.includes("register members") && (
						<a href={withQuery(paths.householdNew(organisation), { contact: member.id })}>
							{say.addHousehold}
						</a>
					)
				}
			>
				{say.householdsOf(households.length)}
			</Heading>
			<ul class="rows">
				{households.map((one) => (
					<li class="wide">
						<a href={paths.household(organisation, one.id)}>{one.name}</a>
						<span class="value">{one.address}</span>
					</li>
				))}
			</ul>
		</section>
	);
};
