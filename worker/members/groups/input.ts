import * as v from "valibot";
import { idSchema } from "../../values/id";
import { requiredLine } from "../../values/typed";

/** The most groups one association may have at a time: they all stand in the form of a member. */
export const mostGroups = 60;

export const groupSchema = v.object({ id: idSchema, group: requiredLine(20) });
export type NewGroup = v.InferOutput<typeof groupSchema>;

/** Who leads a group; nobody when left blank. */
export const leaderSchema = v.object({
	id: idSchema,
	leader: v.union([v.literal(""), idSchema], "not-a-choice"),
});

/** The end of a group, today. */
export const groupEndSchema = v.object({ id: idSchema });
