/** Sums over the tree that a wave asks: units, adults, slips, and the strata of a share. */
import type { Row } from "./places";
import type { Stratum } from "./published";
import type { Table } from "./tables";
import type { Branch, Shown, Standing } from "./withholding";

/** What was counted in a unit, in a row, whom it speaks for, and the slips handed out there (0: none were). */
export type CountedUnit = {
	row: Row;
	adults: number | null;
	handedOut: number;
	/** How many gave the commonest answer, and how many ticked straight down. */
	alike: { identical: number; straight: number };
};

/** A node of the tree that a wave asks, parents before children; `tally` where people were asked there. */
export type CountedNode = { id: string; name: string; parent: string | null; tally: CountedUnit | null };

/** The tree of a list of nodes. Where people were asked at a node that has others below it, its own stand as one of these. */
export function grow(nodes: readonly CountedNode[]): Branch | null {
	const [root] = nodes;
	if (!root) return null;
	const children = new Map<string, CountedNode[]>();
	for (const node of nodes.slice(1)) {
		const parent = node.parent ?? root.id;
		const known = children.get(parent);
		if (known) known.push(node);
		else children.set(parent, [node]);
	}
	const branch = (node: CountedNode): Branch => ({
		id: node.id,
		below: (children.get(node.id) ?? []).map(branch),
	});
	return branch(root);
}

/** Where every node of a tree stands in it. */
export function standingOf(tree: Branch): Standing {
	const known = new Map<string, { branch: Branch; above: string | null }>();
	const note = (branch: Branch, above: string | null) => {
		known.set(branch.id, { branch, above });
		for (const child of branch.below) note(child, branch.id);
	};
	note(tree, null);
	return known;
}

/** The counts of every node: its own and all below it. */
export function rowsOf(nodes: readonly CountedNode[]): Map<string, Row> {
	const width = Math.max(0, ...nodes.map(({ tally }) => tally?.row.length ?? 0));
	const rows = new Map(
		nodes.map(({ id, tally }): [string, Int32Array] => {
			const row = new Int32Array(width);
			if (tally) row.set(tally.row);
			return [id, row];
		}),
	);
	// From below: parents stand before those below them.
	for (const { id, parent } of nodes.toReversed()) {
		const [own, sum] = [rows.get(id), rows.get(parent ?? "")];
		if (own && sum)
			for (let place = 0; place < width; place++) sum[place] = (sum[place] ?? 0) + (own[place] ?? 0);
	}
	return rows;
}

/** The sums of a tree by node; `answers` is the place of the number of answers. */
export function summing(
	nodes: readonly CountedNode[],
	tree: Branch,
	rows: Map<string, Row>,
	answers: number,
) {
	const tallies = new Map(nodes.map(({ id, tally }) => [id, tally]));
	const units = new Map<string, CountedUnit[]>();
	const note = (branch: Branch): CountedUnit[] => {
		const own = tallies.get(branch.id);
		const all = [...(own ? [own] : []), ...branch.below.flatMap(note)];
		units.set(branch.id, all);
		return all;
	};
	note(tree);
	const of = (id: string) => units.get(id) ?? [];
	const adultsOf = (ids: readonly string[]) => {
		const all = ids.flatMap(of);
		// Where nobody counted them, at least those who answered live there.
		return all.every(({ adults }) => adults === null)
			? null
			: all.reduce((sum, { adults, row }) => sum + (adults ?? row[answers] ?? 0), 0);
	};
	const part = (table: Table, id: string) => table.part(rows.get(id) ?? []);
	const strata = (branch: Branch, table: Table, at: Shown): Stratum[] => {
		const withheld = branch.below.filter(({ id }) => !at.has(id)).map(({ id }) => id);
		const parts = withheld.map((id) => part(table, id));
		const together: Stratum = [
			-1,
			total(parts.map(([count]) => count)),
			total(parts.map(([, base]) => base)),
			adultsOf(withheld),
		];
		return [
			...branch.below.flatMap((child, index): Stratum[] => {
				if (!at.has(child.id)) return [];
				if (child.below.length > 0)
					return strata(child, table, at).map(
						([, count, base, adults]): Stratum => [index, count, base, adults],
					);
				return [[index, ...part(table, child.id), adultsOf([child.id])]];
			}),
			...(withheld.length === 0 ? [] : [together]),
		];
	};
	return {
		units: (id: string) => of(id).length,
		adults: (id: string) => adultsOf([id]),
		handedOut: (id: string) => total(of(id).map(({ handedOut }) => handedOut)),
		strata,
	};
}

const total = (numbers: readonly number[]) => numbers.reduce((sum, one) => sum + one, 0);
