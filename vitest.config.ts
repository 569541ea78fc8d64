import { cloudflareTest, readD1Migrations } from "@cloudflare/vitest-plugin";
import { defineConfig } from "vitest/config";

/** Walks through every route, every order of acts, every figure of a wave: left out where seconds count. */
const long = [
	"bad-input",
	"budgets",
	"copies",
	"faces",
	"funds/sequences",
	"overviews/days",
	"plans/sequences",
	"routes",
	"shaping/sequences",
	"standing",
	"surveys/answering",
	"surveys/linkage",
	"surveys/waves",
	"tree-life",
].map((name) => `test/${name}.test.ts`);

/** Where chance begins in the tests of properties: the same walks every time, and others with HUIJIA_SEED=… before the command. */
const seed = Number(process.env.HUIJIA_SEED ?? 20260529);

/** Tests inside workerd, on the real migrations. */
const inWorkerd = (name: string, include: string[], exclude: string[]) => ({
	plugins: [
		cloudflareTest(async () => ({
			wrangler: { configPath: "./wrangler.toml" },
			miniflare: {
				bindings: { TEST_MIGRATIONS: await readD1Migrations("migrations") },
				// Bound by whoever wants photographs: wrangler.toml has it in a comment.
				r2Buckets: ["PHOTOGRAPHS"],
			},
		})),
	],
	test: {
		name,
		include,
		exclude,
		// Each test lays its own ground, so the files may share one Worker: three times as fast.
		isolate: false,
		provide: { seed },
		setupFiles: ["test/luck.ts"],
		testTimeout: 120_000,
		hookTimeout: 60_000,
	},
});

/** Walks over every page of the demonstration, which takes as long as all stories together. */
const pages = "test/e2e/pages.test.ts";

/** Stories in a real browser, one at a time: each has a server of its own and they share a browser, which keep a core busy. */
const inBrowser = (name: string, include: string[], exclude: string[]) => ({
	test: {
		name,
		include,
		exclude,
		environment: "node" as const,
		maxWorkers: 1,
		isolate: false,
		testTimeout: 120_000,
		hookTimeout: 60_000,
	},
});

export default defineConfig({
	test: {
		projects: [
			inWorkerd("quick", ["test/**/*.test.{ts,tsx}"], ["test/e2e/**", ...long]),
			inWorkerd("long", long, []),
			inBrowser("e2e", ["test/e2e/**/*.test.ts"], [pages]),
			inBrowser("pages", [pages], []),
		],
	},
});
