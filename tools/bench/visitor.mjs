// Goes through a server's front door as a browser or a program does, and reads from the answer what it cost.
import { gzipSync } from "node:zlib";

/** A visitor of a server with these sessions: `visit(job, accept)` makes the job's next request. */
export function visitorOf(url, sessions) {
	return async function visit(job, accept = "text/html") {
		const answer = await fetch(url + job.path(), {
			redirect: "manual",
			...requestOf(job, url, sessions, accept),
		});
		const text = await answer.text();
		const right = job.form ? answer.status === 303 : answer.status === 200;
		if (!right) throw new Error(`${job.name}: ${answer.status} at ${job.path()}\n${text.slice(0, 2000)}`);
		return { text, cost: JSON.parse(answer.headers.get("X-Cost") ?? "null") };
	};
}

/** The method, headers and body of a job's next request. */
export function requestOf(job, url, sessions, accept = "text/html") {
	const headers = { Accept: accept, "Accept-Language": "zh-CN", Origin: url };
	if (job.as) headers.Cookie = `session=${sessions[job.as]}`;
	if (!job.form) return { headers };
	const pairs = Object.entries(job.form()).flatMap(([name, value]) =>
		[value].flat().map((one) => [name, one]),
	);
	headers["Content-Type"] = "application/x-www-form-urlencoded";
	return { method: "POST", headers, body: new URLSearchParams(pairs).toString() };
}

/** What a job costs, measured the second time, when nothing is new any more. */
export async function costOf(visit, job) {
	const first = await visit(job, job.form ? undefined : "application/json");
	const { text, cost } = await visit(job);
	const shown = job.form || job.as === null ? 0 : longestList(JSON.parse(first.text));
	return { ...cost, shown, bytes: gzipSync(text).length, raw: Buffer.byteLength(text) };
}

/** How many rows a page shows: the longest list among its facts. */
function longestList(facts) {
	if (Array.isArray(facts)) return Math.max(facts.length, 0, ...facts.map(longestList));
	if (facts === null || typeof facts !== "object") return 0;
	return Math.max(0, ...Object.values(facts).map(longestList));
}
