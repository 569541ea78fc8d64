/** Figures from published tables. The server's pages and the check in the reader's browser come here alike. */

import type { Denominator } from "../../tables/surveys";
import { type Counted, optionsOf } from "../questionnaire/rules";
import { everybody, type Published, partOf, type Rule, type Stratum } from "./published";
import { type RollUp, rollUp } from "./rollup";
import { baseClassOf, type Interval, intervalOf, sideOf, type Verdict, verdictOf } from "./rules";

/** How tables are read: what the questions are, what "I don't know" counts for, and the target in whole percent. */
export type Reading = Rule & { denominator: Denominator; target: number };

/** A share on a base that may be shown; `reference` below 30. Over a tree it weighs units by their adults. */
export type Share = { share: number; count: number; base: number; reference: boolean };

/** The share satisfied with its interval and verdict. */
export type Score = Interval & { satisfied: number; answered: number; reference: boolean; verdict: Verdict };

/** A question's answers by option; a withheld question is not there at all. */
export type Distribution = {
	question: string;
	base: number;
	reference: boolean;
	options: { key: string; count: number; share: number }[];
};

/** One directly below, side by side with the others. */
export type Child = {
	id: string;
	name: string;
	units: number;
	answers: number | null;
	handedOut: number | null;
	score: Score | null;
};

/** Satisfaction in groups of people. */
export type Groups = { by: string; groups: { keys: string[]; score: Score }[] };

/** All that may be shown of one unit or of a tree of them. Null where it is withheld. */
export type Figures = {
	/** How many units were asked. */
	units: number;
	answers: number | null;
	/** Answers ÷ slips handed out, or ÷ adults where no slip was. */
	response: { share: number; of: number; slips: boolean } | null;
	score: Score | null;
	/** The plain mean of the units' shares, beside the weighted one as a warning; null for a unit. */
	naive: number | null;
	aware: Share | null;
	participation: Share | null;
	women: Share | null;
	distributions: Distribution[];
	crossed: Groups[];
	/** How many answers an officer keyed in from paper. */
	keyedIn: Share | null;
	/** How many people wrote something in their own words. */
	remarks: number | null;
	below: Child[];
};

/** The figures of published tables. */
export function figuresOf(published: Published, reading: Reading): Figures {
	const { tables, answers, strata, units } = published;
	const { questionnaire } = reading;
	const keyFor = (role: "satisfaction" | "participation" | "sex") =>
		questionnaire.questions.find((question) => question.role === role)?.key ?? "";
	const sex = tables[keyFor("sex")];
	const satisfied = tables[keyFor("satisfaction")];
	return {
		units,
		answers,
		response: answers === null ? null : responseOf(answers, published),
		score: satisfied
			? scoreFrom(partOf(reading, keyFor("satisfaction"), satisfied), published, strata.satisfied, reading)
			: null,
		naive: strata.satisfied ? naiveOf(strata.satisfied) : null,
		aware: shareFrom(tables.aware, strata.aware),
		participation: shareFrom(tables[keyFor("participation")], strata.took),
		women: sex ? plainShare(sex.female ?? 0, (sex.female ?? 0) + (sex.male ?? 0)) : null,
		distributions: questionnaire.questions.flatMap((question) =>
			question.kind === "open" ? [] : distributionOf(question, tables[question.key]),
		),
		crossed: published.crossed.map(({ by, groups }) => ({
			by,
			groups: groups.flatMap(({ keys, levels }) => {
				const [count, base] = partOf(reading, keyFor("satisfaction"), levels);
				// How many adults such a group has nobody knows: the plain interval is the wider one.
				const score = unitScore(count, base, null, reading);
				return score ? [{ keys, score }] : [];
			}),
		})),
		keyedIn: answers !== null && published.paper !== null ? plainShare(published.paper, answers) : null,
		remarks: published.remarks,
		below: published.below.map((child, index) => ({
			...child,
			score:
				child.answers === null
					? null
					: scoreOfStrata(
							(strata.satisfied ?? []).filter(([under]) => under === index),
							reading,
						),
		})),
	};
}

/**
 * What may be shown while a wave is open: the number of answers and the response, as they stood at the last multiple of ten.
 * No share: a look at ten answers and the closing at eleven would be subtracted to the one who came last.
 */
export function liveFigures(answers: number, reach: { adults: number | null; handedOut: number }): Figures {
	const shown = baseClassOf(answers) === "withheld" ? null : answers;
	return {
		...{ units: 1, answers: shown, response: shown === null ? null : responseOf(shown, reach) },
		...{ score: null, naive: null, aware: null, participation: null, women: null, distributions: [] },
		...{ crossed: [], keyedIn: null, remarks: null, below: [] },
	};
}

function responseOf(
	answers: number,
	{ handedOut, adults }: { handedOut: number; adults: number | null },
): Figures["response"] {
	const of = handedOut > 0 ? handedOut : adults;
	return of === null || of === 0 ? null : { share: answers / of, of, slips: handedOut > 0 };
}

/** The score of a unit, or of a tree from its strata. */
function scoreFrom(
	[count, base]: [number, number],
	{ adults }: Published,
	strata: readonly Stratum[] | undefined,
	reading: Reading,
): Score | null {
	return strata ? scoreOfStrata(strata, reading) : unitScore(count, base, adults, reading);
}

/** The score of one unit by itself; null on a base below 10. */
export function unitScore(
	satisfied: number,
	answered: number,
	adults: number | null,
	{ target }: Pick<Reading, "target">,
): Score | null {
	const count = { satisfied, answered, adults };
	const [interval, verdict] = [intervalOf(count), verdictOf(count, target / 100)];
	if (baseClassOf(answered) === "withheld" || !interval || !verdict) return null;
	return { ...interval, satisfied, answered, verdict, reference: baseClassOf(answered) === "reference" };
}

/** The score of several units together, each weighing its adults. */
export function scoreOfStrata(strata: readonly Stratum[], reading: Pick<Reading, "target">): Score | null {
	const [only] = strata;
	if (only && strata.length === 1) return unitScore(only[1], only[2], only[3], reading);
	const { weighted } = rolled(strata);
	if (!weighted) return null;
	const answered = strata.reduce((sum, [, , base]) => sum + base, 0);
	const side = sideOf(weighted, reading.target / 100);
	return {
		...weighted,
		satisfied: strata.reduce((sum, [, count]) => sum + count, 0),
		answered,
		reference: baseClassOf(answered) === "reference",
		// How many further answers would settle it depends on where they come from.
		verdict: side === "open" ? { kind: "open", further: null } : { kind: side },
	};
}

const rolled = (strata: readonly Stratum[]): RollUp =>
	rollUp(strata.map(([, satisfied, answered, adults]) => ({ satisfied, answered, adults })));

const naiveOf = (strata: readonly Stratum[]) => rolled(strata).naive;

function shareFrom(
	table: Record<string, number> | undefined,
	strata: readonly Stratum[] | undefined,
): Share | null {
	if (!table) return null;
	const base = Object.values(table).reduce((sum, count) => sum + count, 0);
	const plain = plainShare(table.yes ?? 0, base);
	const weighted = strata && rolled(strata).weighted;
	return plain && weighted ? { ...plain, share: weighted.share } : plain;
}

function plainShare(count: number, base: number): Share | null {
	if (baseClassOf(base) === "withheld") return null;
	return { share: count / base, count, base, reference: baseClassOf(base) === "reference" };
}

function distributionOf(question: Counted, table: Record<string, number> | undefined): Distribution[] {
	if (!table) return [];
	const of = (option: string) => table[option] ?? 0;
	const [key, options] = [question.key, optionsOf(question)];
	// Whoever chose several options is one person all the same.
	const base = table[everybody] ?? options.reduce((sum, option) => sum + of(option.key), 0);
	return [
		{
			...{ question: key, base, reference: baseClassOf(base) === "reference" },
			options: options.map((option) => ({
				key: option.key,
				count: of(option.key),
				share: of(option.key) / base,
			})),
		},
	];
}
