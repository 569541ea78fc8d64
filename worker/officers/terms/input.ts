import * as v from "valibot";
import { idSchema } from "../../values/id";
import { count, day, line, optionalDay, requiredChoice, requiredLine, tick } from "../../values/typed";
import { councilPosts } from "../seats/rules";

/** What is known of a term besides who was elected. A due day left out is worked out from the kind's term length. */
export const termFields = {
	number: count(1, 99),
	due_day: optionalDay(),
	assembly: line(60),
	document: line(60),
};

const electionFields = {
	id: idSchema,
	day: day(),
	...termFields,
	/** Names that no member bears are new people. */
	newcomers: tick(),
	/** The reader knows that they are not among the elected. */
	handing_over: tick(),
};
type ElectionFields = { [Name in keyof typeof electionFields]: v.InferOutput<(typeof electionFields)[Name]> };

/**
 * A general election. Beside the fields named here, whoever is elected stands under the seat, "chair-1", "vice-chair-2" …, and
 * "full-chair-1" says that they are full-time.
 */
export const electionSchema = v.pipe(
	v.objectWithRest(electionFields, line(60)),
	// The rest's type would swallow the named fields'.
	v.transform((typed) => ({
		...(typed as unknown as ElectionFields),
		seats: typed as unknown as Readonly<Record<string, unknown>>,
	})),
);

/** Correcting what is known of a term. */
export const termChangeSchema = v.object({ id: idSchema, ...termFields });

/** Electing somebody into a free seat in mid-term. */
export const byElectionSchema = v.object({
	id: idSchema,
	post: requiredChoice(councilPosts),
	who: requiredLine(60),
	full_time: tick(),
	day: day(),
	assembly: line(60),
	newcomers: tick(),
});

/** Why somebody leaves a post before the term is over: 辞职, 免职, 调离, 去世. */
export const departureReasons = ["resigned", "dismissed", "moved", "died", "other"] as const;

export const officerDepartureSchema = v.object({
	id: idSchema,
	day: day(),
	because: requiredChoice(departureReasons),
});

export type Election = v.InferOutput<typeof electionSchema>;
export type TermChange = v.InferOutput<typeof termChangeSchema>;
export type ByElection = v.InferOutput<typeof byElectionSchema>;
export type OfficerDeparture = v.InferOutput<typeof officerDepartureSchema>;
