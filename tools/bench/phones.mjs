// Many phones check in to one activity at the same moment, over sockets, while answers get lost and, if it is wanted, the server is
// killed: each phone goes on trying until an answer reaches it. Whether exactly those who came are on the roll, each once.
import { createHash } from "node:crypto";
import { start } from "../local.mjs";
import { stand } from "./killable.mjs";

const SECRET = "secretary-of-the-one-village".padEnd(43, "x");
const sleep = (ms) => new Promise((done) => setTimeout(done, ms));
const headers = {
	Authorization: `Bearer ${SECRET}`,
	Accept: "application/json",
	"Content-Type": "application/json",
};

/** Puts a village and its secretary into an empty database. */
async function settle(state) {
	const server = await start({ state, script: "export default {};" });
	const hash = createHash("sha256").update(SECRET).digest("hex");
	const laid = [
		["insert into person (id, name, made_from) values ('p1', '吴美珍', 'trial')"],
		[
			"insert into organisation (id, path, kind, name, made_from) values ('va', 'va/', 'village', '上园村计划生育协会', 'trial')",
		],
		[
			"insert into holder (organisation, id, person, post, from_day) values ('va', 'h1', 'p1', 'secretary-general', '2024-01-01')",
		],
		[
			"insert into session (hash, id, person, kind, label, reads_only, made_on, seen_on, expires_at) values (?, 's1', 'p1', 'program', 'trial', 0, date(), date(), unixepoch() + 604800)",
			[hash],
		],
	];
	for (const [query, values] of laid) await server.db(query, values);
	await server.stop();
}

const nameOf = (index) => `会员${index}`;
const telephoneOf = (index) => `1385790${2000 + index}`;

/** The village registers its members and puts an activity down for today, by the product's own acts. */
async function gather(at, phones) {
	const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
	const post = async (path, body) => {
		const answer = await fetch(`${at}${path}`, { method: "POST", headers, body: JSON.stringify(body) });
		if (answer.status !== 201) throw new Error(`${path} ${answer.status} ${await answer.text()}`);
	};
	const member = (index) => ({
		...{ id: `m${index}`, name: nameOf(index), telephone: telephoneOf(index) },
		...{ joined_on: "2024-01-01", kind: "ordinary" },
	});
	for (let from = 0; from < phones; from += 8)
		await Promise.all(
			Array.from({ length: Math.min(8, phones - from) }, (_, index) =>
				post("/o/va/members", member(from + index)),
			),
		);
	await post("/o/va/activities", { id: "a1", kind: "training", title: "会员培训", day: today });
}

/** What the organiser's screen shows now: the address behind its code. */
async function onScreen(at) {
	const answer = await fetch(`${at}/o/va/activities/a1/check-in`, { headers });
	const { address } = await answer.json();
	return `${at}${address.replace(/^https?:\/\/[^/]+/, "")}`;
}

/** One phone: scans, says who it is, and tries again until an answer gets through; one in `lost` of them doesn't. */
async function phone(at, index, { lost, told }) {
	let pass = "";
	let patience = 60;
	const began = performance.now();
	for (;;) {
		try {
			if (!pass) {
				const page = await fetch(await onScreen(at), { signal: AbortSignal.timeout(8000) });
				pass = /name="pass" value="([^"]+)"/.exec(await page.text())?.[1] ?? "";
				continue;
			}
			told.tries += 1;
			const answer = await fetch(`${at}/r/va/a1/1`, {
				method: "POST",
				headers: { Origin: at, "Content-Type": "application/x-www-form-urlencoded" },
				body: new URLSearchParams({ pass, name: nameOf(index), digits: telephoneOf(index).slice(-4) }),
				redirect: "manual",
				signal: AbortSignal.timeout(8000),
			});
			await answer.arrayBuffer();
			if (answer.status === 303 && Math.random() >= lost) break;
			if (answer.status === 303) told.lost += 1;
			else if (answer.status < 500) throw new Error(`${answer.status} for ${nameOf(index)}`);
		} catch (error) {
			if (/^4\d\d /.test(error.message)) throw error;
			told.broken += 1;
		}
		// Whoever is not answered waits a little longer each time, as people do.
		await sleep(Math.min(2000, patience) * (0.5 + Math.random()));
		patience *= 1.5;
	}
	told.waits.push(performance.now() - began);
}

/** So many phones at once; answers what they met, and what stands on the roll in the end. */
export async function tryPhones({ phones, kills = 0, lost = 0.05 }) {
	const trial = await stand("phones", settle);
	const { at, state } = trial;
	try {
		await gather(at, phones);
		const told = { tries: 0, lost: 0, broken: 0, waits: [] };
		const began = performance.now();
		const all = Promise.all(Array.from({ length: phones }, (_, index) => phone(at, index, { lost, told })));
		for (let nth = 0; nth < kills; nth += 1) {
			await sleep(400 + Math.random() * 500);
			await trial.strike();
		}
		await all;
		const seconds = (performance.now() - began) / 1000;
		trial.stop();
		const { waits, ...met } = told;
		const slowest = waits.sort((one, other) => one - other)[Math.ceil(waits.length * 0.95) - 1] / 1000;
		return { phones, ...met, seconds, slowest, ...(await stored(state)) };
	} finally {
		trial.clear();
	}
}

/** What is in the database in the end: how many on the roll, how many people they are, the list kept beside it, wrong answers counted. */
async function stored(state) {
	const server = await start({ state, script: "export default {};" });
	const [row] = await server.db(`select count(*) as onRoll, count(distinct person) as people,
		(select json_array_length(came) from activity) as listed, (select coalesce(sum(missed), 0) from misses) as missed from attendance`);
	await server.stop();
	return row;
}

/** The trial as `npm run bench -- phones` tells it; answers what fell short, in words. */
export async function measurePhones() {
	const short = [];
	for (const trial of [
		{ phones: 200, kills: 0 },
		{ phones: 200, kills: 3 },
	]) {
		const told = await tryPhones(trial);
		console.log(
			`  ${told.phones} phones at once, ${trial.kills} kills: ${told.onRoll} on the roll, ${told.people} people, ${told.listed} listed, ${told.missed} misses; ${told.tries} tries, ${told.lost} answers lost, ${told.broken} broken off; ${told.seconds.toFixed(1)} s for all, 95 of 100 within ${told.slowest.toFixed(1)} s`,
		);
		const exact = [told.onRoll, told.people, told.listed].every((figure) => figure === told.phones);
		if (!exact || told.missed > 0) short.push(`phones: the roll is not who came, with ${trial.kills} kills`);
	}
	return short;
}
