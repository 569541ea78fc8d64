import { env } from "cloudflare:workers";
import { beforeEach, expect, test, vi } from "vitest";
import { codeFor, codeKeyOf, pileOf, serialOf, spentHash } from "../../worker/surveys/link/rules";
import { facts, submit, visit } from "../doors";
import { beginWorld } from "../world";
import { contented, openWave } from "./cast";
import { luckFrom } from "./coverage";
import { matched, type Reading, readingOfText, readingsOf } from "./matcher";

beforeEach(beginWorld);

const people = 200;
const most = 5;
/** Chance would tell one of two hundred; ids and key are the same each time, so that what is counted is too. */
const key = "a key of this test's own";

/** What somebody says, unlike anybody else, and without an order of its own: by it one sees afterwards who was told. */
const marks = luckFrom(13);
const remarkOf = Array.from({ length: people }, () => `第${1e8 + Math.floor(marks() * 9e8)}人`);

async function everybodyAnswers(afterEach: () => Promise<void>) {
	await env.DB.prepare("update deployment set key = ?").bind(key).run();
	await openWave({ slips: "400" });
	const luck = luckFrom(11);
	const alphabet = "0123456789abcdefghjkmnpqrstvwxyz";
	const newId = () => Array.from({ length: 16 }, () => alphabet[Math.floor(luck() * 32)]).join("");
	const codes = await codeKeyOf(key, "w1", "sy");
	const pile = await pileOf(codes);
	const hashes: string[] = [];
	for (let place = 0; place < people; place++) {
		const code = await codeFor(codes, pile.serialAt(place));
		const serial = await serialOf(codes, code);
		hashes.push(await spentHash(codes, serial.ok ? serial.serial : -1));
		const sent = await submit("/s/w1/sy", {
			...contented,
			...{ id: newId(), code, remark: remarkOf[place] ?? "", satisfied: String(1 + Math.floor(luck() * 5)) },
		});
		if (sent.status !== 303) throw new Error(`${sent.status} ${sent.text}`);
		await afterEach();
	}
	return { remarks: remarkOf, hashes };
}

/** Every table as it stands, in the order in which the database gives its rows. */
async function dump(): Promise<Map<string, Record<string, unknown>[]>> {
	const { results } = await env.DB.prepare(
		"select name from sqlite_schema where type = 'table' and name not like 'sqlite_%' and name not like '\\_cf%' escape '\\' and name not like 'seek%'",
	).all<{ name: string }>();
	const tables = new Map<string, Record<string, unknown>[]>();
	for (const { name } of results)
		tables.set(name, (await env.DB.prepare(`select * from ${name}`).all<Record<string, unknown>>()).results);
	return tables;
}

const remarkIn = (row: Readonly<Record<string, unknown>>) => /第\d+人/.exec(JSON.stringify(row))?.[0] ?? null;

test("Whoever knows the order of two hundred answers, and holds all there is to hold, tells at most five of them.", async () => {
	const heard: string[] = [];
	const spies = (["log", "info", "warn", "error", "debug"] as const).map((kind) =>
		vi
			.spyOn(console, kind)
			.mockImplementation((...words: unknown[]) => void heard.push(words.map(String).join(" "))),
	);
	const pages: string[] = [];
	const poll = async () => {
		for (const path of ["/o/sy/surveys/w1", "/o/sy"])
			pages.push((await visit(path, { as: "secretary" })).text);
		pages.push(JSON.stringify(await facts("/o/sy/surveys/w1", "secretary")));
	};
	// After each of two hundred answers.
	const { remarks, hashes } = await everybodyAnswers(poll);
	const open = await dump();
	await submit("/o/sy/surveys/w1/closing", { id: "c1", handed_out: "200" }, { as: "secretary" });
	await poll();
	for (let page = 1; page <= 4; page++)
		pages.push((await visit(`/o/sy/surveys/w1/remarks?page=${page}`, { as: "secretary" })).text);
	for (const file of ["", "?list=codes", "/map"].map((one) => `/o/sy/surveys/w1${one}`))
		pages.push(
			(await visit(`${file}${file.includes("?") ? "&" : "?"}format=table`, { as: "secretary" })).text,
		);
	for (const file of ["/o/sy/surveys/w1?format=csv", "/o/sy/surveys/trends", "/o/sy/surveys?format=table"])
		pages.push((await visit(file, { as: "secretary" })).text);
	for (const spy of spies) spy.mockRestore();

	const readings: Reading[] = [];
	for (const [when, tables] of [
		["while it ran", open],
		["after its end", await dump()],
	] as const)
		for (const [table, rows] of tables) {
			const told = readingsOf(`${table} ${when}`, rows, remarkIn);
			if (told.some(({ order }) => order.length > 0)) readings.push(...told);
		}
	readings.push(readingOfText("every page, one after the other", pages.join("\n"), remarks));
	readings.push(readingOfText("what was logged", heard.join("\n"), remarks));
	expect(readings.length).toBeGreaterThan(8);
	expect(matched(remarks, readings).pairs, matched(remarks, readings).where).toBeLessThanOrEqual(most);

	// And by way of the slips: which was used when, if somebody noted who got which.
	const spent = open.get("spent") ?? [];
	const slips = readingsOf("spent", spent, ({ hash }) => String(hash));
	expect(matched(hashes, slips).pairs, matched(hashes, slips).where).toBeLessThanOrEqual(most);
	const besides = (open.get("answer") ?? []).map((row, place) => [remarkIn(row), spent[place]?.hash]);
	const joined = remarks.filter((remark, place) =>
		besides.some(([one, hash]) => one === remark && hash === hashes[place]),
	);
	expect(joined.length).toBeLessThanOrEqual(most);
	expect(heard.join("\n")).not.toMatch(/第\d+人/);
});

test("With a column that says when, the same matcher tells them all.", async () => {
	await env.DB.batch([
		env.DB.prepare("alter table answer add column at integer"),
		env.DB.prepare(
			`create trigger noted after insert on answer begin update answer set at = (select count(*) from answer)
			where wave = new.wave and unit = new.unit and id = new.id; end`,
		),
	]);
	const { remarks } = await everybodyAnswers(async () => {});
	const told = readingsOf("answer", (await dump()).get("answer") ?? [], remarkIn);
	// Other tests stand on the same tables.
	await env.DB.batch([
		env.DB.prepare("drop trigger noted"),
		env.DB.prepare("alter table answer drop column at"),
	]);
	expect(matched(remarks, told)).toEqual({ where: "answer by at", pairs: people });
});
