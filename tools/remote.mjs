// The deployed copy, reached through wrangler by the binding's name, so that nobody has to write an id anywhere.
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { environment, hear, run } from "./children.mjs";
import { root } from "./folders.mjs";
import { migrationNames } from "./migrate.mjs";
import { newOwnerLink, OWNERS } from "./owner-link.mjs";

const noted = join(root, ".wrangler/address");

/** Whether wrangler may act on somebody's account. */
export async function isSignedIn() {
	if (process.env.CLOUDFLARE_API_TOKEN) return true;
	const { code, text } = await hear("wrangler", ["whoami"]);
	return code === 0 && !text.includes("not authenticated");
}

/** Applies new migrations, after making the database if this account has none yet. */
export async function migrateRemote() {
	const apply = () => hear("wrangler", ["d1", "migrations", "apply", "DB", "--remote"]);
	let { code, text } = await apply();
	if (code !== 0 && text.includes("Couldn't find a D1 DB")) {
		const name = readFileSync(join(root, "wrangler.toml"), "utf8").match(/^database_name = "(.+)"$/m)[1];
		console.log(`Making the database ${name} …`);
		if (run("wrangler", ["d1", "create", name, "--update-config=false"]) !== 0) {
			throw new Error("The database could not be made.");
		}
		({ code, text } = await apply());
	}
	console.log(text.trim());
	if (code !== 0) throw new Error("The migrations were not applied; nothing was deployed.");
}

/** Uploads the Worker and its assets; answers the address at which it stands. */
export function deployRemote() {
	const folder = mkdtempSync(join(tmpdir(), "huijia-"));
	const report = join(folder, "report.ndjson");
	const code = run("wrangler", ["deploy"], {
		env: { ...environment, WRANGLER_OUTPUT_FILE_PATH: report },
	});
	const lines = existsSync(report) ? readFileSync(report, "utf8").trim().split("\n") : [];
	rmSync(folder, { recursive: true });
	if (code !== 0)
		throw new Error("The Worker was not deployed. The migrations were; the copy that runs knows them not.");
	const deployed = lines.map((line) => JSON.parse(line)).find(({ type }) => type === "deploy");
	const address = deployed?.targets?.find((target) => target.startsWith("https://"));
	if (address) note(address);
	return address;
}

/** Says what a deployment would do, without reaching for the network. */
export function rehearse() {
	const code = run("wrangler", ["deploy", "--dry-run"]);
	console.log(`\nWould apply, where they are not yet applied: ${migrationNames().join(", ")}`);
	console.log("Would then upload the Worker and its assets as above,");
	console.log("and print the first owner's link if nobody owns that copy yet.");
	return code;
}

/** The rows of each of several statements, of the deployed copy. */
export async function askRemote(statements) {
	const text = await execute("--json", "--command", statements.join(";\n"));
	const answers = JSON.parse(text.slice(text.indexOf("["), text.lastIndexOf("]") + 1));
	return answers.map(({ results }) => results);
}

/** Does statements at the deployed copy, all or none. */
export async function runRemote(statements) {
	const folder = mkdtempSync(join(tmpdir(), "huijia-"));
	const file = join(folder, "run.sql");
	writeFileSync(file, statements.join("\n"), { mode: 0o600 });
	try {
		await execute("--yes", "--file", file);
	} finally {
		rmSync(folder, { recursive: true });
	}
}

async function execute(...how) {
	const { code, text } = await hear("wrangler", ["d1", "execute", "DB", "--remote", ...how]);
	if (code !== 0) throw new Error(text.trim());
	return text;
}

/** How many own the deployed copy. */
export async function ownersRemote() {
	const [[{ owners }]] = await askRemote([OWNERS]);
	return owners;
}

/** Makes a new owner's link there. Its address is the one last deployed to from this folder, if there is one. */
export async function makeOwnerLinkRemote(address = deployedAddress()) {
	const { path, sql } = newOwnerLink();
	await execute("--command", sql.join("; "));
	return (address ?? "https://<your address>") + path;
}

function note(address) {
	mkdirSync(join(root, ".wrangler"), { recursive: true });
	writeFileSync(noted, address);
}

const deployedAddress = () => (existsSync(noted) ? readFileSync(noted, "utf8").trim() : undefined);
