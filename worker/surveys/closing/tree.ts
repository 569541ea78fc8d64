import { sql } from "drizzle-orm";
import { type Database, rows } from "../../tables/database";
import { crossedLabel } from "../score/crossing";
import type { Node, Tally } from "../score/published";

/** A unit that a wave asks, as its tally stands, and what says where in the tree it is. */
type UnitRow = {
	unit: string;
	counts: string;
	adults: number | null;
	slips: number;
	secret: string;
};
type NodeRow = { id: string; name: string; parent: string | null; path: string };
type CrossedRow = { unit: string; crossed: string };
type AlikeRow = { unit: string; identical: number; straight: number };

/**
 * What a closing freezes: every unit's counts, the tree above them up to whoever opened the wave, and satisfaction by
 * attribute and how many answers are alike, counted from the answers. Four statements, whatever the wave's size.
 * @param columns the columns that somebody may tick down, as option by question
 * @param remark the key of the open question, which makes no two answers alike
 */
export function toBeSealed(
	db: Database,
	wave: string,
	satisfied: string,
	attributes: readonly string[],
	{ columns, remark }: { columns: readonly Record<string, string>[]; remark: string },
) {
	// The ids of a path, jx/qq/sy/ → jx, qq, sy.
	const steps = sql`json_each('["' || replace(rtrim(asked.path, '/'), '/', '","') || '"]')`;
	const crossed = attributes.map(
		(
			by,
		) => sql`select unit, ${crossedLabel(by, "", "").slice(0, -1)} || coalesce(said ->> ${`$.${by}`}, '') || ':' || (said ->> ${`$.${satisfied}`}) as label
			from answer where wave = ${wave}`,
	);
	return [
		rows<UnitRow>(
			db,
			sql`select unit, counts, adults, slips, key as secret from tally join deployment on one = 1
				where wave = ${wave} order by unit`,
		),
		rows<NodeRow>(
			db,
			sql`select id, name, parent, path from organisation where id in (
				select value from tally join organisation as asked on asked.id = unit, ${steps} where tally.wave = ${wave})
				order by path`,
		),
		rows<CrossedRow>(
			db,
			attributes.length === 0
				? sql`select '' as unit, '{}' as crossed where false`
				: sql`select unit, json_group_object(label, n) as crossed from (
					select unit, label, count(*) as n from (${sql.join(crossed, sql` union all `)})
					where label is not null group by unit, label) group by unit`,
		),
		rows<AlikeRow>(
			db,
			sql`select unit, max(n) as identical, sum(straight) as straight from (
				select unit, count(*) as n, ${straightDown(columns)} * count(*) as straight,
					json_remove(said, ${`$.${remark || "remark"}`}) as said
				from answer where wave = ${wave} group by unit, json_remove(said, ${`$.${remark || "remark"}`})) group by unit`,
		),
	] as const;
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

/** Units and the tree above them, from its root down; a node that was asked itself has its own answers as one below it. */
export function nodesOf(
	root: string,
	{
		units,
		nodes,
		crossed,
		alike,
	}: {
		units: readonly UnitRow[];
		nodes: readonly NodeRow[];
		crossed: readonly CrossedRow[];
		alike: readonly AlikeRow[];
	},
	handedOut: (unit: UnitRow) => number,
): Node[] {
	const top = nodes.find(({ id }) => id === root);
	if (!top) return [];
	const groups = new Map(crossed.map((one) => [one.unit, JSON.parse(one.crossed) as Record<string, number>]));
	const looked = new Map(alike.map(({ unit, identical, straight }) => [unit, { identical, straight }]));
	const tallies = new Map(
		units.map((unit): [string, Tally] => [
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
	const within = nodes.filter(({ path }) => path.startsWith(top.path));
	const leads = new Set(within.map(({ parent }) => parent));
	return within.flatMap(({ id, name, parent }): Node[] => {
		const tally = tallies.get(id) ?? null;
		const node = { id, name, parent: id === root ? null : parent };
		if (!tally || !leads.has(id)) return [{ ...node, tally }];
		return [
			{ ...node, tally: null },
			{ id: ownOf(id), name, parent: id, tally },
		];
	});
}

/** The id under which a node's own answers stand among those below it. */
const ownOf = (id: string) => `${id}/`;

/** Whether an id is an organisation's, and not its own answers among those below it. */
export const isOrganisation = (id: string) => !id.endsWith("/");
