// Fills a database for the bench and answers what its jobs need: sessions, ids, codes of slips.
import { drizzle } from "drizzle-orm/d1";
import { codeFor, codeKeyOf, pileOf } from "../../worker/surveys/link/rules";
import { openWave } from "../../worker/surveys/wave/store";
import { daysAfter } from "../../worker/values/day";
import { newId, newSecret, sha256 } from "../../worker/values/id";
import { fill } from "../demo/fill.mjs";
import { growTree } from "./tree.mjs";

const SLIPS = 6000;

export default {
	async fetch(_request, { DB, MEMBERS }) {
		const { tree, today, secret } = await fill(DB, growTree(Number(MEMBERS)), { years: 1 });
		const village = tree.find(({ id }) => id === "v1");
		const signIn = (id, post) =>
			session(DB, tree.find((one) => one.id === id).officers.find((one) => one.post === post).person, today);
		const wave = await openByCode(DB, village, today);
		const codes = await codeKeyOf(secret, wave, village.id);
		const pile = await pileOf(codes);
		return Response.json({
			today,
			organisations: tree.length,
			village: village.id,
			township: village.parent,
			member: village.members[9].id,
			ticks: await ticksOwed(DB, Number(today.slice(0, 4))),
			open: village.waves.find(({ closed }) => !closed).id,
			closed: village.waves.find(({ closed }) => closed).id,
			byCode: wave,
			codes: await Promise.all(
				Array.from({ length: SLIPS }, (_, place) => codeFor(codes, pile.serialAt(place))),
			),
			group: (await DB.prepare("SELECT id FROM small_group WHERE organisation = 'v1' LIMIT 1").first()).id,
			activity: (await DB.prepare("SELECT id FROM activity WHERE organisation = 'v1' LIMIT 1").first()).id,
			entry: (await DB.prepare("SELECT id FROM entry WHERE organisation = 'v1' LIMIT 1").first()).id,
			sessions: {
				secretary: await signIn(village.id, "secretary-general"),
				twoPosts: await signInTwice(DB, tree, today),
				township: await signIn(village.parent, "staff"),
				district: await signIn("jx", "staff"),
			},
		});
	},
};

async function session(DB, person, today) {
	const secret = newSecret();
	await DB.prepare(`INSERT INTO session (hash, id, person, kind, label, reads_only, made_on, seen_on, expires_at)
		VALUES (?, ?, ?, 'device', 'bench', 0, ?, ?, unixepoch() + 604800)`)
		.bind(await sha256(secret), newId(), person.id, today, today)
		.run();
	return secret;
}

/** A secretary of one village who is staff of another as well. */
async function signInTwice(DB, tree, today) {
	const [first, second] = tree.filter(({ officers }) =>
		officers.some(({ post }) => post === "secretary-general"),
	);
	const { person } = first.officers.find(({ post }) => post === "secretary-general");
	await DB.prepare(
		"INSERT INTO holder (organisation, id, person, post, from_day) VALUES (?, ?, ?, 'staff', ?)",
	)
		.bind(second.id, newId(), person.id, today)
		.run();
	return session(DB, person, today);
}

/** Three earlier years of dues that nobody has paid yet, as the grid's boxes name them. */
async function ticksOwed(DB, year) {
	await DB.prepare("INSERT INTO rate VALUES ('v1', ?, 'every', 1000)")
		.bind(`${year - 3}-01-01`)
		.run();
	const { results } = await DB.prepare(
		`SELECT person || '.' || value AS tick FROM membership, json_each(?)
		WHERE organisation = 'v1' AND to_day IS NULL AND kind <> 'honorary' AND from_day < value || '-01-01'`,
	)
		.bind(JSON.stringify([year - 3, year - 2, year - 1]))
		.all();
	return results.map(({ tick }) => tick);
}

async function openByCode(DB, village, today) {
	const wave = {
		...{ id: newId(), questionnaire: "village", first_day: today, last_day: daysAfter(today, 20) },
		...{ target: 90, denominator: "all", entry: "slip", slips: SLIPS },
	};
	await openWave(drizzle(DB), village, wave, 1, { madeFrom: "bench", by: village.by });
	return wave.id;
}
