// `npm run backup`: all that the database holds, but for what signs people in, as a file of SQL in the folder backup, for
// `npm run restore`. `-- --local` and `-- --remote` choose; without either it is the deployed copy when wrangler is signed in.

import { once } from "node:events";
import { createWriteStream, mkdirSync } from "node:fs";
import { join } from "node:path";
import { copyOf } from "./copy.mjs";
import { linesOf, tablesOf } from "./dump.mjs";
import { root } from "./folders.mjs";
import { migrationNames } from "./migrate.mjs";

const copy = await copyOf(process.argv);
try {
	const folder = join(root, "backup");
	mkdirSync(folder, { recursive: true });
	const name = `huijia-${new Date().toISOString().slice(0, 16).replace(/[T:]/g, "-")}.sql`;
	const file = createWriteStream(join(folder, name), { mode: 0o600 });
	const tables = await tablesOf(copy.ask);
	file.write(`-- ${migrationNames().length} migrations\n`);
	let lines = 0;
	for await (const line of linesOf(copy.ask, tables)) {
		file.write(`${line}\n`);
		lines += 1;
	}
	file.end();
	await once(file, "finish");
	console.log(`backup/${name}: ${tables.length} tables of the ${copy.which} copy in ${lines} lines.`);
	console.log("It holds names and telephone numbers: keep it where only you can read it.");
} catch (error) {
	console.error(error.message);
	process.exitCode = 1;
}
copy.close();
