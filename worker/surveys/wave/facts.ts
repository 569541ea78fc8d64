import type { PointScale } from "../../tables/surveys";
import type { Language } from "../../values/language";
import type { Criterion } from "../assessment/rules";
import { questionnaireIn } from "../questionnaire/ready";
import { optionsOf, type Questionnaire } from "../questionnaire/rules";
import type { Figures } from "../score/figures";
import { figuresOf, liveFigures, type Poll } from "../score/figures";
import { type WaveState, waveStateOn } from "./rules";
import type { WaveRow } from "./store";

/** A wave as its pages show it: under which rule, how it stands, and what may be shown of it. */
export type WaveFacts = {
	id: string;
	questionnaire: string;
	version: number;
	/** What is asked. */
	asked: Questionnaire;
	firstDay: string;
	lastDay: string;
	state: WaveState;
	closedOn: string | null;
	target: number;
	denominator: "all" | "known";
	codeRequired: boolean;
	adults: number | null;
	slips: number;
	handedOut: number;
	/** SHA-256 over everything a closed wave's figures rest on. */
	digest: string | null;
	figures: Figures;
	/** What the levels are worth where a score in points is asked for. */
	points: PointScale | null;
	/** The share of the assessors' mean in the whole, in whole percent. */
	assessors: number;
	/** Whose wave it is, and whom it asks: the same, unless a level above opened it. */
	organisation: string;
	unit: string;
	/** Who prints and hands out the slips. */
	issuer: "unit" | "opener";
	/** What assessors mark; none where there are none. */
	criteria: Criterion[];
	activity: string | null;
};

/** What a wave's pages show of its row on a day. */
export function waveFactsOf(row: WaveRow, today: string): WaveFacts {
	const { shown, counts, sealedAdults, digest, slips, handedOut, content: _content, criteria, ...rest } = row;
	const asked = questionnaireIn(row);
	const state = waveStateOn(today, row);
	const sealed = counts === null ? null : parseCounts(counts);
	const poll: Poll = {
		questionnaire: asked,
		counts: sealed ?? parseCounts(shown),
		adults: sealed ? sealedAdults : row.adults,
		handedOut: sealed ? (handedOut ?? 0) : slips,
		target: row.target,
		denominator: row.denominator,
	};
	return {
		...rest,
		criteria: criteria === null ? [] : JSON.parse(criteria),
		asked,
		state,
		slips,
		adults: poll.adults,
		handedOut: poll.handedOut,
		digest,
		figures: sealed ? figuresOf(poll) : liveFigures(poll),
	};
}

const parseCounts = (text: string): Record<string, number> => JSON.parse(text);

/** A closed wave's published tables as rows: question, answer, count, share. Not one line is one answer. */
export function tableOf(wave: WaveFacts, language: Language): (string | number)[][] {
	return wave.figures.distributions.flatMap(({ question: key, options }) => {
		const question = wave.asked.questions.find((one) => one.key === key);
		if (!question || question.kind === "open") return [];
		const known = optionsOf(question);
		return options.map((option) => [
			question.words[language],
			known.find((one) => one.key === option.key)?.words[language] ?? option.key,
			option.count,
			Math.round(option.share * 1000) / 10,
		]);
	});
}
