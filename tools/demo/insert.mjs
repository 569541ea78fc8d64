// Many rows at once: one JSON parameter of under a megabyte a statement, as the product itself does it.
const MOST_BYTES = 900_000;

/** Inserts rows, each an array of values in the columns' order. */
export async function insert(database, table, columns, rows) {
	const values = columns.map((_, place) => `value ->> ${place}`).join(", ");
	const statement = database.prepare(
		`INSERT INTO ${table} (${columns.join(", ")}) SELECT ${values} FROM json_each(?)`,
	);
	for (const part of partsOf(rows)) await statement.bind(part).run();
}

function* partsOf(rows) {
	let texts = [];
	let bytes = 0;
	for (const row of rows) {
		const text = JSON.stringify(row);
		const more = Buffer.byteLength(text) + 1;
		if (bytes + more > MOST_BYTES) {
			yield `[${texts.join(",")}]`;
			[texts, bytes] = [[], 0];
		}
		texts.push(text);
		bytes += more;
	}
	if (texts.length > 0) yield `[${texts.join(",")}]`;
}
