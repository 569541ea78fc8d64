// The Worker (or another one, such as the one that fills a demonstration) as one file, made the way wrangler makes it.
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { build } from "esbuild";
import { root } from "./folders.mjs";

/** The day whose runtime behaviour the Worker asks for, from wrangler.toml, which alone says it. */
export const compatibilityDate = readFileSync(join(root, "wrangler.toml"), "utf8").match(
	/^compatibility_date = "(.+)"$/m,
)[1];

/** Bundles an entry point to the text of one module. */
export async function bundle({ entry = "worker/index.ts", minify = false } = {}) {
	const { outputFiles } = await build({
		absWorkingDir: root,
		entryPoints: [entry],
		bundle: true,
		minify,
		format: "esm",
		target: "es2024",
		conditions: ["workerd", "worker", "browser"],
		external: ["cloudflare:*", "node:*"],
		loader: { ".csv": "text", ".jpg": "binary" },
		write: false,
		logLevel: "warning",
	});
	return outputFiles[0].text;
}
