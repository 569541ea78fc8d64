import * as v from "valibot";
import { reasons, strengths } from "../../worker/people/duplicates/rules";
import { Masthead } from "../layout/masthead";
import { Shell } from "../layout/shell";
import type { Page, View } from "../layout/view";
import { Empty } from "../parts/empty";
import { Files } from "../parts/files";
import { formatDay } from "../parts/format";
import { Heading } from "../parts/heading";
import { Mark } from "../parts/mark";
import { Row, Rows } from "../parts/rows";
import { type Column, Register } from "../parts/table";
import { paths } from "../paths";
import { words } from "./words";

const somebody = v.object({
	id: v.string(),
	organisation: v.string(),
	name: v.string(),
	birthYear: v.nullable(v.number()),
	telephone: v.nullable(v.string()),
	where: v.nullable(v.string()),
});

export const duplicatesFacts = v.object({
	pairs: v.array(
		v.object({
			one: somebody,
			other: somebody,
			reasons: v.array(v.picklist(reasons)),
			strength: v.picklist(strengths),
		}),
	),
	/** How many pairs there are beyond those shown. */
	more: v.number(),
	/** There are too many people below to compare all of them at once. */
	tooMany: v.boolean(),
	below: v.array(v.object({ id: v.string(), name: v.string(), members: v.nullable(v.number()) })),
	joined: v.array(
		v.object({ id: v.string(), name: v.string(), joinedOn: v.string(), separatedOn: v.nullable(v.string()) }),
	),
});
type Facts = v.InferOutput<typeof duplicatesFacts>;
type Pair = Facts["pairs"][number];

const marks = { sure: "solid", likely: "half", perhaps: "hollow" } as const;

/** Records that look like one person, the most alike first; and what was joined already. */
export const DuplicatesPage = ({ facts, view }: Page<Facts>) => {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	const here = paths.duplicates(organisation);
	return (
		<Shell view={view} title={say.duplicates} here="members">
			<Masthead
				title={say.duplicates}
				sub={[say.duplicatesSub(facts.pairs.length + facts.more), say.duplicatesHint]}
				back={{ href: paths.members(organisation), label: say.back }}
			/>
			{facts.pairs.length === 0 ? (
				!facts.tooMany && <Empty {...say.noDuplicates} />
			) : (
				<Register caption={say.duplicates} columns={columnsOf(facts, view)} rows={facts.pairs} />
			)}
			{facts.pairs.length > 0 && (
				<div class="pager">
					<span>{facts.more > 0 && say.moreDuplicates(facts.more)}</span>
					<Files href={here} view={view} />
				</div>
			)}
			{facts.tooMany && <Below facts={facts} view={view} />}
			{facts.joined.length > 0 && <Joined facts={facts} view={view} />}
		</Shell>
	);
};

function columnsOf({ pairs }: Facts, view: View): Column<Pair>[] {
	const say = words[view.language];
	const both = (of: (one: Pair["one"]) => string) => (pair: Pair) => (
		<span class="two">
			<span>{of(pair.one)}</span>
			<span>{of(pair.other)}</span>
		</span>
	);
	const elsewhere = pairs.some(({ one, other }) => one.where || other.where);
	return [
		{ head: say.who, cell: both(({ name }) => name), tight: true },
		{ head: say.born, cell: both(({ birthYear }) => say.bornIn(birthYear)), minor: true, tight: true },
		{
			head: say.telephone,
			cell: both(({ telephone }) => telephone ?? say.noTelephone),
			minor: true,
			tight: true,
		},
		...(elsewhere
			? [{ head: say.where, cell: both(({ where }) => where ?? view.place?.name ?? ""), minor: true }]
			: []),
		{
			head: say.why,
			cell: ({ reasons: why, strength }) => (
				<>
					<Mark shape={marks[strength]} /> {say.strengths[strength]}
					<small>{why.map((reason) => say.reasons[reason]).join(say.listSeparator)}</small>
				</>
			),
		},
		{
			head: <span class="hidden">{say.compare}</span>,
			tight: true,
			cell: ({ one, other }) => (
				<a
					href={paths.duplicate(view.place?.id ?? "", one.id, other.id)}
					aria-label={say.compareOf(one.name)}
				>
					{say.compare}
				</a>
			),
		},
	];
}

const Below = ({ facts: { below }, view }: { facts: Facts; view: View }) => {
	const say = words[view.language];
	return (
		<section>
			<Heading>{say.belowTitle}</Heading>
			<p class="soft">{say.belowHint}</p>
			<Rows>
				{below.map(({ id, name, members }) => (
					<Row label={name} href={paths.duplicates(id)} link={say.see}>
						{members === null ? "" : say.members(members)}
					</Row>
				))}
			</Rows>
		</section>
	);
};

const Joined = ({ facts: { joined }, view }: { facts: Facts; view: View }) => {
	const say = words[view.language];
	const day = (text: string) => formatDay(text, view.language, "dotted");
	return (
		<section>
			<Heading>{say.joinedTitle}</Heading>
			<Rows>
				{joined.map(({ id, name, joinedOn, separatedOn }) => (
					<Row
						label={name}
						note={separatedOn && say.separatedOn(day(separatedOn))}
						href={paths.joining(view.place?.id ?? "", id)}
						link={say.see}
					>
						{say.joinedOn(day(joinedOn))}
					</Row>
				))}
			</Rows>
		</section>
	);
};
