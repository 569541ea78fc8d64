/**
 * Signs that answers may not be people's own, for somebody to look into. They rest on counts alone: of the time and the order
 * of answers nothing is kept. A sign changes no figure and takes no answer away.
 */
import { optionsOf, type Questionnaire } from "../questionnaire/rules";
import { wilson } from "./rules";

/** More answers than adults or than slips; far more answers all alike, straight down one column, or keyed in than elsewhere. */
export const signKinds = ["beyond-adults", "beyond-slips", "identical", "straight", "paper"] as const;

/** A sign with the share of answers that bear it, in whole tens of a percent, or how many answers there are of how many. */
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

/** From which share on it is a sign, beside others and alone. */
const shares = {
	identical: { beside: 0.4, alone: 0.8 },
	straight: { beside: 0.2, alone: 0.5 },
	paper: { beside: 0.5, alone: 1.1 },
} as const;

/** The signs of a unit: beside the others of its wave where there are any to compare with. */
export function signsOf(unit: Looked, others: readonly Looked[]): Sign[] {
	const { answers, adults, handedOut, bySlip } = unit;
	const beyondAdults = adults !== null && adults > 0 && answers > adults;
	const beyondSlips = handedOut > 0 && bySlip > handedOut;
	return [
		...(beyondAdults ? [{ kind: "beyond-adults" as const, share: null, of: adults }] : []),
		...(beyondSlips ? [{ kind: "beyond-slips" as const, share: null, of: handedOut }] : []),
		...(["identical", "straight", "paper"] as const).flatMap((kind): Sign[] =>
			stands(kind, unit, others)
				? [{ kind, share: Math.floor((countOf(kind, unit) / answers) * 10) / 10, of: null }]
				: [],
		),
	];
}

type Kind = keyof typeof shares;

const countOf = (kind: Kind, { identical, straight, byPaper }: Looked) =>
	({ identical, straight, paper: byPaper })[kind];

/** Whether a share lies so far above the others' that chance doesn't explain it: its lower bound is twice theirs. */
function stands(kind: Kind, unit: Looked, others: readonly Looked[]): boolean {
	if (unit.answers < fewest) return false;
	const lower = wilson(countOf(kind, unit) / unit.answers, unit.answers, 1).lower;
	const compared = others.filter(({ answers }) => answers >= fewest);
	if (compared.length < 2) return lower >= shares[kind].alone;
	const usual =
		compared.reduce((sum, one) => sum + countOf(kind, one), 0) /
		compared.reduce((sum, { answers }) => sum + answers, 0);
	return lower >= Math.max(shares[kind].beside, 2 * usual);
}

/**
 * The columns that somebody may tick down: by place, the option of each question that is asked of everybody. Nothing where
 * straight down is what a contented person would tick: without three questions, or without one that has a right answer.
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
