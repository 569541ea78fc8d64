import * as v from "valibot";
import { idSchema } from "../../values/id";
import { tick } from "../../values/typed";

/** A practice association, or a new one in its stead: the id is that of the organisation it makes. */
export const practiceSchema = v.object({ id: idSchema, members: tick() });
