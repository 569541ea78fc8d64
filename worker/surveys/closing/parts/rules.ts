/**
 * A wave of many units is closed in parts, since counting, deciding and writing all of it takes a request several times the
 * processor time that a free account gives it. What a part does is fixed when the closing begins, so that whoever does it,
 * and however often, does the same.
 */

/** At most so many units are counted in a part, with at most so many answers between them unless one alone has more. */
export const unitsAPart = 24;
export const answersAPart = 20_000;

/** Of so many organisations the tables are made in a part; eight below one weigh as much again as itself, so that the root stands alone. */
export const tablesAPart = 36;
const belowWeigh = 1 / 8;

/** The tree as it stood when the closing began, from its root down, and which units are counted in which part. */
export type Plan = { nodes: { id: string; name: string; parent: string | null }[]; units: string[][] };

/** What one part does: counts some units, makes the tables of some organisations, or, the last, seals the wave. */
export type Part =
	| { kind: "counting"; units: string[] }
	| { kind: "making"; nodes: string[] }
	| { kind: "sealing" };

/** The units of a wave, in their order, by the part that counts them. */
export function unitsByPart(units: readonly { unit: string; answers: number }[]): string[][] {
	const parts: string[][] = [];
	let room = { units: 0, answers: 0 };
	for (const { unit, answers } of units) {
		if (room.units === 0 || answers > room.answers) {
			parts.push([]);
			room = { units: unitsAPart, answers: answersAPart };
		}
		parts.at(-1)?.push(unit);
		room = { units: room.units - 1, answers: room.answers - answers };
	}
	return parts;
}

/** The organisations of a tree by the part that makes their tables. */
function nodesByPart(nodes: Plan["nodes"]): string[][] {
	const below = new Map<string, number>();
	// From below: parents stand before those below them.
	for (const { id, parent } of nodes.toReversed())
		if (parent !== null) below.set(parent, (below.get(parent) ?? 0) + 1 + (below.get(id) ?? 0));
	const parts: string[][] = [];
	let room = 0;
	for (const { id } of nodes) {
		const weight = 1 + (below.get(id) ?? 0) * belowWeigh;
		if (parts.length === 0 || weight > room) {
			parts.push([]);
			room = tablesAPart;
		}
		parts.at(-1)?.push(id);
		room -= weight;
	}
	return parts;
}

/** The parts of a closing, one after the other. */
export function partsOf({ nodes, units }: Plan): Part[] {
	return [
		...units.map((some): Part => ({ kind: "counting", units: some })),
		...nodesByPart(nodes).map((some): Part => ({ kind: "making", nodes: some })),
		{ kind: "sealing" },
	];
}
