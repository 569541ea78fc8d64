// A local copy of the deployed thing: the Worker, its assets and its database in workerd, in this process's care.
// Miniflare is driven directly: a server stands within a second, where `wrangler dev` takes several.
import { createServer } from "node:net";
import { join } from "node:path";
import { convertV4MiniflareOptions, Log, LogLevel, Miniflare } from "miniflare";
import { bundle, compatibilityDate } from "./bundle.mjs";
import { assets, state as usualState } from "./folders.mjs";
import { migrate } from "./migrate.mjs";

/**
 * Starts a server on a state folder (migrated) and a port (0: any free one). `filler` is the entry of another Worker
 * that is asked once before anybody is served, to fill the database from inside; what it answers is `filled`.
 * Answers `{ url, port, db, database, nightly, filled, stop }`: `db(sql, params)` gives rows, `nightly()` runs the cron job.
 */
export async function start({
	state = usualState,
	port = 0,
	vars = {},
	script = "",
	sockets,
	filler = "",
} = {}) {
	const source = script || (await bundle());
	const options = (text, listensAt) =>
		convertV4MiniflareOptions({
			host: "127.0.0.1",
			port: listensAt,
			cf: false,
			log: new Log(LogLevel.WARN),
			logRequests: false,
			// The same folder that `wrangler dev` and `wrangler d1 execute --local` use.
			resourcePersistencePath: join(state, "v3"),
			workers: [
				{
					name: "huijia",
					modules: [{ type: "ESModule", path: "index.js", contents: text }],
					compatibilityDate,
					bindings: vars,
					d1Databases: { DB: "DB" },
					r2Buckets: { PHOTOGRAPHS: "PHOTOGRAPHS" },
					assets: {
						directory: assets,
						binding: "ASSETS",
						routerConfig: { has_user_worker: true },
						assetConfig: {},
					},
					unsafeDirectSockets: sockets,
				},
			],
		});
	const miniflare = new Miniflare(options(filler ? await bundle({ entry: filler }) : source, 0));
	await migrate(await miniflare.getD1Database("DB"));
	const filled = filler && (await fillBy(miniflare));
	// Only now at the wanted address: nobody is served from a database that is half made.
	if (filler || port !== 0) await miniflare.setOptions(options(source, port));
	const address = await miniflare.ready;
	const database = await miniflare.getD1Database("DB");
	return {
		url: `http://localhost:${address.port}`,
		port: Number(address.port),
		database,
		db: async (sql, params = []) =>
			(
				await database
					.prepare(sql)
					.bind(...params)
					.all()
			).results,
		nightly: async () => (await miniflare.getWorker()).scheduled({ cron: "5 16 * * *" }),
		filled,
		miniflare,
		stop: () => miniflare.dispose(),
	};
}

async function fillBy(miniflare) {
	const answer = await miniflare.dispatchFetch("http://localhost/");
	if (!answer.ok) throw new Error(await answer.text());
	return answer.json();
}

/** Whether a port can be listened on. */
export function isFree(port) {
	return new Promise((resolve) => {
		const probe = createServer();
		probe.once("error", () => resolve(false));
		probe.listen({ port, host: "127.0.0.1" }, () => probe.close(() => resolve(true)));
	});
}

/** The port that the environment asks for, or 8787; ends the program in plain words when it is taken. */
export async function wantedPort() {
	const port = Number(process.env.PORT || 8787);
	if (!Number.isInteger(port) || port < 1 || port > 65535) {
		console.error(`PORT must be a number from 1 to 65535, not "${process.env.PORT}".`);
		process.exit(1);
	}
	if (!(await isFree(port))) {
		console.error(`Port ${port} is in use by another program. Stop it, or choose another port, for example:`);
		console.error(`  PORT=${port + 1} npm start`);
		process.exit(1);
	}
	return port;
}

/** Serves until Ctrl-C (or the like), then ends cleanly. */
export function serveUntilStopped(server) {
	let stopping = false;
	const stop = async () => {
		if (stopping) return;
		stopping = true;
		await server.stop().catch(() => {});
		process.exit(0);
	};
	for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) {
		// Miniflare's own listener ends the program at once, as if something had gone wrong.
		process.removeAllListeners(signal);
		process.on(signal, stop);
	}
	// Between npm and this program stands a shell that passes no signal on: when it is gone, so is the reason to serve.
	const parent = process.ppid;
	if (process.env.npm_lifecycle_event) setInterval(() => process.ppid === parent || stop(), 300).unref();
}
