import * as v from "valibot";
import { formSchema } from "../../worker/http/body";
import { activityKinds } from "../../worker/tables/activities";
import { trainees } from "../../worker/tables/training";

const topic = { id: v.string(), zh: v.string(), en: v.string() };
const required = { years: v.number(), whom: v.array(v.picklist(trainees)), target: v.number() };
const wanted = { ...topic, ...required, since: v.string() };

export const trainingFacts = v.object({
	/** The day as of which the figures are. */
	day: v.string(),
	isRoot: v.boolean(),
	/** Whether there is anything below that the reader sees. */
	leads: v.boolean(),
	topics: v.array(v.object({ ...wanted, owed: v.number(), reached: v.number() })),
});
export type TrainingFacts = v.InferOutput<typeof trainingFacts>;

export const trainingPeopleFacts = v.object({
	day: v.string(),
	topic: v.object(wanted),
	show: v.picklist(["reached", "unreached"]),
	owed: v.number(),
	reached: v.number(),
	people: v.array(
		v.object({ id: v.string(), name: v.string(), telephone: v.nullable(v.string()), member: v.boolean() }),
	),
});
export type TrainingPeopleFacts = v.InferOutput<typeof trainingPeopleFacts>;

const requirement = v.object({ fromYear: v.number(), ...required });

export const topicListFacts = v.object({
	/** Each topic with what was ever required, the latest first. */
	topics: v.array(v.object({ ...topic, requirements: v.array(requirement) })),
	form: formSchema,
});

export const topicFormFacts = v.object({
	topic: v.object(topic),
	requirements: v.array(requirement),
	form: formSchema,
});

const activity = v.object({
	id: v.string(),
	title: v.string(),
	day: v.string(),
	kind: v.picklist(activityKinds),
	place: v.nullable(v.string()),
});

export const taughtFacts = v.object({
	activity,
	topics: v.array(v.object({ ...topic, taught: v.boolean() })),
	form: formSchema,
});

export const certificatesFacts = v.object({
	activity,
	topics: v.array(v.object({ ...topic, taught: v.boolean() })),
	certificates: v.array(
		v.object({
			id: v.string(),
			name: v.string(),
			year: v.number(),
			number: v.number(),
			issuedOn: v.string(),
			/** Where its code leads. */
			address: v.string(),
		}),
	),
	/** How many came and have none yet. */
	waiting: v.number(),
	form: formSchema,
});
export type CertificatesFacts = v.InferOutput<typeof certificatesFacts>;

export const personTrainingFacts = v.object({
	person: v.object({ id: v.string(), name: v.string(), member: v.boolean() }),
	topics: v.array(v.object(topic)),
	/** What they came to, in whatever organisation. */
	trainings: v.array(
		v.object({
			organisation: v.string(),
			day: v.string(),
			title: v.string(),
			topics: v.array(v.object(topic)),
		}),
	),
	/** The half-days on which they helped as a volunteer, wherever, the latest first; ofYear is the sum of the year's. */
	hours: v.array(
		v.object({
			year: v.number(),
			day: v.string(),
			what: v.string(),
			organisation: v.string(),
			minutes: v.number(),
			ofYear: v.number(),
		}),
	),
	elsewhere: v.array(
		v.object({
			id: v.string(),
			/** Who noted it. */
			at: v.string(),
			here: v.boolean(),
			zh: v.string(),
			en: v.string(),
			day: v.string(),
			evidence: v.string(),
		}),
	),
	form: formSchema,
});

const shortTopic = v.object({ ...topic, target: v.number() });
const figures = v.array(v.object({ topic: v.string(), owed: v.number(), reached: v.number() }));
/** When the figures were made: as an instant, and as day and time of day there. */
const stamped = { at: v.nullable(v.number()), day: v.nullable(v.string()), time: v.nullable(v.string()) };

export const trainingBoardFacts = v.object({
	...stamped,
	topics: v.array(shortTopic),
	/** All below and the place itself. */
	whole: v.nullable(figures),
	rows: v.array(v.object({ organisation: v.string(), name: v.string(), figures })),
	more: v.boolean(),
});

export const trainingListFacts = v.object({
	...stamped,
	topic: shortTopic,
	/** Which row of the board; the whole when null. */
	under: v.nullable(v.string()),
	name: v.nullable(v.string()),
	show: v.picklist(["reached", "unreached"]),
	owed: v.number(),
	reached: v.number(),
	from: v.number(),
	next: v.nullable(v.number()),
	people: v.array(
		v.object({
			id: v.string(),
			name: v.string(),
			telephone: v.nullable(v.string()),
			organisation: v.string(),
			place: v.string(),
		}),
	),
});

export const hoursFacts = v.object({
	activity,
	/** Who came, to how many half-days, and how long each helped as a volunteer, in minutes. */
	came: v.array(
		v.object({ id: v.string(), name: v.string(), halfDays: v.number(), minutes: v.nullable(v.number()) }),
	),
	form: formSchema,
});

export const volunteersFacts = v.object({
	year: v.number(),
	minutes: v.number(),
	people: v.array(v.object({ id: v.string(), name: v.string(), minutes: v.number(), times: v.number() })),
});
