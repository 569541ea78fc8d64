// How much processor time workerd has used, in milliseconds, from Linux's own books.
import { readdirSync, readFileSync } from "node:fs";

/** The processes that this one started and that still run. */
function children() {
	return readFileSync(`/proc/self/task/${process.pid}/children`, "utf8").trim().split(" ").filter(Boolean);
}

/** The sum over all threads of every workerd started from here; undefined where the books can't be read. */
export function workerdMilliseconds() {
	try {
		const ours = children().filter((pid) => readFileSync(`/proc/${pid}/comm`, "utf8").startsWith("workerd"));
		const threads = ours.flatMap((pid) =>
			readdirSync(`/proc/${pid}/task`).map((one) => `/proc/${pid}/task/${one}`),
		);
		const spent = threads.map((path) => Number(readFileSync(`${path}/schedstat`, "utf8").split(" ")[0]));
		return spent.reduce((sum, one) => sum + one, 0) / 1e6;
	} catch {
		return undefined;
	}
}

export const median = (numbers) => [...numbers].sort((one, other) => one - other)[numbers.length >> 1];
