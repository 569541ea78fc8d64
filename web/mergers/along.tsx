import * as v from "valibot";
import { stuckReasons } from "../../worker/members/transfer/moving";
import { posts } from "../../worker/roles/may";
import type { Page, View } from "../layout/view";
import { words as layoutWords } from "../layout/words";
import { bothNames } from "../organisations/kinds/facts";
import { Heading } from "../parts/heading";
import { Task, Tasks } from "../parts/list-row";
import { Row, Rows } from "../parts/rows";
import { paths } from "../paths";
import { type Blocker, words } from "./words";

/** Everything that would go over, by name. */
export const alongFacts = v.object({
	members: v.array(v.string()),
	/** Those of them who belong to both. */
	both: v.array(v.string()),
	groups: v.array(v.string()),
	households: v.array(v.string()),
	leaders: v.array(v.string()),
	posts: v.array(v.object({ name: v.string(), post: v.picklist(posts) })),
	tags: v.array(bothNames),
	stuck: v.array(v.object({ id: v.string(), name: v.string(), reason: v.picklist(stuckReasons) })),
});
export type AlongFacts = v.InferOutput<typeof alongFacts>;

/** How much went over, as it was kept. */
export const movedFacts = v.object({
	members: v.number(),
	both: v.number(),
	groups: v.number(),
	households: v.number(),
	posts: v.number(),
	leaders: v.number(),
});

/** A number, and the names behind it on demand. */
export const Names = ({ count, names, view }: { count: string; names: readonly string[]; view: View }) => {
	const say = words[view.language];
	if (names.length === 0) return <>{count}</>;
	return (
		<details class="names">
			<summary>
				{count} <span class="soft">{say.seeNames}</span>
			</summary>
			<p>{say.listed(names)}</p>
		</details>
	);
};

/** What goes over and what ends, each with its number and its names; what there is none of isn't mentioned. */
export const Along = ({ facts, view }: Page<AlongFacts>) => {
	const say = words[view.language];
	const { posts: posted } = layoutWords[view.language];
	const rows = [
		{ label: say.both, names: facts.both, count: say.persons, note: say.bothNote },
		{ label: say.groups, names: facts.groups, count: say.pieces },
		{ label: say.leaders, names: facts.leaders, count: say.persons, note: say.leadersNote },
		{ label: say.households, names: facts.households, count: say.homes },
		{ label: say.tags, names: facts.tags.map((tag) => tag[view.language]), count: say.pieces },
		{
			label: say.posts,
			names: facts.posts.map(({ name, post }) => `${name}（${posted[post]}）`),
			count: say.pieces,
		},
	].filter(({ names }) => names.length > 0);
	return (
		<Rows>
			<Row label={say.people}>
				<Names count={say.persons(facts.members.length)} names={facts.members} view={view} />
			</Row>
			{rows.map(({ label, names, count, note }) => (
				<Row label={label} {...(note && { note })}>
					<Names count={count(names.length)} names={names} view={view} />
				</Row>
			))}
		</Rows>
	);
};

type BlockersProps = {
	blockers: readonly { kind: Blocker; count: number }[];
	stuck: AlongFacts["stuck"];
	/** Where each is settled; null where this reader can't open that page. */
	where: (kind: Blocker) => string | null;
	/** The organisation of those who can't go over. */
	of: string;
	view: View;
};

/** What has to be settled first, each with its way there; and who can't go over, by name. */
export const Blockers = ({ blockers, stuck, where, of, view }: BlockersProps) => {
	const say = words[view.language];
	return (
		<section>
			<Heading>{say.blockersTitle(blockers.length)}</Heading>
			<Tasks>
				{blockers.map(({ kind, count }) => {
					const href = where(kind);
					const { what, step } = say.blockers[kind];
					return (
						<Task
							verb={view.language === "zh" ? "办" : "First"}
							noun={what(count)}
							note={step}
							{...(href && { href, link: say.settle })}
						/>
					);
				})}
			</Tasks>
			{stuck.length > 0 && (
				<Rows>
					{stuck.map(({ id, name, reason }) => (
						<Row label={<a href={paths.member(of, id)}>{name}</a>}>{say.stuck[reason]}</Row>
					))}
				</Rows>
			)}
		</section>
	);
};
