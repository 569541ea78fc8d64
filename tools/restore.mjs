// `npm run restore -- <file>`: puts what `npm run backup` wrote into a new database that nobody has founded an association in.
// `--local` and `--remote` choose; without either it is the deployed copy when wrangler is signed in.
import { existsSync, readFileSync } from "node:fs";
import { copyOf } from "./copy.mjs";
import { restoring } from "./dump.mjs";
import { migrationNames } from "./migrate.mjs";

const path = process.argv.slice(2).find((word) => !word.startsWith("--"));
if (!path) {
	console.error("Which file? For example: npm run restore -- backup/huijia-2026-11-29-03-10.sql");
	process.exit(1);
}
if (!existsSync(path)) {
	console.error(`There is no file ${path}. Backups lie in the folder backup.`);
	process.exit(1);
}
const copy = await copyOf(process.argv);
try {
	const [head, ...lines] = readFileSync(path, "utf8").trimEnd().split("\n");
	const made = Number(/^-- (\d+) migrations$/.exec(head)?.[1]);
	if (!made) throw new Error(`${path} is no backup of Huijia's.`);
	if (made > migrationNames().length)
		throw new Error("The backup was made by a newer version than this one. Update this copy first.");
	await copy.run(await restoring(copy.ask, lines));
	console.log(
		`Restored into the ${copy.which} copy. \`npm run owner -- --${copy.which === "local" ? "local" : "remote"}\` lets you in: give the name you had; everybody else signs in anew.`,
	);
} catch (error) {
	console.error(error.message);
	process.exitCode = 1;
}
copy.close();
