/**
 * Somebody who knows in which order people answered, holds a copy of everything, and tries to say whose answer is whose.
 * Every order that can be read out of what they hold is laid beside the order of arrival; the best guess counts.
 */

/** One order in which answers can be read, by whatever names them, and where it was found. */
export type Reading = { where: string; order: readonly string[] };

/** How many of those who answered in this order are told by the best of the readings, forwards or backwards. */
export function matched(
	arrived: readonly string[],
	readings: readonly Reading[],
): { where: string; pairs: number } {
	let best = { where: "nowhere", pairs: 0 };
	for (const { where, order } of readings)
		for (const [way, guess] of [
			["", order],
			[", backwards", [...order].reverse()],
		] as const) {
			const pairs = arrived.filter((one, place) => guess[place] === one).length;
			if (pairs > best.pairs) best = { where: where + way, pairs };
		}
	return best;
}

/** Every order that a table's rows give: as they come, and sorted by each of their columns. */
export function readingsOf(
	table: string,
	rows: readonly Readonly<Record<string, unknown>>[],
	nameOf: (row: Readonly<Record<string, unknown>>) => string | null,
): Reading[] {
	const named = rows.flatMap((row) => {
		const name = nameOf(row);
		return name === null ? [] : [{ name, row }];
	});
	const columns = Object.keys(rows[0] ?? {});
	const sorted = columns.map((column) => ({
		where: `${table} by ${column}`,
		order: [...named]
			.sort((one, other) => compare(one.row[column], other.row[column]))
			.map(({ name }) => name),
	}));
	return [{ where: `${table} as it lies`, order: named.map(({ name }) => name) }, ...sorted];
}

function compare(one: unknown, other: unknown): number {
	if (typeof one === "number" && typeof other === "number") return one - other;
	return String(one) < String(other) ? -1 : String(one) > String(other) ? 1 : 0;
}

/** The order in which names are first met in a long text: logs, or pages one after the other. */
export function readingOfText(where: string, text: string, names: readonly string[]): Reading {
	const met = names.flatMap((name) => {
		const at = text.indexOf(name);
		return at < 0 ? [] : [{ name, at }];
	});
	return { where, order: met.sort((one, other) => one.at - other.at).map(({ name }) => name) };
}
