/**
 * What a count of answers proves. Sources: Wilson, JASA 22 (1927); Newcombe, Statistics in Medicine 17 (1998), method 3;
 * with a finite population, O'Neill, "Mathematical properties and finite-population correction for the Wilson score
 * interval" (2021).
 */
import type { Denominator } from "../../tables/surveys";

/** The 97.5 % point of the normal distribution: intervals are two-sided at 95 %. */
export const z95 = 1.959963984540054;

/** Some of the people asked: `satisfied` of `answered`, of `adults` who live there (null when nobody counted them). */
export type Count = { satisfied: number; answered: number; adults: number | null };

/** A share between 0 and 1 with the bounds of its 95 % interval. */
export type Interval = { share: number; lower: number; upper: number };

/** How many adults the interval may reckon with, or null when it must stand without them. */
export function populationOf({ answered, adults }: Pick<Count, "answered" | "adults">): number | null {
	// More answers than adults means the register is wrong, and a wrong N must not shrink the interval to nothing.
	return adults === null || adults < 1 || adults < answered ? null : adults;
}

/** What is left of sampling error when n of N were asked: (N − n)/(N − 1), 1 without N, 0 at a census (N = n = 1 too). */
export function leftOver(answered: number, population: number | null): number {
	if (population === null) return 1;
	return population === answered ? 0 : (population - answered) / (population - 1);
}

/**
 * The share and its Wilson interval: (p̂ + ψ ± √(2ψ·p̂(1 − p̂) + ψ²)) / (1 + 2ψ), ψ = (N − n)/(N − 1)·z²/2n.
 * Without adults, or with fewer adults than answers, the plain Wilson interval.
 * @returns null when nobody answered.
 */
export function intervalOf(count: Count): Interval | null {
	if (count.answered <= 0) return null;
	const share = count.satisfied / count.answered;
	return wilson(share, count.answered, leftOver(count.answered, populationOf(count)));
}

/** A Wilson interval about any share, for any effective number of answers; `left` scales the sampling error. */
export function wilson(share: number, answers: number, left: number): Interval {
	const psi = (left * z95 * z95) / (2 * answers);
	const reach = Math.sqrt(2 * psi * share * (1 - share) + psi * psi);
	const [lower, upper] = [(share + psi - reach) / (1 + 2 * psi), (share + psi + reach) / (1 + 2 * psi)];
	// At 0 and at n of n rounding would leave a bound a hair inside its end.
	return { share, lower: share === 0 ? 0 : Math.max(0, lower), upper: share === 1 ? 1 : Math.min(1, upper) };
}

/** 达标, 未定, 未达标; an open verdict says how many further answers could settle it (null: no number could). */
export type Verdict = { kind: "met" } | { kind: "missed" } | { kind: "open"; further: number | null };

/** Met when the lower bound reaches the target, missed when the upper bound lies below it, else open. */
export function verdictOf(count: Count, target: number): Verdict | null {
	const interval = intervalOf(count);
	if (!interval) return null;
	const kind = sideOf(interval, target);
	return kind === "open" ? { kind, further: furtherAnswers(count, target) } : { kind };
}

/** On which side of the target a whole interval lies. */
export function sideOf(interval: Pick<Interval, "lower" | "upper">, target: number): Verdict["kind"] {
	// Two shares that are the same fraction may differ in the last bit.
	if (interval.lower >= target - 1e-12) return "met";
	return interval.upper < target - 1e-12 ? "missed" : "open";
}

/**
 * The fewest further answers, at the present share, after which the verdict would no longer be open. Never more than the
 * adults who have not answered yet. The share is held as it is, so the number is "about": people may say otherwise.
 */
function furtherAnswers(count: Count, target: number): number | null {
	const share = count.satisfied / count.answered;
	const population = populationOf(count);
	const settled = (answers: number) =>
		sideOf(wilson(share, answers, leftOver(answers, population)), target) !== "open";
	let high = population ?? count.answered * 2;
	// Without a population the answers needed may lie anywhere; a share that equals its target never gets there.
	while (population === null && !settled(high)) {
		if (high > 1e7) return null;
		high *= 2;
	}
	let low = count.answered;
	while (high - low > 1) {
		const middle = Math.floor((low + high) / 2);
		if (settled(middle)) high = middle;
		else low = middle;
	}
	return high - count.answered;
}

/** How firmly a figure may stand: withheld below 10 people, for reference 仅供参考 below 30, else published. */
export type BaseClass = "withheld" | "reference" | "published";

/** The base is the people who answered that question in that unit and group. */
export function baseClassOf(base: number): BaseClass {
	if (base < 10) return "withheld";
	return base < 30 ? "reference" : "published";
}

/** The satisfaction question's counts, by option. */
export type Levels = Readonly<Partial<Record<"5" | "4" | "3" | "2" | "1" | "unknown", number>>>;

/** Satisfied (很满意 + 满意) of those who answered; a blank question is in no base, 不了解 only under the rule "all". */
export function countOf(levels: Levels, rule: Denominator, adults: number | null): Count {
	const of = (level: keyof Levels) => levels[level] ?? 0;
	const known = of("5") + of("4") + of("3") + of("2") + of("1");
	const answered = rule === "all" ? known + of("unknown") : known;
	// The adults who would have said 不了解 are not known, so under "known" N stays everybody: the wider interval.
	return { satisfied: of("5") + of("4"), answered, adults };
}
