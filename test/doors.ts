import { env } from "cloudflare:workers";
import { app } from "../worker/app";
import { type Cost, metered } from "./meter";
import { secretOf, type Who } from "./world";

const address = "http://huijia.test";

/** What came back through the door, how many bytes that is compressed, and what it cost. */
export type Answer = { status: number; text: string; bytes: number; headers: Headers; cost: Cost };

type Fields = Record<string, string | number | readonly string[] | null>;
type How = { as?: Who | null; headers?: Record<string, string>; language?: "zh" | "en" };

async function knock(
	path: string,
	init: RequestInit,
	{ as = null, headers = {}, language = "zh" }: How,
): Promise<Answer> {
	const { db, cost } = metered(env.DB);
	const cookie: Record<string, string> = as ? { Cookie: `session=${secretOf(as)}` } : {};
	const request = new Request(address + path, {
		redirect: "manual",
		...init,
		headers: {
			"Accept-Language": language,
			...cookie,
			...(init.headers as Record<string, string>),
			...headers,
		},
	});
	const waiting: Promise<unknown>[] = [];
	const context = {
		waitUntil: (promise: Promise<unknown>) => waiting.push(promise),
		passThroughOnException() {},
		props: {},
	};
	const response = await app.fetch(request, { ...env, DB: db }, context);
	const text = await response.text();
	await Promise.all(waiting);
	return { status: response.status, text, bytes: await compressed(text), headers: response.headers, cost };
}

async function compressed(text: string): Promise<number> {
	const stream = new Blob([text]).stream().pipeThrough(new CompressionStream("gzip"));
	return (await new Response(stream).arrayBuffer()).byteLength;
}

/** Opens a page as somebody, or as nobody. */
export const visit = (path: string, how: How = {}) => knock(path, {}, how);

/** Asks for a page's facts with somebody's bearer token. */
export async function facts<Facts = Record<string, unknown>>(path: string, as: Who): Promise<Facts> {
	const answer = await visit(path, {
		headers: { Accept: "application/json", Authorization: `Bearer ${secretOf(as, "program")}` },
	});
	if (answer.status !== 200) throw new Error(`${answer.status} at ${path}: ${answer.text}`);
	return JSON.parse(answer.text) as Facts;
}

/** Sends a form as a browser would. */
export function submit(path: string, fields: Fields, how: How = {}): Promise<Answer> {
	const pairs = Object.entries(fields).flatMap(([name, value]): [string, string][] =>
		Array.isArray(value) ? value.map((one: string) => [name, one]) : [[name, String(value ?? "")]],
	);
	const headers = { "Content-Type": "application/x-www-form-urlencoded", Origin: address };
	return knock(path, { method: "POST", body: new URLSearchParams(pairs).toString(), headers }, how);
}

/** Sends facts as a program would, with somebody's bearer token. */
export function send(path: string, body: object, as: Who): Promise<Answer> {
	const headers = {
		"Content-Type": "application/json",
		Accept: "application/json",
		Authorization: `Bearer ${secretOf(as, "program")}`,
	};
	return knock(path, { method: "POST", body: JSON.stringify(body), headers }, {});
}

/** Follows the redirect of an answer. */
export function follow(answer: Answer, how: How = {}): Promise<Answer> {
	const location = answer.headers.get("Location");
	if (!location) throw new Error(`no Location on a ${answer.status}`);
	return visit(location, how);
}
