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

/**
 * The nodes at which a table may stand.
 * @param within where anything at all may stand: a table never shows more nodes than the number of answers does
 * @param complementary false only to show, in a test, what would then be found out
 */
export function shownIn(
	tree: Branch,
	basesOf: BasesOf,
	within: ReadonlySet<string> | null = null,
	complementary = true,
): Set<string> {
	const shown = new Set<string>();
	const visit = (node: Branch) => {
		shown.add(node.id);
		if (node.below.length === 0) return;
		const withheld = withheldBelow(node, basesOf, within, complementary);
		for (const child of node.below) if (!withheld.has(child.id)) visit(child);
	};
	if (isEnough(basesOf(tree.id)) && (within === null || within.has(tree.id))) visit(tree);
	return shown;
}

function withheldBelow(
	{ below }: Branch,
	basesOf: BasesOf,
	within: ReadonlySet<string> | null,
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
