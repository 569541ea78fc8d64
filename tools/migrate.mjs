// Does to a local database what `wrangler d1 migrations apply` does, and notes it in the same table, so that
// either may be used after the other. In the server's own process it costs milliseconds instead of seconds.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { migrations } from "./folders.mjs";

const NOTED = `CREATE TABLE IF NOT EXISTS d1_migrations (
	id INTEGER PRIMARY KEY AUTOINCREMENT,
	name TEXT UNIQUE,
	applied_at TIMESTAMP DEFAULT CURRENT_TIMESTAMP NOT NULL
)`;

/** The names of all migrations, in the order in which they are applied. */
export function migrationNames() {
	return readdirSync(migrations)
		.filter((name) => name.endsWith(".sql"))
		.sort((one, other) => Number.parseInt(one, 10) - Number.parseInt(other, 10));
}

/** Applies what is new with a note of each, all in one transaction; answers the names applied. */
export async function migrate(database) {
	await database.prepare(NOTED).run();
	const { results } = await database.prepare("SELECT name FROM d1_migrations").all();
	const applied = new Set(results.map((row) => row.name));
	const fresh = migrationNames().filter((name) => !applied.has(name));
	const note = database.prepare("INSERT INTO d1_migrations (name) VALUES (?)");
	if (fresh.length > 0)
		await database.batch(
			fresh.flatMap((name) => [
				database.prepare(readFileSync(join(migrations, name), "utf8")),
				note.bind(name),
			]),
		);
	return fresh;
}
