import { type Score, scoreOfStrata } from "../score/figures";
import type { Stratum } from "../score/published";
import { baseClassOf, type Interval, intervalOf, type Verdict, verdictOf } from "../score/rules";
import { togetherOf, usualTarget } from "../score/together";

/** What is kept of a year's latest closed wave; null where none was closed. */
export type Kept = {
	surveySatisfied: number | null;
	surveyAnswered: number | null;
	surveyAdults: number | null;
	surveyTarget: number | null;
};

/** An organisation below, with what is kept of its survey and the slips handed out. */
export type BelowRow = Kept & {
	id: string;
	name: string;
	surveySlips: number | null;
	/** What is published of a wave that asked those below it, as JSON; null where there is none, or its own figures are kept. */
	published?: string | null;
};

/** A wave's sum at an organisation that others stand below: null in it where it is withheld. */
type Summed = {
	satisfied: number | null;
	answered: number | null;
	target: number;
	slips: number;
	strata: Stratum[] | null;
};

/** One organisation of a comparison; withheld ones are all alike, whatever their answers. */
export type Unit = { id: string; name: string; share: "none" | "withheld" | Score; slips: number | null };

/** The most organisations that are compared: more than a township has directly below it; a larger tree has its board. */
export const mostBelow = 120;

/** Organisations side by side in a year, and what they come to together. */
export type Below = {
	year: number;
	units: Unit[];
	/** There are more below than are compared here; the total is of these. */
	more: boolean;
	/** The target that most of them were held to, in whole percent. */
	target: number;
	total: {
		score: (Interval & { verdict: Verdict["kind"] }) | null;
		naive: number | null;
		answered: number;
		slips: number;
		counted: number;
		withheld: number;
		silent: number;
	};
};

/**
 * Compares the organisations below a place. The total is stratified over those whose own figures may be shown, and only
 * them: a withheld one is in no sum, so nothing about it can be had by subtracting.
 */
export function belowOf(rows: readonly BelowRow[], year: number): Below {
	const more = rows.length > mostBelow;
	const units = rows.slice(0, mostBelow).map(unitOf);
	const shown = units.flatMap(({ share, ...unit }) =>
		typeof share === "string" ? [] : [{ ...unit, share }],
	);
	const together = togetherOf(shown.flatMap(({ parts }) => parts));
	const sum = (of: (one: (typeof shown)[number]) => number) =>
		shown.reduce((total, one) => total + of(one), 0);
	return {
		year,
		more,
		target: together?.target ?? usualTarget,
		units: units
			.map(({ id, name, share, slips }) => ({
				id,
				name,
				share,
				slips: typeof share === "string" ? null : slips,
			}))
			.sort((one, other) => rankOf(other.share) - rankOf(one.share)),
		total: {
			score: together,
			naive: together?.naive ?? null,
			answered: sum(({ share }) => share.answered),
			slips: sum(({ slips }) => slips ?? 0),
			counted: together?.units ?? 0,
			withheld: units.filter(({ share }) => share === "withheld").length,
			silent: units.filter(({ share }) => share === "none").length,
		},
	};
}

/** An organisation with its share, and the parts that its sum is made of: its own survey, or the units that a wave asked below it. */
function unitOf(row: BelowRow) {
	const { id, name, published } = row;
	const summed: Summed | null = published ? JSON.parse(published) : null;
	if (!summed) {
		const { surveySatisfied, surveyAnswered, surveyAdults: adults, surveyTarget } = row;
		const own = { satisfied: surveySatisfied ?? 0, answered: surveyAnswered ?? 0, adults };
		const parts = [{ ...own, target: surveyTarget ?? usualTarget }];
		return { id, name, slips: row.surveySlips, share: keptShareOf(row), parts };
	}
	const { target, slips, strata } = summed;
	const score = strata && scoreOfStrata(strata, { target });
	const parts = (strata ?? []).map(([, satisfied, answered, adults]) => ({
		satisfied,
		answered,
		adults,
		target,
	}));
	return { id, name, slips, share: score ?? ("withheld" as const), parts };
}

/** The best first, then the withheld, then those without a closed survey. */
const rankOf = (share: Unit["share"]) => (share === "none" ? -2 : share === "withheld" ? -1 : share.share);

/** The share of one organisation: "none" was closed this year, "withheld" for its small base, or the score. */
export function keptShareOf(kept: Kept): "none" | "withheld" | Score {
	const {
		surveySatisfied: satisfied,
		surveyAnswered: answered,
		surveyAdults: adults,
		surveyTarget: target,
	} = kept;
	if (satisfied === null || answered === null || target === null) return "none";
	const count = { satisfied, answered, adults };
	const [interval, verdict, base] = [
		intervalOf(count),
		verdictOf(count, target / 100),
		baseClassOf(answered),
	];
	if (base === "withheld" || !interval || !verdict) return "withheld";
	return { ...interval, satisfied, answered, verdict, reference: base === "reference" };
}
