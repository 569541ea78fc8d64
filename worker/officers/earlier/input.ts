import * as v from "valibot";
import { idSchema } from "../../values/id";
import { day, line, optionalDay, tick } from "../../values/typed";
import { termFields } from "../terms/input";

const fields = {
	id: idSchema,
	day: day(),
	/** The day on which its posts ended; left out, the next election on record. */
	ends: optionalDay(),
	...termFields,
	newcomers: tick(),
	/** The council before it ends on its day, and not with the next election on record. */
	shortens: tick(),
};
type Fields = { [Name in keyof typeof fields]: v.InferOutput<(typeof fields)[Name]> };

/** A term that is over, put on record after the one that followed it. Whoever was elected stands under the seat, as in an election. */
export const earlierTermSchema = v.pipe(
	v.objectWithRest(fields, line(60)),
	// The rest's type would swallow the named fields'.
	v.transform((typed) => ({
		...(typed as unknown as Fields),
		seats: typed as unknown as Readonly<Record<string, unknown>>,
	})),
);

export type EarlierTerm = v.InferOutput<typeof earlierTermSchema>;
