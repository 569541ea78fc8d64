import type { PointScale } from "../../tables/surveys";
import type { Criterion } from "../assessment/rules";
import { questionnaireIn } from "../questionnaire/ready";
import type { Questionnaire } from "../questionnaire/rules";
import { type Figures, figuresOf, liveFigures } from "../score/figures";
import { publish } from "../score/publish";
import type { Published } from "../score/published";
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
	/** Whether people are asked here, and not only below. */
	asksHere: boolean;
	handedOut: number;
	/** Under the deployment's secret, over everything that a closed wave's figures rest on. */
	digest: string | null;
	/** The tables that may be seen, from which all figures are worked out, and the SHA-256 of their text as it is kept. */
	published: Published | null;
	print: string | null;
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
	const {
		shown,
		counts,
		sealedAdults,
		digest,
		slips,
		handedOut,
		tables,
		content: _content,
		criteria,
		stoppedOn: _stoppedOn,
		...rest
	} = row;
	const asked = questionnaireIn(row);
	const published = publishedOf(row, asked);
	const reading = { ...row, questionnaire: asked };
	const reach = { adults: row.adults, handedOut: slips };
	return {
		...rest,
		criteria: criteria === null ? [] : JSON.parse(criteria),
		asked,
		state: waveStateOn(today, row),
		slips,
		asksHere: row.unit !== "",
		adults: published ? published.adults : row.adults,
		handedOut: published ? published.handedOut : slips,
		digest,
		published,
		figures: published ? figuresOf(published, reading) : liveFigures(parseCounts(shown).n ?? 0, reach),
	};
}

/** The published tables of a closed wave; one closed before they were kept is of one unit, and has them worked out. */
function publishedOf(row: WaveRow, questionnaire: Questionnaire): Published | null {
	if (row.tables !== null) return JSON.parse(row.tables);
	if (row.counts === null) return null;
	const { organisation: id, denominator } = row;
	const tally = {
		...{ counts: parseCounts(row.counts), crossed: {} },
		adults: row.sealedAdults,
		handedOut: row.handedOut ?? 0,
	};
	return publish([{ id, name: "", parent: null, tally }], { questionnaire, denominator }).get(id) ?? null;
}

const parseCounts = (text: string): Record<string, number> => JSON.parse(text);
