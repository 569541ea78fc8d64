import * as v from "valibot";
import { isCounted } from "../../worker/overviews/tree/rules";
import { statuses } from "../../worker/tables/ground";
import { Masthead } from "../layout/masthead";
import { Shell } from "../layout/shell";
import type { Page, View } from "../layout/view";
import { Empty } from "../parts/empty";
import { Figure, Figures } from "../parts/figure";
import { Files } from "../parts/files";
import { formatNumber } from "../parts/format";
import { Mark } from "../parts/mark";
import { paths, withQuery } from "../paths";
import { words } from "./tree-words";

const node = v.object({
	id: v.string(),
	parent: v.nullable(v.string()),
	name: v.string(),
	kind: v.string(),
	status: v.picklist(statuses),
	practice: v.boolean(),
	/** The first letters of its name's reading, to be found by. */
	initials: v.string(),
	members: v.number(),
	women: v.number(),
	/** How many count under it, and their members. */
	below: v.number(),
	membersBelow: v.number(),
	womenBelow: v.number(),
});

export const treeFacts = v.object({
	day: v.string(),
	yearEnds: v.array(v.string()),
	/** Too large to be shown whole: only those directly below are here, with the sums of what is under them. */
	folded: v.boolean(),
	whole: v.object({ organisations: v.number(), members: v.number(), women: v.number() }),
	/** How many stood here on that day and stand elsewhere today: neither named nor counted. */
	elsewhere: v.number(),
	kinds: v.array(v.object({ id: v.string(), zh: v.string(), en: v.string() })),
	nodes: v.array(node),
});

type Facts = v.InferOutput<typeof treeFacts>;
type Node = v.InferOutput<typeof node>;
type Shown = { facts: Facts; view: View };

/** What stands below an association, today or on a day in the past: to be opened township by township. */
export const TreePage = ({ facts, view }: Page<Facts>) => {
	const say = words[view.language];
	const place = view.place?.id ?? "";
	const past = facts.day !== view.today;
	return (
		<Shell view={view} title={say.title} here="association">
			<Masthead
				title={say.title}
				sub={[view.place?.name]}
				back={{ href: paths.association(place), label: say.association }}
			>
				{view.place?.may.includes("found organisations") && (
					<a class="button" href={paths.foundBelow(place)}>
						{say.found}
					</a>
				)}
			</Masthead>
			{facts.nodes.every(({ practice }) => practice) && !past ? (
				<Empty {...say.none} />
			) : (
				<>
					<DayControl facts={facts} view={view} />
					{past && <p class="note">{say.stood(facts.day)}</p>}
					<Whole facts={facts} view={view} />
					{facts.elsewhere > 0 && <p class="note">{say.elsewhere(facts.elsewhere)}</p>}
					{facts.nodes.length === 0 ? <Empty {...say.noneThen} /> : <Tree facts={facts} view={view} />}
					<p class="note">
						{facts.folded && say.below} {say.notCounted}
					</p>
					<p class="links">
						<span>{say.further}</span>
						<a href={paths.coverage(place)}>{say.coverage}</a>
						<a href={paths.hollow(place)}>{say.hollow}</a>
					</p>
					{facts.nodes.length > 0 && (
						<p class="actions quiet">
							<Files href={withQuery(paths.tree(place), { day: past ? facts.day : null })} view={view} />
						</p>
					)}
				</>
			)}
		</Shell>
	);
};

const DayControl = ({ facts, view }: Shown) => {
	const say = words[view.language];
	const here = paths.tree(view.place?.id ?? "");
	return (
		<div class="as-of">
			<form action={here}>
				<label>
					{say.day} <input type="date" name="day" value={facts.day} max={view.today} />
				</label>
				<button type="submit">{say.see}</button>
			</form>
			<nav class="tabs" aria-label={say.day}>
				<a href={here} aria-current={facts.day === view.today ? "true" : undefined}>
					{say.today}
				</a>
				{facts.yearEnds.map((day) => (
					<a href={withQuery(here, { day })} aria-current={facts.day === day ? "true" : undefined}>
						{say.yearEnd(day.slice(0, 4))}
					</a>
				))}
			</nav>
		</div>
	);
};

const Whole = ({ facts: { day, whole }, view }: Shown) => {
	const say = words[view.language];
	const number = (count: number) => formatNumber(count, view.language);
	return (
		<Figures cells>
			<Figure label={say.organisations} value={number(whole.organisations)} unit={say.organisationsUnit} />
			<Figure
				label={say.members}
				note={say.womenOf(number(whole.women))}
				value={number(whole.members)}
				unit={say.people}
				href={membersOf(view.place?.id ?? "", day, view)}
			/>
		</Figures>
	);
};

/** The rows behind a count of members: the register on that day. */
const membersOf = (organisation: string, day: string, view: View) =>
	withQuery(paths.members(organisation), { day: day === view.today ? null : day });

const Tree = ({ facts, view }: Shown) => {
	const say = words[view.language];
	return (
		<>
			<p class="search" hidden>
				<input
					type="search"
					placeholder={say.find}
					aria-label={say.find}
					data-filter="#tree"
					autocomplete="off"
				/>
			</p>
			<div id="tree" class="tree">
				<Nodes
					under={Map.groupBy(facts.nodes, ({ parent }) => parent ?? "")}
					parent={view.place?.id ?? ""}
					facts={facts}
					view={view}
				/>
			</div>
		</>
	);
};

type NodesProps = Shown & { under: ReadonlyMap<string, readonly Node[]>; parent: string };

const Nodes = ({ under, parent, facts, view }: NodesProps) => (
	<ul>
		{under.get(parent)?.map((node) => (
			<li data-find={node.initials}>
				{under.has(node.id) ? (
					// A township's own tree is read at once; a district's is opened township by township.
					<details open={facts.nodes.length <= 40}>
						<summary>
							{node.name} <Told node={node} facts={facts} view={view} />
							<span>{formatNumber(node.members + node.membersBelow, view.language)}</span>
						</summary>
						<p>
							<a href={paths.home(node.id)}>{words[view.language].home(node.name)}</a>{" "}
							<a href={membersOf(node.id, facts.day, view)}>{words[view.language].members}</a>
						</p>
						<Nodes under={under} parent={node.id} facts={facts} view={view} />
					</details>
				) : (
					<>
						<a href={facts.folded && node.below > 0 ? treeOf(node, facts, view) : paths.home(node.id)}>
							{node.name}
						</a>
						<Told node={node} facts={facts} view={view} />
						{isCounted(node) && (
							<a href={membersOf(node.id, facts.day, view)}>
								{formatNumber(node.members + node.membersBelow, view.language)}
							</a>
						)}
					</>
				)}
			</li>
		))}
	</ul>
);

const treeOf = (node: Node, { day }: Facts, view: View) =>
	withQuery(paths.tree(node.id), { day: day === view.today ? null : day });

/** What isn't plain: how many are below, a kind that is no village, a state that needs someone. */
const Told = ({ node, facts, view }: Shown & { node: Node }) => {
	const say = words[view.language];
	const kind = facts.kinds.find(({ id }) => id === node.kind)?.[view.language];
	const told = [
		node.below > 0 ? say.units(node.below) : node.kind !== "village" && kind,
		node.practice && say.practice,
	].filter(Boolean);
	return (
		<>
			{told.length > 0 && <small>{told.join(" ・ ")}</small>}
			{node.status !== "active" && (
				<small class={node.status}>
					<Mark shape={node.status === "standardising" ? "half" : "hollow"} /> {say.statuses[node.status]}
				</small>
			)}
		</>
	);
};
