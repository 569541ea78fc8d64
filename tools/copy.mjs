// The copy that a command is about: the deployed one, through wrangler, or the one on this machine.
import { readdirSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { state as usualState } from "./folders.mjs";
import { start } from "./local.mjs";
import { askRemote, isSignedIn, runRemote } from "./remote.mjs";

/**
 * Chosen by `--local` or `--remote` among a command's words; without either it is the deployed copy when wrangler is signed in.
 * Answers `{ which, ask, run, close }`: `ask(statements)` gives the rows of each, `run(statements)` does all of them or none.
 */
export async function copyOf(words) {
	const asked = words.find((word) => word === "--local" || word === "--remote");
	if (asked ? asked === "--remote" : await isSignedIn())
		return { which: "deployed", ask: askRemote, run: runRemote, close() {} };
	return { which: "local", ...(await copyHere()) };
}

/**
 * The copy in a state folder, made and migrated if need be, as the file that it is: a district's years are too much to pass
 * through a server at once.
 */
export async function copyHere(state = usualState) {
	const server = await start({ state, script: "export default {};" });
	await server.stop();
	const folder = join(state, "v3/d1/miniflare-D1DatabaseObject");
	const [name] = readdirSync(folder).filter((one) => one.endsWith(".sqlite") && one !== "metadata.sqlite");
	const database = new DatabaseSync(join(folder, name));
	return {
		ask: async (statements) => statements.map((one) => database.prepare(one).all()),
		async run(statements) {
			database.exec("BEGIN");
			try {
				for (const one of statements) database.exec(one);
				database.exec("COMMIT");
			} catch (error) {
				database.exec("ROLLBACK");
				throw error;
			}
		},
		close: () => database.close(),
	};
}
