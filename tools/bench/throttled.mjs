// The respondent's page on a slow line: how much travels, in how many requests, and when the first question can be answered.
// LimeSurvey's page of six questions, measured on the same kind of machine: 29 requests, 1,414 KB as sent.
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { findBrowser } from "../browser.mjs";
import { start } from "../local.mjs";
import { printTable } from "./table.mjs";

const PEER = { requests: 29, bytes: 1_414 * 1024 };
const LINES = [
	{
		name: "400 kbit/s, 400 ms",
		downloadThroughput: 400_000 / 8,
		uploadThroughput: 400_000 / 8,
		latency: 400,
	},
	{ name: "no brake", downloadThroughput: -1, uploadThroughput: -1, latency: 0 },
];

/** Opens the page on each line; answers requests, bytes as sent, and milliseconds to first paint and to a usable page. */
export async function tryThrottled() {
	const state = mkdtempSync(join(tmpdir(), "huijia-throttled-"));
	const server = await start({ state });
	const day = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
	await server.db(
		"insert into organisation (id, path, kind, name, adults, made_from) values ('sy', 'sy/', 'village', '上园村协会', 500, 'x')",
	);
	await server.db(
		`insert into wave (id, organisation, questionnaire, version, first_day, last_day, target, denominator, code_required,
			made_from, made_by) values ('w1', 'sy', 'village', 1, ?, ?, 90, 'all', 1, 'x', 'p')`,
		[day, day],
	);
	await server.db(`insert into tally values ('w1', 'sy', 500, 100, '{"n":0}', '{"n":0}')`);
	// The first request of all warms the Worker up; the line is what is looked at.
	await fetch(`${server.url}/s/w1/sy`);
	const browser = await chromium.launch({
		executablePath: findBrowser(),
		args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
	});
	try {
		const told = [];
		for (const line of LINES)
			told.push({ line: line.name, ...(await openOn(browser, `${server.url}/s/w1/sy`, line)) });
		return told;
	} finally {
		await browser.close();
		await server.stop();
		rmSync(state, { recursive: true, force: true });
	}
}

async function openOn(browser, url, { name: _name, ...conditions }) {
	const context = await browser.newContext({ locale: "zh-CN", viewport: { width: 360, height: 780 } });
	const page = await context.newPage();
	const tools = await context.newCDPSession(page);
	await tools.send("Network.enable");
	await tools.send("Network.emulateNetworkConditions", { offline: false, ...conditions });
	const seen = { requests: 0, bytes: 0 };
	tools.on("Network.requestWillBeSent", ({ request }) => {
		if (request.url.startsWith("http")) seen.requests += 1;
	});
	tools.on("Network.loadingFinished", ({ encodedDataLength }) => {
		seen.bytes += encodedDataLength;
	});
	const began = performance.now();
	await page.goto(url, { waitUntil: "commit" });
	await page.getByText("很满意", { exact: true }).click();
	const usable = performance.now() - began;
	await page.waitForLoadState("networkidle");
	const paint = await page.evaluate(
		() => performance.getEntriesByName("first-contentful-paint")[0]?.startTime,
	);
	await context.close();
	return { ...seen, paint, usable };
}

/** The trial as `npm run bench -- throttled` tells it; answers what fell short, in words. */
export async function measureThrottled() {
	const told = await tryThrottled();
	console.log("The respondent's page in Chromium");
	printTable(
		["line", "requests", "bytes as sent", "first paint", "first answer chosen"],
		told.map(({ line, requests, bytes, paint, usable }) => [
			...[line, requests, bytes, `${paint.toFixed(0)} ms`, `${usable.toFixed(0)} ms`],
		]),
	);
	const [{ bytes, requests }] = told;
	console.log(
		`LimeSurvey's: ${PEER.requests} requests, ${PEER.bytes.toLocaleString("en")} bytes: ${Math.round(PEER.bytes / bytes)} times as many`,
	);
	return [
		...(requests > 1 ? [`throttled: ${requests} requests`] : []),
		...(bytes > 14_600 ? [`throttled: ${bytes} bytes don't fit the first flight`] : []),
	];
}
