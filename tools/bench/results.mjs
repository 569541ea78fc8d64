// Closing a district's survey and reading its results at three numbers of answers: rows at the database, which must not grow with the
// answers once it is closed, and the processor time of the Worker's own code.
import { createHash, randomBytes } from "node:crypto";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { bundle } from "../bundle.mjs";
import { root } from "../folders.mjs";
import { start } from "../local.mjs";
import { measureParts } from "./closing.mjs";
import { workerdMilliseconds } from "./processor.mjs";
import { printTable } from "./table.mjs";

const WAVE = "results";
const sizes = [1000, 30_000, 300_000];
const repeats = 30;
const beginning = "closing, its beginning";
const atOnce = 20_000;
/** Where more is shown as there are more answers: how many texts a page holds at the most. */
const most = { "village, what people wrote": 50 };

/** Measures one district at three sizes; answers what fell short, in words. */
export async function measureResults() {
	const script = await bundle({ entry: "tools/bench/replayed.mjs", minify: true });
	const broken = [];
	const first = new Map();
	for (const answers of sizes) {
		const told = await measure(script, answers);
		for (const [what, { rowsRead }] of told) {
			const least = first.get(what) ?? rowsRead;
			first.set(what, least);
			if (!what.startsWith("closing") && rowsRead > least * 1.1 + 10 + 2 * (most[what] ?? 0))
				broken.push(
					`results: ${what} reads ${rowsRead} rows at ${answers} answers, and ${least} at ${sizes[0]}`,
				);
		}
	}
	return broken;
}

async function measure(script, answers) {
	const state = mkdtempSync(join(tmpdir(), "huijia-results-"));
	const server = await start({ state, script });
	try {
		const { unit, township, secret } = await fill(server, answers);
		const ask = async (path, form, replays = false) => {
			const headers = { Cookie: `session=${secret}`, "Accept-Language": "zh", Origin: server.url };
			if (replays) headers["X-Replay"] = "1";
			if (form) headers["Content-Type"] = "application/x-www-form-urlencoded";
			const sent = form ? { method: "POST", body: new URLSearchParams(form).toString() } : {};
			const answer = await fetch(server.url + path, { redirect: "manual", headers, ...sent });
			const body = Buffer.from(await answer.arrayBuffer());
			if (answer.status !== (form ? 303 : 200))
				throw new Error(`${answer.status} at ${path}: ${body.toString().slice(0, 500)}`);
			return { cost: JSON.parse(answer.headers.get("X-Cost")), bytes: gzipSync(body).length };
		};
		const took = async (path, form) => {
			const began = performance.now();
			const { cost, bytes } = await ask(path, form);
			const seconds = (performance.now() - began) / 1000;
			// Twice to be warm, then the mean of many.
			for (let time = 0; time < 2; time += 1) await ask(path, form, true);
			const before = workerdMilliseconds();
			for (let time = 0; time < repeats; time += 1) await ask(path, form, true);
			return { ...cost, bytes, seconds, own: (workerdMilliseconds() - before) / repeats };
		};
		const here = `/o/jx/surveys/${WAVE}`;
		const jobs = [
			[beginning, `${here}/closing`, { id: "c1", handed_out: "0" }],
			["district, result", here],
			["township, result", `/o/${township}/surveys/${WAVE}`],
			["village, result", `/o/${unit}/surveys/${WAVE}`],
			["district, map", `${here}/map`],
			["district, workbook", `${here}?format=table`],
			["district, surveys", "/o/jx/surveys"],
			["village, trends", `/o/${unit}/surveys/trends`],
			["village, what people wrote", `/o/${unit}/surveys/${WAVE}/remarks`],
		];
		const told = new Map();
		for (const [what, path, form] of jobs) {
			told.set(what, await took(path, form));
			if (what === beginning)
				for (const [part, cost] of await measureParts(server.database, took, `${path}/parts`))
					told.set(part, cost);
		}
		console.log(`\n${answers.toLocaleString("en")} answers from 245 villages`);
		printTable(
			["job", "trips", "queries", "rows read", "written", "gzip bytes", "s at all", "ms of the Worker's own"],
			[...told].map(([what, one]) => [
				...[what, one.trips, one.queries, one.rowsRead, one.rowsWritten, one.bytes],
				...[one.seconds.toFixed(2), one.own.toFixed(1)],
			]),
		);
		return told;
	} finally {
		await server.stop();
		rmSync(state, { recursive: true, force: true });
	}
}

/** A district whose villages have answered, each answer drawn by arithmetic; and somebody of the district who is signed in. */
async function fill({ db, database }, answers) {
	const [, ...lines] = readFileSync(join(root, "tools/demo/district.csv"), "utf8").trim().split("\n");
	const paths = new Map();
	const tree = lines.map((line) => {
		const [id, parent, kind, name, adults] = line.split(",");
		paths.set(id, `${paths.get(parent) ?? ""}${id}/`);
		return [id, parent || null, paths.get(id), kind, name, adults ? Number(adults) : null];
	});
	await db(
		`insert into organisation (id, parent, path, kind, name, adults, made_from)
		select value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, value ->> 5, 'results' from json_each(?)`,
		[JSON.stringify(tree)],
	);
	const villages = tree.filter(([, , , kind]) => kind === "village").map(([id]) => id);
	const day = new Date(Date.now() + 8 * 3_600_000).toISOString().slice(0, 10);
	await db(
		`insert into wave (id, organisation, questionnaire, version, first_day, last_day, target, denominator, code_required,
			made_from, made_by) values (?, 'jx', 'village', 1, ?, ?, 90, 'all', 1, 'results', 'p1')`,
		[WAVE, day, day],
	);
	const pick = (options, by) =>
		`case (i * ${by} + i / 7) % ${options.length} ${options.map((one, at) => `when ${at} then '${one}'`).join(" ")} end`;
	// In parts, since no statement may run for half a minute.
	for (let from = 0; from < answers; from += atOnce)
		await database
			.prepare(
				`with recursive each (i) as (select cast(?2 as integer) union all select i + 1 from each where i + 1 < cast(?5 as integer))
				insert into answer select ?1, (select value from json_each(?3) where key = i % cast(?4 as integer)),
					printf('%08x%06x', i * 2654435761 % 4294967296, i), json_remove(json_object(
						'satisfied', ${pick(["5", "5", "5", "4", "4", "4", "3", "2", "5", "5", "unknown"], 13)},
						'does', ${pick(["helps", "helps", "bills"], 5)}, 'comes', ${pick(["residents", "cadres"], 3)},
						'took', ${pick(["yes", "no"], 11)}, 'sex', ${pick(["female", "male"], 17)},
						'age', ${pick(["18", "35", "50", "65"], 19)}, 'remark', '路灯不亮 ' || i),
						case i % 9 when 0 then '$.none' else '$.remark' end)
				from each`,
			)
			.bind(WAVE, from, JSON.stringify(villages), villages.length, Math.min(answers, from + atOnce))
			.run();
	await database.batch([
		database
			.prepare(
				`insert into tally (wave, unit, adults, slips, counts, shown)
				select ?1, unit, (select adults from organisation where id = unit), 5000, json_group_object(label, n), '{"n":0}' from (
					select unit, case key when 'remark' then 'remark:said' else key || ':' || value end as label, count(*) as n
					from answer, json_each(said) group by unit, label
					union all select unit, 'n', count(*) from answer group by unit
					union all select unit, 'by:slip', count(*) from answer group by unit
					union all select unit, 'aware:' || case when (said ->> '$.does' = 'helps') + (said ->> '$.comes' = 'residents') = 2
						then 'yes' else 'no' end as label, count(*) from answer group by unit, label)
				group by unit`,
			)
			.bind(WAVE),
	]);
	const secret = randomBytes(32).toString("base64url");
	await database.batch([
		database.prepare("insert into person (id, name, made_from) values ('p1', '金建国', 'results')"),
		database.prepare(
			"insert into holder (organisation, id, person, post, from_day) values ('jx', 'h1', 'p1', 'staff', '2024-01-01')",
		),
		database
			.prepare(
				`insert into session (hash, id, person, kind, label, reads_only, made_on, seen_on, expires_at)
				values (?, 's1', 'p1', 'device', 'bench', 0, ?, ?, unixepoch() + 604800)`,
			)
			.bind(createHash("sha256").update(secret).digest("hex"), day, day),
	]);
	return { unit: villages[0], township: tree.find(([id]) => id === villages[0])[1], secret };
}
