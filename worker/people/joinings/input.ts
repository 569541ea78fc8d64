import * as v from "valibot";
import { idSchema } from "../../values/id";
import { requiredChoice } from "../../values/typed";

const side = () => requiredChoice(["one", "other"]);

/** Joining two people: of which of the two each value is kept. */
export const joiningSchema = v.object({
	id: idSchema,
	name: side(),
	sex: side(),
	birth_year: side(),
	telephone: side(),
	address: side(),
	note: side(),
	further: side(),
});

/** Separating two who were joined; and keeping that two are not the same. Nothing is to be said but that it is meant. */
export const meantSchema = v.object({ id: idSchema });
