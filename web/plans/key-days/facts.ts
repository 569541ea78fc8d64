import * as v from "valibot";
import { bothNames } from "../../organisations/kinds/facts";

/** A key day of a year, and when something was held for it. */
export const keyDayFacts = v.object({
	id: v.string(),
	name: bothNames,
	day: v.string(),
	heldOn: v.nullable(v.string()),
});
