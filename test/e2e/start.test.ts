import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { environment } from "../../tools/children.mjs";
import { root } from "../../tools/folders.mjs";

// The program behind `npm start`, as a volunteer meets it: what it prints, what it serves, how it ends, what it keeps.

const ready = "Ctrl-C ends it";
const secret = "the-first-owner".padEnd(43, "x");
let state = "";
let port = 0;
let address = "";
let running: Running | null = null;

beforeAll(async () => {
	state = await mkdtemp(join(tmpdir(), "huijia-start-"));
	port = await freePort();
	address = `http://localhost:${port}`;
});
afterAll(async () => {
	running?.child.kill("SIGKILL");
	await rm(state, { recursive: true, force: true });
});

type Running = { child: ChildProcess; printed: () => string };

/** Starts the program and waits until it has said all that it says. */
async function start(): Promise<Running> {
	const child = spawn(process.execPath, ["tools/start.mjs", state], {
		cwd: root,
		env: { ...environment, PORT: String(port) },
		stdio: ["ignore", "pipe", "pipe"],
	});
	let text = "";
	await new Promise<void>((resolve, reject) => {
		const hear = (part: Buffer) => {
			text += part;
			if (text.includes(ready)) resolve();
		};
		child.stdout.on("data", hear);
		child.stderr.on("data", hear);
		child.once("exit", (code) => reject(new Error(`ended with ${code}: ${text}`)));
	});
	running = { child, printed: () => text };
	return running;
}

/** Presses Ctrl-C; answers the exit code, and what the program left running. */
async function interrupt({ child }: Running): Promise<{ code: number | null; left: () => number[] }> {
	const helpers = await childrenOf(child.pid ?? 0);
	expect(helpers.length, "workerd runs in the program's care").toBeGreaterThan(0);
	const ended = once(child, "exit");
	child.kill("SIGINT");
	const [code] = (await ended) as [number | null];
	running = null;
	return { code, left: () => helpers.filter(isAlive) };
}

async function childrenOf(parent: number): Promise<number[]> {
	const ids = (await readdir("/proc")).filter((name) => /^\d+$/.test(name)).map(Number);
	const found = await Promise.all(
		ids.map(async (id) => {
			const stat = await readFile(`/proc/${id}/stat`, "utf8").catch(() => "");
			// The name in brackets may hold spaces; state and parent follow the last of them.
			return Number(stat.slice(stat.lastIndexOf(")") + 1).split(" ")[2]) === parent ? [id] : [];
		}),
	);
	return found.flat();
}

function isAlive(id: number): boolean {
	try {
		return process.kill(id, 0);
	} catch {
		return false;
	}
}

async function freePort(): Promise<number> {
	const probe = createServer().listen(0, "127.0.0.1");
	await once(probe, "listening");
	const taken = probe.address();
	probe.close();
	await once(probe, "close");
	return typeof taken === "object" && taken ? taken.port : 0;
}

const cookie = { Cookie: `session=${secret}` };

function send(path: string, fields: Record<string, string>, headers: Record<string, string> = {}) {
	return fetch(address + path, {
		method: "POST",
		redirect: "manual",
		headers: { Origin: address, ...headers },
		body: new URLSearchParams(fields),
	});
}

let home = "";

test("A fresh copy prints its address and one link, by which the first owner founds the association.", async () => {
	const program = await start();
	expect(program.printed()).toContain(address);
	const links = program.printed().match(/http:\/\/\S+\/enter\/[\w-]{43}/g) ?? [];
	expect(links).toHaveLength(1);
	expect((await fetch(`${address}/`)).status).toBe(200);

	const link = new URL(links[0] ?? "");
	expect((await fetch(link)).status).toBe(200);
	const founder = { name: "吴美珍", organisation: "上园村计划生育协会", kind: "village", adults: "500" };
	const founded = await send(link.pathname, { ...founder, households: "180", secret });
	expect(founded.status).toBe(303);
	expect((await fetch(link)).status).toBe(410);
	home = (await fetch(`${address}/`, { headers: cookie, redirect: "manual" })).headers.get("Location") ?? "";
	expect(home).toMatch(/^\/o\/[0-9a-z]{16}$/);

	const member = { id: "m1", name: "张桂英", joined_on: "2026-01-01", kind: "ordinary" };
	expect((await send(`${home}/members`, member, cookie)).status).toBe(303);
});

test("Ctrl-C ends it cleanly: code 0, nothing left running, the port free.", async () => {
	if (!running) throw new Error("it doesn't run");
	const { code, left } = await interrupt(running);
	expect(code).toBe(0);
	await expect.poll(left, { timeout: 5000 }).toEqual([]);
	await expect(fetch(`${address}/`)).rejects.toThrow();
});

test("Started again it still knows everything and everybody, and prints no owner's link.", async () => {
	const program = await start();
	expect(program.printed()).toContain(address);
	expect(program.printed()).not.toContain("/enter/");
	const page = await fetch(`${address}${home}/members`, { headers: cookie });
	expect(page.status).toBe(200);
	expect(await page.text()).toContain("张桂英");
	const { code, left } = await interrupt(program);
	expect(code).toBe(0);
	await expect.poll(left, { timeout: 5000 }).toEqual([]);
});

test("A port that is taken is said in plain words, with what to do.", async () => {
	const other = createServer().listen(port, "127.0.0.1");
	await once(other, "listening");
	await expect(start()).rejects.toThrow(/ended with 1: Port \d+ is in use.*\n\s+PORT=\d+ npm start/);
	other.close();
});
