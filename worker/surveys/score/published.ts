/**
 * Published tables: all that ever leaves of an answer. Pages, JSON, files, notices and the check in the reader's browser all
 * work from these, and from nothing else. How they are made of counts stands in publish.ts.
 */
import type { Denominator } from "../../tables/surveys";
import type { Counts } from "../answer/rules";
import { type Questionnaire, questionsFor } from "../questionnaire/rules";
import { countOf } from "./rules";
import type { Sign } from "./signs";

/** A node of the tree that a wave asks, parents before children; `tally` where people were asked there. */
export type Node = { id: string; name: string; parent: string | null; tally: Tally | null };

/** What was counted in a unit, whom it speaks for, and the slips handed out there (0: none were). */
export type Tally = {
	counts: Counts;
	crossed: Counts;
	adults: number | null;
	handedOut: number;
	/** How many gave the commonest answer, and how many ticked straight down; where nobody looked, nothing. */
	alike?: { identical: number; straight: number };
};

/** The rule that tables are read by. */
export type Rule = { questionnaire: Questionnaire; denominator: Denominator };

/** One stratum of a sum: under which child (−1: those withheld, together), how many of how many, of how many adults. */
export type Stratum = [child: number, count: number, base: number, adults: number | null];

/** Beside the options of a question that takes several: how many people answered it at all. */
export const everybody = "";

/** The shares that are added up over a tree. */
export const sums = ["satisfied", "aware", "took"] as const;
export type Sum = (typeof sums)[number];

/** One directly below, as its parent shows it; null where it is withheld. */
export type Below = {
	id: string;
	name: string;
	units: number;
	answers: number | null;
	handedOut: number | null;
};

/** Satisfaction by group of one question. */
export type Crossed = { by: string; groups: { keys: string[]; levels: Record<string, number> }[] };

/** All that may be seen of one node. */
export type Published = {
	units: number;
	adults: number | null;
	handedOut: number;
	answers: number | null;
	/** Counts by question and option; a question that is withheld here isn't in it. `aware` counts people. */
	tables: Record<string, Record<string, number>>;
	/** Answers keyed in from paper, and texts written; null where they are fewer than ten but some. */
	paper: number | null;
	remarks: number | null;
	crossed: Crossed[];
	below: Below[];
	strata: Partial<Record<Sum, Stratum[]>>;
	/** At a unit, what somebody should look into; above it, at how many units. Not there in what was closed before. */
	signs?: Sign[];
	flagged?: number;
};

/** What is shown of a node that is withheld. */
export const nothing = (adults: number | null, handedOut: number): Published => ({
	...{ units: 0, adults, handedOut, answers: null, tables: {}, paper: null, remarks: null },
	...{ crossed: [], below: [], strata: {} },
});

/** How many of how many a node's counts say for one table. */
export function partOf(
	{ questionnaire, denominator }: Rule,
	key: string,
	counts: Record<string, number>,
): [count: number, base: number] {
	const all = Object.values(counts).reduce((sum, one) => sum + one, 0);
	if (key === questionsFor(questionnaire, "satisfaction")[0]?.key) {
		const { satisfied, answered } = countOf(counts, denominator, null);
		return [satisfied, answered];
	}
	return [counts.yes ?? 0, all];
}
