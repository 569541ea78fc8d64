import type { Language } from "../../worker/values/language";
import { type SheetColumn, sheetOf } from "../parts/sheet";
import { verdictWord } from "../parts/verdict";
import type { BelowFacts, ScoreFacts, WaveFacts, WaveLine, WaveUnitsFacts } from "./facts";
import type { MapNode } from "./map";
import { words as map } from "./map-words";
import { answerWords, questionWords, type TrendsFacts } from "./trends";
import { words as trends } from "./trends-words";
import { words } from "./words";

const share = (of: number | undefined) => (of === undefined ? null : Math.round(of * 1000) / 1000);

/** The surveys of an association as a file. What is withheld on the page is not here either. */
export function waveSheet(waves: readonly WaveLine[], next: string | null, language: Language) {
	const say = words[language];
	const score = (wave: WaveLine): ScoreFacts | null => wave.figures.score;
	const columns: SheetColumn<WaveLine>[] = [
		{ head: say.fileHeads.from, is: "day", cell: ({ firstDay }) => firstDay },
		{ head: say.fileHeads.to, is: "day", cell: ({ lastDay }) => lastDay },
		{ head: say.fileHeads.state, wide: 10, cell: ({ state }) => say.states[state] },
		{ head: say.fileHeads.answers, is: "number", cell: ({ figures }) => figures.answers },
		{ head: say.fileHeads.slips, is: "number", cell: ({ figures }) => figures.response?.of ?? null },
		{ head: say.heads.share, is: "share", cell: (wave) => share(score(wave)?.share) },
		{ head: say.fileHeads.lower, is: "share", cell: (wave) => share(score(wave)?.lower) },
		{ head: say.fileHeads.upper, is: "share", cell: (wave) => share(score(wave)?.upper) },
		{
			head: say.heads.verdict,
			cell: (wave) => {
				const verdict = wave.state === "closed" ? score(wave)?.verdict.kind : undefined;
				return verdict ? verdictWord(verdict, language) : null;
			},
		},
	];
	return sheetOf(say.title, columns, waves, { next });
}

/** Those below, side by side in a year, as a file. */
export function belowSheet({ year, units }: BelowFacts, language: Language) {
	const say = words[language];
	const of = (unit: BelowFacts["units"][number]) => (typeof unit.share === "string" ? null : unit.share);
	const columns: SheetColumn<BelowFacts["units"][number]>[] = [
		{ head: say.below.unit, wide: 28, cell: ({ name }) => name },
		{ head: say.fileHeads.answers, is: "number", cell: (unit) => of(unit)?.answered ?? null },
		{ head: say.heads.share, is: "share", cell: (unit) => share(of(unit)?.share) },
		{ head: say.fileHeads.lower, is: "share", cell: (unit) => share(of(unit)?.lower) },
		{ head: say.fileHeads.upper, is: "share", cell: (unit) => share(of(unit)?.upper) },
		{
			head: say.heads.verdict,
			cell: (unit) => {
				const verdict = unit.share === "withheld" ? "withheld" : of(unit)?.verdict.kind;
				return verdict ? verdictWord(verdict, language) : null;
			},
		},
	];
	return sheetOf(`${say.title}-${year}`, columns, units);
}

/** The units of a wave that asked many, as a file. */
export function treeSheet({ figures }: WaveFacts, days: string, language: Language) {
	const say = words[language];
	type Child = WaveFacts["figures"]["below"][number];
	const columns: SheetColumn<Child>[] = [
		{ head: say.below.unit, wide: 28, cell: ({ name }) => name },
		{ head: say.fileHeads.answers, is: "number", cell: ({ answers }) => answers },
		{ head: say.fileHeads.slips, is: "number", cell: ({ handedOut }) => handedOut },
		{ head: say.heads.share, is: "share", cell: ({ score }) => share(score?.share) },
		{ head: say.fileHeads.lower, is: "share", cell: ({ score }) => share(score?.lower) },
		{ head: say.fileHeads.upper, is: "share", cell: ({ score }) => share(score?.upper) },
		{
			head: say.heads.verdict,
			cell: ({ score }) => verdictWord(score?.verdict.kind ?? "withheld", language),
		},
	];
	return sheetOf(`${say.title} ${days}`, columns, figures.below);
}

/** The units of a wave opened for those below, as a file: answers in steps of ten, none below ten. */
export function unitsSheet({ rows, ...wave }: WaveUnitsFacts, language: Language) {
	const say = words[language];
	const columns: SheetColumn<WaveUnitsFacts["rows"][number]>[] = [
		{ head: say.units.unit, wide: 28, cell: ({ name }) => name },
		{ head: say.factsAdults, is: "number", cell: ({ adults }) => adults },
		{ head: say.units.slips, is: "number", cell: ({ slips }) => slips },
		{ head: say.units.answers, is: "number", cell: ({ answers }) => answers },
		{ head: say.units.closed, is: "day", cell: ({ closedOn }) => closedOn },
	];
	return sheetOf(`${say.units.heading} ${say.days(wave)}`, columns, rows);
}

/** The whole tree of a closed wave as a file: what is withheld has its name and no figure. */
export function mapSheet(nodes: readonly MapNode[], days: string, language: Language) {
	const say = words[language];
	const names = new Map(nodes.map(({ id, name }) => [id, name]));
	const columns: SheetColumn<MapNode>[] = [
		{ head: map[language].unit, wide: 28, cell: ({ name }) => name },
		{ head: map[language].above, wide: 28, cell: ({ parent }) => names.get(parent ?? "") ?? null },
		{ head: map[language].answers, is: "number", cell: ({ answers }) => answers },
		{ head: say.heads.share, is: "share", cell: ({ score }) => share(score?.share) },
		{ head: say.fileHeads.lower, is: "share", cell: ({ score }) => share(score?.lower) },
		{ head: say.fileHeads.upper, is: "share", cell: ({ score }) => share(score?.upper) },
		{
			head: say.heads.verdict,
			cell: ({ score }) => verdictWord(score?.verdict.kind ?? "withheld", language),
		},
	];
	return sheetOf(`${map[language].title} ${days}`, columns, nodes);
}

/** Comparable questions over the waves, a line a share and wave. */
export function trendSheet(facts: TrendsFacts, language: Language) {
	const say = trends[language];
	const rows = facts.series.flatMap((series) =>
		facts.waves.map((wave, at) => ({ series, wave, figure: series.figures[at] ?? null })),
	);
	const columns: SheetColumn<(typeof rows)[number]>[] = [
		{
			head: say.question,
			wide: 36,
			cell: ({ series }) => questionWords(facts, series.question, { language }),
		},
		{ head: say.answer, wide: 20, cell: ({ series }) => answerWords(facts, series, { language }) },
		{ head: words[language].fileHeads.from, is: "day", cell: ({ wave }) => wave.firstDay },
		{ head: words[language].fileHeads.to, is: "day", cell: ({ wave }) => wave.lastDay },
		{ head: say.base, is: "number", cell: ({ figure }) => figure?.base ?? null },
		{ head: say.share, is: "share", cell: ({ figure }) => share(figure?.share) },
		{ head: say.lower, is: "share", cell: ({ figure }) => share(figure?.lower) },
		{ head: say.upper, is: "share", cell: ({ figure }) => share(figure?.upper) },
	];
	return sheetOf(say.title, columns, rows);
}
