/**
 * Somebody who has fetched all they may, and works out by adding and subtracting what was withheld. Everything seen is an
 * equation over cells: how many people of one unit, in one group, gave one answer. A figure is found out if its sum of cells
 * is a sum of equations.
 */
import type { Published } from "../../worker/surveys/score/published";

/** A sum of cells: cell → how often it counts. */
type Sum = ReadonlyMap<string, number>;

/** All that was seen, as sums of cells whose number is known. */
export class Attacker {
	private readonly rows: { pivot: string; row: Map<string, number> }[] = [];

	/** That the number of people in a sum of cells is known. */
	learns(cells: Sum): void {
		const row = this.reduced(cells);
		const pivot = [...row].find(([, factor]) => Math.abs(factor) > 1e-7)?.[0];
		if (pivot === undefined) return;
		const by = row.get(pivot) ?? 1;
		for (const [cell, factor] of row) row.set(cell, factor / by);
		for (const known of this.rows) subtract(known.row, row, known.row.get(pivot) ?? 0);
		this.rows.push({ pivot, row });
	}

	/** Whether the number of people in a sum of cells follows from what is known. */
	knows(cells: Sum): boolean {
		return [...this.reduced(cells).values()].every((factor) => Math.abs(factor) < 1e-7);
	}

	private reduced(cells: Sum): Map<string, number> {
		const row = new Map(cells);
		for (const known of this.rows) subtract(row, known.row, row.get(known.pivot) ?? 0);
		return row;
	}
}

function subtract(from: Map<string, number>, row: ReadonlyMap<string, number>, times: number): void {
	if (Math.abs(times) < 1e-9) return;
	for (const [cell, factor] of row) {
		const left = (from.get(cell) ?? 0) - factor * times;
		if (Math.abs(left) < 1e-9) from.delete(cell);
		else from.set(cell, left);
	}
}

/** Many cells, each once. */
export const all = (cells: readonly string[]): Sum => new Map(cells.map((cell) => [cell, 1]));

/** What stands where: the units below a node, and what the questions' options are. */
export type Ground = {
	unitsBelow: (node: string) => readonly string[];
	/** Options by table, and groups by attribute, those who left it blank among them. */
	options: Readonly<Record<string, readonly string[]>>;
	groups: Readonly<Record<string, readonly string[]>>;
	satisfied: string;
};

export const cellOf = (table: string, unit: string, option: string) => `${table} ${unit} ${option}`;
export const groupCell = (by: string, unit: string, group: string, level: string) =>
	`${by}=${group} ${unit} ${level}`;

/** The cells of a whole table in some units. */
export const tableIn = ({ options }: Ground, table: string, units: readonly string[]) =>
	units.flatMap((unit) => (options[table] ?? []).map((option) => cellOf(table, unit, option)));

/** The cells of one group in some units. */
export const groupIn = (ground: Ground, by: string, groups: readonly string[], units: readonly string[]) =>
	units.flatMap((unit) =>
		groups.flatMap((group) =>
			(ground.options[ground.satisfied] ?? []).map((level) => groupCell(by, unit, group, level)),
		),
	);

/** That everybody of a group answered satisfaction: groups side by side are the whole. */
export function learnsTheForm(attacker: Attacker, ground: Ground, units: readonly string[]): void {
	for (const by of Object.keys(ground.groups))
		for (const unit of units)
			for (const level of ground.options[ground.satisfied] ?? []) {
				const whole = new Map([[cellOf(ground.satisfied, unit, level), -1]]);
				for (const group of ground.groups[by] ?? []) whole.set(groupCell(by, unit, group, level), 1);
				attacker.learns(whole);
			}
}

/** Everything that the published tables of a node say. */
export function learnsPublished(attacker: Attacker, ground: Ground, node: string, seen: Published): void {
	const units = ground.unitsBelow(node);
	// Satisfaction must be answered, so the number of answers is its base.
	if (seen.answers !== null) attacker.learns(all(tableIn(ground, ground.satisfied, units)));
	for (const [table, counts] of Object.entries(seen.tables))
		for (const option of Object.keys(counts))
			attacker.learns(all(units.map((unit) => cellOf(table, unit, option))));
	for (const { by, groups } of seen.crossed)
		for (const { keys, levels } of groups)
			for (const level of Object.keys(levels))
				attacker.learns(all(units.flatMap((unit) => keys.map((key) => groupCell(by, unit, key, level)))));
	for (const child of seen.below)
		if (child.answers !== null)
			attacker.learns(all(tableIn(ground, ground.satisfied, ground.unitsBelow(child.id))));
	// Those withheld stand together; who they are is told by what the others are.
	const good = ["5", "4"];
	const [pool] = (seen.strata.satisfied ?? []).filter(([under]) => under === -1);
	const named = new Set((seen.strata.satisfied ?? []).map(([under]) => under));
	const rest = seen.below.filter((_, index) => !named.has(index)).flatMap(({ id }) => ground.unitsBelow(id));
	if (pool) {
		attacker.learns(all(tableIn(ground, ground.satisfied, rest)));
		attacker.learns(all(rest.flatMap((unit) => good.map((level) => cellOf(ground.satisfied, unit, level)))));
	}
	for (const [index, child] of seen.below.entries()) {
		const strata = (seen.strata.satisfied ?? []).filter(([under]) => under === index);
		const below = ground.unitsBelow(child.id);
		if (strata.length === 0) continue;
		attacker.learns(all(tableIn(ground, ground.satisfied, below)));
		attacker.learns(all(below.flatMap((unit) => good.map((level) => cellOf(ground.satisfied, unit, level)))));
	}
}

/** Every way to choose at least one of a few things. */
export function choicesOf<Thing>(things: readonly Thing[]): Thing[][] {
	const sets: Thing[][] = [[]];
	for (const thing of things) sets.push(...sets.map((set) => [...set, thing]));
	return sets.filter((set) => set.length > 0);
}
