// A server that a trial may kill: the product on a folder and a port of its own, in a group of its own.
import { spawn } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bundle } from "../bundle.mjs";
import { environment } from "../children.mjs";
import { root } from "../folders.mjs";
import { isFree } from "../local.mjs";

/**
 * Starts a server in a group of its own, so that a kill takes all of it at once.
 * @returns its pid, and the owner's link where it is the first on its folder
 */
export function serve({ state, port, script, first }) {
	const args = ["tools/bench/killable-server.mjs", state, String(port), script, first ? "first" : ""];
	const child = spawn(process.execPath, args, {
		cwd: root,
		env: environment,
		detached: true,
		stdio: ["ignore", "pipe", "inherit"],
	});
	return new Promise((resolve, reject) => {
		let text = "";
		child.stdout.on("data", (part) => {
			text += part;
			const line = text.split("\n").find((one) => one.startsWith("{") && one.endsWith("}"));
			if (line) resolve({ pid: child.pid, ...JSON.parse(line) });
		});
		child.once("exit", (code, signal) => signal ?? reject(new Error(`the server ended with ${code}`)));
	});
}

/** Kills a server and all that it started; one that is gone already stays so. */
export function kill(pid) {
	try {
		process.kill(-pid, "SIGKILL");
	} catch {
		// It is gone already.
	}
}

/** A port that nobody listens on. */
export async function freePort() {
	for (;;) {
		const port = 20_000 + Math.floor(Math.random() * 20_000);
		if (await isFree(port)) return port;
	}
}

/**
 * The product on a folder of its own, filled by `settle(state)`, for a trial. Answers `{ at, state, strike, stop, clear }`: `strike()`
 * kills the server and starts it again, `stop()` kills it, `clear()` takes everything away.
 */
export async function stand(name, settle) {
	const folder = mkdtempSync(join(tmpdir(), `huijia-${name}-`));
	const state = join(folder, "state");
	mkdirSync(state);
	const script = join(folder, "worker.js");
	writeFileSync(script, await bundle());
	await settle(state);
	const port = await freePort();
	let { pid } = await serve({ state, port, script });
	const stop = () => kill(pid);
	return {
		at: `http://127.0.0.1:${port}`,
		state,
		async strike() {
			stop();
			({ pid } = await serve({ state, port, script }));
		},
		stop,
		clear() {
			stop();
			rmSync(folder, { recursive: true, force: true });
		},
	};
}
