import { type Score, scoreOfStrata, unitScore } from "../score/figures";
import type { Stratum } from "../score/published";
import type { Sign } from "../score/signs";

/** The most nodes of a map: more than a district has townships and villages. */
export const mostNodes = 2000;

/** What is published at one node of a wave's tree, in the tree's order: parents before those below them. */
export type MapRow = {
	id: string;
	name: string;
	parent: string | null;
	answers: number | null;
	satisfied: number | null;
	answered: number | null;
	adults: number | null;
	/** The strata of its sum, as JSON; null at a unit. */
	strata: string | null;
	/** What somebody should look into there, as JSON. */
	signs: string | null;
};

/** A node on the map: how deep it stands below the top, whether others stand below it, and its score unless it is withheld. */
export type MapNode = {
	id: string;
	name: string;
	parent: string | null;
	depth: number;
	leads: boolean;
	answers: number | null;
	score: Score | null;
	signs: Sign[];
};

/** The nodes of a map, each with its verdict. One whose parent is not on the map stands at the top. */
export function mapOf(rows: readonly MapRow[], target: number): MapNode[] {
	const known = new Map(rows.map((row) => [row.id, row]));
	const leading = new Set(rows.map(({ parent }) => parent));
	const depthOf = ({ parent }: MapRow): number => {
		const above = parent === null ? undefined : known.get(parent);
		return above ? depthOf(above) + 1 : 0;
	};
	return rows.map((row) => ({
		...{
			id: row.id,
			name: row.name,
			parent: row.parent !== null && known.has(row.parent) ? row.parent : null,
		},
		...{ depth: depthOf(row), leads: leading.has(row.id), answers: row.answers },
		score: scoreOf(row, target),
		signs: row.signs === null ? [] : JSON.parse(row.signs),
	}));
}

function scoreOf({ satisfied, answered, adults, strata }: MapRow, target: number): Score | null {
	if (satisfied === null || answered === null) return null;
	const parts: Stratum[] | null = strata === null ? null : JSON.parse(strata);
	return parts ? scoreOfStrata(parts, { target }) : unitScore(satisfied, answered, adults, { target });
}
