import * as v from "valibot";
import { idSchema } from "../../values/id";
import { day, requiredChoice } from "../../values/typed";

/** How somebody said that they agree, or no longer do; what came with an application is kept by its own act. */
export const hows = ["paper", "spoken", "message"] as const;

export const consentSchema = v.object({
	id: idSchema,
	what: requiredChoice(["given", "withdrawn"]),
	day: day(),
	how: requiredChoice(hows),
});
