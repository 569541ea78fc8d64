import { cloudflareTest, readD1Migrations } from "@cloudflare/vitest-plugin";
import { defineConfig } from "vitest/config";

export default defineConfig({
	test: {
		projects: [
			{
				plugins: [
					cloudflareTest(async () => ({
						wrangler: { configPath: "./wrangler.toml" },
						miniflare: { bindings: { TEST_MIGRATIONS: await readD1Migrations("migrations") } },
					})),
				],
				test: {
					name: "workerd",
					// Each test lays its own ground, so the files may share one Worker: three times as fast.
					isolate: false,
					testTimeout: 30_000,
					include: ["test/**/*.test.{ts,tsx}"],
					exclude: ["test/e2e/**"],
				},
			},
			{
				test: {
					name: "e2e",
					include: ["test/e2e/**/*.test.ts"],
					environment: "node",
					fileParallelism: false,
					testTimeout: 120_000,
					hookTimeout: 60_000,
				},
			},
		],
	},
});
