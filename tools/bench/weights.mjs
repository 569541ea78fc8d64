import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { bundle } from "../bundle.mjs";
import { assets, built } from "../folders.mjs";
import { printTable } from "./table.mjs";

const KIB = 1024;

/** What is uploaded and what a browser loads once: the Worker's bundle, the style and the script; answers budgets passed. */
export async function measureWeights() {
	const names = readFileSync(join(built, "names.ts"), "utf8").matchAll(/"(.+)"/g);
	const zipped = (path) => gzipSync(readFileSync(join(assets, path)), { level: 9 }).length;
	const worker = gzipSync(await bundle({ minify: true }), { level: 9 }).length;
	const page = [...names].reduce((sum, [, path]) => sum + zipped(path), 0);
	printTable(
		["weight, gzip", "KiB", "at most"],
		[
			["Worker bundle", (worker / KIB).toFixed(1), 200],
			["style and script", (page / KIB).toFixed(1), 30],
		],
	);
	return [
		worker > 200 * KIB && `Worker bundle ${worker} bytes`,
		page > 30 * KIB && `style and script ${page} bytes`,
	].filter(Boolean);
}
