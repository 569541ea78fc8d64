/**
 * Where in a tree a table may be shown. Nothing stands on a base below 10, and nothing that could be had by subtracting:
 * those withheld under one shown parent are at least two and together hold at least 10, in every group of the table.
 * What is withheld is withheld with all below it, so whatever can be added up and subtracted again comes to 10 people or more.
 */

/** The least number of people on whom anything is shown. */
export const leastBase = 10;

/** A node of a tree of units; one without nodes below it is a unit. */
export type Branch = { id: string; below: readonly Branch[] };

/** The people behind a table at a node, by group: one number for a plain table, one each for groups side by side. */
export type BasesOf = (id: string) => readonly number[];

/** The nodes at which a table may stand, each decided when it is asked for. */
export type Shown = { has: (id: string) => boolean };

/** Nodes with the branch of each and the id of the node above it; null at the root. */
export type Standing = ReadonlyMap<string, { branch: Branch; above: string | null }>;

/**
 * The nodes at which a table may stand. Whether it may at one rests on those above it and beside it alone, so that the tables of a few
 * nodes are decided without looking at all.
 * @param within where anything at all may stand: a table never shows more nodes than the number of answers does
 * @param complementary false only to show, in a test, what would then be found out
 */
export function shownIn(
	tree: Standing,
	basesOf: BasesOf,
	within: Shown | null = null,
	complementary = true,
): Shown {
	const known = new Map<string, boolean>();
	const withheld = new Map<string, Set<string>>();
	const withheldAt = (id: string, branch: Branch) => {
		const before = withheld.get(id);
		if (before) return before;
		const found = withheldBelow(branch, basesOf, within, complementary);
		withheld.set(id, found);
		return found;
	};
	const decide = (id: string): boolean => {
		const above = tree.get(id)?.above;
		if (above === undefined) return false;
		if (above === null) return isEnough(basesOf(id)) && (within === null || within.has(id));
		const parent = tree.get(above);
		return parent !== undefined && has(above) && !withheldAt(above, parent.branch).has(id);
	};
	const has = (id: string): boolean => {
		const before = known.get(id);
		if (before !== undefined) return before;
		const shown = decide(id);
		known.set(id, shown);
		return shown;
	};
	return { has };
}

function withheldBelow(
	{ below }: Branch,
	basesOf: BasesOf,
	within: Shown | null,
	complementary: boolean,
): Set<string> {
	const withheld = new Set<string>();
	for (const { id } of below)
		if ((within !== null && !within.has(id)) || !isEnough(basesOf(id))) withheld.add(id);
	if (withheld.size === 0 || !complementary) return withheld;
	const sizes = new Map(below.map(({ id }) => [id, total(basesOf(id))]));
	const smallestFirst = below
		.filter(({ id }) => !withheld.has(id))
		.sort((one, other) => (sizes.get(one.id) ?? 0) - (sizes.get(other.id) ?? 0));
	for (const { id } of smallestFirst) {
		if (withheld.size >= 2 && isEnough(together([...withheld].map(basesOf)))) break;
		withheld.add(id);
	}
	return withheld;
}

const isEnough = (bases: readonly number[]) => bases.every((base) => base >= leastBase);

const total = (bases: readonly number[]) => bases.reduce((sum, base) => sum + base, 0);

const together = (all: readonly (readonly number[])[]) =>
	(all[0] ?? []).map((_, group) => total(all.map((bases) => bases[group] ?? 0)));
