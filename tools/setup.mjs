// Runs before every other command, on whichever Node (from 20) the machine has, and before anything is installed:
// so nothing from node_modules may be imported at the top. Does nothing that is done already.
import { copyFileSync, existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { run } from "./children.mjs";
import { root } from "./folders.mjs";

const lockfile = join(root, "package-lock.json");
const installed = join(root, "node_modules/.installed-lock.json");

function same(one, other) {
	return existsSync(other) && readFileSync(one).equals(readFileSync(other));
}

function install() {
	if (same(lockfile, installed)) return;
	console.log("Installing what package-lock.json names …");
	const args = ["ci", "--no-audit", "--no-fund", "--loglevel=error"];
	const npm = process.env.npm_execpath;
	const code = npm ? run(process.execPath, [npm, ...args], { shell: false }) : run("npm", args);
	if (code !== 0) throw new Error("npm ci failed; its own words are above.");
	copyFileSync(lockfile, installed);
}

try {
	install();
	const { build } = await import("./build.mjs");
	await build();
	if (process.argv.includes("--browser")) {
		const { provideBrowser } = await import("./browser.mjs");
		provideBrowser();
	}
} catch (error) {
	console.error(error.message);
	process.exit(1);
}
