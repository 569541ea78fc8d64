import { env } from "cloudflare:workers";
import { drizzle } from "drizzle-orm/d1";
import { beforeEach, expect, test } from "vitest";
import { app } from "../../worker/app";
import { close } from "../../worker/surveys/closing/close";
import { partsOf, tablesAPart, unitsAPart, unitsByPart } from "../../worker/surveys/closing/parts/rules";
import { waveOpenedAt } from "../../worker/surveys/wave/store";
import type { Database } from "../../worker/tables/database";
import { facts, submit, visit } from "../doors";
import { beginWorld, secretOf } from "../world";
import { codeAt, contented, rowsIn, today } from "./cast";
import { answered, openDistrictWave, people } from "./district";

const here = "/o/jx/surveys/d1";
const district = { as: "districtStaff" } as const;
const closing = { id: "c1", handed_out: "0" };

/** Villages enough that they are not counted in one part; in every seventh too few answered, and somebody wrote something. */
const villages = Array.from({ length: unitsAPart + 6 }, (_, at) => `v${String(at).padStart(2, "0")}`);

/** Two that count, two that make tables, and the last. */
const parts = 5;

beforeEach(async () => {
	await beginWorld();
	await openDistrictWave([]);
	await env.DB.prepare(
		`insert into organisation (id, parent, path, kind, name, adults, households, made_from)
		select value, 'bs', 'jx/bs/' || value || '/', 'village', value || '村', 500, 180, 'world' from json_each(?)`,
	)
		.bind(JSON.stringify(villages))
		.run();
	await env.DB.prepare(
		`insert into tally (wave, unit, adults, slips, counts, shown)
		select 'd1', value, 500, 200, '{"n":0}', '{"n":0}' from json_each(?)`,
	)
		.bind(JSON.stringify(villages))
		.run();
	for (const [at, unit] of villages.entries())
		await answered(unit, people(at % 7 === 0 ? 4 : 11 + at, 9, { remark: `路灯不亮 ${unit}` }));
});

/** All that a closing leaves behind. */
async function left() {
	const tables = ["closing", "published", "remarks", "standing", "sealing", "sealing_part"];
	const all = await env.DB.batch(tables.map((table) => env.DB.prepare(`select * from ${table}`)));
	return Object.fromEntries(tables.map((table, at) => [table, all[at]?.results]));
}

/** What it leaves behind in one go; the wave is open again afterwards. */
async function leftInOneGo() {
	const db = drizzle(env.DB) as Database;
	const [wave] = await waveOpenedAt(db, { id: "jx" }, "d1");
	if (!wave) throw new Error("no wave");
	expect(await close(db, { id: "jx" }, wave, { id: "c1", handed_out: 0 }, { today, by: "p1" })).toBe("made");
	const whole = await left();
	await env.DB.batch(
		["closing", "published", "remarks", "standing"].map((table) => env.DB.prepare(`delete from ${table}`)),
	);
	return whole;
}

const pressed = (page: { text: string }) => /name="part" value="(\d+)"/.exec(page.text)?.[1];
const doPart = (part: string | number) => submit(`${here}/closing/parts`, { part: String(part) }, district);

/** Goes on from the page until there is no page that asks for more. */
async function goOn(): Promise<number> {
	for (let times = 0; ; times++) {
		const part = pressed(await visit(`${here}/closing`, district));
		if (part === undefined) return times;
		expect((await doPart(part)).status).toBe(303);
	}
}

/** A press on a server that dies: before its write reaches the database, or after it with the reply lost. */
async function dies(part: string, when: "before" | "after"): Promise<void> {
	let writes = false;
	const dying = new Proxy(env.DB, {
		get: (database, name: keyof D1Database) => {
			if (name === "prepare")
				return (text: string) => {
					writes ||= /^insert into sealing_part|^insert into closing/.test(text);
					return database.prepare(text);
				};
			if (name !== "batch") return database[name].bind(database);
			return async (statements: D1PreparedStatement[]) => {
				if (writes && when === "before") throw new Error("killed");
				const results = await database.batch(statements);
				if (writes) throw new Error("killed");
				return results;
			};
		},
	});
	const request = new Request(`http://huijia.test${here}/closing/parts`, {
		method: "POST",
		headers: { Cookie: `session=${secretOf("districtStaff")}`, Origin: "http://huijia.test" },
		body: new URLSearchParams({ part }),
	});
	await app.fetch(request, { ...env, DB: dying });
}

test("A district closes its survey in parts, and what it leaves behind is to the byte what one go would leave.", async () => {
	const whole = await leftInOneGo();
	const begun = await submit(`${here}/closing`, closing, district);
	expect(begun.headers.get("Location")).toBe(`${here}/closing`);
	const page = await visit(`${here}/closing`, district);
	for (const words of ["不再收答卷", `做完 0 步，一共 ${parts} 步`, "data-goes-on", "接着做"])
		expect(page.text).toContain(words);
	expect(page.text).not.toContain("handed_out");
	expect(await goOn()).toBe(parts);
	expect((await visit(here, district)).text).toContain("判定");
	const parted = await left();
	// Who closed it is not who did so in one go.
	for (const one of [...(whole.closing ?? []), ...(parted.closing ?? [])])
		(one as Record<string, unknown>).closed_by = "";
	expect(parted).toEqual(whole);
	expect([parted.sealing, parted.sealing_part]).toEqual([[], []]);
	expect(parted.published).toHaveLength(villages.length + 2);
});

test("Until the last part no figure changes and no answer is taken, wherever it is broken off; then all stands at once.", async () => {
	const seen = async () => {
		const wave = await facts<{ state: string; figures: { answers: number; score: unknown } }>(
			"/o/v05/surveys/d1",
			"districtStaff",
		);
		const listed = await facts<{ state: string; closed: number; answers: number }>(
			`${here}/units`,
			"districtStaff",
		);
		return [
			wave.state,
			wave.figures.answers,
			wave.figures.score === null,
			listed.state,
			listed.closed,
			listed.answers,
		];
	};
	const [, answers, , , , all] = await seen();
	await submit(`${here}/closing`, closing, district);
	const code = await codeAt(7, "d1", "v05");
	for (let part = 0; part < parts; part++) {
		expect(await seen()).toEqual(["sealing", answers, true, "sealing", 0, all]);
		expect((await visit(here, district)).status).toBe(404);
		expect((await visit("/s/d1/v05")).status).toBe(410);
		expect((await submit("/s/d1/v05", { ...contented, id: "late", code })).status).toBe(410);
		const more = await submit("/o/v05/surveys/d1/slips", { slips: "300" }, { as: "districtStaff" });
		expect([404, 409]).toContain(more.status);
		expect((await doPart(part)).status).toBe(303);
	}
	expect(await seen()).toEqual(["closed", expect.any(Number), false, "closed", villages.length, all]);
	expect((await visit(here, district)).status).toBe(200);
	expect(await env.DB.prepare("select count(*) as n from answer where id = 'late'").first("n")).toBe(0);
});

test("A server killed in any part, before or after its write, is gone on from; each part is done once.", async () => {
	const whole = await leftInOneGo();
	await submit(`${here}/closing`, closing, district);
	for (const part of Array.from({ length: parts }, (_, at) => String(at))) {
		const next = part === String(parts - 1) ? undefined : String(Number(part) + 1);
		await dies(part, "before");
		expect(pressed(await visit(`${here}/closing`, district))).toBe(part);
		await dies(part, "after");
		expect(pressed(await visit(`${here}/closing`, district))).toBe(next);
		// The browser sends the part again whose reply got lost.
		expect((await doPart(part)).status).toBe(303);
		expect(pressed(await visit(`${here}/closing`, district))).toBe(next);
	}
	const parted = await left();
	expect(parted.published).toEqual(whole.published);
	expect(parted.remarks).toEqual(whole.remarks);
	expect(parted.sealing).toEqual([]);
});

test("Two people who close at once, and press twice at that, close it once; whoever comes second goes on with the first's.", async () => {
	const whole = await leftInOneGo();
	const both = await Promise.all([
		submit(`${here}/closing`, closing, district),
		submit(`${here}/closing`, { ...closing, id: "c2" }, district),
	]);
	expect(both.map(({ status, headers }) => [status, headers.get("Location")])).toEqual([
		[303, `${here}/closing`],
		[303, `${here}/closing`],
	]);
	expect(await rowsIn("sealing")).toBe(1);
	for (let part = 0; part < parts; part++) {
		const presses = await Promise.all([
			doPart(part),
			doPart(part),
			doPart(part + 1),
			submit(`${here}/closing`, { ...closing, id: "c3" }, district),
		]);
		expect(presses.every(({ status }) => status === 303 || status === 409)).toBe(true);
	}
	expect(await goOn()).toBe(0);
	const parted = await left();
	expect(parted.published).toEqual(whole.published);
	expect(parted.closing).toHaveLength(villages.length);
	expect([parted.sealing, parted.sealing_part]).toEqual([[], []]);
	// Late copies find it closed.
	expect((await doPart(2)).headers.get("Location")).toBe(here);
	expect((await visit(`${here}/closing`, district)).headers.get("Location")).toBe(here);
});

test("Answers that race the beginning are in the sealed figures or refused, never between.", async () => {
	const codes = await Promise.all(Array.from({ length: 12 }, (_, place) => codeAt(50 + place, "d1", "v20")));
	const before = 31;
	const [, ...sent] = await Promise.all([
		submit(`${here}/closing`, closing, district),
		...codes.map((code, at) => submit("/s/d1/v20", { ...contented, id: `r${at}`, code })),
	]);
	await goOn();
	const taken = sent.filter(({ status }) => status === 303).length;
	expect(sent.every(({ status }) => status === 303 || status === 410)).toBe(true);
	const { figures } = await facts<{ figures: { answers: number } }>("/o/v20/surveys/d1", "districtStaff");
	expect(figures.answers).toBe(before + taken);
});

test("Nobody else does a part, a forged one changes nothing, and each costs a handful of queries.", async () => {
	expect((await doPart(0)).headers.get("Location")).toBe(`${here}/closing`);
	await submit(`${here}/closing`, closing, district);
	for (const as of ["secretary", "townshipStaff"] as const)
		expect((await submit(`${here}/closing/parts`, { part: "0" }, { as })).status).toBe(404);
	expect((await doPart("-1")).status).toBe(422);
	expect((await doPart(parts - 1)).status).toBe(303);
	expect(await rowsIn("sealing_part")).toBe(0);
	for (let part = 0; part < parts; part++) {
		const { cost } = await doPart(part);
		expect(cost.queries).toBeLessThanOrEqual(12);
		expect(cost.trips).toBeLessThanOrEqual(4);
	}
	expect(await rowsIn("closing")).toBe(villages.length);
});

test("Units are shared out by number and by answers; one that is too large for a part has it to itself.", () => {
	const units = (answers: number[]) => answers.map((many, at) => ({ unit: `u${at}`, answers: many }));
	expect(unitsByPart(units([]))).toEqual([]);
	expect(unitsByPart(units([5, 90_000, 5, 5]))).toEqual([["u0"], ["u1"], ["u2", "u3"]]);
	expect(unitsByPart(units(Array(50).fill(1))).map(({ length }) => length)).toEqual([24, 24, 2]);
	const node = (id: string, parent: string | null) => ({ id, name: "", parent });
	const kinds = (nodes: ReturnType<typeof node>[]) =>
		partsOf({ nodes, units: [["u1"], ["u2"]] }).map((part) =>
			part.kind === "making" ? part.nodes.length : part.kind,
		);
	const few = Array.from({ length: 5 }, (_, at) => node(`n${at}`, "r"));
	expect(kinds([node("r", null), ...few])).toEqual(["counting", "counting", 6, "sealing"]);
	// A root with many below it has a part to itself.
	const many = Array.from({ length: 400 }, (_, at) => node(`n${at}`, "r"));
	expect(kinds([node("r", null), ...many]).slice(2, 5)).toEqual([1, tablesAPart, tablesAPart]);
	const all = partsOf({ nodes: [node("r", null), ...many], units: [] });
	expect(all.flatMap((part) => (part.kind === "making" ? part.nodes : []))).toEqual([
		"r",
		...many.map(({ id }) => id),
	]);
});
