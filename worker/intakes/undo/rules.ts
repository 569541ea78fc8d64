import type { IntakeRow } from "../../tables/intakes";

/** Why a line can't be taken back: something was built on it. */
export const blocks = [
	"paid",
	"attended",
	"holds-post",
	"contact",
	"moving",
	"consented",
	"changed-since",
	"gone",
	"members",
	"below",
	"worked",
	"reversed",
	"settled",
	"used",
] as const;
export type Block = (typeof blocks)[number];

/** What stands on a line, as the database found it. */
export type Built = { line: number } & Partial<Record<Block, number>>;

/** Which lines go back, and which stay and why: the first reason found speaks. */
export function dividedBy(rows: readonly IntakeRow[], built: readonly Built[]) {
	const reasons = new Map(built.map((one) => [one.line, blocks.find((block) => one[block])]));
	const touched = rows.filter(([, outcome]) => outcome === "new" || outcome === "changed");
	const stay = touched.flatMap(([line]): [number, Block][] => {
		const why = reasons.get(line);
		return why ? [[line, why]] : [];
	});
	const staying = new Set(stay.map(([line]) => line));
	return { back: touched.filter(([line]) => !staying.has(line)), stay };
}
