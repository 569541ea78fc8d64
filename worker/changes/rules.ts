/** One thing that a change did to a record: a field, what it was, what it is since. */
export type Told = { field: string; from: string | null; to: string | null };

/**
 * What a kept change says, line by line. A change keeps `{ from, to }`, each an object of fields, or the fields of what it
 * made. Lists are joined by spaces; what is neither text, number nor a list of them is left out.
 */
export function toldBy(details: string): Told[] {
	const known = objectOf(JSON.parse(details));
	const [from, to] =
		"from" in known || "to" in known ? [objectOf(known.from), objectOf(known.to)] : [{}, known];
	const fields = [...new Set([...Object.keys(from), ...Object.keys(to)])];
	return fields
		.map((field) => ({ field, from: textOf(from[field]), to: textOf(to[field]) }))
		.filter((told) => told.from !== told.to);
}

function objectOf(value: unknown): Record<string, unknown> {
	return typeof value === "object" && value !== null && !Array.isArray(value)
		? (value as Record<string, unknown>)
		: {};
}

function textOf(value: unknown): string | null {
	if (Array.isArray(value)) return value.map(textOf).filter(Boolean).join(" ") || null;
	if (typeof value === "string") return value || null;
	return typeof value === "number" ? String(value) : null;
}
