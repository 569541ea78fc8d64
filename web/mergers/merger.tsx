import * as v from "valibot";
import { Masthead } from "../layout/masthead";
import { Shell } from "../layout/shell";
import type { Page, View } from "../layout/view";
import { formatDay } from "../parts/format";
import { Heading } from "../parts/heading";
import { Row, Rows } from "../parts/rows";
import { paths } from "../paths";
import { movedFacts, Names } from "./along";
import { words } from "./words";

const named = v.object({ id: v.string(), name: v.string() });

/** What is kept of a merger or a split: when, why, who entered it, how much went over, and their names. */
export const passedFacts = {
	id: v.string(),
	day: v.string(),
	reason: v.string(),
	by: v.nullable(v.string()),
	moved: movedFacts,
	members: v.array(v.string()),
};
export const mergerFacts = v.object({ ...passedFacts, gone: named, stays: named });
type Facts = v.InferOutput<typeof mergerFacts>;

/** A merger: which went into which, when and why, and what moved. */
export const MergerPage = ({ facts, view }: Page<Facts>) => {
	const say = words[view.language];
	const title = say.into(facts.gone.name, facts.stays.name);
	return (
		<Shell view={view} title={title} here="association">
			<Masthead
				title={title}
				sub={[formatDay(facts.day, view.language)]}
				back={{ href: paths.association(view.place?.id ?? ""), label: say.back }}
			/>
			<Passed facts={facts} view={view} />
			<Rows>
				<Row label={facts.gone.name} href={paths.association(facts.gone.id)} link={say.seeGone}>
					{say.mergerNote}
				</Row>
				<Row label={facts.stays.name} href={paths.members(facts.stays.id)} link={say.seeMembers}>
					{""}
				</Row>
			</Rows>
		</Shell>
	);
};

type PassedProps = { facts: v.InferOutput<v.ObjectSchema<typeof passedFacts, undefined>>; view: View };

/** When, why, and how much went over. */
export const Passed = ({ facts, view }: PassedProps) => {
	const say = words[view.language];
	const { moved } = facts;
	const rows = [
		{ label: say.both, count: say.persons(moved.both), some: moved.both },
		{ label: say.groups, count: say.pieces(moved.groups), some: moved.groups },
		{ label: say.leaders, count: say.persons(moved.leaders), some: moved.leaders },
		{ label: say.households, count: say.homes(moved.households), some: moved.households },
		{ label: say.posts, count: say.pieces(moved.posts - moved.leaders), some: moved.posts - moved.leaders },
	].filter(({ some }) => some > 0);
	return (
		<>
			<Rows>
				<Row label={say.day} note={facts.by}>
					{formatDay(facts.day, view.language)}
				</Row>
				<Row label={say.reason}>{facts.reason}</Row>
			</Rows>
			<Heading>{say.moves}</Heading>
			<Rows>
				<Row label={say.people}>
					<Names count={say.persons(moved.members)} names={facts.members} view={view} />
				</Row>
				{rows.map(({ label, count }) => (
					<Row label={label}>{count}</Row>
				))}
			</Rows>
		</>
	);
};
