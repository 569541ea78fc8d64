import type { Child } from "hono/jsx";
import * as v from "valibot";
import { Masthead } from "../../layout/masthead";
import { Shell } from "../../layout/shell";
import type { Page, View } from "../../layout/view";
import { Empty } from "../../parts/empty";
import { Heading } from "../../parts/heading";
import { Task, Tasks } from "../../parts/list-row";
import { Mark } from "../../parts/mark";
import { paths, withQuery } from "../../paths";
import { type Branch, Drawing } from "./drawing";
import { words } from "./words";

const memberNode = v.object({ id: v.string(), name: v.string(), households: v.number() });

export const networkFacts = v.object({
	groups: v.array(
		v.object({
			id: v.string(),
			name: v.string(),
			leader: v.nullable(v.string()),
			members: v.number(),
			households: v.number(),
		}),
	),
	/** Where there are no groups the members stand around the association themselves. */
	members: v.array(memberNode),
	totals: v.object({ members: v.number(), households: v.number() }),
	wanting: v.object({
		ungrouped: v.number(),
		leaderless: v.number(),
		bare: v.number(),
		loose: v.number(),
	}),
});
type Facts = v.InferOutput<typeof networkFacts>;

type Node = Branch & { href: string; sub: Child };

/** The most names that a drawing has room for. */
const mostDrawn = 72;

/** An association with what is around it: the start of the walk. */
export const NetworkPage = ({ facts, view }: Page<Facts>) => {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	const { groups, members, totals, wanting } = facts;
	const nodes: Node[] = [
		...groups.map((group) => ({
			name: group.name,
			href: paths.networkGroup(organisation, group.id),
			beyond: group.members,
			wanting: group.leader === null && group.members > 0,
			sub: (
				<>
					<span>{say.people(group.members)}</span> <span>{say.homes(group.households)}</span>{" "}
					{group.leader ? <span>{say.leader(group.leader)}</span> : <Wanting>{say.noLeader}</Wanting>}
				</>
			),
		})),
		...(wanting.ungrouped > 0
			? [
					{
						name: say.none,
						href: paths.networkGroup(organisation, "none"),
						beyond: wanting.ungrouped,
						wanting: true,
						sub: say.people(wanting.ungrouped),
					},
				]
			: []),
		...membersAsNodes(members, view),
	];
	return (
		<Shell view={view} title={say.title} here="members">
			<Masthead
				title={say.title}
				sub={[view.place?.name, say.sub(totals.members, totals.households)]}
				back={{ href: paths.members(organisation), label: say.back }}
			>
				<button type="button" data-print hidden>
					{say.print}
				</button>
			</Masthead>
			{totals.members === 0 ? (
				<Empty {...say.empty} />
			) : (
				<>
					<ToDo facts={facts} view={view} />
					<Walk
						heading={groups.length > 0 ? say.around : say.members}
						centre={say.ofAssociation}
						nodes={nodes}
						view={view}
					/>
				</>
			)}
		</Shell>
	);
};

/** What is wanting, each with the way to where it is mended. */
const ToDo = ({ facts: { wanting, groups }, view }: Page<Facts>) => {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	if (!view.place?.may.includes("register members")) return null;
	const ways = {
		ungrouped:
			groups.length === 1 && groups[0]
				? paths.groupMembers(organisation, groups[0].id)
				: paths.groups(organisation),
		leaderless: paths.groups(organisation),
		bare: paths.householdLines(organisation),
		loose: paths.households(organisation),
	};
	const tasks = (["ungrouped", "leaderless", "bare", "loose"] as const).filter((name) => wanting[name] > 0);
	if (tasks.length === 0) return null;
	return (
		<section class="no-print">
			<Heading>{say.wanting}</Heading>
			<Tasks>
				{tasks.map((name) => {
					const { verb, noun, gap, link } = say[name];
					return <Task verb={verb} noun={noun} gap={gap(wanting[name])} href={ways[name]} link={link} />;
				})}
			</Tasks>
		</section>
	);
};

const Wanting = ({ children }: { children: Child }) => (
	<span class="wanting">
		<Mark shape="hollow" /> {children}
	</span>
);

/** A drawing where there is room for one, and the same as large targets to tap. */
const Walk = ({
	heading,
	centre,
	nodes,
	view,
}: {
	heading: string;
	centre: string;
	nodes: readonly Node[];
	view: View;
}) => {
	const say = words[view.language];
	const drawn = nodes.length > 0 && nodes.length <= mostDrawn;
	return (
		<section class={drawn ? "walk drawn" : "walk"}>
			{drawn && (
				<figure>
					<Drawing centre={centre} label={say.drawing(centre, nodes.length)} branches={nodes} />
				</figure>
			)}
			<div>
				<Heading>{heading}</Heading>
				<ul class="nodes">
					{nodes.map((node) => (
						<li>
							<a href={node.href}>
								<strong>{node.name}</strong>
								<small>{node.sub}</small>
							</a>
						</li>
					))}
				</ul>
			</div>
		</section>
	);
};

function membersAsNodes(members: readonly v.InferOutput<typeof memberNode>[], view: View): Node[] {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	return members.map((member) => ({
		name: member.name,
		href: paths.networkMember(organisation, member.id),
		beyond: member.households,
		wanting: false,
		sub: say.homes(member.households),
	}));
}

export const networkGroupFacts = v.object({
	/** None for those who stand in no group. */
	group: v.nullable(v.object({ id: v.string(), name: v.string(), leader: v.nullable(v.string()) })),
	members: v.array(memberNode),
});

/** A group with its members around it. */
export const NetworkGroupPage = ({
	facts: { group, members },
	view,
}: Page<v.InferOutput<typeof networkGroupFacts>>) => {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	const name = group?.name ?? say.none;
	const households = members.reduce((sum, one) => sum + one.households, 0);
	return (
		<Shell view={view} title={`${say.title} ${name}`} here="members">
			<Masthead
				title={name}
				sub={[
					group && (group.leader ? say.leader(group.leader) : say.noLeader),
					say.sub(members.length, households),
				]}
				back={{ href: paths.network(organisation), label: say.title }}
			>
				{group && (
					<a class="button" href={paths.group(organisation, group.id)}>
						{say.group}
					</a>
				)}
			</Masthead>
			{members.length === 0 ? (
				<Empty {...say.noMembers} />
			) : (
				<Walk heading={say.members} centre={name} nodes={membersAsNodes(members, view)} view={view} />
			)}
		</Shell>
	);
};

export const networkMemberFacts = v.object({
	member: v.object({ id: v.string(), name: v.string(), telephone: v.nullable(v.string()) }),
	group: v.nullable(v.object({ id: v.string(), name: v.string() })),
	households: v.array(v.object({ id: v.string(), name: v.string(), address: v.nullable(v.string()) })),
});

/** A member with their households around them. */
export const NetworkMemberPage = ({
	facts: { member, group, households },
	view,
}: Page<v.InferOutput<typeof networkMemberFacts>>) => {
	const say = words[view.language];
	const organisation = view.place?.id ?? "";
	const nodes: Node[] = households.map((one) => ({
		name: one.name,
		href: paths.household(organisation, one.id),
		beyond: 0,
		wanting: false,
		sub: one.address,
	}));
	const back = group
		? { href: paths.networkGroup(organisation, group.id), label: group.name }
		: { href: paths.network(organisation), label: say.title };
	return (
		<Shell view={view} title={`${say.title} ${member.name}`} here="members">
			<Masthead
				title={member.name}
				sub={[group?.name, say.homes(households.length), member.telephone]}
				back={back}
			>
				<a class="button" href={paths.member(organisation, member.id)}>
					{say.record}
				</a>
				{view.place?.may.includes("register members") && (
					<a class="button" href={withQuery(paths.householdNew(organisation), { contact: member.id })}>
						{say.add}
					</a>
				)}
			</Masthead>
			{nodes.length === 0 ? (
				<Empty {...say.noHouseholds} />
			) : (
				<Walk heading={say.households} centre={member.name} nodes={nodes} view={view} />
			)}
		</Shell>
	);
};
