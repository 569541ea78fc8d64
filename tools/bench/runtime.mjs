import { join } from "node:path";
import { convertV4MiniflareOptions, Log, LogLevel, Miniflare } from "miniflare";
import { bundle, compatibilityDate } from "../bundle.mjs";

const BARE = {
	hello: "tools/bench/bare/hello.mjs",
	page: "tools/bench/bare/page.mjs",
	answer: "tools/bench/bare/answer.mjs",
};

/**
 * The product, minified as it is deployed, a twin of it, and the bare Workers beside them, in one workerd on one database, each on a
 * socket of its own that nothing stands before. `fresh()` puts all of them into isolates that have served nothing yet.
 */
export async function runtime(state) {
	const bare = Object.entries(BARE).map(async ([name, entry]) => [
		name,
		await bundle({ entry, minify: true }),
	]);
	const product = await bundle({ minify: true });
	const scripts = [["product", product], ["twin", product], ...(await Promise.all(bare))];
	const options = () =>
		convertV4MiniflareOptions({
			cf: false,
			log: new Log(LogLevel.WARN),
			resourcePersistencePath: join(state, "v3"),
			workers: scripts.map(([name, contents]) => ({
				name,
				compatibilityDate,
				modules: [{ type: "ESModule", path: "index.js", contents }],
				d1Databases: { DB: "DB" },
				unsafeDirectSockets: [{ host: "127.0.0.1", port: 0 }],
			})),
		});
	const miniflare = new Miniflare(options());
	await miniflare.ready;
	return {
		url: (name) => miniflare.unsafeGetDirectURL(name),
		async fresh() {
			await miniflare.setOptions(options());
			await miniflare.ready;
		},
		stop: () => miniflare.dispose(),
	};
}
