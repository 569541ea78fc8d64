import type { Page } from "playwright-core";
import { type Looks, type Stage, stage } from "./stage.ts";
import { axe, pagesFrom, patternOf } from "./walk.ts";

/** A district with two years of work in it, as `npm run demo` shows it. */
export const demonstration = () => stage({ vars: { DEMONSTRATION: "1" }, filler: "tools/demo/filler.mjs" });

const readers = ["secretary", "township", "district"] as const;

/** A reader of the demonstration: the secrets of their sign-in, and every page they can reach. */
export type Walk = {
	name: string;
	cookies: Awaited<ReturnType<ReturnType<Page["context"]>["cookies"]>>;
	pages: string[];
};

/** A page that axe will look at. */
async function pageToLookAt(here: Stage, looks: Looks): Promise<Page> {
	const page = await here.page(looks);
	await page.addInitScript(axe);
	return page;
}

/** Signs each reader in, finds every page they can reach by links and looks at each in one look; the public's pages come last. */
export async function walks(
	here: Stage,
	looks: Looks = {},
	visit: (page: Page, address: string) => Promise<void> = async () => {},
): Promise<Walk[]> {
	const found: Walk[] = [];
	const kinds = () => new Set(found.flatMap(({ pages }) => pages.map(patternOf)));
	for (const name of readers) {
		const page = await pageToLookAt(here, looks);
		await page.goto(here.filled[name] ?? "");
		await page.locator("button.stamp").click();
		await page.waitForURL(/\/o\//);
		found.push({
			name,
			cookies: await page.context().cookies(),
			pages: await pagesFrom(page, [page.url()], kinds(), visit),
		});
		await page.context().close();
	}
	const page = await pageToLookAt(here, looks);
	const open = ["/", "/privacy", "/recover", here.filled.survey ?? "/", "/received", "/received-en"].map(
		(path) => here.url + path,
	);
	const join = found[0]?.pages.find((address) => address.endsWith("/join-poster"));
	const address = join && new URL(join).pathname.split("/")[2];
	found.push({
		name: "public",
		cookies: [],
		pages: await pagesFrom(page, [...open, `${here.url}/j/${address}`], kinds(), visit),
	});
	await page.context().close();
	return found;
}

/** Opens every page of every walk in one look (language, width, light or dark) and hands it over. */
export async function everyPage(
	here: Stage,
	all: readonly Walk[],
	looks: Looks,
	visit: (page: Page, address: string, reader: string) => Promise<void>,
): Promise<void> {
	for (const walk of all) {
		const page = await pageToLookAt(here, looks);
		await page.context().addCookies(walk.cookies.filter(({ name }) => name === "session"));
		for (const address of walk.pages) {
			await page.goto(address);
			await visit(page, address, walk.name);
		}
		await page.context().close();
	}
}
