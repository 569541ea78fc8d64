// Receipts are posted in several villages by many clients that try again, while the server is killed at random moments: whether
// all that was acknowledged is stored, nothing doubled, numbers gapless and chains whole. The control sends each try under a new
// id, as software does that knows none, and shows doubles. SIGKILL doesn't try a loss of power.
import { createHash } from "node:crypto";
import { start } from "../local.mjs";
import { stand } from "./killable.mjs";

const VILLAGES = ["va", "vb", "vc", "vd"];
const SECRET = "secretary-of-all-the-villages".padEnd(43, "x");
const sleep = (ms) => new Promise((done) => setTimeout(done, ms));

/** Puts the villages and one secretary for all of them into an empty database. */
async function settle(state) {
	const server = await start({ state, script: "export default {};" });
	const hash = createHash("sha256").update(SECRET).digest("hex");
	await server.db("insert into person (id, name, made_from) values ('p1', '吴美珍', 'trial')");
	for (const id of ["dx", ...VILLAGES]) {
		const [parent, path, kind] = id === "dx" ? [null, "dx/", "district"] : ["dx", `dx/${id}/`, "village"];
		await server.db(
			"insert into organisation (id, parent, path, kind, name, made_from) values (?, ?, ?, ?, ?, 'trial')",
			[id, parent, path, kind, `${id}村计划生育协会`],
		);
		await server.db(
			"insert into holder (organisation, id, person, post, from_day) values (?, ?, 'p1', 'secretary-general', '2024-01-01')",
			[id, `h${id}`],
		);
	}
	await server.db(
		"insert into session (hash, id, person, kind, label, reads_only, made_on, seen_on, expires_at) values (?, 's1', 'p1', 'program', 'trial', 0, date(), date(), unixepoch() + 604800)",
		[hash],
	);
	await server.stop();
}

const headers = {
	Authorization: `Bearer ${SECRET}`,
	Accept: "application/json",
	"Content-Type": "application/json",
};

/** Posts until told to stop; each receipt until it is acknowledged. Answers how many were, and how often it was tried. */
async function client(name, at, told, keepsId) {
	const done = { acknowledged: 0, tries: 0 };
	for (let nth = 0; !told.over; nth += 1) {
		const village = VILLAGES[(nth + name) % VILLAGES.length];
		const purpose = `${name}-${nth}`;
		let id = `c${name}x${nth}`;
		for (let attempt = 0; ; attempt += 1) {
			if (!keepsId) id = `c${name}x${nth}t${attempt}`;
			const typed = {
				id,
				direction: "income",
				what: "gift",
				day: told.day,
				amount: "1",
				purpose,
				method: "cash",
			};
			done.tries += 1;
			try {
				const answer = await fetch(`${at}/o/${village}/funds`, {
					method: "POST",
					headers,
					body: JSON.stringify(typed),
					signal: AbortSignal.timeout(4000),
				});
				if (answer.status === 201) break;
				if (answer.status < 500) throw new Error(`${answer.status} ${await answer.text()}`);
			} catch (error) {
				if (/^4\d\d /.test(error.message)) throw error;
			}
			await sleep(40 + Math.random() * 120);
		}
		done.acknowledged += 1;
	}
	return done;
}

/** So many kills under so many clients; answers what was acknowledged, what is stored, and whether the books hold. */
export async function tryReceipts({ kills, clients = 16, keepsId = true }) {
	const trial = await stand("receipts", settle);
	const { at, state } = trial;
	const day = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
	const told = { over: false, day };
	try {
		const working = Array.from({ length: clients }, (_, name) => client(name, at, told, keepsId));
		for (let nth = 0; nth < kills; nth += 1) {
			await sleep(300 + Math.random() * 900);
			await trial.strike();
		}
		await sleep(300);
		told.over = true;
		const done = await Promise.all(working);
		const acknowledged = done.reduce((sum, one) => sum + one.acknowledged, 0);
		const tries = done.reduce((sum, one) => sum + one.tries, 0);
		const broken = [];
		for (const village of VILLAGES) broken.push(...(await breaksOf(at, village)));
		trial.stop();
		return { acknowledged, tries, broken, ...(await stored(state)) };
	} finally {
		trial.clear();
	}
}

/** Where a village's books break, as the product itself tells: none where they hold to the end. */
async function breaksOf(at, village) {
	for (let from = ""; ; ) {
		const answer = await fetch(`${at}/o/${village}/funds/books?from=${from}`, { headers });
		const { broken, next } = await answer.json();
		if (broken) return [`${village}: ${broken.reason} at ${broken.position}`];
		if (!next) return [];
		from = next;
	}
}

/** What is in the database in the end: receipts, those beside another of the same purpose, gaps, and a balance that differs. */
async function stored(state) {
	const server = await start({ state, script: "export default {};" });
	const [row] = await server.db(`select count(*) as stored, count(*) - count(distinct purpose) as doubled,
		(select count(*) from (select max(number) - count(*) as gap from entry group by organisation, year, series) where gap <> 0) as gaps,
		(select count(*) from book where balances ->> 'cash' <> (select sum(amount) from entry
			where entry.organisation = book.organisation and entry.year = book.year)) as unbalanced from entry`);
	await server.stop();
	return row;
}

/** The trial as `npm run bench -- receipts` tells it; answers what fell short, in words. */
export async function measureReceipts({ kills = 40, clients = 16 } = {}) {
	const tell = (text) => console.log(`  ${text}`);
	console.log(
		`Receipts of ${clients} clients in ${VILLAGES.length} villages, the server killed ${kills} times`,
	);
	const kept = await tryReceipts({ kills, clients });
	tell(
		`${kept.acknowledged} acknowledged (${kept.tries} tries), ${kept.stored} stored, ${kept.doubled} doubled, ${kept.gaps} gaps, ${kept.unbalanced} unbalanced, ${kept.broken.length} chains broken`,
	);
	const control = await tryReceipts({ kills: Math.ceil(kills / 4), clients, keepsId: false });
	tell(`control, each try under a new id: ${control.acknowledged} acknowledged, ${control.doubled} doubled`);
	const exact = kept.acknowledged === kept.stored && kept.doubled + kept.gaps + kept.unbalanced === 0;
	return [
		...(exact ? [] : ["receipts: what is stored is not what was acknowledged"]),
		...kept.broken.map((text) => `receipts: ${text}`),
		...(control.doubled > 0 ? [] : ["receipts: the control shows no doubles, so the trial proves nothing"]),
	];
}
