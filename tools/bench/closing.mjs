// Closing a wave of many units as its page does: part after part until it is closed. Of each kind of part the dearest is told, and
// what all of them come to.

/** Measures every part of a closing that has begun, each by `took`. */
export async function measureParts(database, took, path) {
	const parts = [];
	const count = (what) => database.prepare(`select count(${what}) as n from sealing_part`).first("n");
	for (;;) {
		const counted = await count("counted");
		const made = await count("sheets");
		const told = await took(path, { part: `${counted + made}` });
		const last = (await database.prepare("select count(*) as n from sealing").first("n")) === 0;
		const kind = last ? "sealing" : (await count("sheets")) > made ? "making tables" : "counting";
		parts.push({ kind, ...told });
		if (last) break;
	}
	const dearest = (kind) =>
		parts.filter((part) => part.kind === kind).reduce((one, other) => (one.own >= other.own ? one : other));
	const total = (key) => parts.reduce((sum, part) => sum + part[key], 0);
	const keys = ["trips", "queries", "rowsRead", "rowsWritten", "bytes", "seconds", "own"];
	return [
		...["counting", "making tables", "sealing"].map((kind) => [`closing, a part: ${kind}`, dearest(kind)]),
		[`closing, all ${parts.length} parts`, Object.fromEntries(keys.map((key) => [key, total(key)]))],
	];
}
