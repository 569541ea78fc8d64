import { levelsOf } from "../answer/rules";
import { questionsFor } from "../questionnaire/rules";
import type { WaveFacts } from "../wave/facts";
import { compositeOf, isVetoed, type Marks, pointsOf, totalOf } from "./rules";

/** What a unit's wave comes to out of a hundred: residents, the assessors' mean, and both in the wave's proportion. */
export type Composite = {
	residents: number | null;
	/** The assessors' marks, each out of a hundred, in the order they came in. */
	totals: number[];
	mean: number | null;
	vetoed: boolean;
	total: number | null;
};

/** Works out a unit's total from its published figures and the marks it was given. */
export function compositeIn(wave: WaveFacts, all: readonly Marks[]): Composite {
	const totals = all.map((marks) => totalOf(wave.criteria, marks));
	const mean = totals.length === 0 ? null : totals.reduce((sum, total) => sum + total, 0) / totals.length;
	const vetoed = isVetoed(wave.criteria, all);
	const residents = residentsOf(wave);
	return { residents, totals, mean, vetoed, total: compositeOf(residents, mean, wave.assessors, vetoed) };
}

/** The residents' side out of a hundred, from what may be published of a closed wave alone. */
function residentsOf({ figures, points, asked }: WaveFacts): number | null {
	if (!figures.score) return null;
	if (!points) return figures.score.share * 100;
	const key = questionsFor(asked, "satisfaction")[0]?.key ?? "";
	const shown = figures.distributions.find(({ question }) => question === key);
	if (!shown) return null;
	const counts = Object.fromEntries(
		shown.options.map(({ key: option, count }) => [`${key}:${option}`, count]),
	);
	return pointsOf(levelsOf(counts, key), points);
}
