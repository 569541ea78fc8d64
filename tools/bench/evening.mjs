// One evening of a district: everybody answers with the code on their slip, 32 at a time: view, post, follow. Some replies are lost and
// sent again, and the server is killed on the way. What is stored in the end, what it cost, and how fast it went.
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { Agent, request } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { bundle } from "../bundle.mjs";
import { chance } from "../demo/random.mjs";
import { root } from "../folders.mjs";
import { start } from "../local.mjs";
import { freePort, kill, serve } from "./killable.mjs";

const WAVE = "evening";
const AT_ONCE = 32;
const LOST = 0.02;

/** Plays an evening; answers what is stored, what it cost and how long it took. */
export async function tryEvening({ answers, villages, kills, tell = () => {} }) {
	const folder = mkdtempSync(join(tmpdir(), "huijia-evening-"));
	const state = join(folder, "state");
	mkdirSync(state);
	const script = join(folder, "worker.js");
	writeFileSync(script, await bundle({ entry: "tools/bench/metered.mjs" }));
	const people = await prepare(state, answers, villages);
	const port = await freePort();
	let server = await serve({ state, port, script });
	let spent = 0;
	try {
		const evening = { port, next: 0, counted: 0, requests: 0, retries: 0, written: 0, most: 0, people };
		const began = performance.now();
		const killing = (async () => {
			for (let nth = 1; nth <= kills; nth += 1) {
				await until(() => evening.counted >= (answers * nth) / (kills + 1));
				spent += millisecondsUnder(server.pid);
				kill(server.pid);
				tell(`killed the server after ${evening.counted} answers`);
				server = await serve({ state, port, script });
			}
		})();
		await Promise.all(Array.from({ length: AT_ONCE }, (_, at) => sit(evening, chance(`chair ${at}`))));
		await killing;
		const seconds = (performance.now() - began) / 1000;
		spent += millisecondsUnder(server.pid);
		kill(server.pid);
		const { requests, retries, written, most } = evening;
		return {
			...{ seconds, retries, mostRows: most, rowsEach: written / answers, milliseconds: spent / answers },
			requestsEach: (requests - retries) / answers,
			...(await standing(state, people)),
		};
	} finally {
		kill(server.pid);
		rmSync(folder, { recursive: true, force: true });
	}
}

/** A district with one wave in every village, and who will answer where, with which slip, and what they say. */
async function prepare(state, answers, villages) {
	const [, ...lines] = readFileSync(join(root, "tools/demo/district.csv"), "utf8").trim().split("\n");
	const tree = lines.map((line) => line.split(","));
	const units = tree.filter(([, , kind]) => kind === "village").slice(0, villages);
	const server = await start({ state });
	const paths = new Map();
	const rows = tree.map(([id, parent, kind, name, adults]) => {
		paths.set(id, `${paths.get(parent) ?? ""}${id}/`);
		return [id, parent || null, paths.get(id), kind, name, adults ? Number(adults) : null];
	});
	await server.db(
		`insert into organisation (id, parent, path, kind, name, adults, made_from)
		select value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, 'evening' from json_each(?)`,
		[JSON.stringify(rows)],
	);
	const day = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
	const end = new Date(Date.now() + 40 * 3_600_000).toISOString().slice(0, 10);
	await server.db(
		`insert into wave (id, organisation, questionnaire, version, first_day, last_day, target, denominator, code_required,
			made_from, made_by) values (?, 'jx', 'village', 1, ?, ?, 90, 'all', 1, 'evening', 'evening')`,
		[WAVE, day, end],
	);
	await server.db(
		`insert into tally (wave, unit, adults, slips, counts, shown)
		select ?, value, 5000, 5000, '{"n":0}', '{"n":0}' from json_each(?)`,
		[WAVE, JSON.stringify(units.map(([id]) => id))],
	);
	const [{ key }] = await server.db("select key from deployment");
	await server.stop();
	const { codeFor, codeKeyOf, pileOf } = await rules();
	const luck = chance("evening");
	const piles = await Promise.all(
		units.map(async ([id]) => {
			const codes = await codeKeyOf(key, WAVE, id);
			return { id, codes, pile: await pileOf(codes) };
		}),
	);
	return Promise.all(
		Array.from({ length: answers }, async (_, at) => {
			const { id, codes, pile } = piles[at % piles.length];
			const code = await codeFor(codes, pile.serialAt(Math.floor(at / piles.length)));
			return { unit: id, code, said: sayAt(luck) };
		}),
	);
}

const rules = async () =>
	import(
		`data:text/javascript,${encodeURIComponent(await bundle({ entry: "worker/surveys/link/rules.ts" }))}`
	);

const sayAt = (luck) => ({
	satisfied: luck.one(["5", "5", "5", "4", "4", "3", "2", "unknown"]),
	...{ does: luck.one(["helps", "helps", "bills"]), comes: "residents", took: luck.one(["yes", "no"]) },
	...{ sex: luck.one(["female", "male"]), age: luck.one(["18", "35", "50", "65"]) },
});

/** One place in the hall: whoever sits down views the page, sends an answer, and sees that it was received. */
async function sit(evening, luck) {
	const agent = new Agent({ keepAlive: true, maxSockets: 1 });
	const ask = (options, body = "") => send({ ...options, port: evening.port, agent }, body);
	const patiently = async (options, body) => {
		for (;;) {
			evening.requests += 1;
			try {
				return await ask(options, body);
			} catch {
				// The server is gone: nobody knows whether it was counted, so the same is sent again.
				evening.retries += 1;
				await new Promise((resolve) => setTimeout(resolve, 200));
			}
		}
	};
	while (evening.next < evening.people.length) {
		const one = evening.people[evening.next++];
		const path = `/s/${WAVE}/${one.unit}`;
		const page = await patiently({ path, method: "GET" });
		one.id = /name="id" value="([^"]+)"/.exec(page.text)?.[1];
		const body = new URLSearchParams({ id: one.id, ...one.said, code: one.code }).toString();
		const post = { path, method: "POST", headers: headersOf(evening.port, body) };
		const noted = ({ rowsWritten }) => {
			evening.written += rowsWritten;
			evening.most = Math.max(evening.most, rowsWritten);
		};
		let sent = await patiently(post, body);
		noted(sent.cost);
		if (luck.happens(LOST)) {
			evening.retries += 1;
			sent = await patiently(post, body);
			noted(sent.cost);
		}
		if (sent.status !== 303) throw new Error(`${sent.status} ${sent.text.slice(0, 500)}`);
		evening.counted += 1;
		// A static page: no request of the Worker's.
		await ask({ path: sent.location, method: "GET" }).catch(() => {});
	}
	agent.destroy();
}

const headersOf = (port, body) => ({
	"Content-Type": "application/x-www-form-urlencoded",
	"Content-Length": Buffer.byteLength(body),
	Origin: `http://localhost:${port}`,
	"Accept-Language": "zh",
});

function send(options, body) {
	return new Promise((resolve, reject) => {
		const asking = request({ host: "localhost", ...options }, (answer) => {
			let text = "";
			answer.setEncoding("utf8");
			answer.on("data", (part) => {
				text += part;
			});
			answer.on("error", reject);
			answer.on("end", () => {
				const { "x-cost": cost = '{"rowsWritten":0}', location } = answer.headers;
				// A server that is going down answers 500 or 503: the database's word is not known then.
				if (answer.statusCode >= 500) return reject(new Error(String(answer.statusCode)));
				resolve({ status: answer.statusCode, text, location, cost: JSON.parse(cost) });
			});
		});
		asking.on("error", reject);
		asking.end(body);
	});
}

/** What is stored in the end: answers, doubled ones, slips spent, and how many counts differ from a recount of the answers. */
async function standing(state, people) {
	const server = await start({ state });
	try {
		const [{ stored }] = await server.db("select count(*) as stored from answer");
		const [{ spent }] = await server.db("select count(*) as spent from spent");
		const kept = new Map(
			(await server.db("select unit || ' ' || id as name, said from answer")).map(({ name, said }) => [
				name,
				JSON.parse(said),
			]),
		);
		const right = people.filter(({ unit, id, said }) => {
			const found = kept.get(`${unit} ${id}`);
			return found && Object.entries(said).every(([key, value]) => found[key] === value);
		}).length;
		const [{ different }] = await server.db(
			`with again as (
				select unit, key || ':' || value as label, count(*) as n from answer, json_each(said) group by unit, label
				union all select unit, 'n', count(*) from answer group by unit),
			told as (select unit, key as label, value as n from tally, json_each(counts)
				where value > 0 and (key = 'n' or exists (select 1 from again where again.label = key)))
			select (select count(*) from again left join told using (unit, label) where told.n is not again.n)
				+ (select count(*) from told left join again using (unit, label) where told.n is not again.n) as different`,
		);
		return {
			stored,
			spent,
			right,
			doubled: stored - new Set(kept.keys()).size + Math.max(0, stored - people.length),
			different,
		};
	} finally {
		await server.stop();
	}
}

const until = (holds) =>
	new Promise((resolve) => {
		const look = setInterval(() => {
			if (!holds()) return;
			clearInterval(look);
			resolve();
		}, 20);
	});

/** The processor time, in milliseconds, of every workerd under a process; nought where the books can't be read. */
function millisecondsUnder(pid) {
	try {
		const children = readFileSync(`/proc/${pid}/task/${pid}/children`, "utf8")
			.trim()
			.split(" ")
			.filter(Boolean);
		const below = children.reduce((sum, child) => sum + millisecondsUnder(child), 0);
		if (!readFileSync(`/proc/${pid}/comm`, "utf8").startsWith("workerd")) return below;
		return readdirSync(`/proc/${pid}/task`).reduce(
			(sum, task) =>
				sum + Number(readFileSync(`/proc/${pid}/task/${task}/schedstat`, "utf8").split(" ")[0]) / 1e6,
			below,
		);
	} catch {
		return 0;
	}
}

/** The evening as `npm run bench -- evening` tells it; answers what fell short, in words. */
export async function measureEvening({ answers = 30_000, villages = 245, kills = 3 } = {}) {
	const tell = (text) => console.log(`  ${text}`);
	console.log(
		`An evening: ${answers.toLocaleString("en")} answers from ${villages} villages, ${AT_ONCE} at a time, ${LOST * 100} % of replies lost, the server killed ${kills} times`,
	);
	const told = await tryEvening({ answers, villages, kills, tell });
	tell(
		`${told.stored} stored, ${told.right} as they were sent, ${told.doubled} doubled, ${told.spent} slips spent`,
	);
	tell(`${told.different} counts that differ from a recount`);
	tell(`${told.rowsEach.toFixed(3)} rows written an answer, at most ${told.mostRows}`);
	tell(
		`${told.requestsEach.toFixed(3)} requests of the Worker an answer, and ${told.retries} retries of one each`,
	);
	tell(
		`${(answers / told.seconds).toFixed(0)} answers a second over ${told.seconds.toFixed(0)} s, ${told.milliseconds.toFixed(1)} ms of workerd's processor time an answer`,
	);
	const exact = [told.stored, told.right, told.spent].every((one) => one === answers);
	return [
		...(exact && told.doubled === 0 ? [] : ["evening: not every answer is there once"]),
		...(told.different > 0 ? ["evening: counts differ from a recount"] : []),
		...(told.mostRows > 3 ? ["evening: more than three rows an answer"] : []),
		...(told.requestsEach > 2 ? ["evening: more than two requests an answer"] : []),
	];
}
