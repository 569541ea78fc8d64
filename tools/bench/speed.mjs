import { rmSync } from "node:fs";
import { join } from "node:path";
import { root } from "../folders.mjs";
import { start } from "../local.mjs";
import { jobsOn } from "./jobs.mjs";
import { load, wire } from "./load.mjs";
import { median, workerdMilliseconds } from "./processor.mjs";
import { runtime } from "./runtime.mjs";
import { printTable } from "./table.mjs";
import { requestOf } from "./visitor.mjs";

const ROUNDS = 3;

/** How fast the hottest two are beside a bare Worker, and what every job takes of a processor, warm and cold. */
export async function measureSpeed() {
	const state = join(root, ".huijia/bench/speed");
	rmSync(state, { recursive: true, force: true });
	const filling = await start({ state, vars: { MEMBERS: "1000" }, filler: "tools/bench/filler.mjs" });
	const made = filling.filled;
	await filling.stop();
	const server = await runtime(state);
	try {
		made.next = await nextOf(server, made);
		const jobs = jobsOn(made);
		await besideBare(server, made, jobs);
		await processorTimes(server, made, jobs);
	} finally {
		await server.stop();
	}
}

async function nextOf(server, made) {
	const url = await server.url("product");
	const job = { as: "secretary" };
	const answer = await fetch(
		new URL(`/o/${made.village}/members`, url),
		requestOf(job, url.origin, made.sessions, "application/json"),
	);
	return (await answer.json()).next;
}

async function besideBare(server, made, jobs) {
	const page = jobs.find(({ name }) => name === "survey page");
	const answer = jobs.find(({ name }) => name === "answer, with code");
	const subjects = [
		["hello, bare hono", "hello", page, ""],
		["survey page, bare: its query", "page", page, ""],
		["survey page", "product", page, ""],
		["answer, bare: its batch", "answer", answer, ""],
		["answer, bare: its query and batch", "answer", answer, "?read"],
		["answer", "product", answer, ""],
	];
	const speeds = subjects.map(() => []);
	for (let round = 0; round <= ROUNDS; round++) {
		for (const [place, [, worker, job, query]] of subjects.entries()) {
			const url = await server.url(worker);
			const make = () =>
				wire(url, { path: job.path() + query, ...requestOf(job, url.origin, made.sessions) });
			const count = job.form ? 400 : 1500;
			const speed = await load(url, make, { count });
			// The first round only warms up.
			if (round > 0) speeds[place].push(speed);
		}
	}
	const [hello, pageBare, pageOurs, batch, both, answerOurs] = speeds.map(median);
	console.log("\nRequests a second on direct sockets, 8 connections, median of 3 rounds");
	printTable(
		["", "a second", "of its bare Worker", "of hello"],
		[
			["hello, bare hono", hello],
			["survey page, bare: its query", pageBare],
			["survey page", pageOurs, pageOurs / pageBare],
			["answer, bare: its batch", batch],
			["answer, bare: its query and batch", both],
			["answer, beside batch only", answerOurs, answerOurs / batch],
			["answer, beside query and batch", answerOurs, answerOurs / both],
		].map(([name, speed, ratio]) => [name, speed.toFixed(0), ratio?.toFixed(2), (speed / hello).toFixed(2)]),
	);
}

async function processorTimes(server, made, jobs) {
	if (workerdMilliseconds() === undefined) {
		console.log("\nProcessor time can be read on Linux only.");
		return;
	}
	const rows = [];
	for (const job of jobs) {
		const warm = await warmTime(server, made, job);
		const cold = [];
		for (let round = 0; round < ROUNDS; round++) cold.push(await coldTime(server, made, job));
		rows.push([job.name, warm, median(cold)]);
	}
	console.log("\nProcessor milliseconds a request: all of workerd, with its HTTP and its database");
	printTable(
		["job", "warm", "fresh isolate", ""],
		rows.map(([name, warm, cold]) => [
			...[name, warm.toFixed(1), cold.toFixed(1)],
			[warm > 8 && "warm over 8", cold > 8 && "fresh over 8"].filter(Boolean).join(", "),
		]),
	);
}

const send = async (url, made, job) => {
	const answer = await fetch(new URL(job.path(), url), {
		redirect: "manual",
		...requestOf(job, url.origin, made.sessions),
	});
	await answer.arrayBuffer();
	if (answer.status !== 200 && answer.status !== 303) throw new Error(`${job.name}: ${answer.status}`);
};

async function warmTime(server, made, job) {
	const url = await server.url("product");
	const times = job.form ? 20 : 40;
	for (let one = 0; one < 10; one++) await send(url, made, job);
	const before = workerdMilliseconds();
	for (let one = 0; one < times; one++) await send(url, made, job);
	return (workerdMilliseconds() - before) / times;
}

/**
 * What the first request takes that an isolate ever serves. Its twin has served the same job before, so the database and
 * the sockets are warm, as they would be in production.
 */
async function coldTime(server, made, job) {
	await server.fresh();
	for (let one = 0; one < 3; one++) await send(await server.url("twin"), made, job);
	const url = await server.url("product");
	await new Promise((resolve) => setTimeout(resolve, 100));
	const before = workerdMilliseconds();
	await send(url, made, job);
	return workerdMilliseconds() - before;
}
