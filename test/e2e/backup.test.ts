import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { copyHere } from "../../tools/copy.mjs";
import { leftOut, linesOf, restoring, tablesOf } from "../../tools/dump.mjs";

type Copy = Awaited<ReturnType<typeof copyHere>>;
let folder: string;
let old: Copy;
let fresh: Copy;

async function dumpOf({ ask }: Copy): Promise<string[]> {
	const lines: string[] = [];
	for await (const line of linesOf(ask, await tablesOf(ask))) lines.push(line);
	return lines;
}
const restoreInto = async ({ ask, run }: Copy, lines: readonly string[]) => run(await restoring(ask, lines));
const rowsOf = async ({ ask }: Copy, statement: string) => (await ask([statement]))[0];

/** Long, with quotes, line breaks and characters of two halves, as an answer or a list of names may be. */
const long = `${"一行\n".repeat(200)}"引号" 和 '撇号' \ue000\r\n${"𠮷长".repeat(40_000)}`;

beforeAll(async () => {
	folder = await mkdtemp(join(tmpdir(), "huijia-backup-"));
	old = await copyHere(join(folder, "old"));
	fresh = await copyHere(join(folder, "fresh"));
	await old.run([
		`insert into organisation (id, parent, path, kind, name, made_from) values
			('jx', null, 'jx/', 'district', '锦溪区''s', 'x'), ('sy', 'jx', 'jx/sy/', 'village', '上园村', 'x')`,
		`insert into person (id, name, made_from) with recursive n (i) as (select 1 union all select i + 1 from n where i < 4500)
			select 'p' || i, '人' || i, 'x' from n`,
		"insert into membership (organisation, person, from_day, kind, sort) select 'sy', id, '2024-01-01', 'ordinary', id from person",
		"insert into seek (organisation, person, words) select 'sy', id, 'zhangguiying ' || id from person",
		"insert into link (hash, kind, person, expires_at) values ('h', 'device', 'p1', 9999999999)",
		`insert into change (organisation, subject, id, act, by, at, made_from, details)
			values ('sy', 'p1', 'c1', 'changed', 'p1', 0, 'x', json_object('to', '${long.replaceAll("'", "''")}'))`,
	]);
}, 60_000);
afterAll(async () => {
	old.close();
	fresh.close();
	await rm(folder, { recursive: true, force: true });
});

test("A backup that breaks off in the middle restores nothing.", async () => {
	const before = await dumpOf(fresh);
	const broken = [
		"INSERT INTO person (id, name, made_from) VALUES ('x', 'x', 'x');",
		"INSERT INTO person (id",
	];
	await expect(restoreInto(fresh, broken)).rejects.toThrow();
	expect(await dumpOf(fresh)).toEqual(before);
});

test("What was backed up stands in a new database as it stood: every row, the search, and no way in.", async () => {
	const lines = await dumpOf(old);
	expect(lines.every((line) => line.endsWith(";") && !line.includes("\n"))).toBe(true);
	// D1 goes no deeper than a hundred into an expression, and a piece of minutes has more lines than that.
	expect(Math.max(...lines.map((line) => line.split("||").length))).toBeLessThan(4);
	expect(Math.max(...lines.map((line) => Buffer.byteLength(line)))).toBeLessThan(100_000);
	// Whoever is pointed at comes first: looked for afterwards, a district's people would take hours.
	const statements = await restoring(fresh.ask, lines);
	const first = (table: string) => statements.findIndex((one) => one.startsWith(`INSERT INTO "${table}"`));
	expect(first("person")).toBeLessThan(first("membership"));
	await restoreInto(fresh, lines);
	expect(await dumpOf(fresh)).toEqual(lines);
	expect(await rowsOf(fresh, "select details ->> '$.to' as text from change")).toEqual([{ text: long }]);
	const found = await rowsOf(fresh, "select person from seek where seek match 'p4321'");
	expect(found).toEqual([{ person: "p4321" }]);
	for (const table of leftOut) expect(await rowsOf(fresh, `select * from ${table}`)).toEqual([]);
	const triggers = "select name, sql from sqlite_master where type = 'trigger' order by name";
	expect(await rowsOf(fresh, triggers)).toEqual(await rowsOf(old, triggers));
});

test("A database that somebody lives in is refused, and stays as it was.", async () => {
	await expect(restoreInto(old, ["DELETE FROM change;"])).rejects.toThrow("already");
	expect(await rowsOf(old, "select id from change")).toEqual([{ id: "c1" }]);
});
