import { env } from "cloudflare:workers";
import { codeFor, codeKeyOf, pileOf } from "../../worker/surveys/link/rules";
import { dayOf, daysAfter, nowInSeconds } from "../../worker/values/day";
import { newId } from "../../worker/values/id";
import { type Answer, submit, visit } from "../doors";

export const today = dayOf(nowInSeconds(), "Asia/Shanghai");

/** What the secretary types to open a wave. */
export const opening = {
	id: "w1",
	questionnaire: "village",
	first_day: today,
	last_day: daysAfter(today, 10),
	target: "90",
	denominator: "all",
	entry: "slip",
	slips: "200",
};

/** Opens a wave in Shangyuan. */
export async function openWave(changes: Partial<typeof opening> = {}): Promise<Answer> {
	return submit("/o/sy/surveys", { ...opening, ...changes }, { as: "secretary" });
}

/** The code on the slip at a place in the pile. */
export async function codeAt(place: number, wave = "w1", unit = "sy"): Promise<string> {
	const key = await env.DB.prepare("select key from deployment").first<string>("key");
	const codes = await codeKeyOf(key ?? "", wave, unit);
	return codeFor(codes, (await pileOf(codes)).serialAt(place));
}

/** What a contented resident says. */
export const contented = {
	satisfied: "5",
	does: "helps",
	comes: "residents",
	accounts: "members",
	took: "yes",
	sex: "female",
	age: "50",
	remark: "",
};

/** Sends an answer. */
export function reply(
	fields: Record<string, string | undefined>,
	language: "zh" | "en" = "zh",
): Promise<Answer> {
	const said: Record<string, string> = { id: newId(), ...contented };
	for (const [name, value] of Object.entries(fields)) if (value !== undefined) said[name] = value;
	return submit("/s/w1/sy", said, { language });
}

/** Sends so many answers with codes, from a place in the pile on. */
export async function replies(count: number, fields: Record<string, string> = {}, from = 0): Promise<void> {
	for (let place = from; place < from + count; place++) {
		const sent = await reply({ ...fields, code: await codeAt(place) });
		if (sent.status !== 303) throw new Error(`${sent.status} ${sent.text}`);
	}
}

/** How many rows a table holds. */
export const rowsIn = (table: string) =>
	env.DB.prepare(`select count(*) as n from ${table}`).first<number>("n");

/** The counts as they stand in the tally. */
export async function counts(): Promise<Record<string, number>> {
	return JSON.parse((await env.DB.prepare("select counts from tally").first<string>("counts")) ?? "{}");
}

/** Writes a questionnaire qn1 in Shangyuan, from the ready one about activities, and publishes it. */
export async function writeQuestionnaire(): Promise<void> {
	const secretary = { as: "secretary" } as const;
	await submit(
		"/o/sy/questionnaires",
		{ id: "qn1", zh: "我们的问卷", en: "Ours", from: "activity" },
		secretary,
	);
	const page = await visit("/o/sy/questionnaires/qn1/versions", secretary);
	const seen = /name="seen" value="(\w+)"/.exec(page.text)?.[1] ?? "";
	const published = await submit("/o/sy/questionnaires/qn1/versions", { id: "pb1", seen }, secretary);
	if (published.status !== 303) throw new Error(`${published.status} ${published.text}`);
}

/** A wave w7 of Shangyuan's that is closed, in which twelve people wrote something and one of them a name. */
export async function closeWithTexts(): Promise<void> {
	const texts = Array.from({ length: 12 }, (_, at) => (at === 0 ? "王小虎很好" : `路灯不亮，第 ${at} 户`));
	const counts = JSON.stringify({ n: 12, "satisfied:5": 12, "remark:said": 12 });
	await env.DB.batch([
		env.DB.prepare(
			`insert or ignore into wave (id, organisation, questionnaire, version, first_day, last_day, target, denominator, code_required,
				made_from, made_by) values ('w7', 'sy', 'village', 1, '2025-10-01', '2025-10-31', 90, 'all', 0, 'x', 'p3')`,
		),
		env.DB.prepare("insert or ignore into tally values ('w7', 'sy', 500, 0, ?, ?)").bind(counts, counts),
		env.DB.prepare(
			"insert or ignore into answer select 'w7', 'sy', 'x' || key, json_object('satisfied', '5', 'remark', value) from json_each(?)",
		).bind(JSON.stringify(texts)),
		env.DB.prepare(
			"insert or ignore into closing values ('w7', 'sy', 'c7', '2025-11-01', 'p3', 500, 0, ?, 'digest', 'x')",
		).bind(counts),
		env.DB.prepare("insert or ignore into remarks values ('w7', 'sy', 0, ?)").bind(JSON.stringify(texts)),
	]);
}

/** Shangyuan's wave w1, whose closing in parts has just begun, as if it asked many. */
export async function beginSealing(): Promise<void> {
	const plan = { nodes: [{ id: "sy", name: "上园村计划生育协会", parent: null }], units: [["sy"]] };
	await env.DB.prepare("insert or ignore into sealing values ('w1', 's1', ?, 'p3', 'x', ?)")
		.bind(today, JSON.stringify(plan))
		.run();
}
