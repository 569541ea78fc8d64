/**
 * Signs that answers may not be people's own, for somebody to look into. They rest on counts alone: of the time and the order
 * of answers nothing is kept. A sign changes no figure and takes no answer away.
 */
import { optionsOf, type Questionnaire } from "../questionnaire/rules";
import { wilson } from "./rules";

/** More answers than adults or than slips; far more answers all alike, straight down one column, or keyed in than elsewhere. */
export const signKinds = ["beyond-adults", "beyond-slips", "identical", "straight", "paper"] as const;

/** A sign with the share of answers that bear it, in whole tenths and rounded down, or how many answers there are of how many. */
export type Sign = { kind: (typeof signKinds)[number]; share: number | null; of: number | null };

/** What is counted of a unit's answers. */
export type Looked = {
	answers: number;
	adults: number | null;
	handedOut: number;
	bySlip: number;
	byPaper: number;
	/** How many people gave the commonest answer, word for word, and how many ticked the same place in every question. */
	identical: number;
	straight: number;
};

/** The fewest answers of which a share of this kind says anything. */
const fewest = 30;

/** No share is a sign. */
const never = Number.POSITIVE_INFINITY;

/**
 * From which share on it is a sign, beside others and alone. Where people are content, every fourth may well answer the same in
 * every question: identical answers need far more than that. Hardly anybody honest ticks one column down past a question that
 * has a right answer. Paper is a lawful way to answer, for a whole village too: it says something beside others only. Alone
 * there is no telling what is usual, so that a share must be hard to explain at all.
 */
const shares = {
	identical: { beside: 0.4, alone: 0.8 },
	straight: { beside: 0.2, alone: 0.5 },
	paper: { beside: 0.5, alone: never },
} as const;

/** What is usual in a wave: how many units have answers enough to compare with, and what is counted of them together. */
export type Usual = Record<Kind | "answers" | "units", number>;

/** What is usual among some units. */
export function usualOf(units: readonly Looked[]): Usual {
	const usual = { units: 0, answers: 0, identical: 0, straight: 0, paper: 0 };
	for (const unit of units) add(usual, unit, 1);
	return usual;
}

/** What is usual among all but one of them. */
export function usualBeside(unit: Looked, all: Usual): Usual {
	const others = { ...all };
	add(others, unit, -1);
	return others;
}

function add(usual: Usual, unit: Looked, times: 1 | -1): void {
	if (unit.answers < fewest) return;
	usual.units += times;
	usual.answers += times * unit.answers;
	for (const kind of ["identical", "straight", "paper"] as const) usual[kind] += times * countOf(kind, unit);
}

/** The signs of a unit: beside what is usual elsewhere in its wave, where there is anything to compare with. */
export function signsOf(unit: Looked, usual: Usual): Sign[] {
	const { answers, adults, handedOut, bySlip } = unit;
	const beyondAdults = adults !== null && adults > 0 && answers > adults;
	const beyondSlips = handedOut > 0 && bySlip > handedOut;
	return [
		...(beyondAdults ? [{ kind: "beyond-adults" as const, share: null, of: adults }] : []),
		...(beyondSlips ? [{ kind: "beyond-slips" as const, share: null, of: handedOut }] : []),
		...(["identical", "straight", "paper"] as const).flatMap((kind): Sign[] =>
			stands(kind, unit, usual)
				? [{ kind, share: Math.floor((countOf(kind, unit) / answers) * 10) / 10, of: null }]
				: [],
		),
	];
}

type Kind = keyof typeof shares;

const countOf = (kind: Kind, { identical, straight, byPaper }: Looked) =>
	kind === "paper" ? byPaper : kind === "straight" ? straight : identical;

/** Whether a share lies so far above the others' that chance doesn't explain it: its lower bound is twice theirs. */
function stands(kind: Kind, unit: Looked, usual: Usual): boolean {
	if (unit.answers < fewest) return false;
	const lower = wilson(countOf(kind, unit) / unit.answers, unit.answers, 1).lower;
	if (usual.units < 2) return lower >= shares[kind].alone;
	return lower >= Math.max(shares[kind].beside, (2 * usual[kind]) / usual.answers);
}

/**
 * The columns that somebody may tick down: by place, the option of each question that is asked of everybody. Nothing where
 * straight down is what a contented person would tick: with fewer than four questions, or without one that has a right answer.
 */
export function columnsOf({ questions }: Questionnaire): Record<string, string>[] {
	const asked = questions.flatMap((question) =>
		question.kind === "choice" && !question.onlyIf && question.role !== "sex" && question.role !== "age"
			? [question]
			: [],
	);
	if (asked.length < 4 || !asked.some(({ role }) => role === "knowledge")) return [];
	const shortest = Math.min(...asked.map((question) => optionsOf(question).length));
	return Array.from({ length: Math.min(3, shortest) }, (_, place) =>
		Object.fromEntries(asked.map(({ key, options }) => [key, options[place]?.key ?? ""])),
	);
}
