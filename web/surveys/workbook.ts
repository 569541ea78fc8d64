/**
 * A closed survey taken out: its published tables with a code book. Everything here comes from the facts of the page, so
 * what is withheld there is not in the file either; no line is one answer.
 */
import { type Counted, optionsOf, type Question } from "../../worker/surveys/questionnaire/rules";
import { baseClassOf } from "../../worker/surveys/score/rules";
import type { Language } from "../../worker/values/language";
import { type Cell, type Sheet, type SheetColumn, sheetOf } from "../parts/sheet";
import { verdictWord } from "../parts/verdict";
import type { WaveFacts } from "./facts";
import { treeSheet } from "./files";
import { sentencesOf } from "./rule";
import { words as pages } from "./words";
import { words } from "./workbook-words";

/** The tables of a wave, and behind them in a workbook its figures, those below, the code book and the rule. */
export function workbookOf(wave: WaveFacts, place: string, language: Language): Sheet {
	const days = pages[language].days(wave);
	return {
		...tablesSheet(wave, days, language),
		also: [
			figuresSheet(wave, language),
			...(wave.figures.below.length > 0
				? [{ ...treeSheet(wave, days, language), title: below(language) }]
				: []),
			codeBook(wave, language),
			ruleSheet(wave, place, language),
		],
	};
}

const below = (language: Language) => pages[language].below.heading;

type TableRow = {
	code: string;
	question: string;
	group: string;
	option: string;
	answer: string;
	count: number;
	base: number;
	reference: boolean;
};

/** One line for each answer to each question, then for each group of people. */
function tablesSheet(wave: WaveFacts, days: string, language: Language): Sheet {
	const say = words[language];
	const columns: SheetColumn<TableRow>[] = [
		{ head: say.heads.code, cell: ({ code }) => code },
		{ head: say.heads.question, wide: 40, cell: ({ question }) => question },
		{ head: say.heads.group, cell: ({ group }) => group },
		{ head: say.heads.option, cell: ({ option }) => option },
		{ head: say.heads.answer, wide: 24, cell: ({ answer }) => answer },
		{ head: say.heads.count, is: "number", cell: ({ count }) => count },
		{ head: say.heads.base, is: "number", cell: ({ base }) => base },
		{ head: say.heads.share, is: "share", cell: ({ count, base }) => share(count / base) },
		{
			head: say.heads.note,
			cell: ({ reference }) => (reference ? pages[language].reference : null),
		},
	];
	const rows = [...answerRows(wave, language), ...awareRows(wave, language), ...groupRows(wave, language)];
	return sheetOf(`${pages[language].title} ${days}`, columns, rows);
}

const share = (of: number | undefined) =>
	of === undefined || !Number.isFinite(of) ? null : Math.round(of * 1000) / 1000;

const counted = ({ asked }: WaveFacts) =>
	asked.questions.filter((question): question is Counted => question.kind !== "open");

const answerRows = (wave: WaveFacts, language: Language): TableRow[] =>
	counted(wave).flatMap((question) => {
		const table = wave.figures.distributions.find((one) => one.question === question.key);
		return (table?.options ?? []).map(({ key, count }) => ({
			code: question.key,
			question: question.words[language],
			group: words[language].everybody,
			...{ option: key, answer: wordOf(question, key, language), count },
			...{ base: table?.base ?? 0, reference: table?.reference ?? false },
		}));
	});

function awareRows({ figures }: WaveFacts, language: Language): TableRow[] {
	const { aware } = figures;
	if (!aware) return [];
	const say = words[language];
	return (["yes", "no"] as const).map((option) => ({
		...{ code: "aware", question: language === "zh" ? say.awareZh : say.awareEn, group: say.everybody },
		...{ option, answer: say.aware[option] },
		count: option === "yes" ? aware.count : aware.base - aware.count,
		...{ base: aware.base, reference: aware.reference },
	}));
}

/** Satisfaction by sex and age, as its page shows it: the published levels of each group. */
const groupRows = (wave: WaveFacts, language: Language): TableRow[] => {
	const satisfaction = counted(wave).find(({ role }) => role === "satisfaction");
	if (!satisfaction) return [];
	return (wave.published?.crossed ?? []).flatMap(({ by, groups }) => {
		const attribute = counted(wave).find(({ key }) => key === by);
		return groups.flatMap(({ keys, levels }) => {
			const base = Object.values(levels).reduce((sum, count) => sum + count, 0);
			const group = keys
				.map((key) => (key && attribute ? wordOf(attribute, key, language) : pages[language].crossed.blank))
				.join(pages[language].crossed.and);
			return Object.entries(levels).map(([option, count]) => ({
				...{ code: satisfaction.key, question: satisfaction.words[language] },
				group: `${by}: ${group}`,
				...{
					option,
					answer: wordOf(satisfaction, option, language),
					count,
					base,
					reference: baseClassOf(base) !== "published",
				},
			}));
		});
	});
};

function wordOf(question: Counted, key: string, language: Language): string {
	return optionsOf(question).find((option) => option.key === key)?.words[language] ?? key;
}

type FigureRow = {
	figure: string;
	value?: number | null;
	share?: number | undefined;
	lower?: number | undefined;
	upper?: number | undefined;
	base?: number | undefined;
	note?: Cell;
};

/** The page's figures, one a line; what is withheld says so. */
function figuresSheet(wave: WaveFacts, language: Language): Sheet {
	const [say, page, { figures }] = [words[language], pages[language], wave];
	const { score, response } = figures;
	const noted = (reference: boolean) => (reference ? page.reference : null);
	const shares = [
		[page.aware, figures.aware],
		[page.participation, figures.participation],
		[page.women, figures.women],
		[page.keyedIn, figures.keyedIn],
	] as const;
	const rows: FigureRow[] = [
		{ figure: page.answers, value: figures.answers, note: figures.answers === null ? say.withheld : null },
		...(response
			? [
					{
						figure: page.response,
						share: response.share,
						base: response.of,
						note: response.slips ? say.handedOut : say.adults,
					},
				]
			: []),
		score
			? {
					...{ figure: say.satisfied, share: score.share, lower: score.lower, upper: score.upper },
					...{ base: score.answered, note: verdictWord(score.verdict.kind, language) },
				}
			: { figure: say.satisfied, note: say.withheld },
		...(figures.naive === null ? [] : [{ figure: say.naive, share: figures.naive }]),
		...shares.map(([figure, of]) =>
			of
				? { figure, value: of.count, share: of.share, base: of.base, note: noted(of.reference) }
				: { figure, note: say.withheld },
		),
	];
	const columns: SheetColumn<FigureRow>[] = [
		{ head: say.figureHeads.figure, wide: 28, cell: ({ figure }) => figure },
		{ head: say.figureHeads.value, is: "number", cell: ({ value }) => value ?? null },
		{ head: say.figureHeads.share, is: "share", cell: (row) => share(row.share) },
		{ head: say.figureHeads.lower, is: "share", cell: (row) => share(row.lower) },
		{ head: say.figureHeads.upper, is: "share", cell: (row) => share(row.upper) },
		{ head: say.figureHeads.base, is: "number", cell: ({ base }) => base ?? null },
		{ head: say.figureHeads.note, wide: 28, cell: ({ note }) => note ?? null },
	];
	return sheetOf(say.figures, columns, rows);
}

type BookRow = { question: Question | null; code: string; kind: string; zh: string; en: string } & {
	option?: string;
	optionZh?: string;
	optionEn?: string;
	note?: string | null;
};

/** What every code of the tables means, in both languages: question by question, answer by answer. */
export function codeBook(wave: WaveFacts, language: Language): Sheet {
	const say = words[language];
	const known = new Set(wave.figures.distributions.map(({ question }) => question));
	const rows = wave.asked.questions.flatMap((question): BookRow[] => {
		const { key: code, words: text, onlyIf } = question;
		const head = { question, code, kind: say.kinds[question.kind], zh: text.zh, en: text.en };
		const notes = [
			onlyIf && say.onlyIf(onlyIf.question, onlyIf.option),
			question.kind === "open"
				? say.texts
				: wave.figures.answers !== null && !known.has(code) && say.withheld,
		].filter(Boolean);
		const first = { ...head, note: notes.join("; ") };
		if (question.kind === "open") return [first];
		return [
			first,
			...optionsOf(question).map(({ key, words: option, right }) => ({
				...{ ...head, option: key, optionZh: option.zh, optionEn: option.en },
				note: right ? say.right : question.role === "satisfaction" && /^[45]$/.test(key) ? say.counts : null,
			})),
		];
	});
	const aware = { question: null, code: "aware", kind: say.kinds.choice, zh: say.awareZh, en: say.awareEn };
	const columns: SheetColumn<BookRow>[] = [
		{ head: say.bookHeads.code, cell: ({ code }) => code },
		{ head: say.bookHeads.kind, cell: ({ kind }) => kind },
		{ head: say.bookHeads.zh, wide: 36, cell: ({ zh }) => zh },
		{ head: say.bookHeads.en, wide: 36, cell: ({ en }) => en },
		{ head: say.bookHeads.option, cell: ({ option }) => option ?? null },
		{ head: say.bookHeads.optionZh, wide: 20, cell: ({ optionZh }) => optionZh ?? null },
		{ head: say.bookHeads.optionEn, wide: 20, cell: ({ optionEn }) => optionEn ?? null },
		{ head: say.bookHeads.note, wide: 36, cell: ({ note }) => note || null },
	];
	return sheetOf(say.book, columns, [
		...rows,
		{ ...aware, note: say.awareNote },
		{ ...aware, option: "yes", optionZh: words.zh.aware.yes, optionEn: words.en.aware.yes },
		{ ...aware, option: "no", optionZh: words.zh.aware.no, optionEn: words.en.aware.no },
	]);
}

/** Under which rule the tables are read, and what they don't say. */
function ruleSheet(wave: WaveFacts, place: string, language: Language): Sheet {
	const [say, page] = [words[language], pages[language]];
	const rows: [string, string | null][] = [
		[say.unit, place],
		[say.days, page.days(wave)],
		[say.asked, say.version(wave.asked.name[language], wave.version)],
		[say.target, `${wave.target} %`],
		[say.denominator, page.denominator[wave.denominator]],
		...sentencesOf(wave, { language }).map((sentence): [string, string] => [say.sentence, sentence]),
		[say.digest, wave.digest],
		[say.print, wave.print],
	];
	const columns: SheetColumn<[string, string | null]>[] = [
		{ head: say.ruleHeads.what, wide: 20, cell: ([what]) => what },
		{ head: say.ruleHeads.says, wide: 90, cell: ([, says]) => says },
	];
	return sheetOf(say.rule, columns, rows);
}
