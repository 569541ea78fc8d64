import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { expect, test } from "vitest";
import { start } from "../../tools/local.mjs";
import { codeFor, codeKeyOf, pileOf } from "../../worker/surveys/link/rules";
import { daysAfter } from "../../worker/values/day";
import { luckFrom } from "../surveys/coverage";
import { matched } from "../surveys/matcher";

const people = 200;
const today = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
const remarkOf = (place: number) => `第${(place * 7919 + 104_729) % 900_001}人`;
const remarks = Array.from({ length: people }, (_, place) => remarkOf(place));

/** The file in which a folder's database lies, all of it in one piece. */
async function fileIn(state: string): Promise<Buffer> {
	const found = (await readdir(state, { recursive: true })).filter((name) => /D1.*\.sqlite$/.test(name));
	for (const name of found) {
		const database = new DatabaseSync(join(state, name));
		const known = database.prepare("select count(*) as n from sqlite_schema where name = 'answer'").get();
		database.exec("pragma wal_checkpoint(truncate)");
		database.close();
		if (Number(known?.n) > 0) return readFile(join(state, name));
	}
	throw new Error("no database file");
}

/** Cells of a page lie where there was room: the newest mostly lowest. A guess at each answer's place in the whole. */
function guessed(file: Buffer, remarks: readonly string[]): string[] {
	const size = file.readUInt16BE(16) === 1 ? 65_536 : file.readUInt16BE(16);
	const guesses: { remark: string; at: number }[] = [];
	for (let page = 0; page * size < file.length; page++) {
		const text = file.subarray(page * size, (page + 1) * size);
		const here = remarks
			.map((remark) => ({ remark, at: text.lastIndexOf(remark) }))
			.filter(({ at }) => at >= 0)
			.sort((one, other) => other.at - one.at);
		for (const [rank, { remark }] of here.entries()) guesses.push({ remark, at: (rank + 0.5) / here.length });
	}
	const met = new Set<string>();
	return guesses
		.sort((one, other) => one.at - other.at)
		.flatMap(({ remark }) => (met.has(remark) ? [] : [met.add(remark) && remark]));
}

test("Whoever holds the database's file, page by page, tells at most five of two hundred answers in a known order.", async () => {
	const state = await mkdtemp(join(tmpdir(), "huijia-linkage-"));
	const server = await start({ state });
	await server.db(
		"insert into organisation (id, path, kind, name, adults, households, made_from) values ('sy', 'sy/', 'village', '上园村协会', 500, 180, 'x')",
	);
	await server.db(
		"insert into wave (id, organisation, questionnaire, version, first_day, last_day, target, denominator, code_required, made_from, made_by) values ('w1', 'sy', 'village', 1, ?, ?, 90, 'all', 1, 'x', 'p')",
		[today, daysAfter(today, 5)],
	);
	await server.db(`insert into tally values ('w1', 'sy', 500, 400, '{"n":0}', '{"n":0}')`);
	// Ids and key are the same each time, and so is the file.
	await server.db("update deployment set key = 'a key of this test'");
	const codes = await codeKeyOf("a key of this test", "w1", "sy");
	const luck = luckFrom(17);
	const newId = () => Array.from({ length: 16 }, () => Math.floor(luck() * 32).toString(32)).join("");
	const pile = await pileOf(codes);
	for (let place = 0; place < people; place++) {
		const said = {
			...{ id: newId(), code: await codeFor(codes, pile.serialAt(place)) },
			...{ satisfied: "5", took: "yes", remark: remarks[place] ?? "" },
		};
		const sent = await fetch(`${server.url}/s/w1/sy`, {
			method: "POST",
			redirect: "manual",
			headers: { Origin: server.url },
			body: new URLSearchParams(said),
		});
		expect(sent.status).toBe(303);
	}
	await server.stop();
	const order = guessed(await fileIn(state), remarks);
	expect(order).toHaveLength(people);
	const told = matched(remarks, [{ where: "the file", order }]);
	await rm(state, { recursive: true, force: true });
	expect(told.pairs, told.where).toBeLessThanOrEqual(5);
});
