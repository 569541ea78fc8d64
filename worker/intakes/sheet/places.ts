type Named = { id: string; name: string };

/** A village by its own name: without the words for an association, and without the township before it. */
const bare = (name: string) =>
	name
		.normalize("NFKC")
		.replace(/\s/g, "")
		.replace(
			/(?:计划生育协会|计生协会?|妇女联合会|妇联|老年人?协会|协会|村民委员会|居民委员会|村委会|居委会)$/,
			"",
		);

const stem = (name: string) => bare(name).replace(/(?:社区|村)$/, "");

/**
 * The organisation that a line of a register names: exactly, without the words for an association, or without 村 and 社区
 * where only one fits.
 * @returns null for a name that nobody here has, or several
 */
export function placeFor(name: string, below: readonly Named[], here: Named): string | null {
	const all = [here, ...below];
	for (const how of [(one: string) => one.trim(), bare, stem]) {
		const wanted = how(name);
		const fitting = wanted === "" ? [] : all.filter((one) => how(one.name) === wanted);
		if (fitting.length === 1) return fitting[0]?.id ?? null;
		if (fitting.length > 1) return null;
	}
	const ending = below.filter((one) => bare(name).endsWith(bare(one.name)));
	return ending.length === 1 ? (ending[0]?.id ?? null) : null;
}
