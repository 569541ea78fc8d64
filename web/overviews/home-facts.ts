import * as v from "valibot";
import { councilPosts } from "../../worker/officers/seats/rules";
import { planStates } from "../../worker/plans/rules";
import { waveStates } from "../../worker/surveys/wave/rules";
import { askings } from "../../worker/tables/circulars";
import { bothNames } from "../organisations/kinds/facts";
import { keyDayFacts } from "../plans/key-days/facts";

const task = v.variant("kind", [
	v.object({ kind: v.picklist(["register", "rate", "activity", "survey", "adults", "council"]) }),
	v.object({ kind: v.literal("collect"), people: v.number(), amount: v.number() }),
	v.object({ kind: v.literal("approve"), people: v.number(), more: v.boolean() }),
	v.object({ kind: v.literal("receive"), people: v.number() }),
	v.object({
		kind: v.literal("train"),
		...{ more: v.number(), reached: v.number(), owed: v.number(), target: v.number() },
	}),
	v.object({
		kind: v.literal("key-day"),
		name: bothNames,
		day: v.string(),
		inDays: v.number(),
	}),
	v.object({ kind: v.literal("awaiting"), activity: v.string(), day: v.string(), more: v.number() }),
	v.object({ kind: v.literal("missed-key-day"), name: bothNames, day: v.string() }),
	v.object({
		kind: v.literal("answers"),
		wave: v.string(),
		lastDay: v.string(),
		answers: v.nullable(v.number()),
	}),
	v.object({ kind: v.literal("election"), dueDay: v.string(), over: v.boolean(), days: v.number() }),
	v.object({
		kind: v.literal("vacancies"),
		vacant: v.array(v.object({ post: v.picklist(councilPosts), seats: v.number() })),
	}),
	v.object({
		kind: v.literal("plan"),
		year: v.number(),
		state: v.picklist(planStates),
		day: v.nullable(v.string()),
		inDays: v.nullable(v.number()),
	}),
	v.object({
		kind: v.literal("circular"),
		circular: v.string(),
		sender: v.string(),
		title: v.string(),
		asks: v.picklist(askings),
		answerBy: v.nullable(v.string()),
		inDays: v.nullable(v.number()),
	}),
	v.object({ kind: v.literal("round"), openedOn: v.string() }),
	v.object({ kind: v.literal("objections"), objections: v.number(), more: v.boolean() }),
	v.object({ kind: v.literal("shares"), shares: v.number(), more: v.boolean() }),
	v.object({ kind: v.literal("answer-plans"), plans: v.number(), more: v.boolean() }),
	v.object({
		kind: v.literal("planned"),
		item: v.string(),
		title: v.string(),
		firstDay: v.string(),
		lastDay: v.string(),
		inDays: v.number(),
	}),
	v.object({ kind: v.picklist(["closing", "closing-below"]), wave: v.string(), lastDay: v.string() }),
	v.object({
		kind: v.literal("lagging"),
		wave: v.string(),
		lastDay: v.string(),
		units: v.number(),
		more: v.boolean(),
	}),
]);
export type TaskFacts = v.InferOutput<typeof task>;

const verdict = v.picklist(["met", "open", "missed"]);
const interval = { share: v.number(), lower: v.number(), upper: v.number(), verdict };

const boardScore = v.union([
	v.picklist(["none", "withheld"]),
	v.object({ ...interval, target: v.number(), units: v.number() }),
]);

const sums = {
	below: v.number(),
	quiet: v.number(),
	members: v.number(),
	owing: v.number(),
	paid: v.number(),
	held: v.number(),
	months: v.array(v.number()),
	score: boardScore,
};

const board = v.object({
	/** When its figures were gathered, as an instant and as day and time of day there; null before the first time. */
	at: v.nullable(v.number()),
	day: v.nullable(v.string()),
	time: v.nullable(v.string()),
	/** Whether the reader may open what lies below; a council member sees the sums alone. */
	opens: v.boolean(),
	/** Whether the year is old enough for silence to mean something. */
	watchesQuiet: v.boolean(),
	/** All that lies below, whether its row is shown or not. */
	whole: v.nullable(v.object(sums)),
	rows: v.array(v.object({ organisation: v.string(), name: v.string(), ...sums })),
	/** There are more directly below than rows are shown. */
	more: v.boolean(),
});
export type BoardFacts = v.InferOutput<typeof board>;

export const homeFacts = v.object({
	year: v.number(),
	thisYear: v.number(),
	tasks: v.array(task),
	members: v.object({ opening: v.number(), joined: v.number(), departed: v.number(), members: v.number() }),
	dues: v.object({ owing: v.number(), paid: v.number(), rate: v.nullable(v.number()) }),
	funds: v.object({ received: v.number(), used: v.number(), balance: v.number() }),
	/** Training of its own people; nothing before somebody looked. */
	training: v.nullable(v.object({ owed: v.number(), reached: v.number(), target: v.number() })),
	activities: v.object({
		held: v.number(),
		heads: v.number(),
		days: v.array(v.string()),
		/** Days on which something is announced. */
		ahead: v.array(v.string()),
	}),
	keyDays: v.array(keyDayFacts),
	/** What is planned near today and not held yet: hollow ticks of the ruler. */
	planned: v.array(v.object({ firstDay: v.string(), lastDay: v.string() })),
	waves: v.array(v.object({ firstDay: v.string(), lastDay: v.string() })),
	survey: v.object({
		wave: v.nullable(v.string()),
		state: v.nullable(v.picklist(waveStates)),
		score: v.nullable(v.object(interval)),
	}),
	/** The council of this term; none on record before the first. */
	council: v.nullable(
		v.object({ number: v.nullable(v.number()), fromDay: v.nullable(v.string()), dueDay: v.string() }),
	),
	board: v.nullable(board),
});
export type HomeFacts = v.InferOutput<typeof homeFacts>;
