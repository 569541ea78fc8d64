import { rmSync } from "node:fs";
import { join } from "node:path";
import { bundle } from "../bundle.mjs";
import { root } from "../folders.mjs";
import { start } from "../local.mjs";
import { passed } from "./budgets.mjs";
import { jobsOn } from "./jobs.mjs";
import { printTable } from "./table.mjs";
import { costOf, visitorOf } from "./visitor.mjs";

/** What each job costs at the database and on the line, at one size; answers the budgets passed, in words. */
export async function measureCosts(members) {
	const state = join(root, `.huijia/bench/${members}`);
	rmSync(state, { recursive: true, force: true });
	const began = performance.now();
	const script = await bundle({ entry: "tools/bench/metered.mjs" });
	const vars = { MEMBERS: String(members) };
	const server = await start({ state, script, vars, filler: "tools/bench/filler.mjs" });
	const seconds = ((performance.now() - began) / 1000).toFixed(0);
	console.log(`\n${members.toLocaleString("en")} members (filled in ${seconds} s)`);
	try {
		return await measure(server, members);
	} finally {
		await server.stop();
	}
}

async function measure(server, members) {
	const made = server.filled;
	const visit = visitorOf(server.url, made.sessions);
	const register = { name: "members", path: () => `/o/${made.village}/members`, as: "secretary" };
	made.next = JSON.parse((await visit(register, "application/json")).text).next;
	const rows = [];
	const broken = [];
	for (const job of jobsOn(made)) {
		const cost = await costOf(visit, job);
		const over = passed(job, cost);
		broken.push(...over.map((what) => `${job.name} at ${members}: ${what}`));
		const { shown, trips, queries, rowsRead, rowsWritten, bytes } = cost;
		rows.push([
			job.name,
			shown || "",
			trips,
			queries,
			rowsRead,
			rowsWritten,
			job.form ? "" : bytes,
			over.length ? "✗" : "✓",
		]);
	}
	printTable(["job", "rows shown", "trips", "queries", "rows read", "written", "gzip bytes", ""], rows);
	return broken;
}
