import type { Status } from "../../tables/ground";
import { type Day, yearOf } from "../../values/day";

/** An organisation as it stood on a day: `had` is what membership_days know, `now` the path it has today. */
export type TreeRow = {
	id: string;
	parent: string | null;
	name: string;
	kind: string;
	status: Status;
	practice: number;
	now: string;
	had: string | null;
};

/** An organisation of the tree: its own members, and of all that counts under it how many there are and their members. */
export type Node = {
	id: string;
	parent: string | null;
	name: string;
	kind: string;
	status: Status;
	practice: boolean;
	members: number;
	women: number;
	below: number;
	membersBelow: number;
	womenBelow: number;
};

/** The last days of the five years before this one, the latest first. */
export function yearEnds(today: Day): Day[] {
	return [1, 2, 3, 4, 5].map((back) => `${yearOf(today) - back}-12-31`);
}

/** There is an association, and not for practice only: boards and sums ask nothing else. */
export const isCounted = ({ status, practice }: Pick<Node, "status" | "practice">) =>
	!practice && (status === "active" || status === "standardising");

/**
 * A place's subtree on a day, with sums. One sees of the past what one may see today: who stood here then and stands
 * elsewhere now is neither named nor counted, only said to be missing (`elsewhere`).
 * @param reach the place's path today
 */
export function treeOf(rows: readonly TreeRow[], place: string, reach: string) {
	// A practice village that was cleared is nobody's any more.
	const mine = rows.filter(({ now }) => now.startsWith(reach));
	const nodes = new Map(mine.filter((row) => !wasPractice(row)).map((row) => [row.id, nodeOf(row)]));
	for (const node of nodes.values()) {
		if (node.parent !== null && !nodes.has(node.parent) && node.id !== place) node.parent = place;
	}
	for (const node of nodes.values()) {
		if (!isCounted(node)) continue;
		const seen = new Set([node.id]);
		for (let up = parentOf(nodes, node); up && !seen.has(up.id); up = parentOf(nodes, up)) {
			seen.add(up.id);
			up.below += 1;
			up.membersBelow += node.members;
			up.womenBelow += node.women;
		}
	}
	nodes.delete(place);
	return { nodes: [...nodes.values()], elsewhere: rows.length - mine.length };
}

/** One directly below a place too large to be shown whole, with what the database has added up under it. */
export type FoldedRow = TreeRow & { below: number; members: number; women: number; elsewhere: number };

/** The same of a place whose tree is folded. */
export function foldedTreeOf(rows: readonly FoldedRow[], reach: string) {
	const mine = rows.filter(({ now }) => now.startsWith(reach));
	return {
		nodes: mine.map(({ below, members, women, elsewhere: _elsewhere, ...row }) => ({
			...nodeOf(row),
			...{ below, membersBelow: members, womenBelow: women },
		})),
		elsewhere: rows.length - mine.length + mine.reduce((sum, { elsewhere }) => sum + elsewhere, 0),
	};
}

const wasPractice = ({ practice, status }: TreeRow) => practice === 1 && status === "deregistered";

const parentOf = (nodes: ReadonlyMap<string, Node>, { parent }: Node) =>
	parent === null ? undefined : nodes.get(parent);

/** What membership_days know of a day, as figures. */
export function hadOf(had: string | null): { members: number; women: number } {
	if (had === null) return { members: 0, women: 0 };
	const [, members, women] = JSON.parse(had) as [Day, number, number];
	return { members, women };
}

function nodeOf({ now: _now, had, ...row }: TreeRow): Node {
	const known = { ...row, practice: row.practice === 1, below: 0, membersBelow: 0, womenBelow: 0 };
	return { ...known, ...(isCounted(known) ? hadOf(had) : hadOf(null)) };
}
