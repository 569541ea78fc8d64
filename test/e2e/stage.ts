import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type BrowserContext, chromium, type Page } from "playwright-core";
import { findBrowser } from "../../tools/browser.mjs";
import { bundle } from "../../tools/bundle.mjs";
import { start } from "../../tools/local.mjs";
import { makeOwnerLink } from "../../tools/owner-link.mjs";

/** How somebody looks at the site: each `page()` is a browser of its own, with nobody signed in. */
export type Looks = { language?: "zh" | "en"; width?: number; scripts?: boolean; dark?: boolean };

const LOCALES = { zh: "zh-CN", en: "en-GB" };

const prepare = () =>
	Promise.all([
		bundle(),
		chromium.launch({
			executablePath: findBrowser(),
			args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
		}),
	]);
let prepared: ReturnType<typeof prepare> | undefined;

/**
 * The whole product on a fresh database and a free port, and a real browser to visit it with. The stories after one another
 * share the bundle and the browser's process; nobody of one story is signed in in the next.
 */
export async function stage({ vars = {}, filler }: { vars?: Record<string, string>; filler?: string } = {}) {
	const state = await mkdtemp(join(tmpdir(), "huijia-stage-"));
	prepared ??= prepare();
	const [script, browser] = await prepared;
	const server = await start({ state, vars, filler, script });
	const contexts: BrowserContext[] = [];

	return {
		url: server.url,
		ownerLink: await makeOwnerLink(server),
		/** What a filler made: the ways into a demonstration. */
		filled: (server.filled ?? {}) as Readonly<Record<string, string>>,
		db: server.db,
		nightly: server.nightly,

		async page({ language = "zh", width = 1280, scripts = true, dark = false }: Looks = {}): Promise<Page> {
			const context = await browser.newContext({
				baseURL: server.url,
				locale: LOCALES[language],
				timezoneId: "Asia/Shanghai",
				viewport: { width, height: width < 600 ? 780 : 900 },
				javaScriptEnabled: scripts,
				colorScheme: dark ? "dark" : "light",
			});
			contexts.push(context);
			return context.newPage();
		},

		async close() {
			await Promise.all(contexts.map((context) => context.close()));
			await server.stop();
			await rm(state, { recursive: true, force: true });
		},
	};
}

export type Stage = Awaited<ReturnType<typeof stage>>;
