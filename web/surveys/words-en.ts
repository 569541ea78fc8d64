import { counted, formatDay, formatNumber, formatShare } from "../parts/format";
import type { zh } from "./words-zh";

type Days = { firstDay: string; lastDay: string };
type Cost = { answers: number; requests: number; rows: number; shareOfDay: number; aDay: number };
type Below = { units: number; adults: number; unknown: number; cost: Cost };

/** The officers' side of surveys in English. */
export const en: typeof zh = {
	title: "Satisfaction survey",
	/** With its year, as a result is read years later. */
	days: ({ firstDay, lastDay }: Days) =>
		`${formatDay(firstDay, "en")} – ${formatDay(lastDay, "en", lastDay.slice(0, 4) === firstDay.slice(0, 4) ? "short" : "full")}`,
	/** Beside its year. */
	shortDays: ({ firstDay, lastDay }: Days) =>
		`${formatDay(firstDay, "en", "short")} – ${formatDay(lastDay, "en", "short")}`,
	states: {
		planned: "not begun",
		open: "running",
		ended: "over, to be closed",
		sealing: "being closed",
		closed: "closed",
	},
	open: "Open a survey",
	questionnaires: "Questionnaires",
	waves: "Surveys so far",
	trend: "Over the years",
	trendNote: "upright lines are 95 % intervals",
	earlier: "Earlier surveys",
	shown: (count: number) => counted(count, "survey", "surveys"),
	empty: {
		verb: "Ask",
		missing: "No survey yet.",
		step: "Open one with the ready questionnaire, print the poster and the slips, and ask people.",
	},
	heads: {
		wave: "Survey",
		answers: "Answers / slips",
		share: "Satisfied",
		interval: "95 % interval",
		verdict: "Verdict",
		answer: "Answer",
		count: "Count",
	},
	withheld: "not published",
	reference: "for reference only",
	answersOf: (answers: number | null, of: number | null) =>
		answers === null
			? "–"
			: of === null
				? formatNumber(answers, "en")
				: `${formatNumber(answers, "en")} / ${formatNumber(of, "en")}`,
	interval: (lower: number, upper: number) =>
		`${formatNumber(lower * 100, "en", 1)}–${formatNumber(upper * 100, "en", 1)}`,
	back: "Surveys",
	backToWave: "This survey",
	cancel: "Cancel",

	verdict: {
		met: (target: number) => `More than ${target} % are satisfied, and that is certain.`,
		missed: (target: number) => `Fewer than ${target} % are satisfied, and that is certain.`,
		openAbove: (target: number) => `It looks enough, but is not yet proof of ${target} %.`,
		openBelow: (target: number) => `It looks short, but is not yet proof of missing ${target} %.`,
	},
	intervalSentence: (lower: string, upper: string) => `Interval ${lower} to ${upper}.`,
	further: (answers: number) =>
		`About ${counted(answers, "more answer like these", "more answers like these")} could settle it.`,
	tooFew: "Fewer than 10 answers: nothing is published.",
	withheldHere: "Not published here: fewer than 10 answers, or somewhere else could be worked out from it.",
	tooFewNow:
		"Fewer than 10 answers so far. From 10 on the figures move in steps of 10, so that nobody's answer can be told.",
	steps: "While the survey runs, figures move in steps of 10; what is sealed at the end is what counts.",
	nothingSealed:
		"Its days are over and no more answers are taken. Close it to seal the figures and see the result.",
	sealingNow: "It is being closed, and no more answers are taken. The result stands here once it is sealed.",
	answersSoFar: "Answers so far",
	sheets: "answers",
	response: "Response rate",
	responseNote: (of: number) => `of ${formatNumber(of, "en")} adults`,
	answers: "Answers",
	handedOut: (of: number) => `/ ${formatNumber(of, "en")} slips`,
	aware: "Awareness",
	awareNote: "target 100 %",
	participation: "Took part",
	women: "Women among them",
	keyedIn: "Keyed in from paper",
	counts: "Counts as satisfied",
	noBase: "Fewer than 10 answered this: not published.",
	base: (people: number) => `${formatNumber(people, "en")} answered`,

	rule: "How it is worked out",
	formula: {
		all: "Share satisfied = (very satisfied + satisfied) ÷ all who answered the question; “I don't know” stays in the denominator.",
		known:
			"Share satisfied = (very satisfied + satisfied) ÷ those who answered the question and did not choose “I don't know”.",
	},
	formulaInterval: (adults: number | null) =>
		adults === null
			? "The interval is Wilson's at 95 %; the number of adults is not registered, so it is not corrected for it."
			: `The interval is Wilson's at 95 %, for a population of ${formatNumber(adults, "en")} adults; if everybody answered it would have no width.`,
	formulaTree: (units: number) =>
		`${counted(units, "unit weighs its", "units weigh their")} adults (a stratified share). The interval is a 95 % Wilson interval with the number of answers that the strata are worth, corrected for each unit's population. Units without answers stand with the others that are withheld, under these others' share.`,
	formulaMore: (adults: number, answers: number) =>
		`${formatNumber(answers, "en")} answers are more than the ${formatNumber(adults, "en")} adults registered: that number may be wrong, so the interval is not corrected for it.`,
	formulaVerdict: (target: number) =>
		`Met: the whole interval lies at or above ${target} %. Missed: wholly below. Open: it spans ${target} %.`,
	onlySampling:
		"The interval covers sampling error only: whoever scanned chose to, and it cannot know what the others think. Read it with the response rate.",
	formulaAware:
		"Awareness counts people: whoever has two of the three knowledge questions right is aware; whoever left all three blank is not counted. A blank question is in no base.",
	smallBases:
		"Nothing is shown on fewer than 10 people; 10 to 29 is for reference only; from 30 on it is published.",
	digest: "Seal",
	digestNote: "Worked out from the rule and every count. Change one figure and it no longer fits.",

	poster: "Print the poster",
	slips: "Print the slips",
	keyIn: "Key in paper answers",
	close: "Close the survey",
	notice: "Print a notice",
	remarks: "What people wrote",
	codeBook: "Code book .csv",
	facts: "This survey",
	factsAsked: "Asked",
	factsEntry: "Who may answer",
	entry: { slip: "with a slip's code, once each", anyone: "whoever scans the poster; slips are taken too" },
	factsSlips: "Slips",
	factsSlipsNote: (slips: number) => formatNumber(slips, "en"),
	factsTarget: "Target",
	factsOpener: "Opened by",
	fromAbove: {
		unit: "the level above; this association hands out its slips",
		opener: "the level above, which hands out the slips and keeps the ballot box",
	},
	factsPoints: "In points",
	pointScales: {
		"100-80-60-30-0":
			"very satisfied 100, satisfied 80, in between 60, dissatisfied 30, very dissatisfied 0; “I don't know” not scored",
		"100-75-55":
			"very satisfied 100, satisfied 75, in between 55, the two below 0; “I don't know” not scored",
	},
	factsAssessors: "Residents and assessors",
	proportion: (assessors: number) => `residents ${100 - assessors} %, assessors ${assessors} %`,
	factsRule: "Rule",
	denominator: { all: "“I don't know” stays in the denominator", known: "“I don't know” is left out" },
	factsAdults: "Adults",
	people: (adults: number | null) => (adults === null ? "not registered" : formatNumber(adults, "en")),

	form: {
		questionnaire: "Questionnaire",
		questionnaireHint: "See what each asks, or make one of your own",
		firstDay: "From",
		lastDay: "Until",
		lastDayHint: "this day included",
		target: "Target (%)",
		denominator: "“I don't know”",
		denominators: {
			all: "stays in the denominator (national indicator 8)",
			known: "is left out (as some places count)",
		},
		entry: "Who may answer",
		entries: {
			slip: "only with a slip's code, once each (recommended)",
			anyone: "whoever scans the poster, up to a ceiling a day",
		},
		slips: "How many slips",
		slipsHint: "24 on a sheet of A4. They may lie unused, and more can be printed later.",
		adultsLink: "Register it",
		scope: "Whom to ask",
		scopes: {
			here: "This association alone",
			below: (units: number) => `All ${units} associations at the bottom of the tree below, at once`,
		},
		about: (title: string) =>
			`It asks about this activity: ${title}. The poster names it, and whoever came scans it.`,
		points: "In points",
		pointsHint: "Some assessments want points, not a share",
		noPoints: "No points",
		assessors: "Share of the assessors' marks (%)",
		assessorsHint: "0 leaves it to the residents. For residents 70 and assessors 30, write 30.",
		criteria: "What assessors mark",
		criteriaHint:
			"One a line, with its most points; “veto” for what fails everything. Of no matter without assessors.",
		issuer: "Who prints and hands out the slips",
		issuers: {
			unit: "Each association its own",
			opener: "This level, which keys in the paper too: whoever is assessed doesn't hold the ballot box",
		},
		costBelow: ({ units, adults, unknown, cost }: Below) =>
			`${units} associations below with ${formatNumber(adults, "en")} adults${unknown > 0 ? ` (${unknown} have none on record)` : ""}. Opening writes ${formatNumber(units + 2, "en")} rows; if everybody answered in one day, that is ${formatNumber(cost.requests, "en")} requests and ${formatNumber(cost.rows, "en")} rows, ${formatShare(cost.shareOfDay, "en")} of the free day.${cost.shareOfDay > 1 ? ` One free day takes ${formatNumber(cost.aDay, "en")} answers: hand the slips out over several days, township by township.` : ""}`,
		submit: "Open the survey",
		adults: (adults: number | null) =>
			adults === null
				? "The number of adults is not registered yet; with it the interval is narrower."
				: `${formatNumber(adults, "en")} adults live here.`,
	},
	cost: ({ answers, requests, rows, shareOfDay }: Cost) =>
		`Even if all ${formatNumber(answers, "en")} adults answer in one evening, that is ${formatNumber(requests, "en")} requests and ${formatNumber(rows, "en")} rows: ${formatShare(shareOfDay, "en")} of a free day.`,

	assessment: {
		title: "Assessors' marks",
		open: "Marks",
		total: "Total",
		notYet: "No total yet: it takes a closed survey, ten answers of residents, and somebody's marks",
		vetoed: "Vetoed: the total is nothing",
		formula: (residents: number, assessors: number, ofResidents: string, mean: string) =>
			`Total = residents ${ofResidents} × ${residents} % + assessors' mean ${mean} × ${assessors} %`,
		residentsAre: {
			share: "The residents' side is the share satisfied, out of 100.",
			points:
				"The residents' side is the mean of their levels in points, out of 100; “I don't know” is not scored.",
		},
		assessors: (count: number) => counted(count, "assessor", "assessors"),
		marks: "Marks",
		item: "Item",
		outOf: "Out of 100",
		veto: "veto",
		applies: "vetoed",
		give: "Give marks",
		signed: (name: string) => `Signed: ${name}`,
		note: "Note",
		submit: "Save the marks",
		saved: "The marks are saved. They can be changed until the survey is closed.",
	},
	units: {
		result: "See the result",
		heading: "Opened for those below",
		unit: "Association",
		units: "Associations",
		closed: "closed",
		closedOf: (closed: number, units: number) => `${closed} of ${units} closed`,
		answers: "Answers so far",
		below10: "below 10",
		steps: "Updated at every ten.",
		slips: "Slips",
		print: "Print",
		keyIn: "Key in paper",
		lags: "few answers",
		remind: "Remind them",
		reminderTitle: "Associations with few answers yet",
		reminderLead: (days: string, enough: number) =>
			`Survey of ${days}: these have fewer than ${enough} answers yet.`,
		reminderNone: "Every association has 30 answers or more.",
		reminderLine: (name: string, answers: number | null) =>
			`${name} (${answers === null ? "below 10" : answers})`,
		reminderFoot: (day: string) =>
			`Until ${formatDay(day, "en", "short")}. Please hand the slips out; whoever has no phone fills in paper.`,
		paste: "To be pasted into a chat as it stands:",
		copy: "Copy",
		copied: "Copied",
	},
	opened: "The survey is open. Next: print the poster and the slips.",
	closedNow: "The survey is closed and its figures are sealed.",
	closing: {
		title: "Close the survey",
		handedOut: "How many slips were handed out",
		handedOutHint: "The response rate divides by this. Without slips write 0: it then divides by the adults.",
		what: "No more answers are taken and the figures are sealed. This can't be undone.",
		everywhere:
			"It closes in all units at once. Slips handed out are taken to be those that lay ready in each.",
		submit: "Close and seal",
		confirm: "It can't be opened again. Close it?",
		early: (day: string) =>
			`It was to run until ${formatDay(day, "en", "short")}; closing now ends it early.`,
		again: "An answer came in at this very moment, so it is not closed yet. Please press once more.",
		closed: "This survey was closed before and its figures are sealed; the number typed now was not kept.",
		goingOn: "It is being closed, and no more answers are taken.",
		done: (done: number, parts: number) => `${done} of ${parts} steps done`,
		leave:
			"You may leave and go on later; so may anybody else who runs surveys here. There is no result until it is done.",
		goOn: "Go on",
	},

	slip: {
		title: "Tell us",
		lead: (questions: string) => `How is the association doing? ${questions} questions, no names.`,
		foot: (day: string) =>
			`One answer each, until ${formatDay(day, "en", "short")}. No phone? Fill in a paper copy.`,
		sheet: (sheet: number, sheets: number) => `Sheet ${sheet} of ${sheets}`,
		how: "Cut along the dashes, shuffle, and never note who got which. Printed again, codes and order are the same, and nothing tells which were used.",
		earlier: "Earlier sheets",
		later: "Later sheets",
		none: "No slips were made for this survey.",
		more: "How many in all",
		add: "Add slips",
		closed: "The survey is closed: no more slips can be added.",
	},
	posterWords: {
		lead: (questions: string) => `${questions} questions, one minute, no names`,
		withSlip: "Scan, then type the code on your slip. No slip? Ask the association for one.",
		free: "Scan with a phone and answer. If you have a slip, type its code.",
		foot: (day: string) => `Until ${formatDay(day, "en", "short")}. No phone? Fill in a paper copy.`,
		scan: "QR code of the survey's address",
	},
	noticeWords: {
		title: (year: string) => `Result of the residents' survey ${year}`,
		lead: (days: string, answers: number, of: string) =>
			`Residents were asked from ${days}; ${counted(answers, "answer", "answers")} came in${of}. The result:`,
		of: (slips: number, share: string) =>
			` (${counted(slips, "slip", "slips")} handed out, response rate ${share})`,
		item: "Item",
		result: "Result",
		satisfied: "Satisfied",
		interval: "95 % interval",
		target: "Target",
		verdict: "Verdict",
		points: "Residents, in points",
		mean: "Assessors, on average",
	},
	copies: "Print paper copies",
	paperCopy: {
		title: "Print paper copies",
		lead: "No names. Tick one ring for each question.",
		code: "Code on your slip:",
		mark: "tick one number: 0 is the lowest, 10 the highest",
		foot: "Fold it and put it into the box. It is keyed in by the association under this survey's rule.",
	},
	paper: {
		title: "Key in paper answers",
		lead: "One paper copy at a time. How many were keyed in stands beside the result.",
		code: "Code on the paper",
		codeOptional: "may be left empty",
		submit: "Keep this one",
		saved: "Kept. The next one can be keyed in.",
		blank: "blank",
		setbacks: {
			used: "This code was used already; nothing was added.",
			forged: "There is no such code. Compare it with the paper.",
			malformed: "A code has eight letters and digits.",
			missing: "This survey takes paper copies with a code only.",
			another: "This form was kept once with other answers. Press again to keep this one as well.",
			ceiling: "The survey was closed just now; nothing was added.",
			full: "Today's free rows are used up, so this was not added. Keep the paper and key it in tomorrow.",
			unsure:
				"The database gave no word, so whether it was added is not known. Press again: it is never counted twice.",
		},
	},
	below: {
		heading: "Associations below",
		unit: "Name",
		shares: "Satisfied, with interval",
		total: "Together (weighted by adults)",
		none: "no closed survey",
		key: (target: number) =>
			`● interval wholly at or above ${target} %　◐ spans ${target} %　○ wholly below ${target} %.`,
		naive: (mean: string, weighted: string) =>
			`The plain mean is ${mean}, weighted ${weighted}: associations differ in size, so the weighted share is the result.`,
		left: (withheld: number) =>
			`${counted(withheld, "association", "associations")} with fewer than 10 answers: not published, and in no sum, so that nothing can be worked out by subtracting.`,
		more: (shown: number) => `Only ${shown} are listed here, and the total is of these ${shown}.`,
		sampling: "Intervals cover sampling error only.",
	},
	check: {
		print: "Fingerprint of the published tables",
		printNote:
			"Worked out from the published tables (SHA-256); anybody can do so again. What is withheld is not in them.",
		same: (answers: string, share: string, interval: string) =>
			`Your browser has just worked it out again from the published tables: ${answers} answers, ${share} satisfied, interval ${interval}, the verdict, awareness and the tables' fingerprint all agree with this page.`,
		different:
			"Your browser worked it out again from the published tables, and it does not agree with this page. Please tell whoever runs this site.",
	},
	tree: {
		map: "The whole tree at one look, a point a unit",
		left: (withheld: number) =>
			`${withheld} not published: fewer than 10 answers, or another could be worked out from it. They are in the total, those of one place together as one, weighted by adults.`,
	},
	crossed: {
		by: (question: string) => `Satisfied, by “${question}”`,
		group: "Who",
		people: "Answers",
		and: ", ",
		blank: "left it blank",
		note: "Those who didn't say stand with the smallest group. Where a group has fewer than 10 people the table is not published.",
	},
	fileHeads: {
		...{ from: "From", to: "Until", state: "State", answers: "Answers", slips: "Handed out" },
		...{ lower: "Interval from", upper: "Interval to" },
	},
};
