import { env } from "cloudflare:workers";
import { answerOf } from "../../worker/surveys/answer/rules";
import { newestQuestionnaire } from "../../worker/surveys/questionnaire/ready";
import type { Said } from "../../worker/surveys/questionnaire/rules";
import { newId } from "../../worker/values/id";
import { contented, today } from "./cast";

const questionnaire = newestQuestionnaire;

/** Villages beside Shangyuan and Lifan, a second township with two of its own, as [id, parent, path, kind, name]. */
const more = [
	["xw", "qq", "jx/qq/xw/", "village", "西湾村计划生育协会"],
	["nb", "qq", "jx/qq/nb/", "village", "南埠村计划生育协会"],
	["bs", "jx", "jx/bs/", "township", "白石镇计划生育协会"],
	["dx", "bs", "jx/bs/dx/", "village", "东溪村计划生育协会"],
	["xx", "bs", "jx/bs/xx/", "village", "西溪村计划生育协会"],
];

/** Opens a wave of the district in every village. */
export async function openDistrictWave(units: readonly string[], id = "d1"): Promise<void> {
	await env.DB.batch([
		env.DB.prepare(
			`insert or ignore into organisation (id, parent, path, kind, name, adults, households, made_from)
			select value ->> 0, value ->> 1, value ->> 2, value ->> 3, value ->> 4, 500, 180, 'world' from json_each(?)`,
		).bind(JSON.stringify(more)),
		env.DB.prepare(
			`insert into wave (id, organisation, questionnaire, version, first_day, last_day, target, denominator, code_required,
				made_from, made_by) values (?, 'jx', 'village', 1, ?, ?, 90, 'all', 0, 'x', 'p1')`,
		).bind(id, today, today),
		env.DB.prepare(
			`insert into tally (wave, unit, adults, slips, counts, shown)
			select ?, value, 500, 200, '{"n":0}', '{"n":0}' from json_each(?)`,
		).bind(id, JSON.stringify(units)),
	]);
}

/** Puts answers into a unit of a wave as if they had been sent: the answers themselves, and what is counted of them. */
export async function answered(unit: string, said: readonly Said[], wave = "d1"): Promise<void> {
	const counts: Record<string, number> = { n: 0 };
	let shown = 0;
	const rows = said.map((one) => {
		const counted = answerOf(questionnaire, one, "poster", today);
		for (const label of counted.labels) counts[label] = (counts[label] ?? 0) + 1;
		if ((counts.n ?? 0) % 10 === 0) shown = counts.n ?? 0;
		return [newId(), counted.said];
	});
	await env.DB.batch([
		env.DB.prepare("update tally set counts = ?, shown = ? where wave = ? and unit = ?").bind(
			...[JSON.stringify(counts), JSON.stringify({ n: shown }), wave, unit],
		),
		env.DB.prepare(
			"insert into answer (wave, unit, id, said) select ?, ?, value ->> 0, value ->> 1 from json_each(?)",
		).bind(wave, unit, JSON.stringify(rows)),
	]);
}

/** So many contented people, every so-manieth of them not. */
export const people = (many: number, every = 10, differently: Said = {}): Said[] =>
	Array.from({ length: many }, (_, at) => {
		const { remark: _remark, ...said } = { ...contented, ...(at % every === 0 ? { satisfied: "2" } : {}) };
		return { ...said, sex: at % 2 === 0 ? "female" : "male", ...differently };
	});
