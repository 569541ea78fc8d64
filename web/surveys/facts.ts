/** What the officers' pages know of a wave. Figures come here already published: what is withheld is null. */
import * as v from "valibot";
import { formSchema } from "../../worker/http/body";
import { signKinds } from "../../worker/surveys/score/signs";
import { waveStates } from "../../worker/surveys/wave/rules";
import { denominators, issuers, pointScales } from "../../worker/tables/surveys";
import { questionFacts as asked, wordingFacts } from "./answer-facts";

const share = v.object({ share: v.number(), count: v.number(), base: v.number(), reference: v.boolean() });

const verdict = v.variant("kind", [
	v.object({ kind: v.literal("met") }),
	v.object({ kind: v.literal("missed") }),
	v.object({ kind: v.literal("open"), further: v.nullable(v.number()) }),
]);

export const scoreFacts = v.object({
	share: v.number(),
	lower: v.number(),
	upper: v.number(),
	satisfied: v.number(),
	answered: v.number(),
	reference: v.boolean(),
	verdict,
});

/** Under which of those below (−1: those withheld, together), how many of how many, of how many adults. */
const stratum = v.tuple([v.number(), v.number(), v.number(), v.nullable(v.number())]);

const groups = v.object({
	by: v.string(),
	groups: v.array(v.object({ keys: v.array(v.string()), score: scoreFacts })),
});

/** One directly below, side by side with the others; withheld ones are all alike. */
const child = v.object({
	id: v.string(),
	name: v.string(),
	units: v.number(),
	answers: v.nullable(v.number()),
	handedOut: v.nullable(v.number()),
	score: v.nullable(scoreFacts),
});

export const figuresFacts = v.object({
	units: v.number(),
	answers: v.nullable(v.number()),
	response: v.nullable(v.object({ share: v.number(), of: v.number(), slips: v.boolean() })),
	score: v.nullable(scoreFacts),
	naive: v.nullable(v.number()),
	aware: v.nullable(share),
	participation: v.nullable(share),
	women: v.nullable(share),
	distributions: v.array(
		v.object({
			question: v.string(),
			base: v.number(),
			reference: v.boolean(),
			options: v.array(v.object({ key: v.string(), count: v.number(), share: v.number() })),
		}),
	),
	crossed: v.array(groups),
	keyedIn: v.nullable(share),
	remarks: v.nullable(v.number()),
	below: v.array(child),
});

const counts = v.record(v.string(), v.number());

/** What somebody should look into at a unit. */
export const signFacts = v.object({
	kind: v.picklist(signKinds),
	share: v.nullable(v.number()),
	of: v.nullable(v.number()),
});

/** The tables that may be seen: all figures come from these, here and in whoever's browser checks them. */
const publishedFacts = v.object({
	units: v.number(),
	adults: v.nullable(v.number()),
	handedOut: v.number(),
	answers: v.nullable(v.number()),
	tables: v.record(v.string(), counts),
	paper: v.nullable(v.number()),
	remarks: v.nullable(v.number()),
	crossed: v.array(
		v.object({
			by: v.string(),
			groups: v.array(v.object({ keys: v.array(v.string()), levels: counts })),
		}),
	),
	below: v.array(v.omit(child, ["score"])),
	strata: v.partial(
		v.object({ satisfied: v.array(stratum), aware: v.array(stratum), took: v.array(stratum) }),
	),
	signs: v.optional(v.array(signFacts)),
	flagged: v.optional(v.number()),
});

const roles = ["satisfaction", "knowledge", "participation", "sex", "age", "plain"] as const;

const [choice, several, scale, number, open] = asked.options;
const knowing = v.array(
	v.object({ ...choice.entries.options.item.entries, right: v.optional(v.literal(true)) }),
);

/** A question as officers see it: with what it counts towards, and which answers are right. */
export const questionFacts = v.variant("kind", [
	v.object({ ...choice.entries, role: v.picklist(roles), options: knowing }),
	v.object({ ...several.entries, role: v.literal("plain") }),
	v.object({ ...scale.entries, role: v.literal("plain") }),
	v.object({ ...number.entries, role: v.literal("plain") }),
	v.object({ ...open.entries, role: v.literal("remark") }),
]);

/** A version of a questionnaire as officers see it. */
export const questionnaireFacts = v.object({
	key: v.string(),
	version: v.number(),
	name: wordingFacts,
	title: wordingFacts,
	questions: v.array(questionFacts),
	comparable: v.optional(v.array(v.string())),
});

const waveEntries = {
	id: v.string(),
	questionnaire: v.string(),
	version: v.number(),
	firstDay: v.string(),
	lastDay: v.string(),
	state: v.picklist(waveStates),
	closedOn: v.nullable(v.string()),
	target: v.number(),
	denominator: v.picklist(denominators),
	codeRequired: v.boolean(),
	adults: v.nullable(v.number()),
	slips: v.number(),
	handedOut: v.number(),
	/** Whether people are asked here, and not only below. */
	asksHere: v.boolean(),
	digest: v.nullable(v.string()),
	published: v.nullable(publishedFacts),
	print: v.nullable(v.string()),
	figures: figuresFacts,
	points: v.nullable(v.picklist(pointScales)),
	assessors: v.number(),
	organisation: v.string(),
	unit: v.string(),
	issuer: v.picklist(issuers),
	criteria: v.array(v.object({ key: v.string(), name: v.string(), most: v.number(), veto: v.boolean() })),
	activity: v.nullable(v.string()),
};

/** A wave of a list; what it asks stands on its own page. */
export const waveLineFacts = v.object(waveEntries);
export type WaveLine = v.InferOutput<typeof waveLineFacts>;

export const waveFacts = v.object({ ...waveEntries, asked: questionnaireFacts });
export type WaveFacts = v.InferOutput<typeof waveFacts>;
export type FiguresFacts = v.InferOutput<typeof figuresFacts>;
export type ScoreFacts = NonNullable<FiguresFacts["score"]>;

/** Organisations directly below, side by side in a year. */
export const belowFacts = v.object({
	year: v.number(),
	/** There are more below; shares and total are of those listed. */
	more: v.boolean(),
	target: v.number(),
	units: v.array(
		v.object({
			id: v.string(),
			name: v.string(),
			share: v.union([v.picklist(["none", "withheld"]), scoreFacts]),
			slips: v.nullable(v.number()),
		}),
	),
	total: v.object({
		score: v.nullable(
			v.object({
				share: v.number(),
				lower: v.number(),
				upper: v.number(),
				verdict: v.picklist(["met", "open", "missed"]),
			}),
		),
		naive: v.nullable(v.number()),
		answered: v.number(),
		slips: v.number(),
		counted: v.number(),
		withheld: v.number(),
		silent: v.number(),
	}),
});
export type BelowFacts = v.InferOutput<typeof belowFacts>;

const openedEntries = {
	id: v.string(),
	firstDay: v.string(),
	lastDay: v.string(),
	state: v.picklist(waveStates),
	units: v.number(),
	/** How many of them are closed. */
	closed: v.number(),
};
const openedFacts = v.object(openedEntries);

/** A wave that was opened for those below: unit by unit, in steps of ten. */
export const waveUnitsFacts = v.object({
	...openedEntries,
	title: wordingFacts,
	target: v.number(),
	denominator: v.picklist(denominators),
	codeRequired: v.boolean(),
	points: v.nullable(v.picklist(pointScales)),
	assessors: v.number(),
	issuer: v.picklist(issuers),
	/** The answers of all units, each as it stood at its last ten. */
	answers: v.number(),
	rows: v.array(
		v.object({
			id: v.string(),
			name: v.string(),
			adults: v.nullable(v.number()),
			slips: v.number(),
			/** Null below ten. */
			answers: v.nullable(v.number()),
			/** Fewer than are needed for its figures to stand firmly, and not closed. */
			lags: v.boolean(),
			closedOn: v.nullable(v.string()),
		}),
	),
});
export type WaveUnitsFacts = v.InferOutput<typeof waveUnitsFacts>;

export const waveListFacts = v.object({
	waves: v.array(waveLineFacts),
	next: v.nullable(v.string()),
	/** Null where nothing lies below. */
	below: v.nullable(belowFacts),
	/** The waves that were opened here for those below. */
	opened: v.array(openedFacts),
});

const cost = v.object({
	answers: v.number(),
	requests: v.number(),
	rows: v.number(),
	shareOfDay: v.number(),
	aDay: v.number(),
});

export const waveFormFacts = v.object({
	form: formSchema,
	/** What may be asked. */
	questionnaires: v.array(v.object({ id: v.string(), title: wordingFacts })),
	adults: v.nullable(v.number()),
	/** What it costs if every adult answers in one evening; null while nobody knows how many adults there are. */
	cost: v.nullable(cost),
	/** The same for all the lowest organisations below; null where there are none. */
	below: v.nullable(v.object({ units: v.number(), adults: v.number(), unknown: v.number(), cost })),
	/** The activity that it would ask about. */
	activity: v.nullable(v.object({ id: v.string(), title: v.string() })),
});

export const closingFormFacts = v.object({
	wave: waveFacts,
	form: formSchema,
	/** Answers came in at that very moment, or it was closed before with another number of slips. */
	setback: v.nullable(v.picklist(["again", "closed"])),
	/** Where it is closed in parts and that has begun: how many of how many are done. */
	progress: v.nullable(v.object({ done: v.number(), parts: v.number() })),
});

/** A result as a notice, with what it comes to in points and with the assessors' marks. */
export const noticeFacts = v.object({
	wave: waveFacts,
	residents: v.nullable(v.number()),
	mean: v.nullable(v.number()),
	/** How many gave marks. */
	assessors: v.number(),
	vetoed: v.boolean(),
	total: v.nullable(v.number()),
});

export const posterFacts = v.object({
	wave: waveFacts,
	address: v.string(),
	/** The title of the activity that it asks about. */
	about: v.nullable(v.string()),
});

export const slipsFacts = v.object({
	wave: waveFacts,
	address: v.string(),
	/** The sheets of this page, and of how many in all; 24 slips each. */
	firstSheet: v.number(),
	sheets: v.number(),
	codes: v.array(v.string()),
	/** How many slips there shall be in all. */
	form: formSchema,
});

export const paperFacts = v.object({ wave: waveFacts, form: formSchema, setback: v.nullable(v.string()) });
