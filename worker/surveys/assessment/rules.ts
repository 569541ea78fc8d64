/**
 * Assessors' marks, and what they come to with the residents' share. Total = residents × (100 − a) % + assessors × a %, both out
 * of a hundred, with a the wave's own share of the assessors (70/30 and 60/40 are both in use); a veto item makes it nothing.
 */
import type { PointScale } from "../../tables/surveys";
import type { Levels } from "../score/rules";

/** Something that is marked: up to `most` points, or a veto that fails everything. */
export type Criterion = { key: string; name: string; most: number; veto: boolean };

/** The most items of one wave. */
export const mostCriteria = 20;

/** What a wave is assessed by unless its opener writes something else. */
export const usualCriteria = {
	zh: "组织健全 20\n活动开展 30\n会费公开 20\n服务群众 30\n弄虚作假 一票否决",
	en: "Organisation 20\nActivities 30\nOpen accounts 20\nService to residents 30\nFalse figures veto",
};

/** Items as they were typed, one a line: a name, then its most points or 一票否决; null for a line that is neither. */
export function criteriaOf(text: string | null): Criterion[] | null {
	const lines = (text ?? "")
		.split("\n")
		.map((line) => line.normalize("NFKC").trim())
		.filter(Boolean);
	const read = lines.map((line, place): Criterion | null => {
		const parts = /^(.{1,40}?)[\s,、:]*(\d{1,3}|一票否决|veto)\s*分?$/i.exec(line);
		const [, name = "", worth = ""] = parts ?? [];
		const veto = !/^\d/.test(worth);
		const most = veto ? 0 : Number(worth);
		return parts && (veto || most >= 1) ? { key: `c${place + 1}`, name: name.trim(), most, veto } : null;
	});
	const criteria = read.filter((one): one is Criterion => one !== null);
	return criteria.length === lines.length ? criteria : null;
}

/** What is wrong with the items of a wave that has assessors. */
export function criteriaMistake(text: string | null, assessors: number): string | null {
	if (assessors === 0) return null;
	const criteria = criteriaOf(text);
	if (!criteria) return "criteria-lines";
	if (criteria.length > mostCriteria) return `too-many ${mostCriteria}`;
	return criteria.some(({ veto }) => !veto) ? null : "criteria-lines";
}

/** What an assessor gave: points by item, or that a veto item applies, each with a note. */
export type Marks = Record<string, { points: number; vetoed: boolean; note: string | null }>;

/** An assessor's marks out of a hundred. */
export function totalOf(criteria: readonly Criterion[], marks: Marks): number {
	const most = criteria.reduce((sum, one) => sum + one.most, 0);
	const given = criteria.reduce((sum, { key }) => sum + (marks[key]?.points ?? 0), 0);
	return most === 0 ? 0 : (given / most) * 100;
}

/** Whether any assessor found a veto item to apply. */
export const isVetoed = (criteria: readonly Criterion[], all: readonly Marks[]) =>
	criteria.some(({ key, veto }) => veto && all.some((marks) => marks[key]?.vetoed));

/** What each level is worth in points. */
const worth: Record<PointScale, Record<"5" | "4" | "3" | "2" | "1", number>> = {
	"100-80-60-30-0": { "5": 100, "4": 80, "3": 60, "2": 30, "1": 0 },
	"100-75-55": { "5": 100, "4": 75, "3": 55, "2": 0, "1": 0 },
};

/** The mean of the levels in points; 不了解 is not scored. Null where nobody knew. */
export function pointsOf(levels: Levels, scale: PointScale): number | null {
	const known = (["5", "4", "3", "2", "1"] as const).map((level) => [level, levels[level] ?? 0] as const);
	const n = known.reduce((sum, [, count]) => sum + count, 0);
	return n === 0 ? null : known.reduce((sum, [level, count]) => sum + worth[scale][level] * count, 0) / n;
}

/** Residents and assessors together, out of a hundred; null until both are there. */
export function compositeOf(
	residents: number | null,
	mean: number | null,
	assessors: number,
	vetoed: boolean,
): number | null {
	if (residents === null || mean === null) return null;
	return vetoed ? 0 : (residents * (100 - assessors) + mean * assessors) / 100;
}
