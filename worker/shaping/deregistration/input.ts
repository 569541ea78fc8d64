import * as v from "valibot";
import { lifeActSchema } from "../../organisations/life/input";
import { tick } from "../../values/typed";

/** Deregistering: `ends` agrees that members and posts that are left end with it. */
export const deregistrationSchema = v.object({ ...lifeActSchema.entries, ends: tick() });
