/** What an answer adds to the tally of its unit. Counts are all that is ever read of answers while a wave is open. */
import type { Day } from "../../values/day";
import {
	type Counted,
	countedUnder,
	heard,
	isAware,
	optionsOf,
	type Questionnaire,
	type Said,
} from "../questionnaire/rules";
import type { Levels } from "../score/rules";

/** How an answer came: by the open poster, with a printed slip, or keyed in from paper by an officer. */
export const channels = ["poster", "slip", "paper"] as const;
export type Channel = (typeof channels)[number];

/** A unit's counts by label: `n`, `satisfied:5`, `aware:yes`, `by:slip`, `day:2026-10-15:slip`. */
export type Counts = Readonly<Record<string, number>>;

/** The labels whose counts an answer raises by one, each at most once. */
export function labelsOf(questionnaire: Questionnaire, said: Said, channel: Channel, day: Day): string[] {
	const answered = questionnaire.questions.flatMap((question) => {
		const answer = said[question.key];
		if (answer === undefined) return [];
		if (question.kind === "open") return [`${question.key}:said`];
		const under = countedUnder(question, answer).map((option) => `${question.key}:${option}`);
		// Whoever ticks three boxes is one person: the base of such a question is counted apart.
		return question.kind === "several" ? [`${question.key}:said`, ...under] : under;
	});
	const aware = isAware(questionnaire, said);
	return [
		"n",
		...answered,
		...(aware === null ? [] : [aware ? "aware:yes" : "aware:no"]),
		`by:${channel}`,
		dayLabel(day, channel),
	];
}

/** What is counted of the satisfaction question: all that live counters may show before a wave closes. */
export function liveLabels(questionnaire: Questionnaire): string[] {
	const satisfaction = questionnaire.questions.find((question) => question.role === "satisfaction");
	if (satisfaction?.kind !== "choice") return ["n"];
	return ["n", ...satisfaction.options.map((option) => `${satisfaction.key}:${option.key}`)];
}

/** How many gave each option of a question, mark or band, in its order, and how many answered it at all. */
export function optionCounts(
	counts: Counts,
	question: Counted,
): { base: number; options: { key: string; count: number }[] } {
	const options = optionsOf(question).map(({ key }) => ({
		key,
		count: counts[`${question.key}:${key}`] ?? 0,
	}));
	if (question.kind === "several") return { base: counts[`${question.key}:said`] ?? 0, options };
	return { base: options.reduce((sum, option) => sum + option.count, 0), options };
}

/** The satisfaction question's counts as the score takes them. */
export function levelsOf(counts: Counts, key: string): Levels {
	const of = (level: string) => counts[`${key}:${level}`] ?? 0;
	return { "5": of("5"), "4": of("4"), "3": of("3"), "2": of("2"), "1": of("1"), unknown: of("unknown") };
}

/** An answer as it is stored and compared with its retry: the questions in their order, blanks left out. */
export function saidText(questionnaire: Questionnaire, said: Said): string {
	return JSON.stringify(
		Object.fromEntries(
			questionnaire.questions.flatMap(({ key }) => (said[key] === undefined ? [] : [[key, said[key]]])),
		),
	);
}

/** All that counting an answer takes: its text, the labels it raises, those that may be seen live, and its day's own. */
export function answerOf(questionnaire: Questionnaire, sent: Said, channel: Channel, day: Day) {
	const said = heard(questionnaire, sent);
	return {
		said: saidText(questionnaire, said),
		labels: labelsOf(questionnaire, said, channel, day),
		liveLabels: liveLabels(questionnaire),
		dayLabel: dayLabel(day, channel),
	};
}

const dayLabel = (day: Day, channel: Channel) => `day:${day}:${channel}`;

/**
 * How many answers without a code one unit takes in a day: as many as adults live there, and never more than 300, so that
 * a stranger who posts all day spends at most 600 of the day's 100,000 rows in one village. What that comes to where many ask
 * at once stands in docs/decisions/0024.
 */
export function dailyCeiling(adults: number | null): number {
	return Math.min(300, Math.max(30, adults ?? 300));
}
