/** Every comparable question over the waves of a place: only the same question is laid beside itself. */
import { type Counted, optionsOf, type Questionnaire } from "../questionnaire/rules";
import { rollUp } from "../score/rollup";
import { baseClassOf, type Interval, intervalOf } from "../score/rules";
import type { WaveFacts } from "../wave/facts";

/** A share in one wave; null where the wave didn't ask it so, or it is withheld. */
export type TrendFigure = (Interval & { base: number; reference: boolean }) | null;

/** One share through the waves, the earliest first; `options` are the answers that count towards it. */
export type Series = { question: string; options: string[]; figures: TrendFigure[] };

/** What is laid side by side: waves of one questionnaire, and every series that two of them at least have in common. */
export type Trends = { waves: WaveFacts[]; series: Series[] };

/** Awareness, which counts people over several questions. */
export const aware = "aware";

/**
 * The questions, by key, whose answers in a version may be laid beside those of a later one: each version in between says
 * which of its questions ask the same as in the version before. A version that says nothing keeps none, nor does one that is
 * not known.
 * @param versions those between the two, and the later one
 */
export function comparableWith(earlier: number, later: Questionnaire, versions: readonly Questionnaire[]) {
	const between = versions.filter(({ version }) => version > earlier && version <= later.version);
	if (between.length !== later.version - earlier) return new Set<string>();
	return new Set(
		later.questions
			.map(({ key }) => key)
			.filter((key) => between.every(({ comparable }) => comparable?.includes(key))),
	);
}

/** The waves that are laid beside each other: those closed, and none about one activity. */
export const comparedOf = (waves: readonly WaveFacts[]) =>
	waves.filter(({ published, activity }) => published !== null && activity === null);

/** The trends of compared waves that asked one questionnaire, the earliest first. */
export function trendsOf(waves: readonly WaveFacts[], versions: readonly Questionnaire[]): Trends {
	const latest = waves.at(-1)?.asked;
	if (!latest) return { waves: [], series: [] };
	const alike = waves.map(({ asked }) => comparableWith(asked.version, latest, versions));
	const knowledge = latest.questions.flatMap(({ role, key }) => (role === "knowledge" ? [key] : []));
	const asked = [
		...latest.questions.flatMap((question) => (question.kind === "open" ? [] : seriesOf(question))),
		...(knowledge.length > 0 ? [{ question: aware, options: ["yes"] }] : []),
	];
	const series = asked.map(({ question, options }) => ({
		...{ question, options },
		figures: waves.map((wave, at): TrendFigure => {
			const needed = question === aware ? knowledge : [question];
			return needed.every((key) => alike[at]?.has(key)) ? figureIn(wave, question, options) : null;
		}),
	}));
	return {
		waves: [...waves],
		series: series.filter(({ figures }) => figures.filter((figure) => figure !== null).length > 1),
	};
}

/** The shares that a question is followed by: what counts towards its figure, or each answer by itself. */
function seriesOf(question: Counted): { question: string; options: string[] }[] {
	const of = (options: string[]) => ({ question: question.key, options });
	switch (question.role) {
		case "satisfaction":
			return [of(["5", "4"])];
		case "knowledge":
			return [of(optionsOf(question).flatMap(({ key, right }) => (right ? [key] : [])))];
		case "participation":
			return [of(["yes"])];
		default:
			return question.kind === "scale"
				? [of(["8", "9", "10"])]
				: optionsOf(question).map(({ key }) => of([key]));
	}
}

/**
 * A share with its interval from published tables. Satisfaction, awareness and participation of many units are weighted by
 * adults; other questions are added up as they are, and their interval reckons without the number of adults.
 */
function figureIn(
	{ figures, published, asked }: WaveFacts,
	key: string,
	options: readonly string[],
): TrendFigure {
	const role = key === aware ? aware : asked.questions.find((one) => one.key === key)?.role;
	if (role === "satisfaction") {
		const { score } = figures;
		return score && { ...intervalIn(score), base: score.answered, reference: score.reference };
	}
	const strata =
		role === aware ? published?.strata.aware : role === "participation" ? published?.strata.took : undefined;
	const many = (published?.below.length ?? 0) > 0;
	const table = figures.distributions.find(({ question }) => question === key);
	const counted =
		role === aware
			? figures.aware
			: table && { base: table.base, count: sumOf(table.options, options), reference: table.reference };
	if (!counted || baseClassOf(counted.base) === "withheld") return null;
	const { base, reference, count } = counted;
	const weighted = strata
		? rollUp(strata.map(([, satisfied, answered, adults]) => ({ satisfied, answered, adults }))).weighted
		: null;
	const interval =
		weighted ??
		intervalOf({ satisfied: count, answered: base, adults: many ? null : (published?.adults ?? null) });
	return interval && { ...intervalIn(interval), base, reference };
}

const intervalIn = ({ share, lower, upper }: Interval): Interval => ({ share, lower, upper });

const sumOf = (shown: readonly { key: string; count: number }[], options: readonly string[]) =>
	shown.reduce((sum, { key, count }) => (options.includes(key) ? sum + count : sum), 0);
