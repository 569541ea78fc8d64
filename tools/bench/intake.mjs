// A district's register comes in as one file, in a browser, while the server is killed again and again: how long it takes,
// what it writes, and whether everybody is there once, as the file says.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { chromium } from "playwright-core";
import { findBrowser } from "../browser.mjs";
import { bundle } from "../bundle.mjs";
import { inventName } from "../demo/names.mjs";
import { chance } from "../demo/random.mjs";
import { start } from "../local.mjs";
import { freePort, kill, serve } from "./killable.mjs";

const VILLAGES = 60;

/** A register of so many people of sixty villages, as lines of a file, and the list of the villages. */
function invent(rows) {
	const luck = chance("intake");
	const names = new Set();
	const lines = Array.from({ length: rows }, (_, at) => {
		const village = `第${(at % VILLAGES) + 1}村`;
		const sex = luck.happens(0.5) ? "female" : "male";
		const born = luck.between(1935, 2003);
		let name = inventName(luck, sex, born);
		while (names.has(village + name))
			name = inventName(luck, sex, born) + String.fromCharCode(0x4e00 + (at % 6000));
		names.add(village + name);
		const joined = `${luck.between(2004, 2025)}-${pad(luck.between(1, 12))}-${pad(luck.between(1, 28))}`;
		return { village, name, sex, born, telephone: `19${pad(at, 9)}`, joined };
	});
	const tree = Array.from({ length: VILLAGES }, (_, at) => `v${at},,village,第${at + 1}村,800,300`);
	return {
		lines,
		register: [
			"某某区会员登记册",
			"序号,村名,姓名,性别,出生年月,联系电话,入会时间",
			...lines.map((one, at) =>
				[
					at + 1,
					one.village,
					one.name,
					one.sex === "female" ? "女" : "男",
					`${one.born}.5`,
					one.telephone,
					one.joined,
				].join(","),
			),
			`合计,${rows}人`,
		].join("\r\n"),
		tree: ["code,parent,kind,name,adults,households", ...tree].join("\n"),
	};
}
const pad = (number, length = 2) => String(number).padStart(length, "0");

/** Brings so many rows in with so many kills on the way; answers times in seconds, rows written, and what is there in the end. */
export async function tryIntake({ rows, kills, tell = () => {} }) {
	const folder = mkdtempSync(join(tmpdir(), "huijia-intake-"));
	const state = join(folder, "state");
	mkdirSync(state);
	const script = join(folder, "worker.js");
	writeFileSync(script, await bundle({ entry: "tools/bench/metered.mjs" }));
	const { lines, register, tree } = invent(rows);
	writeFileSync(join(folder, "register.csv"), register);
	writeFileSync(join(folder, "tree.csv"), tree);
	const port = await freePort();
	let server = await serve({ state, port, script, first: true });
	const browser = await chromium.launch({
		executablePath: findBrowser(),
		args: ["--no-sandbox", "--disable-gpu", "--disable-background-networking"],
	});
	try {
		const page = await browser.newPage({ locale: "zh-CN", timezoneId: "Asia/Shanghai" });
		const home = await enter(page, server.ownerLink);
		await choose(page, `${home}/intakes/tree`, join(folder, "tree.csv"));
		await bringIn(page);
		const meter = metering(page);
		const began = performance.now();
		await choose(page, `${home}/intakes/new`, join(folder, "register.csv"));
		const looked = performance.now();
		const killing = (async () => {
			for (let nth = 1; nth <= kills; nth += 1) {
				await meter.reaches((rows * nth) / (kills + 1));
				kill(server.pid);
				tell(`killed the server after ${meter.lines} lines`);
				server = await serve({ state, port, script });
			}
		})();
		await bringIn(page);
		await killing;
		const done = performance.now();
		kill(server.pid);
		return {
			look: (looked - began) / 1000,
			writing: (done - looked) / 1000,
			rowsEach: meter.written / meter.lines,
			requests: meter.requests,
			...(await standing(state, lines)),
		};
	} finally {
		await browser.close();
		kill(server.pid);
		rmSync(folder, { recursive: true, force: true });
	}
}

async function enter(page, link) {
	await page.goto(link);
	await page.fill("#name", "区海燕");
	await page.fill("#organisation", "锦溪区计划生育协会");
	await page.selectOption("#kind", "district");
	await page.locator("button.stamp").first().click();
	await page.waitForURL(/\/o\//);
	return page.url();
}

async function choose(page, address, file) {
	await page.goto(address);
	await page.setInputFiles("#file", file);
	await page.getByRole("button", { name: "看一看结果" }).click();
	await page.getByRole("button", { name: /^(开始导入|不管额度)/ }).waitFor({ timeout: 120_000 });
}

async function bringIn(page) {
	await page.getByRole("button", { name: /^(开始导入|不管额度)/ }).click();
	await page.waitForURL(/\/intakes\/[0-9a-z]{16}$/, { timeout: 300_000 });
}

/** Listens to what the answers say they cost. */
function metering(page) {
	const meter = { lines: 0, written: 0, requests: 0 };
	const waiting = [];
	page.on("response", async (answer) => {
		if (!answer.url().endsWith("/chunks") || answer.status() !== 201) return;
		const cost = JSON.parse((await answer.headerValue("x-cost")) ?? "{}");
		const sent = JSON.parse(answer.request().postData() ?? "{}");
		// What was written by a request whose answer was lost is told by nobody: its repeat writes nothing.
		if (cost.rowsWritten > 0) {
			meter.written += cost.rowsWritten;
			meter.lines += sent.lines.length;
		}
		meter.requests += 1;
		for (const one of waiting) if (meter.lines >= one.lines) one.resolve();
	});
	return Object.assign(meter, {
		reaches: (lines) => new Promise((resolve) => waiting.push({ lines, resolve })),
	});
}

/** What is in the database in the end, beside what the file says. */
async function standing(state, lines) {
	const server = await start({ state });
	try {
		const known = await server.db(
			`select organisation.name as village, person.name, sex, birth_year as born, telephone, from_day as joined
			from membership join person on person.id = person join organisation on organisation.id = membership.organisation`,
		);
		const text = (one) => [one.village, one.name, one.sex, one.born, one.telephone, one.joined].join();
		const meant = new Set(lines.map(text));
		const right = new Set(known.map(text).filter((one) => meant.has(one)));
		const [{ counted }] = await server.db(
			"select sum(members) as counted from standing where year = (select max(year) from standing)",
		);
		const [{ found }] = await server.db("select count(*) as found from seek");
		return { members: known.length, right: right.size, counted, found };
	} finally {
		await server.stop();
	}
}

/** The trial as `npm run bench -- intake` tells it; answers what fell short, in words. */
export async function measureIntake({ rows = 30_000, kills = 3 } = {}) {
	const tell = (text) => console.log(`  ${text}`);
	console.log(`An intake of ${rows.toLocaleString("en")} rows, the server killed ${kills} times`);
	const told = await tryIntake({ rows, kills, tell });
	tell(
		`looked at in ${told.look.toFixed(1)} s, written in ${told.writing.toFixed(1)} s, ${told.requests} requests`,
	);
	tell(`${told.rowsEach.toFixed(2)} rows written for each line`);
	tell(
		`${told.members} members, ${told.right} as the file says, ${told.counted} counted, ${told.found} to be found`,
	);
	const exact = [told.members, told.right, told.counted, told.found].every((one) => one === rows);
	return [
		...(exact ? [] : ["intake: not everybody is there once"]),
		...(told.rowsEach > 4 + 0.1 ? ["intake: more than four rows a line"] : []),
		...(told.look + told.writing > 60 ? ["intake: more than 60 s"] : []),
	];
}
