import { sql } from "drizzle-orm";
import { type Database, rows } from "../../tables/database";
import { crossedLabel } from "../score/crossing";
import type { Tally } from "../score/published";

/** A unit that a wave asks, as its tally stands, and what says where in the tree it is. */
type UnitRow = {
	unit: string;
	counts: string;
	adults: number | null;
	slips: number;
	secret: string;
};
type NodeRow = { id: string; name: string; parent: string | null; path: string };

/** A node of the tree that a wave asks, parents before children; `tally` where people were asked there. */
type NodeOf<Counted> = { id: string; name: string; parent: string | null; tally: Counted | null };
type CrossedRow = { unit: string; crossed: string };
type AlikeRow = { unit: string; identical: number; straight: number };

/** The tree above the units of a wave, from the top down. */
export function treeOf(db: Database, wave: string) {
	// The ids of a path, jx/qq/sy/ → jx, qq, sy.
	const steps = sql`json_each('["' || replace(rtrim(asked.path, '/'), '/', '","') || '"]')`;
	return rows<NodeRow>(
		db,
		sql`select id, name, parent, path from organisation where id in (
			select value from tally join organisation as asked on asked.id = unit, ${steps} where tally.wave = ${wave})
			order by path`,
	);
}

/** Which answers a closing looks at, and how: all by default, or those of some units alone. */
export type Looking = {
	/** The keys of the satisfaction question, of what people said of themselves, and of the open question. */
	satisfied: string;
	attributes: readonly string[];
	remark: string;
	/** The columns that somebody may tick down, as option by question. */
	columns: readonly Record<string, string>[];
	units?: readonly string[];
};

/**
 * What a closing freezes: the counts of every unit, satisfaction by attribute and how many answers are alike, counted from
 * the answers. Three statements, whatever the wave's size.
 */
export function toBeSealed(db: Database, wave: string, looking: Looking) {
	const { satisfied, attributes, columns, remark, units } = looking;
	const asked = units
		? sql`wave = ${wave} and unit in (select value from json_each(${JSON.stringify(units)}))`
		: sql`wave = ${wave}`;
	const said = (key: string) => sql`said ->> ${`$.${key}`}`;
	const name = (at: number) => sql.identifier(`by${at}`);
	// Answers are first put together by what they say to all of these, so that each is read once however many attributes there are.
	const together = attributes.map((by, at) => sql`${said(by)} as ${name(at)}`);
	const crossed = attributes.map(
		(by, at) =>
			sql`select unit, ${crossedLabel(by, "", "").slice(0, -1)} || coalesce(${name(at)}, '') || ':' || level as label, people from alike`,
	);
	return [
		rows<UnitRow>(
			db,
			sql`select unit, counts, adults, slips, key as secret from tally join deployment on one = 1
				where ${asked} order by unit`,
		),
		rows<CrossedRow>(
			db,
			attributes.length === 0
				? sql`select '' as unit, '{}' as crossed where false`
				: sql`with alike as materialized (select unit, ${said(satisfied)} as level, ${sql.join(together, sql`, `)}, count(*) as people
						from answer where ${asked} group by unit, level, ${sql.join(
							attributes.map((_, at) => name(at)),
							sql`, `,
						)})
					select unit, json_group_object(label, n) as crossed from (
						select unit, label, sum(people) as n from (${sql.join(crossed, sql` union all `)})
						where label is not null group by unit, label) group by unit`,
		),
		rows<AlikeRow>(
			db,
			// Without what people wrote: with it hardly two answers would be alike.
			sql`select unit, max(n) as identical, sum(straight) as straight from (
				select unit, count(*) as n, ${straightDown(columns)} * count(*) as straight,
					json_remove(said, ${`$.${remark || "remark"}`}) as said
				from answer where ${asked} group by unit, json_remove(said, ${`$.${remark || "remark"}`})) group by unit`,
		),
	] as const;
}

/** The tallies of units by their ids, as what is published works with them. */
export function talliesOf(
	units: readonly UnitRow[],
	crossed: readonly CrossedRow[],
	alike: readonly AlikeRow[],
	handedOut: (unit: UnitRow) => number,
): Map<string, Required<Tally>> {
	const groups = new Map(crossed.map((one) => [one.unit, JSON.parse(one.crossed) as Record<string, number>]));
	const looked = new Map(alike.map(({ unit, identical, straight }) => [unit, { identical, straight }]));
	return new Map(
		units.map((unit): [string, Required<Tally>] => [
			unit.unit,
			{
				counts: JSON.parse(unit.counts),
				crossed: groups.get(unit.unit) ?? {},
				adults: unit.adults,
				handedOut: handedOut(unit),
				alike: looked.get(unit.unit) ?? { identical: 0, straight: 0 },
			},
		]),
	);
}

/** Whether an answer ticks one column straight down. */
function straightDown(columns: readonly Record<string, string>[]) {
	const down = columns.map((column) =>
		sql.join(
			Object.entries(column).map(([key, option]) => sql`said ->> ${`$.${key}`} = ${option}`),
			sql` and `,
		),
	);
	if (down.length === 0) return sql`0`;
	return sql`coalesce(${sql.join(
		down.map((one) => sql`(${one})`),
		sql` or `,
	)}, 0)`;
}

/** The tree that a wave asks under its root; nothing where the root isn't among the nodes. */
export function within(root: string, nodes: readonly NodeRow[]): Omit<NodeRow, "path">[] {
	const top = nodes.find(({ id }) => id === root);
	if (!top) return [];
	return nodes
		.filter(({ path }) => path.startsWith(top.path))
		.map(({ id, name, parent }) => ({ id, name, parent: id === root ? null : parent }));
}

/** Nodes with what was counted at them; one that was asked itself has its own answers as one below it. */
export function nodesOf<Counted>(
	nodes: readonly Omit<NodeRow, "path">[],
	tallies: ReadonlyMap<string, Counted>,
): NodeOf<Counted>[] {
	const leads = new Set(nodes.map(({ parent }) => parent));
	return nodes.flatMap((node): NodeOf<Counted>[] => {
		const tally = tallies.get(node.id) ?? null;
		if (tally === null || !leads.has(node.id)) return [{ ...node, tally }];
		return [
			{ ...node, tally: null },
			{ id: ownOf(node.id), name: node.name, parent: node.id, tally },
		];
	});
}

/** The id under which a node's own answers stand among those below it. */
const ownOf = (id: string) => `${id}/`;

/** Whether an id is an organisation's, and not its own answers among those below it. */
export const isOrganisation = (id: string) => !id.endsWith("/");
