import * as v from "valibot";
import { replyStates } from "../../worker/circulars/rules";
import { shows } from "../../worker/circulars/store";
import { formSchema } from "../../worker/http/body";
import { askings } from "../../worker/tables/circulars";
import { kindOffered } from "../organisations/kinds/facts";

const figures = v.object({
	read: v.number(),
	answered: v.number(),
	late: v.number(),
	yes: v.number(),
	sum: v.number(),
});

const head = {
	id: v.string(),
	sentOn: v.string(),
	title: v.string(),
	asks: v.picklist(askings),
	/** The day by which it is to be answered. */
	answerBy: v.nullable(v.string()),
	withdrawnOn: v.nullable(v.string()),
};

const reply = {
	readOn: v.nullable(v.string()),
	said: v.nullable(v.string()),
	answeredOn: v.nullable(v.string()),
};

export const circularListFacts = v.object({
	today: v.string(),
	/** Others stand below, to whom circulars can be sent. */
	leads: v.boolean(),
	received: v.array(v.object({ ...head, sender: v.string(), senderName: v.string(), ...reply })),
	sent: v.array(v.object({ ...head, recipients: v.number(), figures })),
});
export type CircularListFacts = v.InferOutput<typeof circularListFacts>;

const replyRow = v.object({
	id: v.string(),
	name: v.string(),
	above: v.nullable(v.string()),
	...reply,
	state: v.picklist(replyStates),
});
export type ReplyFacts = v.InferOutput<typeof replyRow>;

export const circularFacts = v.object({
	...head,
	today: v.string(),
	body: v.string(),
	question: v.nullable(v.string()),
	withdrawnBecause: v.nullable(v.string()),
	/** As a recipient sees it. */
	received: v.nullable(
		v.object({
			sender: v.string(),
			senderName: v.string(),
			...reply,
			/** It may be answered, or the answer corrected. */
			open: v.boolean(),
		}),
	),
	/** As its sender sees it. */
	sent: v.nullable(
		v.object({
			recipients: v.number(),
			figures,
			by: v.nullable(v.string()),
			/** It went to all below, and not to chosen kinds or units. */
			toAll: v.boolean(),
			show: v.picklist(shows),
			first: v.boolean(),
			next: v.nullable(v.string()),
			replies: v.array(replyRow),
		}),
	),
	form: formSchema,
});
export type CircularFacts = v.InferOutput<typeof circularFacts>;

export const circularFormFacts = v.object({
	kinds: v.array(kindOffered),
	units: v.array(v.object({ id: v.string(), name: v.string() })),
	form: formSchema,
});
export type CircularFormFacts = v.InferOutput<typeof circularFormFacts>;

export const takingBackFacts = v.object({ id: v.string(), title: v.string(), form: formSchema });
export type TakingBackFacts = v.InferOutput<typeof takingBackFacts>;
