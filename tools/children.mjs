// Starting other programs: this project's own (wrangler, vitest …) from node_modules, quiet and offline by default.
import { spawn, spawnSync } from "node:child_process";
import { delimiter, join } from "node:path";
import { root } from "./folders.mjs";

export const environment = {
	...process.env,
	// Ours before the machine's, as under npm: node_modules/.bin also holds the Node that these programs need.
	PATH: join(root, "node_modules/.bin") + delimiter + process.env.PATH,
	CLOUDFLARE_CF_FETCH_ENABLED: "false",
	WRANGLER_SEND_METRICS: "false",
	WRANGLER_HIDE_BANNER: "true",
	CI: "true",
	...(process.stdout.isTTY ? { FORCE_COLOR: "1" } : { NO_COLOR: "1" }),
};

/** Runs a program to its end with its output on this terminal; answers its exit code. */
export function run(program, args, settings = {}) {
	const { status, error } = spawnSync(program, args, {
		cwd: root,
		env: environment,
		stdio: "inherit",
		shell: process.platform === "win32",
		...settings,
	});
	if (error) throw error;
	return status ?? 1;
}

/** Runs a program and keeps what it prints: `{ code, text }`. */
export function hear(program, args) {
	return new Promise((resolve, reject) => {
		const child = spawn(program, args, { cwd: root, env: environment, shell: process.platform === "win32" });
		let text = "";
		child.stdout.on("data", (part) => {
			text += part;
		});
		child.stderr.on("data", (part) => {
			text += part;
		});
		child.on("error", reject);
		child.on("close", (code) => resolve({ code: code ?? 1, text }));
	});
}
