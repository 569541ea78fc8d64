/** Working a result out again from its published tables, in whoever's browser reads it: numbers alone, no words. */
import type { Published, Stratum } from "./published";
import { rollUp } from "./rollup";
import { type Count, countOf, intervalOf, sideOf, type Verdict } from "./rules";

/** How the tables are read: the satisfaction question, what "I don't know" counts for, and the target in whole percent. */
export type Rule = { question: string; denominator: "all" | "known"; target: number };

/** What can be worked out again; null where nothing is published. */
export type Result = {
	share: number;
	lower: number;
	upper: number;
	verdict: Verdict["kind"];
	aware: number | null;
} | null;

/** The share satisfied with its interval and verdict, and awareness, from published tables. */
export function resultOf(published: Published, { question, denominator, target }: Rule): Result {
	const table = published.tables[question];
	if (!table) return null;
	const strata = published.strata.satisfied;
	const interval =
		strata && strata.length !== 1
			? rollUp(strata.map(countIn)).weighted
			: intervalOf(strata?.[0] ? countIn(strata[0]) : countOf(table, denominator, published.adults));
	return interval && { ...interval, verdict: sideOf(interval, target / 100), aware: awareIn(published) };
}

const countIn = ([, satisfied, answered, adults]: Stratum): Count => ({ satisfied, answered, adults });

function awareIn({ tables, strata }: Published): number | null {
	const table = tables.aware;
	if (!table) return null;
	const weighted = strata.aware && rollUp(strata.aware.map(countIn)).weighted;
	return weighted ? weighted.share : (table.yes ?? 0) / ((table.yes ?? 0) + (table.no ?? 0));
}
