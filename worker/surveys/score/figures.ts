/**
 * From counts to what may be shown. Every page, file and JSON face takes its figures from here, so that no base below 10
 * ever leaves, whichever way it is asked for.
 */
import type { Denominator } from "../../tables/surveys";
import { type Counts, levelsOf, optionCounts } from "../answer/rules";
import { type Counted, type Questionnaire, questionsFor } from "../questionnaire/rules";
import { baseClassOf, countOf, type Interval, intervalOf, type Verdict, verdictOf } from "./rules";

/** What figures rest on: the counts, the rule they are read by, and whom they speak for. */
export type Poll = {
	questionnaire: Questionnaire;
	counts: Counts;
	adults: number | null;
	/** Slips handed out; 0 where none were. */
	handedOut: number;
	/** Whole percent. */
	target: number;
	denominator: Denominator;
};

/** A share on a base that may be shown; `reference` below 30. */
export type Share = { share: number; count: number; base: number; reference: boolean };

/** The share satisfied with its interval and verdict. */
export type Score = Interval & { satisfied: number; answered: number; reference: boolean; verdict: Verdict };

/** A question's answers by option; withheld options are none at all. */
export type Distribution = {
	question: string;
	base: number;
	reference: boolean;
	options: { key: string; count: number; share: number }[];
};

/** All that may be shown of one unit. Null where the base is below 10. */
export type Figures = {
	answers: number | null;
	/** Answers ÷ slips handed out, or ÷ adults where no slip was. */
	response: { share: number; of: number; slips: boolean } | null;
	score: Score | null;
	aware: Share | null;
	participation: Share | null;
	women: Share | null;
	distributions: Distribution[];
	/** How many answers an officer keyed in from paper. */
	keyedIn: Share | null;
	/** How many people wrote something in their own words. */
	remarks: number | null;
};

/** The figures of a closed unit. */
export function figuresOf(poll: Poll): Figures {
	const { counts, questionnaire } = poll;
	const n = counts.n ?? 0;
	if (baseClassOf(n) === "withheld") return withheld;
	const of = (label: string) => counts[label] ?? 0;
	const remark = questionnaire.questions.find(({ role }) => role === "remark");
	const written = of(`${remark?.key}:said`);
	const [took] = questionsFor(questionnaire, "participation");
	const [sex] = questionsFor(questionnaire, "sex");
	return {
		answers: n,
		response: responseOf(n, poll),
		score: scoreOf(poll),
		aware: shareOf(of("aware:yes"), of("aware:yes") + of("aware:no")),
		// Whoever can't remember has answered, and did not say yes.
		participation: took ? shareOf(of(`${took.key}:yes`), optionCounts(counts, took).base) : null,
		women: sex ? shareOf(of(`${sex.key}:female`), of(`${sex.key}:female`) + of(`${sex.key}:male`)) : null,
		distributions: questionnaire.questions.flatMap((question) =>
			question.kind === "open" ? [] : distributionOf(counts, question),
		),
		keyedIn: of("by:paper") === 0 || of("by:paper") >= 10 ? shareOf(of("by:paper"), n) : null,
		remarks: baseClassOf(written) === "withheld" ? null : written,
	};
}

/**
 * What may be shown while a wave is open: the number of answers and the response, as they stood at the last multiple of ten.
 * No share: a look at ten answers and the closing at eleven would be subtracted to the one who came last.
 */
export function liveFigures(poll: Poll): Figures {
	const n = poll.counts.n ?? 0;
	if (baseClassOf(n) === "withheld") return withheld;
	return { ...withheld, answers: n, response: responseOf(n, poll) };
}

const withheld: Figures = {
	answers: null,
	response: null,
	score: null,
	aware: null,
	participation: null,
	women: null,
	distributions: [],
	keyedIn: null,
	remarks: null,
};

/** The share satisfied, if enough people answered the question under the wave's rule. */
export function scoreOf({ questionnaire, counts, adults, target, denominator }: Poll): Score | null {
	const [question] = questionsFor(questionnaire, "satisfaction");
	if (!question) return null;
	const count = countOf(levelsOf(counts, question.key), denominator, adults);
	const [interval, verdict] = [intervalOf(count), verdictOf(count, target / 100)];
	if (baseClassOf(count.answered) === "withheld" || !interval || !verdict) return null;
	const { satisfied, answered } = count;
	return { ...interval, satisfied, answered, verdict, reference: baseClassOf(answered) === "reference" };
}

function responseOf(answers: number, { handedOut, adults }: Poll): Figures["response"] {
	const of = handedOut > 0 ? handedOut : adults;
	return of === null || of === 0 ? null : { share: answers / of, of, slips: handedOut > 0 };
}

function shareOf(count: number, base: number): Share | null {
	if (baseClassOf(base) === "withheld") return null;
	return { share: count / base, count, base, reference: baseClassOf(base) === "reference" };
}

function distributionOf(counts: Counts, question: Counted): Distribution[] {
	const { base, options } = optionCounts(counts, question);
	if (baseClassOf(base) === "withheld") return [];
	return [
		{
			question: question.key,
			base,
			reference: baseClassOf(base) === "reference",
			options: options.map(({ key, count }) => ({ key, count, share: count / base })),
		},
	];
}
